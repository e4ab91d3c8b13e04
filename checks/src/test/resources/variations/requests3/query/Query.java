package acme.query;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import org.springframework.web.bind.annotation.*;

interface SearchApi {
    @GetMapping("/search")
    String search(@RequestParam("access_token") String token, @RequestParam("q") String query);
}

@RestController
class Search implements SearchApi {
    @Override
    public String search(String token, String query) { // BUG: SecretFromQueryParameter
        return query;
    }
}

@RestController
class Downloads {
    @GetMapping("/download")
    String download(@RequestParam(name = "apikey") String id) { // BUG: SecretFromQueryParameter
        return id;
    }

    @GetMapping("/feed")
    String feed(@RequestParam Map<String, String> parameters) {
        return check(parameters.get("api_key")); // BUG: SecretFromQueryParameter
    }

    @GetMapping("/page")
    String page(@RequestParam("page_token") String pageToken, @RequestParam("sort") String sort) { // OK: SecretFromQueryParameter
        return sort;
    }

    @GetMapping("/head")
    String head(@RequestHeader("Authorization") String authorization) { // OK: SecretFromQueryParameter
        return check(authorization);
    }

    @DeleteMapping("/account")
    void delete(@RequestParam("password") String password) {} // BUG: SecretFromQueryParameter

    private String check(String key) {
        return key == null ? "no" : "yes";
    }
}

@Path("/export")
class Export {
    @GET
    public String csv(@QueryParam("client_secret") String secret) { // BUG: SecretFromQueryParameter
        return secret == null ? "" : "x";
    }

    @GET
    @Path("/json")
    public String json(@HeaderParam("X-API-Key") String key, @CookieParam("session") String session) { // OK: SecretFromQueryParameter
        return "";
    }
}

class Filters {
    boolean admin(HttpServletRequest request) {
        return known(request.getParameter("apiKey")); // BUG: SecretFromQueryParameter
    }

    boolean values(HttpServletRequest request) {
        return known(request.getParameterValues("access_token")[0]); // BUG: SecretFromQueryParameter
    }

    boolean map(HttpServletRequest request) {
        return known(request.getParameterMap().get("auth_token")[0]); // BUG: SecretFromQueryParameter
    }

    boolean javalin(io.javalin.http.Context context) {
        return known(context.queryParam("api-key")); // BUG: SecretFromQueryParameter
    }

    boolean vertxParams(io.vertx.ext.web.RoutingContext context) {
        return known(context.queryParams().get("access_token")); // BUG: SecretFromQueryParameter
    }

    boolean undertow(io.undertow.server.HttpServerExchange exchange) {
        return known(exchange.getQueryParameters().get("api_key").getFirst()); // BUG: SecretFromQueryParameter
    }

    private boolean known(String key) {
        return key != null;
    }
}
