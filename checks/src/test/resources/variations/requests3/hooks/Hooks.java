package acme.hooks;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.*;

class Signer {

    private final byte[] secret;

    Signer(byte[] secret) {
        this.secret = secret.clone();
    }

    byte[] mac(String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}

@RestController
class IgnoredResult {
    private final Signer signer;

    IgnoredResult(Signer signer) {
        this.signer = signer;
    }

    @PostMapping("/hooks/a")
    void receive(@RequestHeader("X-Signature") String given, @RequestHeader("X-Timestamp") long at, @RequestBody String body) throws Exception {
        if (Math.abs(Instant.now().getEpochSecond() - at) > 300) {
            throw new IllegalArgumentException("old");
        }
        MessageDigest.isEqual(signer.mac(at + "." + body), HexFormat.of().parseHex(given)); // BUG: SignatureCheckBypassed
        System.out.println(body.length());
    }
}

@RestController
class SkippedWithoutHeader {
    private final Signer signer;

    SkippedWithoutHeader(Signer signer) {
        this.signer = signer;
    }

    @PostMapping("/hooks/b")
    ResponseEntity<Void> receive(@RequestHeader(value = "X-Signature", required = false) String given, @RequestHeader("X-Timestamp") long at, @RequestBody String body) throws Exception {
        if (Math.abs(Instant.now().getEpochSecond() - at) > 300) {
            return ResponseEntity.status(401).build();
        }
        if (given != null && !MessageDigest.isEqual(signer.mac(at + "." + body), HexFormat.of().parseHex(given))) { // BUG: SignatureCheckBypassed
            return ResponseEntity.status(401).build();
        }
        return ResponseEntity.ok().build();
    }
}

class SecretUnset {
    private final String secret;

    SecretUnset(String secret) {
        this.secret = secret;
    }

    boolean verify(String body, long at, String given) throws Exception {
        if (secret == null || secret.isBlank()) { // BUG: SignatureCheckBypassed
            return true;
        }
        if (Instant.now().getEpochSecond() - at > 300) {
            return false;
        }
        return MessageDigest.isEqual(new Signer(secret.getBytes(StandardCharsets.UTF_8)).mac(at + body), HexFormat.of().parseHex(given));
    }
}

class SecretUnsetRefuses {
    private final String secret;

    SecretUnsetRefuses(String secret) {
        this.secret = secret;
    }

    boolean verify(String body, long at, String given) throws Exception {
        if (secret == null || secret.isBlank()) { // OK: SignatureCheckBypassed
            return false;
        }
        if (Instant.now().getEpochSecond() - at > 300) {
            return false;
        }
        return MessageDigest.isEqual(new Signer(secret.getBytes(StandardCharsets.UTF_8)).mac(at + body), HexFormat.of().parseHex(given));
    }
}

class Swallowed {
    private final Signer signer;

    Swallowed(Signer signer) {
        this.signer = signer;
    }

    boolean verifySignature(String body, long at, String given) {
        try {
            if (Instant.now().getEpochSecond() - at > 300) {
                return false;
            }
            return MessageDigest.isEqual(signer.mac(at + "." + body), Base64.getDecoder().decode(given));
        } catch (Exception e) { // BUG: SignatureCheckBypassed
            return true;
        }
    }

    boolean verifyOrRefuse(String body, long at, String given) {
        try {
            if (Instant.now().getEpochSecond() - at > 300) {
                return false;
            }
            return MessageDigest.isEqual(signer.mac(at + "." + body), Base64.getDecoder().decode(given));
        } catch (Exception e) {
            return false; // OK: SignatureCheckBypassed
        }
    }
}

class DebugFlag {
    private final Signer signer;
    private final boolean debug;

    DebugFlag(Signer signer, boolean debug) {
        this.signer = signer;
        this.debug = debug;
    }

    boolean isValid(HttpServletRequest request, String body) throws Exception {
        if (debug) { // BUG: SignatureCheckBypassed
            return true;
        }
        long at = Long.parseLong(request.getHeader("X-Timestamp"));
        if (Instant.now().getEpochSecond() - at > 300) {
            return false;
        }
        return MessageDigest.isEqual(signer.mac(at + "." + body), Base64.getDecoder().decode(request.getHeader("X-Signature")));
    }
}

class UserAgent {
    private final Signer signer;

    UserAgent(Signer signer) {
        this.signer = signer;
    }

    boolean isValid(HttpServletRequest request, String body) throws Exception {
        if (request.getHeader("User-Agent").startsWith("HealthChecker/")) { // BUG: SignatureCheckBypassed
            return true;
        }
        long at = Long.parseLong(request.getHeader("X-Timestamp"));
        if (Instant.now().getEpochSecond() - at > 300) {
            return false;
        }
        return MessageDigest.isEqual(signer.mac(at + "." + body), Base64.getDecoder().decode(request.getHeader("X-Signature")));
    }
}

class OnlyHeaders {
    private final Signer signer;

    OnlyHeaders(Signer signer) {
        this.signer = signer;
    }

