package webhooks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class UnsignedTime {

    private final SecretKeySpec key;

    UnsignedTime(SecretKeySpec key) {
        this.key = key;
    }

    @PostMapping("/hooks/delivery")
    ResponseEntity<Void> delivery(
            @RequestHeader("X-Signature") String signature,
            @RequestHeader("X-Sent-At") long sentAt,
            @RequestBody String body)
            throws Exception {
        if (Duration.between(Instant.ofEpochSecond(sentAt), Instant.now()).abs().compareTo(Duration.ofMinutes(5)) > 0) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        byte[] own = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
        if (!MessageDigest.isEqual(own, Base64.getDecoder().decode(signature))) { // BUG: SignatureReplayable
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        return ResponseEntity.ok().build();
    }
}
