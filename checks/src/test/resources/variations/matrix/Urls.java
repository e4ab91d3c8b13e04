package edu.example.matrix;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URL;
import java.util.Optional;
import java.util.Vector;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/** Flow shapes around one sink: what is marked is reached, its good twin is not. */
public class Urls extends HttpServlet {

    private static boolean yes() {
        return true;
    }

    private static boolean no() {
        return false;
    }

    void ifFiveBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (5 == 5) {
            data = System.getenv("BILLING_API_KEY");
        } else {
            data = null;
        }
        if (5 == 5) {
            new URL("https://api.example.org/v1/items?q=" + data).openStream(); // BUG: SecretInUrl
        }
    }

    void ifFiveGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (5 != 5) {
            data = System.getenv("BILLING_API_KEY");
        } else {
            data = System.getenv("BILLING_REGION");
        }
        new URL("https://api.example.org/v1/items?q=" + data).openStream(); // OK: SecretInUrl
    }

    void ifFiveGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (5 == 5) {
            data = System.getenv("BILLING_REGION");
        } else {
            data = System.getenv("BILLING_API_KEY");
        }
        if (5 == 5) {
            new URL("https://api.example.org/v1/items?q=" + data).openStream(); // OK: SecretInUrl
        }
    }

    void staticReturnsBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (yes()) {
            data = System.getenv("BILLING_API_KEY");
        } else {
            data = null;
        }
        if (yes()) {
            new URL("https://api.example.org/v1/items?q=" + data).openStream(); // BUG: SecretInUrl
        }
    }

    void staticReturnsGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (no()) {
            data = System.getenv("BILLING_API_KEY");
        } else {
            data = System.getenv("BILLING_REGION");
        }
        new URL("https://api.example.org/v1/items?q=" + data).openStream(); // OK: SecretInUrl
    }

    void staticReturnsGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (yes()) {
            data = System.getenv("BILLING_REGION");
        } else {
            data = System.getenv("BILLING_API_KEY");
        }
        if (yes()) {
            new URL("https://api.example.org/v1/items?q=" + data).openStream(); // OK: SecretInUrl
        }
    }

    void switchBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = null;
        switch (6) {
            case 6:
                data = System.getenv("BILLING_API_KEY");
                break;
            default:
                break;
        }
        new URL("https://api.example.org/v1/items?q=" + data).openStream(); // BUG: SecretInUrl
    }

    void switchGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        switch (5) {
            case 6:
                data = System.getenv("BILLING_API_KEY");
                break;
            default:
                data = System.getenv("BILLING_REGION");
                break;
        }
        new URL("https://api.example.org/v1/items?q=" + data).openStream(); // OK: SecretInUrl
    }

    void returnedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = giveReturnedBad();
        new URL("https://api.example.org/v1/items?q=" + data).openStream(); // BUG: SecretInUrl
    }

    private String giveReturnedBad() {
        String data = System.getenv("BILLING_API_KEY");
        return data;
    }

    void returnedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = giveReturnedGood();
        new URL("https://api.example.org/v1/items?q=" + data).openStream(); // OK: SecretInUrl
    }

    private String giveReturnedGood() {
        String data = System.getenv("BILLING_API_KEY");
        data = System.getenv("BILLING_REGION");
        return data;
    }

    private boolean armedFlagBySetterBad = false;

    void flagBySetterBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = System.getenv("BILLING_API_KEY");
        armedFlagBySetterBad = true;
        sinkFlagBySetterBad(data, request, response); // BUG: SecretInUrl
    }

    private void sinkFlagBySetterBad(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (armedFlagBySetterBad) {
            new URL("https://api.example.org/v1/items?q=" + data).openStream();
        }
    }

    private static boolean armedFlagBySetterGood = false;

    void flagBySetterGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        armedFlagBySetterGood = false;
        String data = sourceFlagBySetterGood();
        new URL("https://api.example.org/v1/items?q=" + data).openStream(); // OK: SecretInUrl
    }

    private String sourceFlagBySetterGood() throws Exception {
        String data;
        if (armedFlagBySetterGood) {
            data = System.getenv("BILLING_API_KEY");
        } else {
            data = System.getenv("BILLING_REGION");
        }
        return data;
    }

    void objectHandedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        ObjectHandedBadHolder holder = new ObjectHandedBadHolder();
        holder.first = System.getenv("BILLING_API_KEY");
        useObjectHandedBad(holder, request, response);
    }

    private void useObjectHandedBad(ObjectHandedBadHolder holder, HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = holder.first;
        new URL("https://api.example.org/v1/items?q=" + data).openStream(); // BUG: SecretInUrl
    }

    static class ObjectHandedBadHolder {
        String first;
        String second;
    }

    void objectHandedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        ObjectHandedGoodHolder holder = new ObjectHandedGoodHolder();
        holder.first = System.getenv("BILLING_API_KEY");
        holder.second = System.getenv("BILLING_REGION");
        useObjectHandedGood(holder, request, response);
    }

    private void useObjectHandedGood(ObjectHandedGoodHolder holder, HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = holder.second;
        new URL("https://api.example.org/v1/items?q=" + data).openStream(); // OK: SecretInUrl
    }

    static class ObjectHandedGoodHolder {
        String first;
        String second;
    }

    void anonymousBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        final String data = System.getenv("BILLING_API_KEY");
        Callable<Void> task = new Callable<>() {
            @Override
            public Void call() throws Exception {
                new URL("https://api.example.org/v1/items?q=" + data).openStream(); // BUG: SecretInUrl
                return null;
            }
        };
        task.call();
    }

    void anonymousGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        final String data = System.getenv("BILLING_REGION");
        Callable<Void> task = new Callable<>() {
            @Override
            public Void call() throws Exception {
                new URL("https://api.example.org/v1/items?q=" + data).openStream(); // OK: SecretInUrl
                return null;
            }
        };
        task.call();
    }

    void arrayLiteralBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String[] parts = {System.getenv("BILLING_REGION"), System.getenv("BILLING_API_KEY")};
        String data = parts[1];
        new URL("https://api.example.org/v1/items?q=" + data).openStream(); // BUG: SecretInUrl
    }

    void arrayLiteralGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String[] parts = {System.getenv("BILLING_API_KEY"), System.getenv("BILLING_REGION")};
        String data = parts[1];
        new URL("https://api.example.org/v1/items?q=" + data).openStream(); // OK: SecretInUrl
    }

    void vectorHandedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Vector<String> values = new Vector<>(5);
        values.add(0, System.getenv("BILLING_API_KEY"));
        useVectorHandedBad(values, request, response); // BUG: SecretInUrl
    }

    private void useVectorHandedBad(Vector<String> values, HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = values.remove(0);
        new URL("https://api.example.org/v1/items?q=" + data).openStream();
    }

    void vectorHandedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Vector<String> values = new Vector<>(5);
        values.add(0, System.getenv("BILLING_REGION"));
        useVectorHandedGood(values, request, response);
    }

    private void useVectorHandedGood(Vector<String> values, HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = values.remove(0);
        new URL("https://api.example.org/v1/items?q=" + data).openStream(); // OK: SecretInUrl
    }

    void bufferHandedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        StringBuffer text = new StringBuffer();
        fillBufferHandedBad(text);
        String data = text.toString();
        new URL("https://api.example.org/v1/items?q=" + data).openStream(); // BUG: SecretInUrl
    }

    private static void fillBufferHandedBad(StringBuffer text) {
        text.append(System.getenv("BILLING_API_KEY"));
    }

    void bufferHandedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        StringBuffer text = new StringBuffer();
        fillBufferHandedGood(text);
        String data = text.toString();
        new URL("https://api.example.org/v1/items?q=" + data).openStream(); // OK: SecretInUrl
    }

    private static void fillBufferHandedGood(StringBuffer text) {
        text.append(System.getenv("BILLING_REGION"));
    }

    void copyLoopBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        char[] from = System.getenv("BILLING_API_KEY").toCharArray();
        char[] to = new char[from.length];
        for (int k = 0; k < from.length; k++) {
            to[k] = from[k];
        }
        String data = new String(to);
        new URL("https://api.example.org/v1/items?q=" + data).openStream(); // BUG: SecretInUrl
    }

    void copyLoopGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        char[] from = System.getenv("BILLING_REGION").toCharArray();
        char[] to = new char[from.length];
        System.arraycopy(from, 0, to, 0, from.length);
        String data = new String(to);
        new URL("https://api.example.org/v1/items?q=" + data).openStream(); // OK: SecretInUrl
    }

    void recordBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        RecordBadPair pair = new RecordBadPair(System.getenv("BILLING_REGION"), System.getenv("BILLING_API_KEY"));
        String data = pair.second();
        new URL("https://api.example.org/v1/items?q=" + data).openStream(); // BUG: SecretInUrl
    }

    record RecordBadPair(String first, String second) {} // BUG: SecretInToString

    void recordGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        RecordGoodPair pair = new RecordGoodPair(System.getenv("BILLING_REGION"), System.getenv("BILLING_API_KEY"));
        String data = pair.first();
        new URL("https://api.example.org/v1/items?q=" + data).openStream(); // OK: SecretInUrl
    }

    record RecordGoodPair(String first, String second) {} // BUG: SecretInToString

    void optionalBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Optional<String> maybe = Optional.of(System.getenv("BILLING_API_KEY"));
        String data = maybe.map(String::trim).orElse("");
        new URL("https://api.example.org/v1/items?q=" + data).openStream(); // BUG: SecretInUrl
    }

    void optionalGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Optional<String> maybe = Optional.ofNullable(System.getenv("BILLING_REGION"));
        String data = maybe.map(String::trim).orElseThrow();
        new URL("https://api.example.org/v1/items?q=" + data).openStream(); // OK: SecretInUrl
    }

    void stringSwitchBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String mode = "fast";
        String data = switch (mode) {
            case "fast" -> System.getenv("BILLING_API_KEY");
            default -> System.getenv("BILLING_REGION");
        };
        new URL("https://api.example.org/v1/items?q=" + data).openStream(); // BUG: SecretInUrl
    }

    void stringSwitchGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String mode = "slow";
        String data = switch (mode) {
            case "fast" -> System.getenv("BILLING_API_KEY");
            default -> System.getenv("BILLING_REGION");
        };
        new URL("https://api.example.org/v1/items?q=" + data).openStream(); // OK: SecretInUrl
    }

    private final ConcurrentHashMap<String, String> keptConcurrentBad = new ConcurrentHashMap<>();

    void concurrentBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        keptConcurrentBad.put("item", System.getenv("BILLING_API_KEY"));
        String data = keptConcurrentBad.get("item");
        new URL("https://api.example.org/v1/items?q=" + data).openStream(); // BUG: SecretInUrl
    }

    private final ConcurrentHashMap<String, String> keptConcurrentGood = new ConcurrentHashMap<>();

    void concurrentGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        keptConcurrentGood.put("item", System.getenv("BILLING_API_KEY"));
        keptConcurrentGood.put("thing", System.getenv("BILLING_REGION"));
        String data = keptConcurrentGood.get("thing");
        new URL("https://api.example.org/v1/items?q=" + data).openStream(); // OK: SecretInUrl
    }
}
