package webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

@Path("/hooks/orders")
public class Reserialised {

    private final ObjectMapper mapper = new ObjectMapper();
    private final SecretKey key;

    public Reserialised(SecretKey key) {
        this.key = key;
    }

    @POST
    public Response receive(
            @HeaderParam("X-Signature") String signature, @HeaderParam("X-Timestamp") String timestamp, JsonNode order)
            throws Exception {
        if (Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp)) > 60) {
            return Response.status(401).build();
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        mac.update(timestamp.getBytes());
        byte[] own = mac.doFinal(mapper.writeValueAsBytes(order)); // BUG: SignatureOmitsBody
        if (!MessageDigest.isEqual(own, HexFormat.of().parseHex(signature))) {
            return Response.status(401).build();
        }
        return Response.noContent().build();
    }
}
