package edu.example.apis;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** Who is calling, by what the caller says. */
public class Callers extends HttpServlet {

    private static final Set<String> ADMINS = Set.of("10.0.0.7");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String ip = request.getHeader("X-Forwarded-For");
        if (ip.equals("127.0.0.1")) { // BUG: SpoofableClientAddress
            response.getWriter().println("welcome, admin");
        }
    }

    boolean listed(HttpServletRequest request) {
        return ADMINS.contains(request.getHeader("X-Real-IP")); // BUG: SpoofableClientAddress
    }

    boolean listedGood(HttpServletRequest request) {
        return ADMINS.contains(request.getRemoteAddr()); // OK: SpoofableClientAddress
    }

    void password(HttpServletRequest request) {
        String password = request.getParameter("password"); // OK: SecretFromQueryParameter
        if (password == null) {
            throw new IllegalStateException("none");
        }
    }
}
