package requests.eighth;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import javax.servlet.FilterChain;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Requests that a partner signs by his private key. */
final class KeyPairs {

    private final PublicKey partner;

    KeyPairs(PublicKey partner) {
        this.partner = partner;
    }

    void byKeyPair(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws Exception {
        String given = request.getHeader("X-Signature");
        String text = request.getMethod() + "\n" + request.getRequestURI() + "\n" + request.getHeader("Date");
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(partner);
        verifier.update(text.getBytes(StandardCharsets.UTF_8));
        if (!verifier.verify(Base64.getDecoder().decode(given))) { // BUG: SignatureOmitsBody // BUG: SignatureReplayable
            response.sendError(401);
            return;
        }
        chain.doFilter(request, response);
    }

    /** A token whose claims are signed signs no request. */
    boolean token(String header, String claims, byte[] signature) throws Exception {
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(partner);
        verifier.update((header + "." + claims).getBytes(StandardCharsets.UTF_8));
        return verifier.verify(signature);
    }
}
