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
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flow shapes around one sink: what is marked is reached, its good twin is not. */
public class Logs extends HttpServlet {

    private static final Logger LOG = Logger.getLogger("Logs");

    void staticFinalBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.ON) {
            data = new String(System.console().readPassword());
        } else {
            data = null;
        }
        if (Flags.ON) {
            LOG.log(Level.INFO, "got " + data); // BUG: SecretLogged
        }
    }

    void staticFinalGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.OFF) {
            data = new String(System.console().readPassword());
        } else {
            data = System.console().readLine();
        }
        LOG.log(Level.INFO, "got " + data); // OK: SecretLogged
    }

    void staticFinalGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.ON) {
            data = System.console().readLine();
        } else {
            data = new String(System.console().readPassword());
        }
        if (Flags.ON) {
            LOG.log(Level.INFO, "got " + data); // OK: SecretLogged
        }
    }

    void ownStaticBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.isOn()) {
            data = new String(System.console().readPassword());
        } else {
            data = null;
        }
        if (Flags.isOn()) {
            LOG.log(Level.INFO, "got " + data); // BUG: SecretLogged
        }
    }

    void ownStaticGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.isOff()) {
            data = new String(System.console().readPassword());
        } else {
            data = System.console().readLine();
        }
        LOG.log(Level.INFO, "got " + data); // OK: SecretLogged
    }

    void ownStaticGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.isOn()) {
            data = System.console().readLine();
        } else {
            data = new String(System.console().readPassword());
        }
        if (Flags.isOn()) {
            LOG.log(Level.INFO, "got " + data); // OK: SecretLogged
        }
    }

    void switchSinkBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = new String(System.console().readPassword());
        switch (7) {
            case 7:
                LOG.log(Level.INFO, "got " + data); // BUG: SecretLogged
                break;
            default:
                break;
        }
    }

    void switchSinkGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = new String(System.console().readPassword());
        switch (8) {
            case 7:
                LOG.log(Level.INFO, "got " + data); // OK: SecretLogged
                break;
            default:
                break;
        }
    }

    void returnedTwiceBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = outerReturnedTwiceBad(true);
        LOG.log(Level.INFO, "got " + data); // BUG: SecretLogged
    }

    private static String outerReturnedTwiceBad(boolean unused) {
        return innerReturnedTwiceBad("a");
    }

    private static String innerReturnedTwiceBad(String unused) {
        return new String(System.console().readPassword());
    }

    void returnedTwiceGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = outerReturnedTwiceGood(true);
        LOG.log(Level.INFO, "got " + data); // OK: SecretLogged
    }

    private static String outerReturnedTwiceGood(boolean unused) {
        return innerReturnedTwiceGood(new String(System.console().readPassword()));
    }

    private static String innerReturnedTwiceGood(String unused) {
        return System.console().readLine();
    }

    private String keptFieldBetweenBad;

    void fieldBetweenBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        keptFieldBetweenBad = new String(System.console().readPassword());
        sinkFieldBetweenBad(request, response);
    }

    private void sinkFieldBetweenBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = keptFieldBetweenBad;
        LOG.log(Level.INFO, "got " + data); // BUG: SecretLogged
    }

    private String keptFieldBetweenGood;

    void fieldBetweenGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        keptFieldBetweenGood = System.console().readLine();
        sinkFieldBetweenGood(request, response);
    }

    private void sinkFieldBetweenGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = keptFieldBetweenGood;
        LOG.log(Level.INFO, "got " + data); // OK: SecretLogged
    }

    void aliasBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        AliasBadHolder one = new AliasBadHolder();
        AliasBadHolder two = one;
        one.text = new String(System.console().readPassword());
        String data = two.text;
        LOG.log(Level.INFO, "got " + data); // BUG: SecretLogged
    }

    static class AliasBadHolder {
        String text;
    }

    void aliasGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        AliasGoodHolder one = new AliasGoodHolder();
        AliasGoodHolder two = new AliasGoodHolder();
        one.text = new String(System.console().readPassword());
        two.text = System.console().readLine();
        String data = two.text;
        LOG.log(Level.INFO, "got " + data); // OK: SecretLogged
    }

    static class AliasGoodHolder {
        String text;
    }

    void lambdaSourceBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Supplier<String> source = () -> new String(System.console().readPassword());
        String data = source.get();
        LOG.log(Level.INFO, "got " + data); // BUG: SecretLogged
    }

    void lambdaSourceGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Function<String, String> source = ignored -> System.console().readLine();
        String data = source.apply(new String(System.console().readPassword()));
        LOG.log(Level.INFO, "got " + data); // OK: SecretLogged
    }

    void arrayHandedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String[] parts = new String[5];
        parts[2] = new String(System.console().readPassword());
        useArrayHandedBad(parts, request, response); // BUG: SecretLogged
    }

    private void useArrayHandedBad(String[] parts, HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = parts[2];
        LOG.log(Level.INFO, "got " + data);
    }

    void arrayHandedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String[] parts = new String[5];
        parts[2] = System.console().readLine();
        useArrayHandedGood(parts, request, response);
    }

    private void useArrayHandedGood(String[] parts, HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = parts[2];
        LOG.log(Level.INFO, "got " + data); // OK: SecretLogged
    }

    void mapKeysBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Map<String, String> map = new HashMap<>();
        map.put("one", System.console().readLine());
        map.put("two", new String(System.console().readPassword()));
        map.put("three", "c");
        String data = map.get("two");
        LOG.log(Level.INFO, "got " + data); // BUG: SecretLogged
    }

    void mapKeysGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Map<String, Object> map = new HashMap<>();
        map.put("one", "a");
        map.put("two", new String(System.console().readPassword()));
        map.put("three", System.console().readLine());
        String data = (String) map.get("two");
        data = (String) map.get("three");
        LOG.log(Level.INFO, "got " + data); // OK: SecretLogged
    }

    void concatBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String part = new String(System.console().readPassword());
        String data = "".concat(part).trim();
        LOG.log(Level.INFO, "got " + data); // BUG: SecretLogged
    }

    void concatGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String part = System.console().readLine();
        String data = "".concat(part).trim();
        LOG.log(Level.INFO, "got " + data); // OK: SecretLogged
    }

    void base64Bad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String coded = Base64.getEncoder().encodeToString(new String(System.console().readPassword()).getBytes(StandardCharsets.UTF_8));
        String data = new String(Base64.getDecoder().decode(coded), StandardCharsets.UTF_8);
        LOG.log(Level.INFO, "got " + data); // BUG: SecretLogged
    }

    void base64Good(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String coded = Base64.getEncoder().encodeToString(System.console().readLine().getBytes(StandardCharsets.UTF_8));
        String data = new String(Base64.getDecoder().decode(coded), StandardCharsets.UTF_8);
        LOG.log(Level.INFO, "got " + data); // OK: SecretLogged
    }

    void propertiesBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Properties values = new Properties();
        values.setProperty("item", new String(System.console().readPassword()));
        String data = values.getProperty("item");
        LOG.log(Level.INFO, "got " + data); // BUG: SecretLogged
    }

    void propertiesGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Properties values = new Properties();
        values.setProperty("item", new String(System.console().readPassword()));
        values.setProperty("thing", System.console().readLine());
        String data = values.getProperty("thing");
        LOG.log(Level.INFO, "got " + data); // OK: SecretLogged
    }

    void streamedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = Stream.of("", new String(System.console().readPassword())).filter(s -> !s.isEmpty()).collect(Collectors.joining());
        LOG.log(Level.INFO, "got " + data); // BUG: SecretLogged
    }

    void streamedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = Stream.of("", System.console().readLine()).filter(s -> !s.isEmpty()).collect(Collectors.joining());
        LOG.log(Level.INFO, "got " + data); // OK: SecretLogged
    }

    void asObjectBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Object thing = new String(System.console().readPassword());
        String data = null;
        if (thing instanceof String) {
            data = (String) thing;
        }
        LOG.log(Level.INFO, "got " + data); // BUG: SecretLogged
    }

    void asObjectGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Object thing = System.console().readLine();
        String data = null;
        if (thing instanceof String) {
            data = (String) thing;
        }
        LOG.log(Level.INFO, "got " + data); // OK: SecretLogged
    }

    void recursiveBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = againRecursiveBad(new String(System.console().readPassword()), 3);
        LOG.log(Level.INFO, "got " + data); // BUG: SecretLogged
    }

    private static String againRecursiveBad(String text, int turns) {
        return turns == 0 ? text : againRecursiveBad(text, turns - 1);
    }

    void recursiveGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = againRecursiveGood(System.console().readLine(), 3);
        LOG.log(Level.INFO, "got " + data); // OK: SecretLogged
    }

    private static String againRecursiveGood(String text, int turns) {
        return turns == 0 ? text : againRecursiveGood(text, turns - 1);
    }
}
