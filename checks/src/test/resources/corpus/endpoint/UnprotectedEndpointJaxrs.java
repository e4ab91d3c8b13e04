package corpus.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.keywright.annotations.ApiKeyProtected;
import dev.keywright.annotations.PublicEndpoint;
import dev.keywright.annotations.RateLimited;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/invoices")
@RateLimited("60 per minute")
public class UnprotectedEndpointJaxrs {

    @GET
    @ApiKeyProtected(scopes = "invoices:read")
    public String list() { // OK: UnprotectedEndpoint
        return "";
    }

    @POST
    public String create() { // BUG: UnprotectedEndpoint
        return "";
    }

    @DELETE
    @Path("/{id}")
    public void delete() { // BUG: UnprotectedEndpoint
    }

    @GET
    @Path("/health")
    @PublicEndpoint(reason = "health check")
    public String health() { // OK: UnprotectedEndpoint
        return "";
    }

    @GET
    @Path("/admin")
    @RolesAllowed("admin")
    public String admin() { // OK: UnprotectedEndpoint
        return "";
    }

    public String helper() { // OK: UnprotectedEndpoint
        return "";
    }
}

@WebServlet("/download")
class DownloadServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) { // BUG: UnprotectedEndpoint
    }
}

class Ping implements HttpHandler {

    @Override
    public void handle(HttpExchange exchange) { // BUG: UnprotectedEndpoint
    }
}
