package dev.keywright.checks.rules.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.testing.RuleTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretFromQueryParameterTest {

    private static final RuleTester TESTER = RuleTester.of(SecretFromQueryParameter.class);

    @Test
    void harmlessParametersAreSilent() {
        TESTER.check("""
                package shop;
                import org.springframework.web.bind.annotation.*;
                @RestController
                class Orders {
                    @GetMapping("/a") String a(@RequestParam String q, @RequestParam int page, @RequestParam("sort_key") String s) { return ""; }
                    @GetMapping("/b") String b(@RequestParam String code, @RequestParam String state) { return ""; }
                    @GetMapping("/c") String c(@RequestParam String nextPageToken, @RequestParam String passwordHint) { return ""; }
                    @GetMapping("/reset") String d(@RequestParam("reset_token") String token) { return ""; }
                    @GetMapping("/e") String e(@RequestParam String token) { return ""; }
                    @GetMapping("/f") String f(@RequestHeader("X-API-Key") String apiKey) { return ""; }
                    @GetMapping("/g/{apiKeyId}") String g(@PathVariable String apiKeyId) { return ""; }
                }
                """);
    }

    @Test
    void whatASupertypeSaysOfHarmlessParametersIsSilent() {
        TESTER.check("""
                package shop;
                import org.springframework.web.bind.annotation.*;
                interface Api {
                    @GetMapping("/a") String a(@RequestParam("q") String query, @RequestHeader("X-API-Key") String key);
                    @PostMapping("/login") String login(@RequestParam("password") String password);
                    @GetMapping("/own") String own(@RequestParam("api_key") String key);
                }
                @RestController class Impl implements Api {
                    public String a(String apiKey, String key) { return ""; }
                    public String login(String password) { return ""; }
                    public String own(@RequestParam("page") String key) { return ""; }
                }
                interface Client { @GetMapping("/b") String b(@RequestParam("api_key") String key); }
                """, """
                package shop;
                import jakarta.ws.rs.*;
                @Path("/jax") public interface Jax { @GET String get(@QueryParam("api_key") String key); }
                class Own implements Jax {
                    // A method that bears annotations of its own takes none from the interface: this is the body.
                    @POST public String get(String key) { return ""; }
                }
                """);
    }

    @Test
    void aParameterThatASupertypeTakesFromTheQueryIsFlaggedWhereItRuns() {
        TESTER.check("""
                package shop;
                import org.springframework.web.bind.annotation.*;
                interface Api<T> {
                    @GetMapping("/a") String a(T order, @RequestParam("api_key") String value);
                    @GetMapping("/b") String b(@RequestParam String apiKey);
                    @GetMapping("/c") String c(@RequestParam String value);
                }
                @RestController class Impl implements Api<Long> {
                    public String a(Long order, String value) { // BUG: SecretFromQueryParameter
                        return "";
                    }
                    public String b(String apiKey) { return ""; } // BUG: SecretFromQueryParameter
                    public String c(String apiKey) { return ""; } // BUG: SecretFromQueryParameter
                }
                @RestController class Heir extends Impl {}
                """, """
                package shop;
                import org.springframework.web.bind.annotation.*;
                abstract class Base {
                    @GetMapping("/base") public String base(@RequestParam("access_token") String value) { return ""; }
                    @GetMapping("/over") public abstract String over(@RequestParam("access_token") String value);
                }
                @RestController class Sub extends Base { // BUG: SecretFromQueryParameter
                    public String over(String value) { return ""; } // BUG: SecretFromQueryParameter
                }
                """, """
                package shop;
                import jakarta.ws.rs.*;
                @Path("/jax") public interface Jax { @GET String get(@QueryParam("api_key") String key); }
                class Res implements Jax {
                    public String get(String key) { return ""; } // BUG: SecretFromQueryParameter
                }
                """);
    }

    @Test
    void formsAreSilent() {
        TESTER.check("""
                package shop;
                import org.springframework.web.bind.annotation.*;
                import jakarta.ws.rs.FormParam;
                @RestController
                class Login {
                    @PostMapping("/login") String a(@RequestParam String user, @RequestParam String password) { return ""; }
                }
                """, """
                package shop;
                import jakarta.servlet.http.*;
                class LoginServlet extends HttpServlet {
                    @Override protected void doPost(HttpServletRequest q, HttpServletResponse r) {
                        q.getParameter("password");
                        q.getParameter("client_secret");
                    }
                }
                class Filters {
                    void filter(HttpServletRequest q) { q.getParameter("j_password"); q.getParameter(name()); q.getHeader("X-API-Key"); }
                    String name() { return "x"; }
                }
                """, """
                package shop;
                import jakarta.ws.rs.*;
                @Path("/l") public class L { @POST public String l(@FormParam("password") String p) { return ""; } }
                """);
    }

    @Test
    void namesOfParametersOfOtherCodeAreSilent() {
        TESTER.check("""
                package shop;
                import java.util.Map;
                class Config {
                    String a(Map<String, String> map) { return map.get("password"); }
                    String getParameter(String name) { return name; }
                    String b() { return getParameter("api_key"); }
                }
                """);
    }

    @Test
    void annotatedParametersAreFlagged() {
        List<Finding> findings = TESTER.check("""
                package shop;
                import org.springframework.web.bind.annotation.*;
                @RestController
                class Orders {
                    @GetMapping("/a") String a(@RequestParam("api_key") String key) { return ""; } // BUG: SecretFromQueryParameter
                    @GetMapping("/b") String b(@RequestParam String accessToken) { return ""; } // BUG: SecretFromQueryParameter
                    @RequestMapping("/c") String c(@RequestParam(name = "password") String p) { return ""; } // BUG: SecretFromQueryParameter
                    @PostMapping("/d") String d(@RequestParam String apiKey, @RequestBody String order) { return ""; } // BUG: SecretFromQueryParameter
                    @DeleteMapping("/e") String e(@RequestParam(KEY) String k) { return ""; } // BUG: SecretFromQueryParameter
                    static final String KEY = "apikey";
                }
                """, """
                package shop;
                import jakarta.ws.rs.*;
                @Path("/l")
                public class L {
                    @GET public String l(@QueryParam("access_token") String t) { return ""; } // BUG: SecretFromQueryParameter
                    @POST public String m(@QueryParam("apiKey") String t) { return ""; } // BUG: SecretFromQueryParameter
                }
                class Bean {
                    @QueryParam("client_secret") String secret; // BUG: SecretFromQueryParameter
                }
                """, """
                package shop;
                import io.micronaut.http.annotation.*;
                @Controller("/m") class M {
                    @Get String m(@QueryValue String authToken) { return ""; } // BUG: SecretFromQueryParameter
                }
                """);
        assertThat(findings.get(0).message())
                .isEqualTo(
                        "the credential 'api_key' is taken from the query by @RequestParam, which ends in access logs,"
                                + " histories and Referer headers; take it from a header, as @ApiKeyProtected does");
    }

    @Test
    void callsAreFlagged() {
        TESTER.check("""
                package shop;
                import jakarta.servlet.http.*;
                class Export extends HttpServlet {
                    @Override protected void doGet(HttpServletRequest q, HttpServletResponse r) {
                        String key = q.getParameter("api_key"); // BUG: SecretFromQueryParameter
                    }
                }
                class KeyFilter {
                    boolean may(HttpServletRequest request) {
                        return request.getParameter("apiKey") != null; // BUG: SecretFromQueryParameter
                    }
                }
                """, """
                package shop;
                import org.springframework.http.server.reactive.ServerHttpRequest;
                import org.springframework.web.reactive.function.server.ServerRequest;
                import io.vertx.ext.web.RoutingContext;
                import jakarta.ws.rs.core.UriInfo;
                class Reactive {
                    Object a(ServerRequest request) {
                        return request.queryParam("access_token"); // BUG: SecretFromQueryParameter
                    }
                    Object b(ServerHttpRequest request) {
                        return request.getQueryParams().getFirst("password"); // BUG: SecretFromQueryParameter
                    }
                    Object c(RoutingContext context) {
                        return context.queryParam("api-key"); // BUG: SecretFromQueryParameter
                    }
                    Object d(UriInfo uri) {
                        return uri.getQueryParameters().getFirst("apiKey"); // BUG: SecretFromQueryParameter
                    }
                }
                """);
    }

    /** Missed: a query that is taken apart by hand, and a bare name like "token". */
    @Test
    void knownLimits() {
        TESTER.check("""
                package shop;
                import com.sun.net.httpserver.HttpExchange;
                class Hand {
                    String key(HttpExchange exchange) {
                        String query = exchange.getRequestURI().getQuery();
                        return query.substring(query.indexOf("api_key=") + 8);
                    }
                }
                """);
    }

    @Test
    void mapsOfParametersThatAVariableKeeps() {
        TESTER.check("""
                package shop;
                import jakarta.websocket.Session;
                import java.util.List;
                import java.util.Map;
                class Chat {
                    String harmless(Session session, Map<String, List<String>> headers) {
                        Map<String, List<String>> query = session.getRequestParameterMap();
                        return query.get("room").get(0) + headers.get("access_token").get(0);
                    }
                    String open(Session session) {
                        Map<String, List<String>> query = session.getRequestParameterMap();
                        return query.get("access_token").get(0); // BUG: SecretFromQueryParameter
                    }
                }
                """);
    }

    @Test
    void helidonsFirstValue() {
        TESTER.check("""
                package shop;
                import io.helidon.webserver.http.ServerRequest;
                class Routes {
                    String sort(ServerRequest request) {
                        return request.query().first("sort").orElse("");
                    }
                    String key(ServerRequest request) {
                        return request.query().first("api_key").orElse(""); // BUG: SecretFromQueryParameter
                    }
                }
                """);
    }

    @Test
    void playsQuery() {
        TESTER.check("""
                package shop;
                import play.mvc.Http;
                class Pages {
                    String theme(Http.Request request) {
                        return request.queryString("theme").orElse("light");
                    }
                    String key(Http.Request request) {
                        return request.queryString("api_key").orElse(""); // BUG: SecretFromQueryParameter
                    }
                }
                """, """
                package play.mvc;
                public class Http {
                    public interface Request {
                        java.util.Optional<String> queryString(String key);
                    }
                }
                """);
    }

    @Test
    void mapsOfAllParametersAreKnown() {
        TESTER.check("""
                package sample;
                import java.util.Map;
                import org.springframework.web.bind.annotation.*;
                @RestController
                class Maps {
                    @GetMapping("/a")
                    String one(@RequestParam Map<String, String> all, Map<String, String> settings) {
                        String page = all.get("page");
                        String own = settings.get("api_key");
                        return page + own + all.get("api_key").length(); // BUG: SecretFromQueryParameter
                    }
                    @GetMapping("/b")
                    String link(@RequestParam Map<String, String> all) {
                        return all.get("password"); // BUG: SecretFromQueryParameter
                    }
                    @PostMapping("/c")
                    String form(@RequestParam Map<String, String> all) {
                        return all.get("password");
                    }
                }
                """);
    }

    @Test
    void queriesThatAreTakenApartByHandAreKnown() {
        TESTER.check("""
                package sample;
                import jakarta.servlet.http.HttpServletRequest;
                import java.net.URI;
                import java.util.*;
                class Apart {
                    Map<String, String> parts(HttpServletRequest request) {
                        Map<String, String> map = new HashMap<>();
                        for (String pair : request.getQueryString().split("&")) {
                            map.put(pair.split("=")[0], pair.split("=")[1]);
                        }
                        return map;
                    }
                    String key(HttpServletRequest request) {
                        Map<String, String> parts = parts(request);
                        return parts.get("page") + parts.get("api_key"); // BUG: SecretFromQueryParameter
                    }
                    boolean begins(HttpServletRequest request) {
                        String query = request.getQueryString();
                        return query.startsWith("access_token="); // BUG: SecretFromQueryParameter
                    }
                    String pair(HttpServletRequest request) {
                        for (String each : request.getQueryString().split("&")) {
                            String[] pair = each.split("=");
                            if (pair[0].equals("sort") || "client_secret".equals(pair[0])) { // BUG: SecretFromQueryParameter
                                return pair[1];
                            }
                        }
                        return null;
                    }
                    boolean header(HttpServletRequest request, Map<String, String> settings) {
                        return request.getHeader("X").startsWith("access_token=") || settings.get("api_key") == null;
                    }
                    boolean client(URI sent) {
                        return sent.getQuery().startsWith("access_token=");
                    }
                }
                """);
    }
}
