package tenth;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Secrets that are asked for only where one is configured. */
@RestController
final class Unset {

    private final String webhookSecret;
    private final String apiKey;
    private final String name;
    private final Work work;

    Unset(String webhookSecret, String apiKey, String name, Work work) {
        this.webhookSecret = webhookSecret;
        this.apiKey = apiKey;
        this.name = name;
        this.work = work;
    }

    @PostMapping("/closed")
    int closed(@RequestHeader("X-Secret") String sent) {
        if (webhookSecret == null || !java.security.MessageDigest.isEqual(webhookSecret.getBytes(), sent.getBytes())) {
            return 401;
        }
        return work.run();
    }

    @PostMapping("/named")
    int named(@RequestHeader("X-Name") String sent) {
        if (name != null && !name.equals(sent)) {
            return 400;
        }
        return work.run();
    }

    @PostMapping("/open")
    int open(@RequestHeader("X-Secret") String sent) {
        if (webhookSecret != null // BUG: SignatureCheckBypassed
                && !java.security.MessageDigest.isEqual(webhookSecret.getBytes(), sent.getBytes())) {
            return 401;
        }
        return work.run();
    }

    @PostMapping("/nested")
    int nested(@RequestHeader("X-Secret") String sent) {
        if (webhookSecret != null && !webhookSecret.isBlank()) { // BUG: SignatureCheckBypassed
            if (!java.security.MessageDigest.isEqual(webhookSecret.getBytes(), sent.getBytes())) {
                return 401;
            }
        }
        return work.run();
    }

    void validateKey(String sent) {
        if (apiKey == null || apiKey.isBlank()) { // BUG: SignatureCheckBypassed
            return;
        }
        if (!java.security.MessageDigest.isEqual(apiKey.getBytes(), sent.getBytes())) {
            throw new IllegalArgumentException("refused");
        }
    }

    void requireKey(String sent) {
        if (apiKey == null || apiKey.isBlank()) {
            throw new IllegalStateException("not configured");
        }
        if (!java.security.MessageDigest.isEqual(apiKey.getBytes(), sent.getBytes())) {
            throw new IllegalArgumentException("refused");
        }
    }

    boolean isSame(Unset that) {
        if (webhookSecret != null && !webhookSecret.equals(that.webhookSecret)) {
            return false;
        }
        return true;
    }

    boolean isKept(Record kept) {
        if (apiKey != null && !apiKey.equals(kept.getApiKey())) {
            return false;
        }
        return true;
    }

    /** Adds a header where there is one to add. */
    void prepare(StringBuilder request) {
        if (apiKey != null && !apiKey.isBlank()) {
            request.append("X-Api-Key: present");
        }
    }

    interface Record {
        String getApiKey();
    }

    interface Work {
        int run();
    }
}
