package dev.keywright.runtime;

import dev.keywright.runtime.key.KeyStore;
import dev.keywright.runtime.key.KeyStore.Health;
import dev.keywright.runtime.key.LastUses;
import dev.keywright.runtime.replay.MemoryNonceStore;
import dev.keywright.runtime.replay.NonceStore;
import dev.keywright.runtime.shared.SharedLimits;
import dev.keywright.runtime.token.BearerVerifier;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What endpoints name stores and verifiers by, and how each of them is. */
final class Stores {

    private static final System.Logger LOG = System.getLogger("dev.keywright");
    private static final String LIMITS = "limits";

    private final Map<String, KeyStore> keys;
    private final Map<String, LastUses> lastUses;
    private final Map<String, BearerVerifier> verifiers;
    private final NonceStore nonces;
    private final @Nullable SharedLimits limits;
    private final AtomicBoolean birthNoticed = new AtomicBoolean();

    Stores(Settings settings, InstantSource clock) {
        this.keys = Map.copyOf(settings.keyStores);
        this.lastUses = LastUses.of(keys, clock, settings.lastUseInterval);
        this.verifiers = Map.copyOf(settings.bearerVerifiers);
        this.nonces = settings.nonceStore == null
                ? MemoryNonceStore.bornNow(clock, MemoryNonceStore.DEFAULT_QUOTA)
                : settings.nonceStore;
        this.limits = settings.sharedLimits;
    }

    @Nullable
    KeyStore keys(String name) {
        return keys.get(name);
    }

    /** Notes the uses of a store's keys; null where it does not keep them. */
    @Nullable
    LastUses lastUses(String name) {
        return lastUses.get(name);
    }

    @Nullable
    BearerVerifier verifier(String name) {
        return verifiers.get(name);
    }

    NonceStore nonces() {
        return nonces;
    }

    /** Tells once from when on dated signatures serve: whoever tries one right after a start would wonder. */
    void noticeBirth(long nowMillis, long forwardMillis) {
        long born = nonces.bornAtMillis();
        boolean recent = born != Long.MIN_VALUE && born + forwardMillis > nowMillis;
        if (recent && birthNoticed.compareAndSet(false, true)) {
            LOG.log(System.Logger.Level.INFO, Messages.firstSignatures(Instant.ofEpochMilli(born + forwardMillis)));
        }
    }

    Health health() {
        boolean down = all().entrySet().stream()
                .anyMatch(store ->
                        store.getValue() == Health.DOWN && !store.getKey().equals(LIMITS));
        return down ? Health.DOWN : Health.UP;
    }

    Map<String, Health> all() {
        Map<String, Health> all = new TreeMap<>();
        keys.forEach((name, store) -> all.put(name.isEmpty() ? "keys" : "keys." + name, store.health()));
        verifiers.forEach((name, verifier) -> all.put(name.isEmpty() ? "bearer" : "bearer." + name, verifier.health()));
        all.put("nonces", nonces.health());
        all.put(LIMITS, limits == null ? Health.UP : limits.health());
        return all;
    }

    /** Tells key stores of last uses; the stores themselves stay open. */
    void close() {
        lastUses.values().forEach(LastUses::close);
    }
}
