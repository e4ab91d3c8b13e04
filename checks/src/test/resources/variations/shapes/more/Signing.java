package more;

import io.javalin.http.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.apache.commons.lang3.RandomStringUtils;
import org.apache.commons.lang3.RandomUtils;

final class Signing {

    private static final Duration SKEW = Duration.ofMinutes(2);
    private final byte[] hmacSecret;

    Signing(byte[] hmacSecret) {
        this.hmacSecret = hmacSecret;
    }

    private boolean fresh(String time) {
        return Duration.between(Instant.parse(time), Instant.now()).abs().compareTo(SKEW) <= 0;
    }

    void nonceOnly(Context context) {
        String time = context.header("X-Time");
        String own = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, hmacSecret) // BUG: SignatureOmitsBody
                .hmacHex(time + context.header("X-Nonce"));
        String presented = context.header("X-Signature");
        if (!fresh(time)
                || !MessageDigest.isEqual(own.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8))) {
            context.status(401);
            return;
        }
        context.result(store(context.body()));
    }

    void covered(Context context) {
        String time = context.header("X-Time");
        String own = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, hmacSecret).hmacHex(time + context.body()); // OK: SignatureOmitsBody
        String presented = context.header("X-Signature");
        if (!fresh(time)
                || !MessageDigest.isEqual(own.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8))) { // OK: SignatureReplayable
            context.status(401);
            return;
        }
        context.result(store(context.body()));
    }

    void vertx(RoutingContext context) throws Exception {
        Buffer body = context.body().buffer();
        String time = context.request().getHeader("X-Time");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(hmacSecret, "HmacSHA256"));
        mac.update(time.getBytes(StandardCharsets.UTF_8));
        byte[] own = mac.doFinal(context.request().path().getBytes(StandardCharsets.UTF_8)); // BUG: SignatureOmitsBody
        byte[] presented = HexFormat.of().parseHex(context.request().getHeader("X-Signature"));
        if (fresh(time) && MessageDigest.isEqual(own, presented)) {
            context.response().end(store(body.toString()));
        } else {
            context.fail(401);
        }
    }

    void vertxGood(RoutingContext context) throws Exception {
        Buffer body = context.body().buffer();
        String time = context.request().getHeader("X-Time");
        Mac mac = Mac.getInstance("HmacSHA256"); // OK: WeakMac
        mac.init(new SecretKeySpec(hmacSecret, "HmacSHA256"));
        mac.update(time.getBytes(StandardCharsets.UTF_8));
        mac.update(body.getBytes());
        byte[] own = mac.doFinal(); // OK: SignatureOmitsBody
        byte[] presented = HexFormat.of().parseHex(context.request().getHeader("X-Signature"));
        if (fresh(time) && MessageDigest.isEqual(own, presented)) { // OK: SignatureReplayable
            context.response().end(store(body.toString()));
        } else {
            context.fail(401);
        }
    }

    String parsed(Context context, Order order) {
        String time = context.header("X-Time");
        String text = order.id() + "|" + order.amount() + "|" + time;
        String own = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, hmacSecret).hmacHex(text); // BUG: SignatureOmitsBody
        byte[] presented = context.header("X-Signature").getBytes(StandardCharsets.UTF_8);
        if (!fresh(time) || !MessageDigest.isEqual(own.getBytes(StandardCharsets.UTF_8), presented)) {
            return "no";
        }
        return store(context.body());
    }

    record Order(String id, long amount, String shipTo) {}

    private String store(String body) {
        return Integer.toString(body.length());
    }

    String csrfToken() {
        String csrfToken = RandomStringUtils.randomAlphanumeric(32); // BUG: WeakSecretRandom
        return csrfToken;
    }

    String otp() {
        int number = RandomUtils.nextInt(100_000, 1_000_000);
        String otp = String.valueOf(number); // BUG: WeakSecretRandom
        return otp;
    }

    byte[] key() {
        RandomGenerator generator = RandomGenerator.of("L64X128MixRandom");
        byte[] encryptionKey = new byte[32];
        generator.nextBytes(encryptionKey); // BUG: WeakSecretRandom
        return encryptionKey;
    }

    String handmade() {
        RandomGenerator generator = RandomGenerator.getDefault();
        String sessionId = new UUID(generator.nextLong(), generator.nextLong()).toString(); // BUG: WeakSecretRandom
        return sessionId;
    }

    String traceId() {
        return new UUID(RandomUtils.nextLong(), RandomUtils.nextLong()).toString(); // OK: WeakSecretRandom
    }

    String fileName() {
        return RandomStringUtils.randomAlphabetic(8) + ".tmp"; // OK: WeakSecretRandom
    }

    String sessionId() {
        String sessionId = UUID.randomUUID().toString(); // OK: WeakSecretRandom
        return sessionId;
    }
}
