package edu.acme.cases;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.PasswordAuthentication;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Secrets that leave through a log, an answer, a cookie or an exception; and their good twins. */
public class Leaking extends HttpServlet {

    private static final Logger LOG = Logger.getLogger("Leaking");
    private static final boolean NEVER = false;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession(true);
        LOG.info("Session id is " + session.getId()); // BUG: SecretLogged
        response.getWriter().println("hello");
    }

    void password() {
        PasswordAuthentication credentials = new PasswordAuthentication("user", read());
        LOG.log(Level.WARNING, "login of " + new String(credentials.getPassword())); // BUG: SecretLogged
    }

    private static char[] read() {
        return System.console().readPassword();
    }

    /** What a caller has typed goes back to the same caller: bad taste, and no leak. */
    void answered(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String password = request.getParameter("password");
        response.getWriter().println("your password is " + password);
    }

    void cookie(HttpServletRequest request, HttpServletResponse response) {
        String password = request.getParameter("password");
        response.addCookie(new Cookie("password", password)); // BUG: SecretInResponse
    }

    void thrown(String password) {
        throw new IllegalStateException("cannot log in with " + password); // BUG: SecretInErrorMessage
    }

    void neverLogged(String password) {
        if (NEVER) {
            LOG.info(password);
        }
    }

    void replaced(String password) {
        String data = password;
        data = "harmless";
        LOG.info(data);
    }

    void named(HttpServletRequest request) {
        LOG.info("a password was given for " + request.getParameter("username"));
    }
}
