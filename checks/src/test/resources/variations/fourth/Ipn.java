package org.shopix.ipn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.*;
import jakarta.ws.rs.core.*;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.*;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.lang3.StringUtils;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@ApplicationScoped
@Path("/ipn")
public class Ipn {
    private final Map<String, SecretKey> merchants = new HashMap<>();

    @ConfigProperty(name = "ipn.paddle.shared-secret")
    String paddle;

    @POST
    @Path("coinbase")
    public Response coinbase(@HeaderParam("X-CC-Webhook-Signature") String sent, String body) throws Exception {
        String ours = hex(hmac(merchants.get("coinbase"), body));
        return ours.equalsIgnoreCase(sent) ? Response.ok().build() : Response.status(400).build(); // BUG: TimingUnsafeComparison
    }

    @POST
    @Path("square")
    public Response square(@HeaderParam("X-Square-Signature") String sent, String body) throws Exception {
        byte[] ours = hmac(merchants.get("square"), body);
        byte[] theirs = Base64.getDecoder().decode(sent);
        if (ByteBuffer.wrap(ours).equals(ByteBuffer.wrap(theirs))) { // BUG: TimingUnsafeComparison
            return Response.ok().build();
        }
        return Response.status(400).build();
    }

    @POST
    @Path("square2")
    public Response squareMended(@HeaderParam("X-Square-Signature") String sent, String body) throws Exception {
        byte[] ours = hmac(merchants.get("square"), body);
        return MessageDigest.isEqual(ours, Base64.getDecoder().decode(sent)) // OK: TimingUnsafeComparison
                ? Response.ok().build()
                : Response.status(400).build();
    }

    @POST
    @Path("paddle")
    public Response paddle(MultivaluedMap<String, String> form) throws Exception {
        Verification v = new Verification(paddle);
        if (!v.matches(form.getFirst("p_signature"), form.getFirst("payload"))) {
            throw new WebApplicationException(403);
        }
        return Response.ok().build();
    }

    static byte[] hmac(SecretKey key, String body) throws Exception {
        Mac m = Mac.getInstance("HmacSHA256");
        m.init(key);
        return m.doFinal(body.getBytes(StandardCharsets.UTF_8));
    }

    static String hex(byte[] raw) {
        StringBuilder b = new StringBuilder();
        for (byte x : raw) {
            b.append(Character.forDigit((x >>> 4) & 0xf, 16));
            b.append(Character.forDigit(x & 0xf, 16));
        }
        return b.toString();
    }
}

class Verification {
    private final byte[] material;

    Verification(String text) {
        this.material = text.getBytes(StandardCharsets.UTF_8);
    }

    boolean matches(String theirs, String payload) throws Exception {
        Mac m = Mac.getInstance("HmacSHA512");
        m.init(new SecretKeySpec(material, "HmacSHA512"));
        String ours = Base64.getEncoder().encodeToString(m.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
        return StringUtils.compare(ours, theirs) == 0; // BUG: TimingUnsafeComparison
    }
}

/** A device's pairing: what is kept is only known by the constructor. */
class Pairing {
    private final String k;
    private int failures;

    Pairing(DeviceStore store, String device) {
        this.k = store.loadPairingSecret(device);
    }

    boolean unlock(String attempt) {
        if (attempt.length() != k.length()) {
            return false;
        }
        int i = 0;
        while (i < k.length() && k.charAt(i) == attempt.charAt(i)) { // BUG: TimingUnsafeComparison
            i++;
        }
        return i == k.length();
    }

    boolean unlockMended(String attempt) {
        byte[] a = k.getBytes(StandardCharsets.UTF_8);
        byte[] b = attempt.getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(a, b); // OK: TimingUnsafeComparison
    }

    boolean sameFailures(int other) {
        return failures == other; // OK: TimingUnsafeComparison
    }
}

interface DeviceStore {
    String loadPairingSecret(String device);
}

class OpenidState {
    boolean check(HttpHeaders headers, UriInfo uri, Map<String, String> session) {
        String stored = session.get("csrf_token");
        String got = uri.getQueryParameters().getFirst("csrf_token");
        return Objects.equals(stored, got); // BUG: TimingUnsafeComparison
    }

    boolean scheme(HttpHeaders headers) {
        String auth = headers.getHeaderString("Authorization");
        return auth != null && auth.regionMatches(true, 0, "Basic ", 0, 6); // OK: TimingUnsafeComparison
    }

    boolean etag(HttpHeaders headers, byte[] content) throws Exception {
        String tag = Ipn.hex(MessageDigest.getInstance("SHA-256").digest(content));
        return tag.equals(headers.getHeaderString("If-None-Match")); // OK: TimingUnsafeComparison
    }
}
