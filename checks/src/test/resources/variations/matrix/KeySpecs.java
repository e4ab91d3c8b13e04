package edu.example.matrix;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedList;
import java.util.Map;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;

/** Flow shapes around one sink: what is marked is reached, its good twin is not. */
public class KeySpecs extends HttpServlet {

    private boolean on = true;
    private boolean off = false;

    void straightBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "q7Tz!mel0nq7Tz!m";
        new SecretKeySpec(data.getBytes(StandardCharsets.UTF_8), "AES"); // BUG: HardcodedSecret
    }

    void straightGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "q7Tz!mel0nq7Tz!m";
        data = System.getenv("APP_KEY");
        new SecretKeySpec(data.getBytes(StandardCharsets.UTF_8), "AES"); // OK: HardcodedSecret
    }

    void privateFieldBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (on) {
            data = "q7Tz!mel0nq7Tz!m";
        } else {
            data = null;
        }
        if (on) {
            new SecretKeySpec(data.getBytes(StandardCharsets.UTF_8), "AES"); // BUG: HardcodedSecret
        }
    }

    void privateFieldGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (off) {
            data = "q7Tz!mel0nq7Tz!m";
        } else {
            data = System.getenv("APP_KEY");
        }
        new SecretKeySpec(data.getBytes(StandardCharsets.UTF_8), "AES"); // OK: HardcodedSecret
    }

    void privateFieldGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (on) {
            data = System.getenv("APP_KEY");
        } else {
            data = "q7Tz!mel0nq7Tz!m";
        }
        if (on) {
            new SecretKeySpec(data.getBytes(StandardCharsets.UTF_8), "AES"); // OK: HardcodedSecret
        }
    }

    void notNegatedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (!Flags.OFF) {
            data = "q7Tz!mel0nq7Tz!m";
        } else {
            data = null;
        }
        if (!Flags.OFF) {
            new SecretKeySpec(data.getBytes(StandardCharsets.UTF_8), "AES"); // BUG: HardcodedSecret
        }
    }

    void notNegatedGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (!Flags.ON) {
            data = "q7Tz!mel0nq7Tz!m";
        } else {
            data = System.getenv("APP_KEY");
        }
        new SecretKeySpec(data.getBytes(StandardCharsets.UTF_8), "AES"); // OK: HardcodedSecret
    }

    void notNegatedGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (!Flags.OFF) {
            data = System.getenv("APP_KEY");
        } else {
            data = "q7Tz!mel0nq7Tz!m";
        }
        if (!Flags.OFF) {
            new SecretKeySpec(data.getBytes(StandardCharsets.UTF_8), "AES"); // OK: HardcodedSecret
        }
    }

    void forOnceBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "q7Tz!mel0nq7Tz!m";
        for (int k = 0; k < 1; k++) {
            new SecretKeySpec(data.getBytes(StandardCharsets.UTF_8), "AES"); // BUG: HardcodedSecret
        }
    }

    void forOnceGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "q7Tz!mel0nq7Tz!m";
        for (int k = 0; k < 1; k++) {
            data = System.getenv("APP_KEY");
        }
        for (int k = 0; k < 0; k++) {
            data = "q7Tz!mel0nq7Tz!m";
        }
        new SecretKeySpec(data.getBytes(StandardCharsets.UTF_8), "AES"); // OK: HardcodedSecret
    }

    void handedFarBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "q7Tz!mel0nq7Tz!m";
        oneHandedFarBad(data, request, response); // BUG: HardcodedSecret
    }

    private void oneHandedFarBad(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
        twoHandedFarBad(data, request, response);
    }

    private void twoHandedFarBad(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
        threeHandedFarBad(data, request, response);
    }

    private void threeHandedFarBad(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
        new SecretKeySpec(data.getBytes(StandardCharsets.UTF_8), "AES");
    }

    void handedFarGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = System.getenv("APP_KEY");
        oneHandedFarGood(data, request, response);
    }

    private void oneHandedFarGood(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
        twoHandedFarGood(data, request, response);
    }

    private void twoHandedFarGood(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
        new SecretKeySpec(data.getBytes(StandardCharsets.UTF_8), "AES"); // OK: HardcodedSecret
    }

    void constructedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        ConstructedBadBox box = new ConstructedBadBox("q7Tz!mel0nq7Tz!m");
        String data = box.value();
        new SecretKeySpec(data.getBytes(StandardCharsets.UTF_8), "AES"); // BUG: HardcodedSecret
    }

    static class ConstructedBadBox {
        private final String value;

        ConstructedBadBox(String value) {
            this.value = value;
        }

        String value() {
            return value;
        }
    }

    void constructedGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        ConstructedGoodBox box = new ConstructedGoodBox("q7Tz!mel0nq7Tz!m", System.getenv("APP_KEY"));
        String data = box.second();
        new SecretKeySpec(data.getBytes(StandardCharsets.UTF_8), "AES"); // OK: HardcodedSecret
    }

    static class ConstructedGoodBox {
        private final String first;
        private final String second;

        ConstructedGoodBox(String first, String second) {
            this.first = first;
            this.second = second;
        }

        String first() {
            return first;
        }

        String second() {
            return second;
        }
    }

    void interfaceSourceBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        InterfaceSourceBadSource source = InterfaceSourceBadSource.make();
        String data = source.take(System.getenv("APP_KEY"));
        new SecretKeySpec(data.getBytes(StandardCharsets.UTF_8), "AES"); // BUG: HardcodedSecret
    }

    interface InterfaceSourceBadSource {
        String take(String given);

        static InterfaceSourceBadSource make() {
            return new InterfaceSourceBadFirst();
        }
    }

    static class InterfaceSourceBadFirst implements InterfaceSourceBadSource {
        @Override
        public String take(String given) {
            return "q7Tz!mel0nq7Tz!m";
        }
    }

    void interfaceSourceGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        InterfaceSourceGoodSource source = InterfaceSourceGoodSource.make();
        String data = source.take("q7Tz!mel0nq7Tz!m");
        new SecretKeySpec(data.getBytes(StandardCharsets.UTF_8), "AES"); // OK: HardcodedSecret
    }

    interface InterfaceSourceGoodSource {
        String take(String given);

        static InterfaceSourceGoodSource make() {
            return new InterfaceSourceGoodFirst();
        }
    }

    static class InterfaceSourceGoodFirst implements InterfaceSourceGoodSource {
        @Override
        public String take(String given) {
            return System.getenv("APP_KEY");
        }
    }

    void methodReferenceBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Supplier<String> source = KeySpecs::giveMethodReferenceBad;
        String data = source.get();
        new SecretKeySpec(data.getBytes(StandardCharsets.UTF_8), "AES"); // BUG: HardcodedSecret
    }

    private static String giveMethodReferenceBad() {
        return "q7Tz!mel0nq7Tz!m";
    }

    void methodReferenceGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Supplier<String> source = KeySpecs::giveMethodReferenceGood;
        String data = source.get();
        new SecretKeySpec(data.getBytes(StandardCharsets.UTF_8), "AES"); // OK: HardcodedSecret
    }

    private static String giveMethodReferenceGood() {
        return System.getenv("APP_KEY");
    }

    void linkedLastBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        LinkedList<String> values = new LinkedList<>();
        values.add(System.getenv("APP_KEY"));
        values.add("q7Tz!mel0nq7Tz!m");
        String data = values.getLast();
        new SecretKeySpec(data.getBytes(StandardCharsets.UTF_8), "AES"); // BUG: HardcodedSecret
    }

    void linkedLastGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        LinkedList<String> values = new LinkedList<>();
        values.add("q7Tz!mel0nq7Tz!m");
        values.add(System.getenv("APP_KEY"));
        String data = values.getLast();
        new SecretKeySpec(data.getBytes(StandardCharsets.UTF_8), "AES"); // OK: HardcodedSecret
    }

    void mapOfBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Map<String, String> map = Map.of("one", System.getenv("APP_KEY"), "two", "q7Tz!mel0nq7Tz!m");
        String data = map.get("two");
        new SecretKeySpec(data.getBytes(StandardCharsets.UTF_8), "AES"); // BUG: HardcodedSecret
    }

    void mapOfGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Map<String, String> map = Map.of("one", System.getenv("APP_KEY"), "two", "q7Tz!mel0nq7Tz!m");
        String data = map.get("one");
        new SecretKeySpec(data.getBytes(StandardCharsets.UTF_8), "AES"); // OK: HardcodedSecret
    }

    void charsBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        char[] chars = "q7Tz!mel0nq7Tz!m".toCharArray();
        String data = String.valueOf(chars);
        new SecretKeySpec(data.getBytes(StandardCharsets.UTF_8), "AES"); // BUG: HardcodedSecret
    }

    void charsGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        char[] chars = System.getenv("APP_KEY").toCharArray();
        String data = String.valueOf(chars);
        new SecretKeySpec(data.getBytes(StandardCharsets.UTF_8), "AES"); // OK: HardcodedSecret
    }

    void tryFinallyBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = null;
        try {
            data = "q7Tz!mel0nq7Tz!m";
        } finally {
            response.setStatus(200);
        }
        new SecretKeySpec(data.getBytes(StandardCharsets.UTF_8), "AES"); // BUG: HardcodedSecret
    }

    void tryFinallyGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "q7Tz!mel0nq7Tz!m";
        try {
            response.setStatus(200);
        } finally {
            data = System.getenv("APP_KEY");
        }
        new SecretKeySpec(data.getBytes(StandardCharsets.UTF_8), "AES"); // OK: HardcodedSecret
    }

    private static final ThreadLocal<String> LOCAL_ThreadLocalBad = new ThreadLocal<>();

    void threadLocalBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        LOCAL_ThreadLocalBad.set("q7Tz!mel0nq7Tz!m");
        String data = LOCAL_ThreadLocalBad.get();
        new SecretKeySpec(data.getBytes(StandardCharsets.UTF_8), "AES"); // BUG: HardcodedSecret
    }

    private static final ThreadLocal<String> LOCAL_ThreadLocalGood = new ThreadLocal<>();

    void threadLocalGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        LOCAL_ThreadLocalGood.set(System.getenv("APP_KEY"));
        String data = LOCAL_ThreadLocalGood.get();
        new SecretKeySpec(data.getBytes(StandardCharsets.UTF_8), "AES"); // OK: HardcodedSecret
    }

    void genericBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        GenericBadCell<String> cell = new GenericBadCell<>("q7Tz!mel0nq7Tz!m");
        String data = cell.get();
        new SecretKeySpec(data.getBytes(StandardCharsets.UTF_8), "AES"); // BUG: HardcodedSecret
    }

    static final class GenericBadCell<T> {
        private T item;

        GenericBadCell(T item) {
            this.item = item;
        }

        T get() {
            return item;
        }

        void set(T item) {
            this.item = item;
        }
    }

    void genericGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        GenericGoodCell<String> cell = new GenericGoodCell<>("q7Tz!mel0nq7Tz!m");
        cell.set(System.getenv("APP_KEY"));
        String data = cell.get();
        new SecretKeySpec(data.getBytes(StandardCharsets.UTF_8), "AES"); // OK: HardcodedSecret
    }

    static final class GenericGoodCell<T> {
        private T item;

        GenericGoodCell(T item) {
            this.item = item;
        }

        T get() {
            return item;
        }

        void set(T item) {
            this.item = item;
        }
    }

    void threadBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "q7Tz!mel0nq7Tz!m";
        Thread thread = new Thread(() -> {
            try {
                new SecretKeySpec(data.getBytes(StandardCharsets.UTF_8), "AES"); // BUG: HardcodedSecret
            } catch (Exception e) {
                throw new IllegalStateException("failed");
            }
        });
        thread.start();
        thread.join();
    }

    void threadGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = System.getenv("APP_KEY");
        Thread thread = new Thread(() -> {
            try {
                new SecretKeySpec(data.getBytes(StandardCharsets.UTF_8), "AES"); // OK: HardcodedSecret
            } catch (Exception e) {
                throw new IllegalStateException("failed");
            }
        });
        thread.start();
        thread.join();
    }
}
