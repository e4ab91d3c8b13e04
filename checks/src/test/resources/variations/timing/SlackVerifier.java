package io.acme.slack;

import java.nio.charset.StandardCharsets;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Hex;

public class SlackVerifier {
    private final String signingSecret;

    public SlackVerifier(String signingSecret) {
        this.signingSecret = signingSecret;
    }

    public boolean isValid(String timestamp, String body, String signature) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(signingSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] digest = mac.doFinal(("v0:" + timestamp + ":" + body).getBytes(StandardCharsets.UTF_8));
        String mine = "v0=" + Hex.encodeHexString(digest);
        return mine.equals(signature); // BUG: TimingUnsafeComparison
    }
}
