package com.acme.answers;

import com.sun.net.httpserver.HttpExchange;
import io.javalin.http.Context;
import io.micronaut.http.HttpResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.ModelAndView;

@RestController
public class Answers {
    private final UserRepository users;

    @Value("${payment.secret-key}")
    private String paymentKey;

    @Value("${payment.publishable-key}")
    private String publishableKey;

    Answers(UserRepository users) {
        this.users = users;
    }

    @GetMapping("/config")
    public Map<String, String> config() {
        return Map.of("stripe", paymentKey); // BUG: SecretInResponse
    }

    @GetMapping("/config/public")
    public Map<String, String> publicConfig() {
        return Map.of("stripe", publishableKey); // OK: SecretInResponse
    }

    @GetMapping("/users/{id}/hash")
    public ResponseEntity<String> hash(@PathVariable long id) {
        return ResponseEntity.ok(users.byId(id).getPasswordHash()); // BUG: SecretInResponse
    }

    @GetMapping("/users/{id}/name")
    public ResponseEntity<String> name(@PathVariable long id) {
        return ResponseEntity.ok(users.byId(id).getName()); // OK: SecretInResponse
    }

    @GetMapping("/users/{id}/key")
    public ResponseEntity<Map<String, Object>> key(@PathVariable long id) {
        Map<String, Object> body = new HashMap<>();
        User user = users.byId(id);
        body.put("name", user.getName());
        body.put("apiKey", user.getApiKey());
        return ResponseEntity.ok().body(body); // BUG: SecretInResponse
    }

    @PostMapping("/keys")
    public Map<String, String> createKey(KeyService service) {
        return Map.of("apiKey", service.issueApiKey()); // OK: SecretInResponse
    }
}

interface UserRepository {
    User byId(long id);

    List<User> all();
}

interface KeyService {
    String issueApiKey();
}

class User {
    private String name;
    private String passwordHash;
    private String apiKey;

    String getName() {
        return name;
    }

    String getPasswordHash() {
        return passwordHash;
    }

    String getApiKey() {
        return apiKey;
    }
}

@Controller
class Pages {
    @Value("${mail.password}")
    private String mailPassword;

    @GetMapping("/admin/mail")
    public String mail(Model model) {
        model.addAttribute("password", mailPassword); // BUG: SecretInResponse
        model.addAttribute("passwordSet", mailPassword != null); // OK: SecretInResponse
        return "admin/mail";
    }

    @GetMapping("/admin/mail2")
    public ModelAndView mail2() {
        return new ModelAndView("admin/mail").addObject("p", mailPassword); // BUG: SecretInResponse
    }

    @GetMapping("/reset")
    @ResponseBody
    public String message() {
        return "password.invalid"; // OK: SecretInResponse
    }
}

class Servlet extends HttpServlet {
    private String adminToken;

    @Override
    public void init() {
        adminToken = getServletConfig().getInitParameter("admin.token");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PrintWriter out = response.getWriter();
        out.println("<input name='t' value='" + adminToken + "'/>"); // BUG: SecretInResponse
        out.println("<label>Password</label>"); // OK: SecretInResponse
        response.setHeader("X-Admin", adminToken); // BUG: SecretInResponse
    }
}

@Path("/clients")
class Clients {
    private UserRepository users;

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") long id) {
        User u = users.byId(id);
        return Response.ok("{\"name\":\"" + u.getName() + "\",\"key\":\"" + u.getApiKey() + "\"}").build(); // BUG: SecretInResponse
    }

    @GET
    @Path("{id}/masked")
    public Response masked(@PathParam("id") long id) {
        User u = users.byId(id);
        return Response.ok("{\"key\":\"****" + u.getApiKey().substring(u.getApiKey().length() - 4) + "\"}").build(); // OK: SecretInResponse
    }
}

class Handlers {
    private final String internalSecret = System.getenv("INTERNAL_SECRET");

    void javalin(Context ctx) {
        ctx.json(Map.of("internal", internalSecret)); // BUG: SecretInResponse
        ctx.result("ok"); // OK: SecretInResponse
    }

    void vertx(RoutingContext rc) {
        rc.response().end(new JsonObject().put("secret", internalSecret).encode()); // BUG: SecretInResponse
    }

    HttpResponse<String> micronaut() {
        return HttpResponse.ok(internalSecret); // BUG: SecretInResponse
    }

    void jdk(HttpExchange exchange) throws IOException {
        byte[] body = ("debug: " + internalSecret).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body); // BUG: SecretInResponse
    }

    void cookie(HttpServletResponse response) {
        response.addCookie(new jakarta.servlet.http.Cookie("s", internalSecret)); // BUG: SecretInResponse
    }
}
