package corpus.endpoint;

import io.micronaut.http.annotation.QueryValue;
import io.vertx.ext.web.RoutingContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.ServerWebExchange;

@RestController
class Reports {

    @GetMapping("/reports")
    String list(@RequestParam("api_key") String k) { // BUG: SecretFromQueryParameter
        return "x";
    }

    @GetMapping("/reports/a")
    String named(@RequestParam String apiKey) { // BUG: SecretFromQueryParameter
        return "x";
    }

    @GetMapping("/reports/b")
    String attribute(@RequestParam(name = "access_token", required = false) String t) { // BUG: SecretFromQueryParameter
        return "x";
    }

    @RequestMapping(path = "/reports/c", method = RequestMethod.GET)
    String mapping(@RequestParam(value = "password") String p) { // BUG: SecretFromQueryParameter
        return "x";
    }

    @GetMapping("/reports/d")
    String request(HttpServletRequest request) {
        String key = request.getParameter("apikey"); // BUG: SecretFromQueryParameter
        return key == null ? "no" : "yes";
    }

    @GetMapping("/reports/e")
    String reactive(ServerWebExchange exchange) {
        String key = exchange.getRequest().getQueryParams().getFirst("client_secret"); // BUG: SecretFromQueryParameter
        return key == null ? "no" : "yes";
    }

    String functional(ServerRequest request) {
        return request.queryParam("auth_token").isPresent() ? "yes" : "no"; // BUG: SecretFromQueryParameter
    }

    @GetMapping("/reports/f")
    String header(@RequestHeader("X-Api-Key") String apiKey) { // OK: SecretFromQueryParameter
        return "x";
    }

    @GetMapping("/reports/g")
    String page(@RequestParam("page_token") String pageToken) { // OK: SecretFromQueryParameter
        return "x";
    }

    @GetMapping("/reports/h")
    String search(@RequestParam("key") String key, @RequestParam("q") String q) { // OK: SecretFromQueryParameter
        return key;
    }

    @RequestMapping(path = "/form", method = RequestMethod.POST)
    String form(@RequestParam("password") String password) { // OK: SecretFromQueryParameter
        return "x";
    }

    @GetMapping("/reports/i")
    String keyId(@RequestParam("key_id") String keyId) { // OK: SecretFromQueryParameter
        return "x";
    }

    @GetMapping("/reports/j")
    String type(@RequestParam String tokenType, @RequestParam String passwordPolicy) { // OK: SecretFromQueryParameter
        return "x";
    }
}

@Path("/rest")
class Rest {

    @GET
    public String get(@QueryParam("api_key") String key) { // BUG: SecretFromQueryParameter
        return "x";
    }

    @GET
    @Path("/b")
    public String token(@QueryParam("access_token") String t) { // BUG: SecretFromQueryParameter
        return "x";
    }

    @GET
    @Path("/c")
    public String header(@HeaderParam("X-Api-Key") String key) { // OK: SecretFromQueryParameter
        return "x";
    }

    @POST
    @Path("/d")
    public String form(@FormParam("password") String p) { // OK: SecretFromQueryParameter
        return "x";
    }

    @GET
    @Path("/e")
    public String sort(@QueryParam("sort_key") String sortKey) { // OK: SecretFromQueryParameter
        return "x";
    }
}

class Download extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest req, HttpServletResponse resp) {
        String t = req.getParameter("session_token"); // BUG: SecretFromQueryParameter
        String name = req.getParameter("name"); // OK: SecretFromQueryParameter
        resp.setStatus(t == null || name == null ? 401 : 200);
    }

    @Override
    protected void doPost(HttpServletRequest req, HttpServletResponse resp) {
        String p = req.getParameter("password"); // OK: SecretFromQueryParameter
        resp.setStatus(p == null ? 401 : 200);
    }
}

class Vertx {

    void handle(RoutingContext ctx) {
        String k = ctx.queryParams().get("api_key"); // BUG: SecretFromQueryParameter
        String q = ctx.queryParams().get("q"); // OK: SecretFromQueryParameter
        ctx.response().end(k + q);
    }

    void one(RoutingContext ctx) {
        ctx.request().getParam("token_type"); // OK: SecretFromQueryParameter
        ctx.request().getHeader("X-Api-Key"); // OK: SecretFromQueryParameter
    }
}

@io.micronaut.http.annotation.Controller("/m")
class Micro {

    @io.micronaut.http.annotation.Get("/a")
    String a(@QueryValue("api_key") String key) { // BUG: SecretFromQueryParameter
        return "x";
    }

    @io.micronaut.http.annotation.Get("/b")
    String b(@QueryValue String accessToken) { // BUG: SecretFromQueryParameter
        return "x";
    }

    @io.micronaut.http.annotation.Get("/c")
    String c(@QueryValue String city) { // OK: SecretFromQueryParameter
        return city;
    }
}
