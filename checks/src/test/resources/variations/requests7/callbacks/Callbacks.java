package callbacks;

import java.security.MessageDigest;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Fresh {

    private byte[] secret;

    @PostMapping("/fresh")
    int receive(
            @RequestBody String body,
            @RequestHeader("X-Call-Signature") String signature,
            @RequestHeader("X-Call-Timestamp") String timestamp) {
        if (!isGenuine(body, signature, timestamp)) {
            return 401;
        }
        return 200;
    }

    private boolean isGenuine(String body, String signature, String timestamp) {
        try {
            long sent = Long.parseLong(timestamp);
            if (Math.abs(Instant.now().getEpochSecond() - sent) > 300) {
                return false;
            }
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return MessageDigest.isEqual(mac.doFinal((timestamp + "." + body).getBytes()), signature.getBytes());
        } catch (Exception e) {
            return false;
        }
    }
}

@RestController
class Stale {

    private byte[] secret;

    @PostMapping("/stale")
    int receive(
            @RequestBody String body,
            @RequestHeader("X-Call-Signature") String signature,
            @RequestHeader("X-Call-Timestamp") String timestamp) {
        if (!isGenuine(body, signature, timestamp)) { // BUG: SignatureReplayable
            return 401;
        }
        return 200;
    }

    private boolean isGenuine(String body, String signature, String timestamp) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return MessageDigest.isEqual(mac.doFinal((timestamp + "." + body).getBytes()), signature.getBytes());
        } catch (Exception e) {
            return false;
        }
    }
}
