package dev.keywright.runtime.key;

import dev.keywright.runtime.key.KeyRefusedException.Why;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The life of keys, on whatever store: they are made, listed, rotated, revoked and forgotten. Every change is one change of
 * the store. Safe for use by many threads.
 */
public final class KeyAdministration {

    private final WritableKeyStore store;
    private final KeyHasher hasher;
    private final String prefix;
    private final InstantSource clock;

    /**
     * Administers a store.
     *
     * @param hasher the hasher that the application verifies with
     * @param prefix what the application's keys start with, as {@link ApiKeys#create} takes it
     */
    public KeyAdministration(WritableKeyStore store, KeyHasher hasher, String prefix, InstantSource clock) {
        ApiKeys.checkPrefix(prefix);
        this.store = store;
        this.hasher = hasher;
        this.prefix = prefix;
        this.clock = clock;
    }

    /** Administers a store of plain SHA-256 digests by the system's clock. */
    public static KeyAdministration of(WritableKeyStore store, String prefix) {
        return new KeyAdministration(store, KeyHasher.sha256(), prefix, InstantSource.system());
    }

    /**
     * Makes a key and adds its record.
     *
     * @param details what the key may do, until when, from where
     * @return the key, which is kept nowhere else
     * @throws IllegalArgumentException when a detail does not follow its grammar; nothing was added
     */
    public NewApiKey create(String owner, UnaryOperator<KeyRecord.Builder> details)
            throws KeyStoreException, KeyRefusedException {
        NewApiKey made = ApiKeys.create(prefix, owner, hasher).with(record -> details.apply(record.created(now())));
        return store.change(keys -> {
            keys.add(made.record());
            return made;
        });
    }

    /**
     * Adds a key of another format, that somebody else made.
     *
     * @param id a name of your own for it
     * @param key the key itself, 20 to 512 printable ASCII characters without spaces; only its digest is kept, which protects
     *     it no better than it is random
     * @throws IllegalArgumentException when the key cannot be found by its digest, or a detail is wrong; nothing was added
     */
    public KeyRecord addForeign(String id, String key, String owner, UnaryOperator<KeyRecord.Builder> details)
            throws KeyStoreException, KeyRefusedException {
        ForeignKeys.check(key);
        KeyRecord record = details.apply(KeyRecord.of(id, hasher.digest(key), owner)
                        .foreign(true)
                        .created(now()))
                .build();
        return store.change(keys -> {
            keys.add(record);
            return record;
        });
    }

    /**
     * Makes a key that takes another's place: same owner, scopes, networks, limits and labels. A key has one successor at a
     * time; where that was revoked, because it got lost, the key may be rotated again.
     *
     * @throws IllegalArgumentException when the new key would end before it starts
     * @throws KeyRefusedException when the key is not there, is not valid now, or was rotated already
     */
    public NewApiKey rotate(String id, Rotation rotation) throws KeyStoreException, KeyRefusedException {
        return store.change(keys -> {
            Instant now = now();
            KeyRecord old = required(keys.find(id), id);
            if (old.standing(now) != KeyStanding.VALID) {
                throw new KeyRefusedException(Why.NOT_VALID, KeyMessages.notRotated(id, old.standing(now)));
            }
            KeyRecord before = old.successor() == null ? null : keys.find(old.successor());
            if (before != null && before.standing(now) != KeyStanding.REVOKED) {
                throw new KeyRefusedException(Why.ALREADY_ROTATED, KeyMessages.alreadyRotated(id, before.id()));
            }
            // The old key's end is that of the first overlap by now; the lost successor knows what was granted.
            Instant granted = before == null ? old.expires() : before.expires();
            NewApiKey made = ApiKeys.rotate(prefix, old, granted, rotation, hasher, now);
            keys.add(made.record());
            keys.replace(java.util.Objects.requireNonNull(made.replaced()));
            return made;
        });
    }

    /**
     * Ends a key at once and for good; its record stays. Revoking it again changes nothing.
     *
     * @throws KeyRefusedException when there is no such key
     */
    public KeyRecord revoke(String id) throws KeyStoreException, KeyRefusedException {
        return store.change(keys -> {
            KeyRecord record = required(keys.find(id), id);
            if (record.revoked() != null) {
                return record;
            }
            KeyRecord ended = record.toBuilder().revoked(now()).build();
            keys.replace(ended);
            return ended;
        });
    }

    /** Ends all keys of an owner at once, each in a change of its own; how many were not revoked before. */
    public int revokeAllOf(String owner) throws KeyStoreException, KeyRefusedException {
        int count = 0;
        KeyQuery page = KeyQuery.of(owner);
        List<KeyEntry> found;
        do {
            found = store.list(page);
            for (KeyEntry entry : found) {
                if (entry.record().revoked() == null) {
                    revoke(entry.record().id());
                    count++;
                }
                page = page.after(entry.record().id());
            }
        } while (found.size() == page.limit());
        return count;
    }

    /** Forgets a key and its record; whether there was one. Revoking keeps the record for later questions. */
    public boolean remove(String id) throws KeyStoreException, KeyRefusedException {
        return store.change(keys -> keys.remove(id));
    }

    /** What is held about a key; null when there is none with this id. */
    public @Nullable KeyEntry find(String id) throws KeyStoreException {
        return store.find(id);
    }

    /** One page of keys. */
    public List<KeyEntry> list(KeyQuery query) throws KeyStoreException {
        return store.list(query);
    }

    /** All keys, read page by page: as many objects as there are keys. */
    public List<KeyEntry> listAll() throws KeyStoreException {
        List<KeyEntry> all = new ArrayList<>();
        KeyQuery page = KeyQuery.all();
        List<KeyEntry> found;
        do {
            found = store.list(page);
            all.addAll(found);
            page = found.isEmpty()
                    ? page
                    : page.after(all.get(all.size() - 1).record().id());
        } while (found.size() == page.limit());
        return all;
    }

    /**
     * What is held about the key that someone presents, however it stands now.
     *
     * @return null when it is none of this store's
     */
    public @Nullable KeyEntry identify(String key) throws KeyStoreException {
        KeyFormat ours = KeyFormat.parse(key);
        if (ours != null) {
            KeyEntry found = store.find(ours.id());
            boolean fits =
                    found != null && !found.record().foreign() && found.record().matches(hasher, ours.digest(hasher));
            return fits ? found : null;
        }
        KeyRecord foreign = ForeignKeys.mayBe(key) ? store.findByDigest(hasher.digest(key)) : null;
        return foreign == null ? null : store.find(foreign.id());
    }

    private static KeyRecord required(@Nullable KeyRecord record, String id) throws KeyRefusedException {
        if (record == null) {
            throw new KeyRefusedException(Why.UNKNOWN_ID, KeyMessages.unknownId(id));
        }
        return record;
    }

    /** Every store keeps milliseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
