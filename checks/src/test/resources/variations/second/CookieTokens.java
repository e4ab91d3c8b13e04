package edu.example.second;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Random;

/** Flow shapes around one sink: what is marked is reached, its good twin is not. */
public class CookieTokens extends HttpServlet {

    void nestedIfsBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = null;
        if (Gates.LIMIT > 3) {
            if (Gates.NAME.equals("prod")) {
                data = Integer.toString(new Random().nextInt());
            }
        }
        if (data != null) {
            Cookie cookie = new Cookie("authToken", data); // BUG: WeakSecretRandom
        }
    }

    void nestedIfsGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = java.util.UUID.randomUUID().toString();
        if (Gates.LIMIT > 300) {
            data = Integer.toString(new Random().nextInt());
        }
        Cookie cookie = new Cookie("authToken", data); // OK: WeakSecretRandom
    }

    interface InterfaceConstantBadConstants {
        String WORD = Integer.toString(new Random().nextInt());
    }

    void interfaceConstantBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = InterfaceConstantBadConstants.WORD;
        Cookie cookie = new Cookie("authToken", data); // BUG: WeakSecretRandom
    }

    interface InterfaceConstantGoodConstants {
        String WORD = java.util.UUID.randomUUID().toString();
    }

    void interfaceConstantGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = InterfaceConstantGoodConstants.WORD;
        Cookie cookie = new Cookie("authToken", data); // OK: WeakSecretRandom
    }

    void twoDimensionsBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String[][] table = new String[2][2];
        table[1][0] = Integer.toString(new Random().nextInt());
        String data = table[1][0];
        Cookie cookie = new Cookie("authToken", data); // BUG: WeakSecretRandom
    }

    void twoDimensionsGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String[][] table = new String[2][2];
        table[1][0] = java.util.UUID.randomUUID().toString();
        String data = table[1][0];
        Cookie cookie = new Cookie("authToken", data); // OK: WeakSecretRandom
    }

    void filledBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String[] out = new String[1];
        fillFilledBad(out);
        String data = out[0];
        Cookie cookie = new Cookie("authToken", data); // BUG: WeakSecretRandom
    }

    private static void fillFilledBad(String[] out) {
        out[0] = Integer.toString(new Random().nextInt());
    }

    void filledGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String[] out = new String[1];
        fillFilledGood(out);
        String data = out[0];
        Cookie cookie = new Cookie("authToken", data); // OK: WeakSecretRandom
    }

    private static void fillFilledGood(String[] out) {
        out[0] = java.util.UUID.randomUUID().toString();
    }

    interface InterfaceDefaultBadStep {
        default String text() {
            return Integer.toString(new Random().nextInt());
        }
    }

    static class InterfaceDefaultBadPlain implements InterfaceDefaultBadStep {}

    void interfaceDefaultBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        InterfaceDefaultBadStep step = new InterfaceDefaultBadPlain();
        String data = step.text();
        Cookie cookie = new Cookie("authToken", data); // BUG: WeakSecretRandom
    }

    interface InterfaceDefaultGoodStep {
        default String text() {
            return Integer.toString(new Random().nextInt());
        }
    }

    static class InterfaceDefaultGoodOther implements InterfaceDefaultGoodStep {
        @Override
        public String text() {
            return java.util.UUID.randomUUID().toString();
        }
    }

    void interfaceDefaultGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        InterfaceDefaultGoodOther step = new InterfaceDefaultGoodOther();
        String data = step.text();
        Cookie cookie = new Cookie("authToken", data); // OK: WeakSecretRandom
    }

    void earlyReturnBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = Integer.toString(new Random().nextInt());
        if (request.getParameter("skip") != null) {
            return;
        }
        Cookie cookie = new Cookie("authToken", data); // BUG: WeakSecretRandom
    }

    void earlyReturnGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = Integer.toString(new Random().nextInt());
        if (Gates.LIMIT == 7) {
            return;
        }
        Cookie cookie = new Cookie("authToken", data); // OK: WeakSecretRandom
    }
}
