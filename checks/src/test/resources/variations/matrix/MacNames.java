package edu.example.matrix;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Vector;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Flow shapes around one sink: what is marked is reached, its good twin is not. */
public class MacNames extends HttpServlet {

    private static boolean yes() {
        return true;
    }

    private static boolean no() {
        return false;
    }

    void ifFiveBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (5 == 5) {
            data = "HmacMD5";
        } else {
            data = null;
        }
        if (5 == 5) {
            Mac.getInstance(data).init(new SecretKeySpec(System.getenv("MAC_KEY").getBytes(StandardCharsets.UTF_8), "raw")); // BUG: WeakMac
        }
    }

    void ifFiveGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (5 != 5) {
            data = "HmacMD5";
        } else {
            data = "HmacSHA256";
        }
        Mac.getInstance(data).init(new SecretKeySpec(System.getenv("MAC_KEY").getBytes(StandardCharsets.UTF_8), "raw")); // OK: WeakMac
    }

    void ifFiveGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (5 == 5) {
            data = "HmacSHA256";
        } else {
            data = "HmacMD5";
        }
        if (5 == 5) {
            Mac.getInstance(data).init(new SecretKeySpec(System.getenv("MAC_KEY").getBytes(StandardCharsets.UTF_8), "raw")); // OK: WeakMac
        }
    }

    void staticReturnsBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (yes()) {
            data = "HmacMD5";
        } else {
            data = null;
        }
        if (yes()) {
            Mac.getInstance(data).init(new SecretKeySpec(System.getenv("MAC_KEY").getBytes(StandardCharsets.UTF_8), "raw")); // BUG: WeakMac
        }
    }

    void staticReturnsGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (no()) {
            data = "HmacMD5";
        } else {
            data = "HmacSHA256";
        }
        Mac.getInstance(data).init(new SecretKeySpec(System.getenv("MAC_KEY").getBytes(StandardCharsets.UTF_8), "raw")); // OK: WeakMac
    }

    void staticReturnsGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (yes()) {
            data = "HmacSHA256";
        } else {
            data = "HmacMD5";
        }
        if (yes()) {
            Mac.getInstance(data).init(new SecretKeySpec(System.getenv("MAC_KEY").getBytes(StandardCharsets.UTF_8), "raw")); // OK: WeakMac
        }
    }

    void switchBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = null;
        switch (6) {
            case 6:
                data = "HmacMD5";
                break;
            default:
                break;
        }
        Mac.getInstance(data).init(new SecretKeySpec(System.getenv("MAC_KEY").getBytes(StandardCharsets.UTF_8), "raw")); // BUG: WeakMac
    }

    void switchGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        switch (5) {
            case 6:
                data = "HmacMD5";
                break;
            default:
                data = "HmacSHA256";
                break;
        }
        Mac.getInstance(data).init(new SecretKeySpec(System.getenv("MAC_KEY").getBytes(StandardCharsets.UTF_8), "raw")); // OK: WeakMac
    }

    void returnedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = giveReturnedBad();
        Mac.getInstance(data).init(new SecretKeySpec(System.getenv("MAC_KEY").getBytes(StandardCharsets.UTF_8), "raw")); // BUG: WeakMac
    }

    private String giveReturnedBad() {
        String data = "HmacMD5";
        return data;
    }

    void returnedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = giveReturnedGood();
        Mac.getInstance(data).init(new SecretKeySpec(System.getenv("MAC_KEY").getBytes(StandardCharsets.UTF_8), "raw")); // OK: WeakMac
    }

    private String giveReturnedGood() {
        String data = "HmacMD5";
        data = "HmacSHA256";
        return data;
    }

    private boolean armedFlagBySetterBad = false;

    void flagBySetterBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "HmacMD5";
        armedFlagBySetterBad = true;
        sinkFlagBySetterBad(data, request, response); // BUG: WeakMac
    }

    private void sinkFlagBySetterBad(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (armedFlagBySetterBad) {
            Mac.getInstance(data).init(new SecretKeySpec(System.getenv("MAC_KEY").getBytes(StandardCharsets.UTF_8), "raw"));
        }
    }

    private static boolean armedFlagBySetterGood = false;

    void flagBySetterGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        armedFlagBySetterGood = false;
        String data = sourceFlagBySetterGood();
        Mac.getInstance(data).init(new SecretKeySpec(System.getenv("MAC_KEY").getBytes(StandardCharsets.UTF_8), "raw")); // OK: WeakMac
    }

    private String sourceFlagBySetterGood() throws Exception {
        String data;
        if (armedFlagBySetterGood) {
            data = "HmacMD5";
        } else {
            data = "HmacSHA256";
        }
        return data;
    }

    void objectHandedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        ObjectHandedBadHolder holder = new ObjectHandedBadHolder();
        holder.first = "HmacMD5";
        useObjectHandedBad(holder, request, response);
    }

    private void useObjectHandedBad(ObjectHandedBadHolder holder, HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = holder.first;
        Mac.getInstance(data).init(new SecretKeySpec(System.getenv("MAC_KEY").getBytes(StandardCharsets.UTF_8), "raw")); // BUG: WeakMac
    }

    static class ObjectHandedBadHolder {
        String first;
        String second;
    }

    void objectHandedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        ObjectHandedGoodHolder holder = new ObjectHandedGoodHolder();
        holder.first = "HmacMD5";
        holder.second = "HmacSHA256";
        useObjectHandedGood(holder, request, response);
    }

    private void useObjectHandedGood(ObjectHandedGoodHolder holder, HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = holder.second;
        Mac.getInstance(data).init(new SecretKeySpec(System.getenv("MAC_KEY").getBytes(StandardCharsets.UTF_8), "raw")); // OK: WeakMac
    }

    static class ObjectHandedGoodHolder {
        String first;
        String second;
    }

    void anonymousBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        final String data = "HmacMD5";
        Callable<Void> task = new Callable<>() {
            @Override
            public Void call() throws Exception {
                Mac.getInstance(data).init(new SecretKeySpec(System.getenv("MAC_KEY").getBytes(StandardCharsets.UTF_8), "raw")); // BUG: WeakMac
                return null;
            }
        };
        task.call();
    }

    void anonymousGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        final String data = "HmacSHA256";
        Callable<Void> task = new Callable<>() {
            @Override
            public Void call() throws Exception {
                Mac.getInstance(data).init(new SecretKeySpec(System.getenv("MAC_KEY").getBytes(StandardCharsets.UTF_8), "raw")); // OK: WeakMac
                return null;
            }
        };
        task.call();
    }

    void arrayLiteralBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String[] parts = {"HmacSHA256", "HmacMD5"};
        String data = parts[1];
        Mac.getInstance(data).init(new SecretKeySpec(System.getenv("MAC_KEY").getBytes(StandardCharsets.UTF_8), "raw")); // BUG: WeakMac
    }

    void arrayLiteralGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String[] parts = {"HmacMD5", "HmacSHA256"};
        String data = parts[1];
        Mac.getInstance(data).init(new SecretKeySpec(System.getenv("MAC_KEY").getBytes(StandardCharsets.UTF_8), "raw")); // OK: WeakMac
    }

    void vectorHandedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Vector<String> values = new Vector<>(5);
        values.add(0, "HmacMD5");
        useVectorHandedBad(values, request, response); // BUG: WeakMac
    }

    private void useVectorHandedBad(Vector<String> values, HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = values.remove(0);
        Mac.getInstance(data).init(new SecretKeySpec(System.getenv("MAC_KEY").getBytes(StandardCharsets.UTF_8), "raw"));
    }

    void vectorHandedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Vector<String> values = new Vector<>(5);
        values.add(0, "HmacSHA256");
        useVectorHandedGood(values, request, response);
    }

    private void useVectorHandedGood(Vector<String> values, HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = values.remove(0);
        Mac.getInstance(data).init(new SecretKeySpec(System.getenv("MAC_KEY").getBytes(StandardCharsets.UTF_8), "raw")); // OK: WeakMac
    }

    void bufferHandedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        StringBuffer text = new StringBuffer();
        fillBufferHandedBad(text);
        String data = text.toString();
        Mac.getInstance(data).init(new SecretKeySpec(System.getenv("MAC_KEY").getBytes(StandardCharsets.UTF_8), "raw")); // BUG: WeakMac
    }

    private static void fillBufferHandedBad(StringBuffer text) {
        text.append("HmacMD5");
    }

    void bufferHandedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        StringBuffer text = new StringBuffer();
        fillBufferHandedGood(text);
        String data = text.toString();
        Mac.getInstance(data).init(new SecretKeySpec(System.getenv("MAC_KEY").getBytes(StandardCharsets.UTF_8), "raw")); // OK: WeakMac
    }

    private static void fillBufferHandedGood(StringBuffer text) {
        text.append("HmacSHA256");
    }

    void copyLoopBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        char[] from = "HmacMD5".toCharArray();
        char[] to = new char[from.length];
        for (int k = 0; k < from.length; k++) {
            to[k] = from[k];
        }
        String data = new String(to);
        Mac.getInstance(data).init(new SecretKeySpec(System.getenv("MAC_KEY").getBytes(StandardCharsets.UTF_8), "raw")); // BUG: WeakMac
    }

    void copyLoopGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        char[] from = "HmacSHA256".toCharArray();
        char[] to = new char[from.length];
        System.arraycopy(from, 0, to, 0, from.length);
        String data = new String(to);
        Mac.getInstance(data).init(new SecretKeySpec(System.getenv("MAC_KEY").getBytes(StandardCharsets.UTF_8), "raw")); // OK: WeakMac
    }

    void recordBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        RecordBadPair pair = new RecordBadPair("HmacSHA256", "HmacMD5");
        String data = pair.second();
        Mac.getInstance(data).init(new SecretKeySpec(System.getenv("MAC_KEY").getBytes(StandardCharsets.UTF_8), "raw")); // BUG: WeakMac
    }

    record RecordBadPair(String first, String second) {}

    void recordGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        RecordGoodPair pair = new RecordGoodPair("HmacSHA256", "HmacMD5");
        String data = pair.first();
        Mac.getInstance(data).init(new SecretKeySpec(System.getenv("MAC_KEY").getBytes(StandardCharsets.UTF_8), "raw")); // OK: WeakMac
    }

    record RecordGoodPair(String first, String second) {}

    void optionalBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Optional<String> maybe = Optional.of("HmacMD5");
        String data = maybe.map(String::trim).orElse("");
        Mac.getInstance(data).init(new SecretKeySpec(System.getenv("MAC_KEY").getBytes(StandardCharsets.UTF_8), "raw")); // BUG: WeakMac
    }

    void optionalGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Optional<String> maybe = Optional.ofNullable("HmacSHA256");
        String data = maybe.map(String::trim).orElseThrow();
        Mac.getInstance(data).init(new SecretKeySpec(System.getenv("MAC_KEY").getBytes(StandardCharsets.UTF_8), "raw")); // OK: WeakMac
    }

    void stringSwitchBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String mode = "fast";
        String data = switch (mode) {
            case "fast" -> "HmacMD5";
            default -> "HmacSHA256";
        };
        Mac.getInstance(data).init(new SecretKeySpec(System.getenv("MAC_KEY").getBytes(StandardCharsets.UTF_8), "raw")); // BUG: WeakMac
    }

    void stringSwitchGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String mode = "slow";
        String data = switch (mode) {
            case "fast" -> "HmacMD5";
            default -> "HmacSHA256";
        };
        Mac.getInstance(data).init(new SecretKeySpec(System.getenv("MAC_KEY").getBytes(StandardCharsets.UTF_8), "raw")); // OK: WeakMac
    }

    private final ConcurrentHashMap<String, String> keptConcurrentBad = new ConcurrentHashMap<>();

    void concurrentBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        keptConcurrentBad.put("item", "HmacMD5");
        String data = keptConcurrentBad.get("item");
        Mac.getInstance(data).init(new SecretKeySpec(System.getenv("MAC_KEY").getBytes(StandardCharsets.UTF_8), "raw")); // BUG: WeakMac
    }

    private final ConcurrentHashMap<String, String> keptConcurrentGood = new ConcurrentHashMap<>();

    void concurrentGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        keptConcurrentGood.put("item", "HmacMD5");
        keptConcurrentGood.put("thing", "HmacSHA256");
        String data = keptConcurrentGood.get("thing");
        Mac.getInstance(data).init(new SecretKeySpec(System.getenv("MAC_KEY").getBytes(StandardCharsets.UTF_8), "raw")); // OK: WeakMac
    }
}
