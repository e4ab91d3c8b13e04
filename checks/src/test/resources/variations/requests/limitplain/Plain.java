package blog.web;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.quarkus.security.Authenticated;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth")
class PlainAuth {
    @PostMapping("/login")
    String authenticateUser(@RequestBody LoginRequest loginRequest) { // BUG: MissingRateLimit
        return "";
    }

    @PostMapping("/forgot-password")
    void forgot(@RequestParam("email") String userEmail) {} // BUG: MissingRateLimit

    @GetMapping("/me")
    @PreAuthorize("isAuthenticated()")
    String me() { // BUG: MissingRateLimit
        return "";
    }

    @GetMapping("/posts")
    String posts() { // OK: MissingRateLimit
        return "";
    }

    @PostMapping("/logout")
    void logout() {} // OK: MissingRateLimit

    record LoginRequest(String username, String password) {}
}

@Controller("/login")
class MicronautLogin {
    @Post
    String login(@Body Credentials credentials) { // BUG: MissingRateLimit
        return "";
    }

    record Credentials(String user, String password) {}
}

@WebServlet("/signin")
class SignInServlet extends HttpServlet {
    @Override
    protected void doPost(HttpServletRequest req, HttpServletResponse resp) { // BUG: MissingRateLimit
        String user = req.getParameter("user");
        String password = req.getParameter("password");
        resp.setIntHeader("n", user.length() + password.length());
    }
}
