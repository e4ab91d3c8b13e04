package dev.keywright.runtime;

import dev.keywright.runtime.account.LoginThrottle;
import dev.keywright.runtime.login.AttemptStore;
import dev.keywright.runtime.secret.SecretValue;
import java.security.SecureRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Where failed log-ins are counted, and the key under which accounts are named there. */
final class Accounts {

    static final int SHORTEST_KEY = 32;

    private static final String SECRET = "account-key";

    private final AttemptStore attempts;
    private final @Nullable SecretKey key;

    Accounts(Settings settings) {
        this.attempts = settings.attemptStore;
        this.key = key(settings);
    }

    /** A key of this process, unless counts are shared: then only a configured one names accounts alike on every node. */
    private static @Nullable SecretKey key(Settings settings) {
        byte[] key = settings.accountKey;
        if (key == null && settings.attemptStore.isShared()) {
            key = settings.secrets.find(SECRET).stream()
                    .map(SecretValue::bytes)
                    .filter(bytes -> bytes.length >= SHORTEST_KEY)
                    .findFirst()
                    .orElse(null);
        } else if (key == null) {
            key = new byte[SHORTEST_KEY];
            new SecureRandom().nextBytes(key);
        }
        return key == null ? null : new SecretKeySpec(key, "HmacSHA256");
    }

    /** What counts the failed log-ins of an endpoint; null when nodes share counts but no key to name accounts with. */
    @Nullable
    LoginThrottle throttle(String endpoint, LoginPolicy policy) {
        return key == null ? null : new LoginThrottle(attempts, key, endpoint, policy.failures());
    }
}
