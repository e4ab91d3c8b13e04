package corpus.signature;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.apache.commons.codec.digest.HmacUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Signed {

    private final SecretKey key;
    private final ObjectMapper mapper = new ObjectMapper();
    private final String secret = System.getenv("HOOK_SECRET");

    Signed(SecretKey key) {
        this.key = key;
    }

    private byte[] mac(byte[] data) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        return mac.doFinal(data);
    }

    @PostMapping("/a")
    ResponseEntity<String> timestampOnly(@RequestHeader("X-Signature") String sig, @RequestHeader("X-Timestamp") String ts, @RequestBody String body) throws Exception {
        byte[] expected = mac(ts.getBytes(StandardCharsets.UTF_8)); // BUG: SignatureOmitsBody
        return answer(MessageDigest.isEqual(expected, HexFormat.of().parseHex(sig)), ts);
    }

    @PostMapping("/b")
    ResponseEntity<String> pathOnly(@RequestHeader("X-Signature") String sig, @RequestHeader("X-Timestamp") String ts, @RequestBody byte[] body, HttpServletRequest request) throws Exception {
        String toSign = request.getMethod() + request.getRequestURI() + ts;
        boolean ok = MessageDigest.isEqual(mac(toSign.getBytes(StandardCharsets.UTF_8)), HexFormat.of().parseHex(sig)); // BUG: SignatureOmitsBody
        return answer(ok, ts);
    }

    @PostMapping("/c")
    ResponseEntity<String> reserialised(@RequestHeader("X-Signature") String sig, @RequestHeader("X-Timestamp") String ts, @RequestBody Order order) throws Exception {
        String json = mapper.writeValueAsString(order);
        boolean ok = MessageDigest.isEqual(mac((ts + json).getBytes(StandardCharsets.UTF_8)), HexFormat.of().parseHex(sig)); // BUG: SignatureOmitsBody
        return answer(ok, ts);
    }

    @PutMapping("/d")
    ResponseEntity<String> oneField(@RequestHeader("X-Signature") String sig, @RequestHeader("X-Timestamp") String ts, @RequestBody Order order) throws Exception {
        boolean ok = MessageDigest.isEqual(mac((ts + order.id).getBytes(StandardCharsets.UTF_8)), HexFormat.of().parseHex(sig)); // BUG: SignatureOmitsBody
        return answer(ok, ts);
    }

    @PostMapping("/e")
    ResponseEntity<String> commons(@RequestHeader("X-Signature") String sig, @RequestHeader("X-Timestamp") String ts, @RequestBody String body) {
        String expected = new HmacUtils("HmacSHA256", secret).hmacHex(ts); // BUG: SignatureOmitsBody
        boolean ok = MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), sig.getBytes(StandardCharsets.UTF_8));
        return answer(ok, ts);
    }

    @PostMapping("/f")
    ResponseEntity<String> updates(@RequestHeader("X-Signature") String sig, @RequestHeader("X-Timestamp") String ts, @RequestBody byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        mac.update(ts.getBytes(StandardCharsets.UTF_8));
        boolean ok = MessageDigest.isEqual(mac.doFinal(), HexFormat.of().parseHex(sig)); // BUG: SignatureOmitsBody
        return answer(ok, ts);
    }

    @PostMapping("/g")
    ResponseEntity<String> toStringOfObject(@RequestHeader("X-Signature") String sig, @RequestHeader("X-Timestamp") String ts, @RequestBody Order order) throws Exception {
        boolean ok = MessageDigest.isEqual(mac((ts + order).getBytes(StandardCharsets.UTF_8)), HexFormat.of().parseHex(sig)); // BUG: SignatureOmitsBody
        return answer(ok, ts);
    }

    @PostMapping("/h")
    ResponseEntity<String> lengthOnly(@RequestHeader("X-Signature") String sig, @RequestHeader("X-Timestamp") String ts, @RequestBody String body) throws Exception {
        boolean ok = MessageDigest.isEqual(mac((ts + body.length()).getBytes(StandardCharsets.UTF_8)), HexFormat.of().parseHex(sig)); // BUG: SignatureOmitsBody
        return answer(ok, ts);
    }

    ResponseEntity<String> servlet(HttpServletRequest request) throws Exception {
        String sig = request.getHeader("X-Signature");
        String ts = request.getHeader("X-Timestamp");
        boolean ok = MessageDigest.isEqual(mac(ts.getBytes(StandardCharsets.UTF_8)), HexFormat.of().parseHex(sig)); // BUG: SignatureOmitsBody
        String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return answer(ok, ts + body);
    }

    @PostMapping("/i")
    ResponseEntity<String> lowered(@RequestHeader("X-Signature") String sig, @RequestHeader("X-Timestamp") String ts, @RequestBody Order order) throws Exception {
        String canonical = ts + "." + mapper.valueToTree(order).toString();
        boolean ok = MessageDigest.isEqual(mac(canonical.getBytes(StandardCharsets.UTF_8)), HexFormat.of().parseHex(sig)); // BUG: SignatureOmitsBody
        return answer(ok, ts);
    }

    // ---- fine

    @PostMapping("/k")
    ResponseEntity<String> whole(@RequestHeader("X-Signature") String sig, @RequestHeader("X-Timestamp") String ts, @RequestBody String body) throws Exception {
        boolean ok = MessageDigest.isEqual(mac((ts + "." + body).getBytes(StandardCharsets.UTF_8)), HexFormat.of().parseHex(sig)); // OK: SignatureOmitsBody
        return answer(ok, ts);
    }

    @PostMapping("/l")
    ResponseEntity<String> updatesWhole(@RequestHeader("X-Signature") String sig, @RequestHeader("X-Timestamp") String ts, @RequestBody byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        mac.update(ts.getBytes(StandardCharsets.UTF_8));
        mac.update(body);
        boolean ok = MessageDigest.isEqual(mac.doFinal(), HexFormat.of().parseHex(sig)); // OK: SignatureOmitsBody
        return answer(ok, ts);
    }

    @GetMapping("/m")
    ResponseEntity<String> noBody(@RequestHeader("X-Signature") String sig, @RequestHeader("X-Timestamp") String ts, HttpServletRequest request) throws Exception {
        String toSign = request.getMethod() + request.getRequestURI() + request.getQueryString() + ts;
        boolean ok = MessageDigest.isEqual(mac(toSign.getBytes(StandardCharsets.UTF_8)), HexFormat.of().parseHex(sig)); // OK: SignatureOmitsBody
        return answer(ok, ts);
    }

    @PostMapping("/n")
    ResponseEntity<String> digest(@RequestHeader("X-Signature") String sig, @RequestHeader("X-Timestamp") String ts, @RequestBody byte[] body) throws Exception {
        byte[] bodyDigest = MessageDigest.getInstance("SHA-256").digest(body);
        String toSign = ts + HexFormat.of().formatHex(bodyDigest);
        boolean ok = MessageDigest.isEqual(mac(toSign.getBytes(StandardCharsets.UTF_8)), HexFormat.of().parseHex(sig)); // OK: SignatureOmitsBody
        return answer(ok, ts);
    }

    ResponseEntity<String> servletWhole(HttpServletRequest request) throws Exception {
        byte[] body = request.getInputStream().readAllBytes();
        String ts = request.getHeader("X-Timestamp");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        mac.update(ts.getBytes(StandardCharsets.UTF_8));
        boolean ok = MessageDigest.isEqual(mac.doFinal(body), HexFormat.of().parseHex(request.getHeader("X-Signature"))); // OK: SignatureOmitsBody
        return answer(ok, ts);
    }

    String sign(String ts) throws Exception {
        return HexFormat.of().formatHex(mac(ts.getBytes(StandardCharsets.UTF_8))); // OK: SignatureOmitsBody
    }

    private static ResponseEntity<String> answer(boolean ok, String ts) {
        long age = Math.abs(System.currentTimeMillis() / 1000 - Long.parseLong(ts.substring(0, 10)));
        return ok && age < 300 ? ResponseEntity.ok("") : ResponseEntity.status(401).build();
    }

    static class Order {
        String id;
        long cents;
    }
}
