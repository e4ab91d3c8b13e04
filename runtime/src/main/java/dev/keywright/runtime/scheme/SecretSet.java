package dev.keywright.runtime.scheme;

import dev.keywright.runtime.digest.Reused;
import dev.keywright.runtime.digest.Strangers;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The live values of one secret, ready to verify with, and a stranger's value for key ids that do not exist. */
public final class SecretSet {

    private static final String HMAC = "HmacSHA256";

    private final String name;
    private final String family;
    private final Map<String, SignatureKey> keys = new HashMap<>();
    private final SignatureKey[] all;
    private final SignatureKey stranger;
    private final Strangers<SignatureKey> strangers;
    private final AtomicLong toleranceMillis = new AtomicLong();

    /** One value. */
    public record Value(String keyId, byte[] key) {}

    /**
     * A set.
     *
     * @param name the name of the secret
     * @param family which schemes may use it: {@link Scheme#keyFamily()}
     * @param values the live values, each under an id of its own
     */
    public SecretSet(String name, String family, List<Value> values) {
        this.name = name;
        this.family = family;
        List<SignatureKey> made = new ArrayList<>();
        Reused<@Nullable Mac[]> macs = new Reused<>(() -> new @Nullable Mac[values.size() + 1]);
        for (Value value : values) {
            SecretKeySpec secret = new SecretKeySpec(value.key(), HMAC);
            SignatureKey key = new SignatureKey(name, value.keyId(), secret, macs, 1 + made.size());
            keys.put(value.keyId(), key);
            made.add(key);
        }
        this.all = made.toArray(SignatureKey[]::new);
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.stranger = new SignatureKey(name, "", new SecretKeySpec(random, HMAC), macs, SignatureKey.STRANGER);
        this.strangers = new Strangers<>(unknown -> stranger);
    }

    /** The name of the secret. */
    public String name() {
        return name;
    }

    /** Which schemes may use it. */
    public String family() {
        return family;
    }

    /** The key of an id; for an unknown id one that costs the same and fits nothing. */
    public SignatureKey key(@Nullable String keyId) {
        if (keyId == null) {
            return stranger;
        }
        SignatureKey known = keys.get(keyId);
        return known == null ? strangers.of(keyId) : known;
    }

    /** Every live value. */
    SignatureKey[] all() {
        return all;
    }

    /** Endpoints that share a secret remember what it signed as long as the most tolerant of them accepts signatures. */
    public void atLeast(long millis) {
        toleranceMillis.accumulateAndGet(millis, Math::max);
    }

    /** How long the most tolerant endpoint accepts signatures, in milliseconds. */
    public long toleranceMillis() {
        return toleranceMillis.get();
    }
}
