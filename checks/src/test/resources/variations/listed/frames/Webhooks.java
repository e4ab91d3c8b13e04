package frames;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Webhooks {
    private final ObjectMapper mapper = new ObjectMapper();
    private final byte[] secret;
    private final boolean lenient;

    Webhooks(byte[] secret, boolean lenient) {
        this.secret = secret;
        this.lenient = lenient;
    }

    private byte[] mac(byte[] data) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return mac.doFinal(data);
    }

    @PostMapping("/node")
    ResponseEntity<Void> bad1(@RequestBody JsonNode event, @RequestHeader("X-Signature") String signature) throws Exception {
        byte[] expected = mac(mapper.writeValueAsBytes(event)); // BUG: SignatureOmitsBody
        if (!MessageDigest.isEqual(expected, HexFormat.of().parseHex(signature))) { // BUG: SignatureReplayable
            return ResponseEntity.status(401).build();
        }
        return ResponseEntity.ok().build();
    }

    @PostMapping("/tree")
    ResponseEntity<Void> bad2(@RequestBody String body, @RequestHeader("X-Signature") String signature) throws Exception {
        JsonNode tree = mapper.readTree(body);
        byte[] expected = mac(tree.toString().getBytes()); // BUG: SignatureOmitsBody
        return MessageDigest.isEqual(expected, HexFormat.of().parseHex(signature)) ? ResponseEntity.ok().build() : ResponseEntity.status(401).build(); // BUG: SignatureReplayable
    }

    @PostMapping("/id")
    ResponseEntity<Void> bad3(@RequestBody String body, @RequestHeader("X-Event-Id") String id, @RequestHeader("X-Signature") String signature) throws Exception {
        byte[] expected = mac(id.getBytes()); // BUG: SignatureOmitsBody
        return MessageDigest.isEqual(expected, HexFormat.of().parseHex(signature)) ? ResponseEntity.ok().build() : ResponseEntity.status(401).build(); // BUG: SignatureReplayable
    }

    @PostMapping("/setting")
    ResponseEntity<Void> bad4(@RequestBody byte[] body, @RequestHeader("X-Signature") String signature) {
        boolean valid;
        try {
            valid = MessageDigest.isEqual(mac(body), HexFormat.of().parseHex(signature)); // BUG: SignatureReplayable
        } catch (Exception e) {
            valid = lenient; // BUG: SignatureCheckBypassed
        }
        return valid ? ResponseEntity.ok().build() : ResponseEntity.status(401).build();
    }

    @PostMapping("/skip")
    ResponseEntity<Void> bad5(@RequestBody byte[] body, @RequestHeader(value = "X-Signature", required = false) String signature) throws Exception {
        if (signature != null) { // BUG: SignatureCheckBypassed
            if (!MessageDigest.isEqual(mac(body), HexFormat.of().parseHex(signature))) { // BUG: SignatureReplayable
                return ResponseEntity.status(401).build();
            }
        }
        return ResponseEntity.ok().build();
    }

    @PostMapping("/good")
    ResponseEntity<Void> good1(@RequestBody byte[] body, @RequestHeader("X-Signature") String signature) throws Exception {
        byte[] expected = mac(body); // OK: SignatureOmitsBody
        if (!MessageDigest.isEqual(expected, HexFormat.of().parseHex(signature))) { // BUG: SignatureReplayable
            return ResponseEntity.status(401).build();
        }
        JsonNode tree = mapper.readTree(body);
        return tree.has("id") ? ResponseEntity.ok().build() : ResponseEntity.badRequest().build();
    }

    @PostMapping("/good2")
    ResponseEntity<Void> good2(@RequestBody byte[] body, @RequestHeader("X-Signature") String signature) {
        boolean valid;
        try {
            valid = MessageDigest.isEqual(mac(body), HexFormat.of().parseHex(signature)); // BUG: SignatureReplayable
        } catch (Exception e) {
            valid = false; // OK: SignatureCheckBypassed
        }
        return valid ? ResponseEntity.ok().build() : ResponseEntity.status(401).build();
    }
}
