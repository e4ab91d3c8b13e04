package dev.keywright.benchmarks;

import io.github.bucket4j.Bucket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;

/** SHA-256 of a presented text, {@code MessageDigest.isEqual} and one token of a Bucket4j bucket. Used by one thread. */
final class Primitives {

    /** A limit that is never reached. */
    static final long PERMITS = 1_000_000_000L;

    private final MessageDigest sha256 = sha256();
    private final Bucket bucket = Bucket.builder()
            .addLimit(limit -> limit.capacity(PERMITS).refillGreedy(PERMITS, Duration.ofSeconds(1)))
            .withNanosecondPrecision()
            .build();
    private final byte[] digest;

    Primitives(String presented) {
        digest = sha256.digest(presented.getBytes(StandardCharsets.US_ASCII));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Object digestAndToken(String presented) {
        byte[] made = sha256.digest(presented.getBytes(StandardCharsets.US_ASCII));
        return MessageDigest.isEqual(made, digest) & token();
    }

    boolean token() {
        return bucket.tryConsume(1);
    }
}
