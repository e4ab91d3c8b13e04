package listed;

import java.io.IOException;
import java.util.Map;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.security.crypto.password.PasswordEncoder;

public class Cwe204Enumeration extends HttpServlet {
    record User(String name, String passwordHash) {}

    private Map<String, User> users;
    private PasswordEncoder encoder;
    private String dummyHash;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        User user = users.get(request.getParameter("user"));
        if (user == null) {
            response.sendError(404, "No such user"); // BUG: AuthenticationEnumeration
            return;
        }
        if (!encoder.matches(request.getParameter("password"), user.passwordHash())) {
            response.sendError(401, "Wrong password");
            return;
        }
        response.getWriter().println("welcome");
    }

    String bad2(String name, String password) {
        User user = users.get(name);
        if (user == null) {
            return "unknown-user"; // BUG: AuthenticationEnumeration
        } else if (!encoder.matches(password, user.passwordHash())) {
            return "wrong-password";
        }
        return "ok";
    }

    void bad3(String name, String password) {
        User user = users.get(name);
        if (user == null) {
            throw new SecurityException("User " + name + " does not exist"); // BUG: AuthenticationEnumeration
        }
        if (!encoder.matches(password, user.passwordHash())) {
            throw new SecurityException("Password is wrong");
        }
    }

    String good1(String name, String password) {
        User user = users.get(name);
        String hash = user == null ? dummyHash : user.passwordHash();
        boolean matches = encoder.matches(password, hash);
        if (user == null || !matches) {
            return "bad-credentials"; // OK: AuthenticationEnumeration
        }
        return "ok";
    }

    String good2(String id) {
        User user = users.get(id);
        if (user == null) {
            return "not-found"; // OK: AuthenticationEnumeration
        }
        return user.name();
    }
}