    boolean check(HttpServletRequest request, byte[] body) throws Exception {
        long at = Long.parseLong(request.getHeader("X-Timestamp"));
        if (Instant.now().getEpochSecond() - at > 300) {
            return false;
        }
        byte[] expected = signer.mac(at + "\n" + request.getMethod() + "\n" + request.getRequestURI()); // BUG: SignatureOmitsBody
        return MessageDigest.isEqual(expected, Base64.getDecoder().decode(request.getHeader("X-Signature")));
    }
}

@RestController
class IdOnly {
    private final Signer signer;

    IdOnly(Signer signer) {
        this.signer = signer;
    }

    @PostMapping("/hooks/paid")
    ResponseEntity<Void> paid(@RequestHeader("X-Signature") String given, @RequestHeader("X-Timestamp") long at, @RequestHeader("X-Delivery") String id, @RequestBody String body) throws Exception {
        if (Instant.now().getEpochSecond() - at > 300) {
            return ResponseEntity.status(401).build();
        }
        byte[] expected = signer.mac(at + ":" + id); // BUG: SignatureOmitsBody
        if (!MessageDigest.isEqual(expected, HexFormat.of().parseHex(given))) {
            return ResponseEntity.status(401).build();
        }
        System.out.println(body.length());
        return ResponseEntity.ok().build();
    }
}

@RestController
class Reserialised {
    private final Signer signer;
    private final ObjectMapper mapper = new ObjectMapper();

    Reserialised(Signer signer) {
        this.signer = signer;
    }

    @PostMapping("/hooks/order")
    ResponseEntity<Void> order(@RequestHeader("X-Signature") String given, @RequestHeader("X-Timestamp") long at, @RequestBody Map<String, Object> order) throws Exception {
        if (Instant.now().getEpochSecond() - at > 300) {
            return ResponseEntity.status(401).build();
        }
        byte[] expected = signer.mac(at + "." + mapper.writeValueAsString(order)); // BUG: SignatureOmitsBody
        return MessageDigest.isEqual(expected, HexFormat.of().parseHex(given)) ? ResponseEntity.ok().build() : ResponseEntity.status(401).build();
    }
}

@RestController
class WholeBody {
    private final Signer signer;

    WholeBody(Signer signer) {
        this.signer = signer;
    }

    @PostMapping("/hooks/whole")
    ResponseEntity<Void> whole(@RequestHeader("X-Signature") String given, @RequestHeader("X-Timestamp") long at, @RequestBody String body) throws Exception {
        if (Math.abs(Duration.between(Instant.ofEpochSecond(at), Instant.now()).toSeconds()) > 300) {
            return ResponseEntity.status(401).build();
        }
        byte[] expected = signer.mac(at + "." + body); // OK: SignatureOmitsBody
        return MessageDigest.isEqual(expected, HexFormat.of().parseHex(given)) ? ResponseEntity.ok().build() : ResponseEntity.status(401).build();
    }
}

class NoTime {
    private final Signer signer;

    NoTime(Signer signer) {
        this.signer = signer;
    }

    boolean verify(String body, HttpServletRequest request) throws Exception {
        byte[] expected = signer.mac(body);
        return MessageDigest.isEqual(expected, Base64.getDecoder().decode(request.getHeader("X-Signature"))); // BUG: SignatureReplayable
    }
}

class TimeNotSigned {
    private final Signer signer;

    TimeNotSigned(Signer signer) {
        this.signer = signer;
    }

    boolean verify(String body, HttpServletRequest request) throws Exception {
        long at = Long.parseLong(request.getHeader("X-Timestamp"));
        if (Instant.now().getEpochSecond() - at > 300) {
            return false;
        }
        byte[] expected = signer.mac(body);
        return MessageDigest.isEqual(expected, Base64.getDecoder().decode(request.getHeader("X-Signature"))); // BUG: SignatureReplayable
    }
}

class TimeNotBounded {
    private final Signer signer;

    TimeNotBounded(Signer signer) {
        this.signer = signer;
    }

    boolean verify(String body, HttpServletRequest request) throws Exception {
        String at = request.getHeader("X-Timestamp");
        byte[] expected = signer.mac(at + "." + body);
        return MessageDigest.isEqual(expected, Base64.getDecoder().decode(request.getHeader("X-Signature"))); // BUG: SignatureReplayable
    }
}

class NonceTwoSteps {
    private final java.util.Set<String> nonces = java.util.concurrent.ConcurrentHashMap.newKeySet();

    boolean fresh(String nonce) {
        if (nonces.contains(nonce)) { // BUG: SignatureReplayable
            return false;
        }
        nonces.add(nonce);
        return true;
    }
}

class NonceOneStep {
    private final com.github.benmanes.caffeine.cache.Cache<String, Boolean> nonces =
            com.github.benmanes.caffeine.cache.Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(10)).maximumSize(100_000).build();

    boolean fresh(String nonce) {
        return nonces.asMap().putIfAbsent(nonce, Boolean.TRUE) == null; // OK: SignatureReplayable
    }
}
