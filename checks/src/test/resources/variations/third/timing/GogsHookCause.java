package org.acme.jenkins.gogs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.io.IOUtils;
import org.kohsuke.stapler.StaplerRequest;
import org.kohsuke.stapler.StaplerResponse;

public class GogsHookCause {

    public void doIndex(StaplerRequest req, StaplerResponse rsp, GogsJobProperty property) throws Exception {
        String body = IOUtils.toString(req.getInputStream(), StandardCharsets.UTF_8);
        String event = req.getHeader("X-Gogs-Event");
        if (!"push".equals(event)) { // OK: TimingUnsafeComparison
            rsp.setStatus(400);
            return;
        }
        String fromGogs = req.getHeader("X-Gogs-Signature");
        String js = property.getGogsSecret();
        if (fromGogs == null) {
            String plain = req.getParameter("secret");
            if (js.equals(plain)) { // BUG: TimingUnsafeComparison
                rsp.setStatus(200);
            }
        } else if (fromGogs.equals(encode(body, js))) { // BUG: TimingUnsafeComparison
            rsp.setStatus(200);
        } else {
            rsp.setStatus(403);
        }
    }

    public static String encode(String data, String key) throws NoSuchAlgorithmException, InvalidKeyException {
        SecretKeySpec keySpec = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        Mac instance = Mac.getInstance("HmacSHA256");
        instance.init(keySpec);
        return Hex.encodeHexString(instance.doFinal(data.getBytes(StandardCharsets.UTF_8)));
    }
}

class GogsJobProperty {
    private String gogsSecret;

    String getGogsSecret() {
        return gogsSecret;
    }
}
