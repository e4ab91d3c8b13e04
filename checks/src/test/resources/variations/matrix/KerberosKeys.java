package edu.example.matrix;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Vector;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.kerberos.KerberosKey;
import javax.security.auth.kerberos.KerberosPrincipal;

/** Flow shapes around one sink: what is marked is reached, its good twin is not. */
public class KerberosKeys extends HttpServlet {

    private static boolean yes() {
        return true;
    }

    private static boolean no() {
        return false;
    }

    void ifFiveBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (5 == 5) {
            data = "q7Tz!mel0n";
        } else {
            data = null;
        }
        if (5 == 5) {
            new KerberosKey(new KerberosPrincipal("svc"), data.toCharArray(), null); // BUG: HardcodedSecret
        }
    }

    void ifFiveGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (5 != 5) {
            data = "q7Tz!mel0n";
        } else {
            data = System.console().readLine();
        }
        new KerberosKey(new KerberosPrincipal("svc"), data.toCharArray(), null); // OK: HardcodedSecret
    }

    void ifFiveGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (5 == 5) {
            data = System.console().readLine();
        } else {
            data = "q7Tz!mel0n";
        }
        if (5 == 5) {
            new KerberosKey(new KerberosPrincipal("svc"), data.toCharArray(), null); // OK: HardcodedSecret
        }
    }

    void staticReturnsBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (yes()) {
            data = "q7Tz!mel0n";
        } else {
            data = null;
        }
        if (yes()) {
            new KerberosKey(new KerberosPrincipal("svc"), data.toCharArray(), null); // BUG: HardcodedSecret
        }
    }

    void staticReturnsGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (no()) {
            data = "q7Tz!mel0n";
        } else {
            data = System.console().readLine();
        }
        new KerberosKey(new KerberosPrincipal("svc"), data.toCharArray(), null); // OK: HardcodedSecret
    }

    void staticReturnsGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (yes()) {
            data = System.console().readLine();
        } else {
            data = "q7Tz!mel0n";
        }
        if (yes()) {
            new KerberosKey(new KerberosPrincipal("svc"), data.toCharArray(), null); // OK: HardcodedSecret
        }
    }

    void switchBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = null;
        switch (6) {
            case 6:
                data = "q7Tz!mel0n";
                break;
            default:
                break;
        }
        new KerberosKey(new KerberosPrincipal("svc"), data.toCharArray(), null); // BUG: HardcodedSecret
    }

    void switchGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        switch (5) {
            case 6:
                data = "q7Tz!mel0n";
                break;
            default:
                data = System.console().readLine();
                break;
        }
        new KerberosKey(new KerberosPrincipal("svc"), data.toCharArray(), null); // OK: HardcodedSecret
    }

    void returnedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = giveReturnedBad();
        new KerberosKey(new KerberosPrincipal("svc"), data.toCharArray(), null); // BUG: HardcodedSecret
    }

    private String giveReturnedBad() {
        String data = "q7Tz!mel0n";
        return data;
    }

    void returnedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = giveReturnedGood();
        new KerberosKey(new KerberosPrincipal("svc"), data.toCharArray(), null); // OK: HardcodedSecret
    }

    private String giveReturnedGood() {
        String data = "q7Tz!mel0n";
        data = System.console().readLine();
        return data;
    }

    private boolean armedFlagBySetterBad = false;

    void flagBySetterBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "q7Tz!mel0n";
        armedFlagBySetterBad = true;
        sinkFlagBySetterBad(data, request, response); // BUG: HardcodedSecret
    }

    private void sinkFlagBySetterBad(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (armedFlagBySetterBad) {
            new KerberosKey(new KerberosPrincipal("svc"), data.toCharArray(), null);
        }
    }

    private static boolean armedFlagBySetterGood = false;

    void flagBySetterGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        armedFlagBySetterGood = false;
        String data = sourceFlagBySetterGood();
        new KerberosKey(new KerberosPrincipal("svc"), data.toCharArray(), null); // OK: HardcodedSecret
    }

    private String sourceFlagBySetterGood() throws Exception {
        String data;
        if (armedFlagBySetterGood) {
            data = "q7Tz!mel0n";
        } else {
            data = System.console().readLine();
        }
        return data;
    }

    void objectHandedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        ObjectHandedBadHolder holder = new ObjectHandedBadHolder();
        holder.first = "q7Tz!mel0n";
        useObjectHandedBad(holder, request, response);
    }

    private void useObjectHandedBad(ObjectHandedBadHolder holder, HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = holder.first;
        new KerberosKey(new KerberosPrincipal("svc"), data.toCharArray(), null); // BUG: HardcodedSecret
    }

    static class ObjectHandedBadHolder {
        String first;
        String second;
    }

    void objectHandedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        ObjectHandedGoodHolder holder = new ObjectHandedGoodHolder();
        holder.first = "q7Tz!mel0n";
        holder.second = System.console().readLine();
        useObjectHandedGood(holder, request, response);
    }

    private void useObjectHandedGood(ObjectHandedGoodHolder holder, HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = holder.second;
        new KerberosKey(new KerberosPrincipal("svc"), data.toCharArray(), null); // OK: HardcodedSecret
    }

    static class ObjectHandedGoodHolder {
        String first;
        String second;
    }

    void anonymousBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        final String data = "q7Tz!mel0n";
        Callable<Void> task = new Callable<>() {
            @Override
            public Void call() throws Exception {
                new KerberosKey(new KerberosPrincipal("svc"), data.toCharArray(), null); // BUG: HardcodedSecret
                return null;
            }
        };
        task.call();
    }

    void anonymousGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        final String data = System.console().readLine();
        Callable<Void> task = new Callable<>() {
            @Override
            public Void call() throws Exception {
                new KerberosKey(new KerberosPrincipal("svc"), data.toCharArray(), null); // OK: HardcodedSecret
                return null;
            }
        };
        task.call();
    }

    void arrayLiteralBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String[] parts = {System.console().readLine(), "q7Tz!mel0n"};
        String data = parts[1];
        new KerberosKey(new KerberosPrincipal("svc"), data.toCharArray(), null); // BUG: HardcodedSecret
    }

    void arrayLiteralGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String[] parts = {"q7Tz!mel0n", System.console().readLine()};
        String data = parts[1];
        new KerberosKey(new KerberosPrincipal("svc"), data.toCharArray(), null); // OK: HardcodedSecret
    }

    void vectorHandedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Vector<String> values = new Vector<>(5);
        values.add(0, "q7Tz!mel0n");
        useVectorHandedBad(values, request, response); // BUG: HardcodedSecret
    }

    private void useVectorHandedBad(Vector<String> values, HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = values.remove(0);
        new KerberosKey(new KerberosPrincipal("svc"), data.toCharArray(), null);
    }

    void vectorHandedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Vector<String> values = new Vector<>(5);
        values.add(0, System.console().readLine());
        useVectorHandedGood(values, request, response);
    }

    private void useVectorHandedGood(Vector<String> values, HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = values.remove(0);
        new KerberosKey(new KerberosPrincipal("svc"), data.toCharArray(), null); // OK: HardcodedSecret
    }

    void bufferHandedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        StringBuffer text = new StringBuffer();
        fillBufferHandedBad(text);
        String data = text.toString();
        new KerberosKey(new KerberosPrincipal("svc"), data.toCharArray(), null); // BUG: HardcodedSecret
    }

    private static void fillBufferHandedBad(StringBuffer text) {
        text.append("q7Tz!mel0n");
    }

    void bufferHandedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        StringBuffer text = new StringBuffer();
        fillBufferHandedGood(text);
        String data = text.toString();
        new KerberosKey(new KerberosPrincipal("svc"), data.toCharArray(), null); // OK: HardcodedSecret
    }

    private static void fillBufferHandedGood(StringBuffer text) {
        text.append(System.console().readLine());
    }

    void copyLoopBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        char[] from = "q7Tz!mel0n".toCharArray();
        char[] to = new char[from.length];
        for (int k = 0; k < from.length; k++) {
            to[k] = from[k];
        }
        String data = new String(to);
        new KerberosKey(new KerberosPrincipal("svc"), data.toCharArray(), null); // BUG: HardcodedSecret
    }

    void copyLoopGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        char[] from = System.console().readLine().toCharArray();
        char[] to = new char[from.length];
        System.arraycopy(from, 0, to, 0, from.length);
        String data = new String(to);
        new KerberosKey(new KerberosPrincipal("svc"), data.toCharArray(), null); // OK: HardcodedSecret
    }

    void recordBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        RecordBadPair pair = new RecordBadPair(System.console().readLine(), "q7Tz!mel0n");
        String data = pair.second();
        new KerberosKey(new KerberosPrincipal("svc"), data.toCharArray(), null); // BUG: HardcodedSecret
    }

    record RecordBadPair(String first, String second) {}

    void recordGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        RecordGoodPair pair = new RecordGoodPair(System.console().readLine(), "q7Tz!mel0n");
        String data = pair.first();
        new KerberosKey(new KerberosPrincipal("svc"), data.toCharArray(), null); // OK: HardcodedSecret
    }

    record RecordGoodPair(String first, String second) {}

    void optionalBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Optional<String> maybe = Optional.of("q7Tz!mel0n");
        String data = maybe.map(String::trim).orElse("");
        new KerberosKey(new KerberosPrincipal("svc"), data.toCharArray(), null); // BUG: HardcodedSecret
    }

    void optionalGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Optional<String> maybe = Optional.ofNullable(System.console().readLine());
        String data = maybe.map(String::trim).orElseThrow();
        new KerberosKey(new KerberosPrincipal("svc"), data.toCharArray(), null); // OK: HardcodedSecret
    }

    void stringSwitchBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String mode = "fast";
        String data = switch (mode) {
            case "fast" -> "q7Tz!mel0n";
            default -> System.console().readLine();
        };
        new KerberosKey(new KerberosPrincipal("svc"), data.toCharArray(), null); // BUG: HardcodedSecret
    }

    void stringSwitchGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String mode = "slow";
        String data = switch (mode) {
            case "fast" -> "q7Tz!mel0n";
            default -> System.console().readLine();
        };
        new KerberosKey(new KerberosPrincipal("svc"), data.toCharArray(), null); // OK: HardcodedSecret
    }

    private final ConcurrentHashMap<String, String> keptConcurrentBad = new ConcurrentHashMap<>();

    void concurrentBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        keptConcurrentBad.put("item", "q7Tz!mel0n");
        String data = keptConcurrentBad.get("item");
        new KerberosKey(new KerberosPrincipal("svc"), data.toCharArray(), null); // BUG: HardcodedSecret
    }

    private final ConcurrentHashMap<String, String> keptConcurrentGood = new ConcurrentHashMap<>();

    void concurrentGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        keptConcurrentGood.put("item", "q7Tz!mel0n");
        keptConcurrentGood.put("thing", System.console().readLine());
        String data = keptConcurrentGood.get("thing");
        new KerberosKey(new KerberosPrincipal("svc"), data.toCharArray(), null); // OK: HardcodedSecret
    }
}
