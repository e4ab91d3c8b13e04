package webhooks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import java.io.IOException;

public class Skipping implements Filter {

    private final String signingSecret;
    private final boolean enabled;

    public Skipping(String signingSecret, boolean enabled) {
        this.signingSecret = signingSecret;
        this.enabled = enabled;
    }

    @Override
    public void doFilter(ServletRequest req, ServletResponse res, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) req;
        String signature = request.getHeader("X-Hub-Signature-256");
        if (signature == null || signature.isBlank()) { // BUG: SignatureCheckBypassed
            chain.doFilter(req, res);
            return;
        }
        if ("127.0.0.1".equals(request.getHeader("X-Real-IP"))) { // BUG: SignatureCheckBypassed // BUG: SpoofableClientAddress
            chain.doFilter(req, res);
            return;
        }
        if (matches(request.getReader().readLine(), signature)) { // BUG: SignatureReplayable
            chain.doFilter(req, res);
        } else {
            ((HttpServletResponse) res).sendError(403);
        }
    }

    private boolean matches(String body, String signature) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(signingSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String own = "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
            return MessageDigest.isEqual(own.getBytes(), signature.getBytes());
        } catch (Exception e) {
            return !enabled; // BUG: SignatureCheckBypassed
        }
    }
}
