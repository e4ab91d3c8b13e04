package edu.acme.cases;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Random;

/** Weak numbers that become what a browser is remembered by, and their good twins. */
public class SessionTokens extends HttpServlet {

    private static final String REMEMBER = "rememberMe";

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        double number = Math.random();
        String rememberMeKey = Double.toString(number).substring(2); // BUG: WeakSecretRandom
        Cookie cookie = new Cookie(REMEMBER, rememberMeKey);
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        request.getSession().setAttribute(cookie.getName(), rememberMeKey);
        response.addCookie(cookie);
    }

    void attribute(HttpServletRequest request) {
        request.getSession().setAttribute("csrfToken", Math.random() + ""); // BUG: WeakSecretRandom
    }

    void attributeOfInt(HttpServletRequest request) {
        int drawn = new Random().nextInt();
        request.getSession().setAttribute("authToken", drawn); // BUG: WeakSecretRandom
    }

    void cookieNamed(HttpServletResponse response) {
        long value = new Random(42L).nextLong();
        Cookie cookie = new Cookie("SESSIONID", Long.toHexString(value)); // BUG: WeakSecretRandom
        response.addCookie(cookie);
    }

    void cookieByHelper(HttpServletResponse response) {
        response.addCookie(new Cookie("session_token", draw())); // BUG: WeakSecretRandom // BUG: SecretInResponse
    }

    private static String draw() {
        return Float.toString(new Random().nextFloat());
    }

    void seeded(HttpServletResponse response) {
        SecureRandom random = new SecureRandom();
        random.setSeed(1234567L);
        response.addCookie(new Cookie("session", Long.toString(random.nextLong())));
    }

    void seededFirst(HttpServletResponse response) {
        SecureRandom random = new SecureRandom(new byte[] {1, 2, 3, 4});
        response.addCookie(new Cookie("sessionId", Long.toString(random.nextLong()))); // BUG: WeakSecretRandom
    }

    void good(HttpServletRequest request, HttpServletResponse response) {
        long value = new SecureRandom().nextLong();
        String rememberMeKey = Long.toHexString(value);
        Cookie cookie = new Cookie(REMEMBER, rememberMeKey);
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        request.getSession().setAttribute("csrfToken", rememberMeKey);
        response.addCookie(cookie);
    }

    void replaced(HttpServletRequest request) {
        String value = Double.toString(Math.random());
        value = Long.toHexString(new SecureRandom().nextLong());
        request.getSession().setAttribute("csrfToken", value);
    }

    void colour(HttpServletRequest request, HttpServletResponse response) {
        request.getSession().setAttribute("background", Math.random());
        request.getSession().setAttribute("cacheBuster", Long.toString(System.currentTimeMillis()));
        response.addCookie(new Cookie("lastVisit", Long.toString(System.currentTimeMillis())));
        response.addCookie(new Cookie("abTest", Integer.toString(new Random().nextInt(2))));
    }
}
