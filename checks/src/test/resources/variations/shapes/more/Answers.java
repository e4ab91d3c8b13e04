package more;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

final class Answers {

    private static final Logger log = LoggerFactory.getLogger(Answers.class);
    private final String smtpPassword = System.getenv("SMTP_PASSWORD");
    private final ObjectMapper mapper = new ObjectMapper();

    void json(HttpServletResponse response) throws IOException {
        ObjectNode node = mapper.createObjectNode();
        node.put("host", "smtp.example");
        node.put("password", smtpPassword);
        response.getWriter().write(mapper.writeValueAsString(node)); // BUG: SecretInResponse
    }

    void jsonGood(HttpServletResponse response) throws IOException {
        ObjectNode node = mapper.createObjectNode();
        node.put("host", "smtp.example");
        node.put("passwordSet", smtpPassword != null);
        response.getWriter().write(mapper.writeValueAsString(node)); // OK: SecretInResponse
    }

    @GetMapping("/mail")
    String view(Model model) {
        model.addAttribute("smtpPassword", smtpPassword); // BUG: SecretInResponse
        model.addAttribute("smtpHost", "smtp.example"); // OK: SecretInResponse
        return "mail";
    }

    void header(Context context) {
        context.header("X-Debug-Smtp", smtpPassword); // BUG: SecretInResponse
        context.header("X-Served-By", "smtp-1"); // OK: SecretInResponse
    }

    void cookie(HttpServletResponse response, String sessionToken) {
        Cookie cookie = new Cookie("session", sessionToken);
        cookie.setPath("/");
        response.addCookie(cookie); // BUG: SecretInResponse
    }

    void cookieGood(HttpServletResponse response, String sessionToken) {
        Cookie cookie = new Cookie("session", sessionToken);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
        response.addCookie(cookie); // OK: SecretInResponse
    }

    @GetMapping("/unsubscribe")
    String get(@RequestParam("api_key") String key) { // BUG: SecretFromQueryParameter
        return "done";
    }

    @GetMapping("/by-map")
    String map(@RequestParam Map<String, String> params) {
        String password = params.get("password"); // BUG: SecretFromQueryParameter
        String page = params.get("page"); // OK: SecretFromQueryParameter
        return page + (password == null);
    }

    void javalin(Context context) {
        String token = context.queryParam("auth_token"); // BUG: SecretFromQueryParameter
        String sort = context.queryParam("sort"); // OK: SecretFromQueryParameter
        String password = context.formParam("password"); // OK: SecretFromQueryParameter
        context.status(token == null || sort == null || password == null ? 401 : 200);
    }

    void raw(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        Map<String, String> parts = Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        String key = parts.get("apikey"); // BUG: SecretFromQueryParameter
        response.setStatus(key == null ? 401 : 200);
    }

    @AroundInvoke
    Object around(InvocationContext context) throws Exception {
        log.debug("calling {}", context.getMethod().getName()); // OK: SecretLogged
        Object result = context.proceed();
        log.debug("done with {} parameters", context.getParameters().length); // OK: SecretLogged
        return result;
    }

    void explain(String name, String password) {
        if (password.length() < 12) {
            throw new IllegalArgumentException("the password of " + name + " needs 12 characters"); // OK: SecretInErrorMessage
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("name: '" + name + "'"); // OK: SecretInErrorMessage
        }
        if (password.contains(name)) {
            throw new IllegalArgumentException(String.format("%s contains %s", password, name)); // BUG: SecretInErrorMessage
        }
    }

    void fail(HttpServletResponse response, String apiKey, String keyId) throws IOException {
        if (keyId == null) {
            response.sendError(401, "unknown key " + apiKey); // BUG: SecretInErrorMessage
        } else {
            response.sendError(401, "unknown key id " + keyId); // OK: SecretInErrorMessage
        }
    }

    RuntimeException typed(String refreshToken, Throwable cause) {
        String text = "refresh failed";
        if (cause == null) {
            text += " for " + refreshToken;
        }
        return new IllegalStateException(text, cause); // BUG: SecretInErrorMessage
    }
}
