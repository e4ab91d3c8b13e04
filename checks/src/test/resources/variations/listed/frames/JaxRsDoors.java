package frames;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import org.jboss.logging.Logger;

@Path("/doors")
public class JaxRsDoors implements ContainerRequestFilter {
    private static final Logger LOG = Logger.getLogger(JaxRsDoors.class);
    private final String token = System.getenv("SERVICE_TOKEN");

    @Override
    public void filter(ContainerRequestContext context) {
        String given = context.getHeaderString("Authorization");
        if (given == null || !given.equals("Bearer " + token)) { // BUG: TimingUnsafeComparison
            context.abortWith(Response.status(401).entity("expected " + token).build()); // BUG: SecretInResponse // BUG: SecretInErrorMessage
        }
    }

    @GET
    @Path("open")
    public String bad1(@QueryParam("token") String token) { // BUG: SecretFromQueryParameter
        return "open";
    }

    @GET
    @Path("open2")
    public String bad2(@Context UriInfo info) {
        String secret = info.getQueryParameters().getFirst("client_secret"); // BUG: SecretFromQueryParameter
        return secret == null ? "closed" : "open";
    }

    @POST
    @Path("session")
    public Response bad3(@HeaderParam("X-Session-Token") String session) {
        return Response.ok().cookie(new NewCookie("session", session)).build(); // BUG: SecretInResponse
    }

    @GET
    @Path("status")
    public Response bad4() {
        return Response.ok().header("X-Service-Token", token).build(); // BUG: SecretInResponse
    }

    public void bad5(@HeaderParam("X-Api-Key") String key) {
        throw new WebApplicationException("invalid key: " + key, 403); // BUG: SecretInErrorMessage
    }

    public Client bad6() {
        return ClientBuilder.newBuilder().hostnameVerifier((h, s) -> true).build(); // BUG: DisabledTlsVerification
    }

    public String bad7(Client client) {
        return client.target("https://api.example.com").queryParam("api_key", token).request().get(String.class); // BUG: SecretInUrl
    }

    public void bad8(@HeaderParam("Authorization") String header) {
        LOG.infof("called with %s", header); // BUG: SecretLogged
    }

    public String good1(Client client) {
        return client.target("https://api.example.com").queryParam("limit", 5).request().header("Authorization", "Bearer " + token).get(String.class); // OK: SecretInUrl
    }

    @GET
    @Path("page")
    public String good2(@QueryParam("page_token") String pageToken) { // OK: SecretFromQueryParameter
        return "page";
    }

    public Response good3(@HeaderParam("X-Session-Token") String session) {
        return Response.ok().cookie(new NewCookie.Builder("session").value(session).secure(true).httpOnly(true).build()).build(); // OK: SecretInResponse
    }

    public void good4(@HeaderParam("X-Api-Key") String key) {
        if (Objects.isNull(key)) {
            throw new WebApplicationException("missing X-Api-Key", 403); // OK: SecretInErrorMessage
        }
    }

    public void good5(@HeaderParam("Authorization") String header) {
        LOG.infof("called %s", header == null ? "anonymously" : "with a header"); // OK: SecretLogged
    }
}
