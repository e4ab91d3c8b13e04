package edu.example.apis;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.slf4j.LoggerFactory;

/** Secrets that leave by a log, an answer, a cookie, an exception, an address or a wire without encryption. */
public class Leaks extends HttpServlet {

    private static final Logger JUL = Logger.getLogger("Leaks");
    private static final org.slf4j.Logger SLF = LoggerFactory.getLogger(Leaks.class);
    private static final org.apache.logging.log4j.Logger LOG4J =
            org.apache.logging.log4j.LogManager.getLogger(Leaks.class);
    private static final Log COMMONS = LogFactory.getLog(Leaks.class);
    private static final System.Logger PLATFORM = System.getLogger("Leaks");

    void jul(PasswordAuthentication who) {
        JUL.warning("failed for " + new String(who.getPassword())); // BUG: SecretLogged
        JUL.log(Level.FINE, "failed for {0}", String.valueOf(who.getPassword())); // BUG: SecretLogged
        JUL.info("failed for " + who.getUserName()); // OK: SecretLogged
        JUL.logp(Level.INFO, "Leaks", "jul", new String(who.getPassword())); // BUG: SecretLogged
        JUL.entering("Leaks", "jul", new String(who.getPassword())); // BUG: SecretLogged
    }

    void others(String password, String user) {
        SLF.debug("login {} {}", user, password); // BUG: SecretLogged
        LOG4J.error("login " + password); // BUG: SecretLogged
        LOG4J.printf(org.apache.logging.log4j.Level.INFO, "login %s", password); // BUG: SecretLogged
        COMMONS.trace("login " + password); // BUG: SecretLogged
        PLATFORM.log(System.Logger.Level.INFO, "login " + password); // BUG: SecretLogged
        System.err.printf("login %s%n", password); // BUG: SecretLogged
        System.out.append(password); // BUG: SecretLogged
        SLF.debug("login {} with a password of {} characters", user, password.length()); // OK: SecretLogged
        SLF.info("password changed for {}", user); // OK: SecretLogged
        COMMONS.info("login " + user); // OK: SecretLogged
    }

    void typed() throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.print("Password: ");
        String password = reader.readLine();
        System.out.println("you typed " + password); // BUG: SecretLogged
        System.out.println("thank you"); // OK: SecretLogged
    }

    void sessionLogged(HttpServletRequest request) {
        getServletContext().log("session " + request.getSession().getId()); // BUG: SecretLogged
        log("request to " + request.getRequestURI()); // OK: SecretLogged
    }

    void servletLog(String password) {
        log("login with " + password); // BUG: SecretLogged
    }

    void cookies(HttpServletRequest request, HttpServletResponse response, String apiToken) {
        Cookie bad = new Cookie("apiToken", apiToken);
        response.addCookie(bad); // BUG: SecretInResponse
        Cookie half = new Cookie("apiToken", apiToken);
        half.setSecure(false);
        half.setHttpOnly(true);
        response.addCookie(half); // BUG: SecretInResponse
        Cookie good = new Cookie("apiToken", apiToken); // OK: SecretInResponse
        good.setSecure(true);
        good.setHttpOnly(true);
        response.addCookie(good);
        Cookie taste = new Cookie("theme", request.getParameter("theme")); // OK: SecretInResponse
        response.addCookie(taste);
    }

    void header(HttpServletResponse response) {
        response.setHeader("X-Debug", System.getenv("SIGNING_SECRET")); // BUG: SecretInResponse
        response.setHeader("X-Node", System.getenv("NODE_NAME")); // OK: SecretInResponse
    }

    void page(HttpServletResponse response) throws IOException {
        PrintWriter out = response.getWriter();
        out.write("<input type='hidden' value='" + System.getenv("SIGNING_SECRET") + "'>"); // BUG: SecretInResponse
        response.getOutputStream().print(System.getenv("SIGNING_SECRET")); // BUG: SecretInResponse
        out.printf("<p>%s</p>", System.getenv("NODE_NAME")); // OK: SecretInResponse
    }

    void thrown(String password, String user) throws Exception {
        if (user == null) {
            throw new IllegalArgumentException("no user for " + password); // BUG: SecretInErrorMessage
        }
        if (user.isEmpty()) {
            throw new IOException(String.format("refused %s/%s", user, password)); // BUG: SecretInErrorMessage
        }
        throw new IOException("refused " + user); // OK: SecretInErrorMessage
    }

    void addresses(String user, String password, HttpServletResponse response) throws Exception {
        new URL("https://example.org/login?user=" + user + "&password=" + password).openStream(); // BUG: SecretInUrl
        URI.create("https://example.org/login?pw=" + URLEncoder.encode(password, StandardCharsets.UTF_8)); // BUG: SecretInUrl
        response.sendRedirect("/welcome?password=" + password); // BUG: SecretInUrl
        response.sendRedirect("/welcome?user=" + user); // OK: SecretInUrl
    }
}
