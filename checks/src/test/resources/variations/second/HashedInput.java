package edu.example.second;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Flow shapes around one sink: what is marked is reached, its good twin is not. */
public class HashedInput extends HttpServlet {

    enum EnumSwitchBadMode {
        FAST,
        SLOW
    }

    void enumSwitchBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        EnumSwitchBadMode mode = EnumSwitchBadMode.SLOW;
        String data = null;
        switch (mode) {
            case SLOW:
                data = new String(System.console().readPassword());
                break;
            case FAST:
                data = System.console().readLine();
                break;
            default:
                break;
        }
        MessageDigest.getInstance("SHA-1").digest(data.getBytes(StandardCharsets.UTF_8)); // BUG: WeakSecretStorage
    }

    enum EnumSwitchGoodMode {
        FAST,
        SLOW
    }

    void enumSwitchGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        EnumSwitchGoodMode mode = EnumSwitchGoodMode.valueOf(request.getParameter("mode"));
        String data;
        switch (mode) {
            case SLOW:
                data = System.console().readLine();
                break;
            default:
                data = System.console().readLine();
                break;
        }
        MessageDigest.getInstance("SHA-1").digest(data.getBytes(StandardCharsets.UTF_8)); // OK: WeakSecretStorage
    }

    enum EnumFieldBadChoice {
        FIRST(new String(System.console().readPassword())),
        SECOND(System.console().readLine());

        final String text;

        EnumFieldBadChoice(String text) {
            this.text = text;
        }
    }

    void enumFieldBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = EnumFieldBadChoice.FIRST.text;
        MessageDigest.getInstance("SHA-1").digest(data.getBytes(StandardCharsets.UTF_8)); // BUG: WeakSecretStorage
    }

    void mapOfListsBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Map<String, List<String>> map = new HashMap<>();
        map.put("one", List.of(new String(System.console().readPassword())));
        String data = map.get("one").get(0);
        MessageDigest.getInstance("SHA-1").digest(data.getBytes(StandardCharsets.UTF_8)); // BUG: WeakSecretStorage
    }

    void mapOfListsGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Map<String, List<String>> map = new HashMap<>();
        map.put("one", List.of(new String(System.console().readPassword())));
        map.put("two", List.of(System.console().readLine()));
        String data = map.get("two").get(0);
        MessageDigest.getInstance("SHA-1").digest(data.getBytes(StandardCharsets.UTF_8)); // OK: WeakSecretStorage
    }

    void filledListBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        List<String> out = new ArrayList<>();
        fillFilledListBad(out);
        String data = out.get(0);
        MessageDigest.getInstance("SHA-1").digest(data.getBytes(StandardCharsets.UTF_8)); // BUG: WeakSecretStorage
    }

    private static void fillFilledListBad(List<String> out) {
        out.add(new String(System.console().readPassword()));
    }

    void filledListGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        List<String> out = new ArrayList<>();
        fillFilledListGood(out);
        String data = out.get(0);
        MessageDigest.getInstance("SHA-1").digest(data.getBytes(StandardCharsets.UTF_8)); // OK: WeakSecretStorage
    }

    private static void fillFilledListGood(List<String> out) {
        out.add(System.console().readLine());
    }

    abstract static class TemplatedBadTemplate {
        protected abstract String text();

        void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
            String data = text();
            MessageDigest.getInstance("SHA-1").digest(data.getBytes(StandardCharsets.UTF_8)); // BUG: WeakSecretStorage
        }
    }

    static class TemplatedBadReal extends TemplatedBadTemplate {
        @Override
        protected String text() {
            return new String(System.console().readPassword());
        }
    }

    void templatedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        new TemplatedBadReal().run(request, response);
    }

    abstract static class TemplatedGoodTemplate {
        protected abstract String text();

        void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
            String data = text();
            MessageDigest.getInstance("SHA-1").digest(data.getBytes(StandardCharsets.UTF_8)); // OK: WeakSecretStorage
        }
    }

    static class TemplatedGoodReal extends TemplatedGoodTemplate {
        @Override
        protected String text() {
            return System.console().readLine();
        }
    }

    void templatedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        new TemplatedGoodReal().run(request, response);
    }

    void nullBranchBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = null;
        if (data == null) {
            data = new String(System.console().readPassword());
        }
        MessageDigest.getInstance("SHA-1").digest(data.getBytes(StandardCharsets.UTF_8)); // BUG: WeakSecretStorage
    }

