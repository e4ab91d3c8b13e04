package edu.example.matrix;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flow shapes around one sink: what is marked is reached, its good twin is not. */
public class Answers extends HttpServlet {

    void staticFinalBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.ON) {
            data = System.getenv("BILLING_API_KEY");
        } else {
            data = null;
        }
        if (Flags.ON) {
            response.getWriter().println("using " + data); // BUG: SecretInResponse
        }
    }

    void staticFinalGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.OFF) {
            data = System.getenv("BILLING_API_KEY");
        } else {
            data = System.getenv("BILLING_REGION");
        }
        response.getWriter().println("using " + data); // OK: SecretInResponse
    }

    void staticFinalGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.ON) {
            data = System.getenv("BILLING_REGION");
        } else {
            data = System.getenv("BILLING_API_KEY");
        }
        if (Flags.ON) {
            response.getWriter().println("using " + data); // OK: SecretInResponse
        }
    }

    void ownStaticBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.isOn()) {
            data = System.getenv("BILLING_API_KEY");
        } else {
            data = null;
        }
        if (Flags.isOn()) {
            response.getWriter().println("using " + data); // BUG: SecretInResponse
        }
    }

    void ownStaticGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.isOff()) {
            data = System.getenv("BILLING_API_KEY");
        } else {
            data = System.getenv("BILLING_REGION");
        }
        response.getWriter().println("using " + data); // OK: SecretInResponse
    }

    void ownStaticGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.isOn()) {
            data = System.getenv("BILLING_REGION");
        } else {
            data = System.getenv("BILLING_API_KEY");
        }
        if (Flags.isOn()) {
            response.getWriter().println("using " + data); // OK: SecretInResponse
        }
    }

    void switchSinkBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = System.getenv("BILLING_API_KEY");
        switch (7) {
            case 7:
                response.getWriter().println("using " + data); // BUG: SecretInResponse
                break;
            default:
                break;
        }
    }

    void switchSinkGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = System.getenv("BILLING_API_KEY");
        switch (8) {
            case 7:
                response.getWriter().println("using " + data); // OK: SecretInResponse
                break;
            default:
                break;
        }
    }

    void returnedTwiceBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = outerReturnedTwiceBad(true);
        response.getWriter().println("using " + data); // BUG: SecretInResponse
    }

    private static String outerReturnedTwiceBad(boolean unused) {
        return innerReturnedTwiceBad("a");
    }

    private static String innerReturnedTwiceBad(String unused) {
        return System.getenv("BILLING_API_KEY");
    }

    void returnedTwiceGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = outerReturnedTwiceGood(true);
        response.getWriter().println("using " + data); // OK: SecretInResponse
    }

    private static String outerReturnedTwiceGood(boolean unused) {
        return innerReturnedTwiceGood(System.getenv("BILLING_API_KEY"));
    }

    private static String innerReturnedTwiceGood(String unused) {
        return System.getenv("BILLING_REGION");
    }

    private String keptFieldBetweenBad;

    void fieldBetweenBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        keptFieldBetweenBad = System.getenv("BILLING_API_KEY");
        sinkFieldBetweenBad(request, response);
    }

    private void sinkFieldBetweenBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = keptFieldBetweenBad;
        response.getWriter().println("using " + data); // BUG: SecretInResponse
    }

    private String keptFieldBetweenGood;

    void fieldBetweenGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        keptFieldBetweenGood = System.getenv("BILLING_REGION");
        sinkFieldBetweenGood(request, response);
    }

    private void sinkFieldBetweenGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = keptFieldBetweenGood;
        response.getWriter().println("using " + data); // OK: SecretInResponse
    }

    void aliasBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        AliasBadHolder one = new AliasBadHolder();
        AliasBadHolder two = one;
        one.text = System.getenv("BILLING_API_KEY");
        String data = two.text;
        response.getWriter().println("using " + data); // BUG: SecretInResponse
    }

    static class AliasBadHolder {
        String text;
    }

    void aliasGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        AliasGoodHolder one = new AliasGoodHolder();
        AliasGoodHolder two = new AliasGoodHolder();
        one.text = System.getenv("BILLING_API_KEY");
        two.text = System.getenv("BILLING_REGION");
        String data = two.text;
        response.getWriter().println("using " + data); // OK: SecretInResponse
    }

    static class AliasGoodHolder {
        String text;
    }

    void lambdaSourceBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Supplier<String> source = () -> System.getenv("BILLING_API_KEY");
        String data = source.get();
        response.getWriter().println("using " + data); // BUG: SecretInResponse
    }

    void lambdaSourceGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Function<String, String> source = ignored -> System.getenv("BILLING_REGION");
        String data = source.apply(System.getenv("BILLING_API_KEY"));
        response.getWriter().println("using " + data); // OK: SecretInResponse
    }

    void arrayHandedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String[] parts = new String[5];
        parts[2] = System.getenv("BILLING_API_KEY");
        useArrayHandedBad(parts, request, response); // BUG: SecretInResponse
    }

    private void useArrayHandedBad(String[] parts, HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = parts[2];
        response.getWriter().println("using " + data);
    }

    void arrayHandedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String[] parts = new String[5];
        parts[2] = System.getenv("BILLING_REGION");
        useArrayHandedGood(parts, request, response);
    }

    private void useArrayHandedGood(String[] parts, HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = parts[2];
        response.getWriter().println("using " + data); // OK: SecretInResponse
    }

    void mapKeysBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Map<String, String> map = new HashMap<>();
        map.put("one", System.getenv("BILLING_REGION"));
        map.put("two", System.getenv("BILLING_API_KEY"));
        map.put("three", "c");
        String data = map.get("two");
        response.getWriter().println("using " + data); // BUG: SecretInResponse
    }

    void mapKeysGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Map<String, Object> map = new HashMap<>();
        map.put("one", "a");
        map.put("two", System.getenv("BILLING_API_KEY"));
        map.put("three", System.getenv("BILLING_REGION"));
        String data = (String) map.get("two");
        data = (String) map.get("three");
        response.getWriter().println("using " + data); // OK: SecretInResponse
    }

    void concatBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String part = System.getenv("BILLING_API_KEY");
        String data = "".concat(part).trim();
        response.getWriter().println("using " + data); // BUG: SecretInResponse
    }

    void concatGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String part = System.getenv("BILLING_REGION");
        String data = "".concat(part).trim();
        response.getWriter().println("using " + data); // OK: SecretInResponse
    }

    void base64Bad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String coded = Base64.getEncoder().encodeToString(System.getenv("BILLING_API_KEY").getBytes(StandardCharsets.UTF_8));
        String data = new String(Base64.getDecoder().decode(coded), StandardCharsets.UTF_8);
        response.getWriter().println("using " + data); // BUG: SecretInResponse
    }

    void base64Good(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String coded = Base64.getEncoder().encodeToString(System.getenv("BILLING_REGION").getBytes(StandardCharsets.UTF_8));
        String data = new String(Base64.getDecoder().decode(coded), StandardCharsets.UTF_8);
        response.getWriter().println("using " + data); // OK: SecretInResponse
    }

    void propertiesBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Properties values = new Properties();
        values.setProperty("item", System.getenv("BILLING_API_KEY"));
        String data = values.getProperty("item");
        response.getWriter().println("using " + data); // BUG: SecretInResponse
    }

    void propertiesGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Properties values = new Properties();
        values.setProperty("item", System.getenv("BILLING_API_KEY"));
        values.setProperty("thing", System.getenv("BILLING_REGION"));
        String data = values.getProperty("thing");
        response.getWriter().println("using " + data); // OK: SecretInResponse
    }

    void streamedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = Stream.of("", System.getenv("BILLING_API_KEY")).filter(s -> !s.isEmpty()).collect(Collectors.joining());
        response.getWriter().println("using " + data); // BUG: SecretInResponse
    }

    void streamedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = Stream.of("", System.getenv("BILLING_REGION")).filter(s -> !s.isEmpty()).collect(Collectors.joining());
        response.getWriter().println("using " + data); // OK: SecretInResponse
    }

    void asObjectBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Object thing = System.getenv("BILLING_API_KEY");
        String data = null;
        if (thing instanceof String) {
            data = (String) thing;
        }
        response.getWriter().println("using " + data); // BUG: SecretInResponse
    }

    void asObjectGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Object thing = System.getenv("BILLING_REGION");
        String data = null;
        if (thing instanceof String) {
            data = (String) thing;
        }
        response.getWriter().println("using " + data); // OK: SecretInResponse
    }

    void recursiveBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = againRecursiveBad(System.getenv("BILLING_API_KEY"), 3);
        response.getWriter().println("using " + data); // BUG: SecretInResponse
    }

    private static String againRecursiveBad(String text, int turns) {
        return turns == 0 ? text : againRecursiveBad(text, turns - 1);
    }

    void recursiveGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = againRecursiveGood(System.getenv("BILLING_REGION"), 3);
        response.getWriter().println("using " + data); // OK: SecretInResponse
    }

    private static String againRecursiveGood(String text, int turns) {
        return turns == 0 ? text : againRecursiveGood(text, turns - 1);
    }
}
