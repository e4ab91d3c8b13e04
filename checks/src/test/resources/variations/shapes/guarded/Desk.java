package guarded;

import dev.keywright.annotations.ApiKeyProtected;
import dev.keywright.annotations.BearerProtected;
import dev.keywright.annotations.RateLimited;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/desk")
@ApiKeyProtected(scopes = "desk:read")
@RateLimited("30 per minute")
public class Desk {

    @GET
    public String open() { // OK: UnprotectedEndpoint
        return "open";
    }

    @POST
    @Path("/close")
    public void close() { // BUG: ReadScopeOnWrite
        System.out.println("closed");
    }

    @POST
    @Path("/ring")
    @BearerProtected(scopes = "desk:write")
    public void ring() { // OK: ReadScopeOnWrite
        System.out.println("ring");
    }
}
