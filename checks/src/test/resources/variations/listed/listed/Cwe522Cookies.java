package listed;

import java.io.IOException;
import java.sql.ResultSet;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class Cwe522Cookies {
    void bad1(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = new Cookie("password", request.getParameter("password"));
        response.addCookie(cookie); // BUG: SecretInResponse
    }

    void bad2(HttpServletResponse response, String sessionToken) {
        Cookie cookie = new Cookie("session", sessionToken);
        cookie.setSecure(true);
        cookie.setHttpOnly(false);
        response.addCookie(cookie); // BUG: SecretInResponse
    }

    void bad3(HttpServletResponse response, ResultSet row) throws Exception {
        response.getWriter().println("<td>" + row.getString("password_hash") + "</td>"); // BUG: SecretInResponse
    }

    void bad4(HttpServletResponse response) throws IOException {
        response.setHeader("X-Debug", "secret=" + System.getenv("CLIENT_SECRET")); // BUG: SecretInResponse
    }

    void bad5(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String password = request.getParameter("password");
        response.sendRedirect("/login?user=x&password=" + password); // BUG: SecretInUrl
    }

    void bad6(HttpServletRequest request, HttpServletResponse response) throws Exception {
        request.setAttribute("dbPassword", System.getProperty("db.password")); // BUG: SecretInResponse
        request.getRequestDispatcher("/WEB-INF/status.jsp").forward(request, response);
    }

    void good1(HttpServletResponse response, String sessionToken) {
        Cookie cookie = new Cookie("session", sessionToken);
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        response.addCookie(cookie); // OK: SecretInResponse
    }

    void good2(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = new Cookie("theme", request.getParameter("theme"));
        response.addCookie(cookie); // OK: SecretInResponse
    }

    void good3(HttpServletResponse response, ResultSet row) throws Exception {
        response.getWriter().println("<td>" + row.getString("name") + "</td>"); // OK: SecretInResponse
    }

    void good4(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect("/login?user=" + request.getParameter("user")); // OK: SecretInUrl
    }
}
