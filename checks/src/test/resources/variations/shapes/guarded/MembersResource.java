package guarded;

import dev.keywright.annotations.AnyOf;
import dev.keywright.annotations.ApiKeyProtected;
import dev.keywright.annotations.BearerProtected;
import dev.keywright.annotations.HmacSigned;
import dev.keywright.annotations.LoginProtected;
import dev.keywright.annotations.PublicEndpoint;
import dev.keywright.annotations.RateLimited;
import dev.keywright.annotations.SignatureScheme;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

@Path("/members")
@RateLimited("60 per minute")
public class MembersResource {

    @GET
    @Path("/{id}")
    @RolesAllowed("librarian")
    public String member(@PathParam("id") long id) { // OK: UnprotectedEndpoint
        return "m" + id;
    }

    @GET
    @Path("/{id}/card")
    public String card(@PathParam("id") long id) { // BUG: UnprotectedEndpoint
        return "card-" + id;
    }

    @DELETE
    @Path("/{id}")
    @AnyOf(apiKey = @ApiKeyProtected(scopes = "members:read"), bearer = @BearerProtected(scopes = "members:list")) // BUG: ReadScopeOnWrite
    public void remove(@PathParam("id") long id) {
        System.out.println(id);
    }

    @PUT
    @Path("/{id}")
    @AnyOf(apiKey = @ApiKeyProtected(scopes = "members:write"), bearer = @BearerProtected(scopes = "members:admin"))
    public void replace(@PathParam("id") long id, String body) { // OK: ReadScopeOnWrite
        System.out.println(id);
    }

    @POST
    @Path("/log-in")
    @LoginProtected(account = "name")
    @PublicEndpoint(reason = "this is where one logs in")
    public String logIn(String body) { // OK: MissingRateLimit
        return "{}";
    }

    @POST
    @Path("/payments")
    @HmacSigned(secret = "payments", scheme = SignatureScheme.GITHUB) // BUG: SignatureReplayable
    public void paid(String body) {
        System.out.println(body.length());
    }

    @POST
    @Path("/payments/v2")
    @HmacSigned(secret = "payments", scheme = SignatureScheme.STRIPE) // OK: SignatureReplayable
    public void paidTwo(String body) {
        System.out.println(body.length());
    }

    @POST
    @Path("/export")
    @ApiKeyProtected(scopes = "members:read")
    public String export(String filter) { // OK: ReadScopeOnWrite
        return "";
    }
}
