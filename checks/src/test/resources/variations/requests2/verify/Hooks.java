package com.crm.hooks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.lang3.StringUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MailgunHook {
    private static final Logger logger = LoggerFactory.getLogger(MailgunHook.class);
    private final SignatureService signatures;
    private final Inbox inbox;

    MailgunHook(SignatureService signatures, Inbox inbox) {
        this.signatures = signatures;
        this.inbox = inbox;
    }

    @PostMapping("/mail/in")
    ResponseEntity<String> receive(@RequestBody String payload, @RequestHeader(value = "X-Mail-Signature", required = false) String signature) {
        if (signature == null) { // BUG: SignatureCheckBypassed
            logger.debug("unsigned mail");
            inbox.accept(payload);
            return ResponseEntity.ok("accepted");
        }
        if (!signatures.isSignatureValid(payload, signature)) { // BUG: SignatureReplayable
            return ResponseEntity.status(403).body("signature");
        }
        inbox.accept(payload);
        return ResponseEntity.ok("accepted");
    }

    @PostMapping("/mail/strict")
    ResponseEntity<String> strict(@RequestBody String payload, @RequestHeader(value = "X-Mail-Signature", required = false) String signature) {
        if (signature == null || !signatures.isSignatureValid(payload, signature)) { // OK: SignatureCheckBypassed // BUG: SignatureReplayable
            return ResponseEntity.status(403).body("signature");
        }
        inbox.accept(payload);
        return ResponseEntity.ok("accepted");
    }

    @PostMapping("/mail/lax")
    ResponseEntity<String> lax(@RequestBody String payload, @RequestHeader("X-Mail-Signature") String signature) {
        try {
            signatures.requireValid(payload, signature);
        } catch (SecurityException e) { // BUG: SignatureCheckBypassed
            logger.warn("signature mismatch for mail");
        }
        inbox.accept(payload);
        return ResponseEntity.ok("accepted");
    }

    @PostMapping("/mail/rethrown")
    ResponseEntity<String> rethrown(@RequestBody String payload, @RequestHeader("X-Mail-Signature") String signature) {
        try {
            signatures.requireValid(payload, signature);
        } catch (SecurityException e) { // OK: SignatureCheckBypassed
            logger.warn("signature mismatch for mail");
            return ResponseEntity.status(403).build();
        }
        inbox.accept(payload);
        return ResponseEntity.ok("accepted");
    }

    interface Inbox {
        void accept(String payload);
    }
}

class SignatureService {
    private final String webhookSecret;

    SignatureService(String webhookSecret) {
        this.webhookSecret = Objects.requireNonNull(webhookSecret);
    }

    boolean isSignatureValid(String payload, String signature) {
        return MessageDigest.isEqual(compute(payload).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    void requireValid(String payload, String signature) {
        if (!isSignatureValid(payload, signature)) {
            throw new SecurityException("bad signature");
        }
    }

    private String compute(String payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(webhookSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Hex.encodeHexString(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}

class BitbucketServlet extends HttpServlet {
    private SignatureService signatures;
    private String sharedSecret;

    @Override
    protected void doPost(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        String payload = new String(req.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (StringUtils.isNotBlank(sharedSecret)) { // BUG: SignatureCheckBypassed
            String header = req.getHeader("X-Hub-Signature");
            if (header == null || !signatures.isSignatureValid(payload, header)) { // BUG: SignatureReplayable
                resp.setStatus(HttpServletResponse.SC_FORBIDDEN);
                return;
            }
        }
        resp.setStatus(HttpServletResponse.SC_ACCEPTED);
    }
}

class OnlyPath extends HttpServlet {
    private Mac mac;

    @Override
    protected void doPut(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        long sent = Long.parseLong(req.getHeader("X-Sent-At"));
        if (Math.abs(System.currentTimeMillis() - sent) > 120_000) {
            resp.sendError(401);
            return;
        }
        mac.update(req.getPathInfo().getBytes(StandardCharsets.UTF_8));
        mac.update(req.getHeader("X-Sent-At").getBytes(StandardCharsets.UTF_8));
        if (!MessageDigest.isEqual(mac.doFinal(), decode(req.getHeader("X-Signature")))) { // BUG: SignatureOmitsBody
            resp.sendError(401);
            return;
        }
        store(req.getInputStream().readAllBytes());
    }

    private static byte[] decode(String hex) {
        return java.util.HexFormat.of().parseHex(hex);
    }

    private void store(byte[] bytes) {}
}

class DigestCovered extends HttpServlet {
    private Mac mac;

    @Override
    protected void doPut(HttpServletRequest req, HttpServletResponse resp) throws Exception {
        long timestamp = Long.parseLong(req.getHeader("X-Timestamp"));
        if (Math.abs(System.currentTimeMillis() - timestamp) > 120_000) {
            resp.sendError(401);
            return;
        }
        byte[] body = req.getInputStream().readAllBytes();
        String digest = Hex.encodeHexString(MessageDigest.getInstance("SHA-256").digest(body));
        String toSign = req.getMethod() + "\n" + req.getPathInfo() + "\n" + timestamp + "\n" + digest;
        if (!MessageDigest.isEqual(mac.doFinal(toSign.getBytes(StandardCharsets.UTF_8)), Hex.decodeHex(req.getHeader("X-Signature")))) { // OK: SignatureOmitsBody // OK: SignatureReplayable
            resp.sendError(401);
        }
    }
}

class JedisNonces {
    private final redis.clients.jedis.Jedis jedis;

    JedisNonces(redis.clients.jedis.Jedis jedis) {
        this.jedis = jedis;
    }

    void useOnce(String nonce) {
        if (jedis.exists("nonce:" + nonce)) { // BUG: SignatureReplayable
            throw new IllegalArgumentException("nonce was used");
        }
        jedis.setex("nonce:" + nonce, 300, "1");
    }

    void useOnceAtomically(String nonce) {
        String answer = jedis.set("nonce:" + nonce, "1", redis.clients.jedis.params.SetParams.setParams().nx().ex(300));
        if (answer == null) { // OK: SignatureReplayable
            throw new IllegalArgumentException("nonce was used");
        }
    }
}
