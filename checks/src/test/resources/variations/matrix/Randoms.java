package edu.example.matrix;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.LinkedList;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Flow shapes around one sink: what is marked is reached, its good twin is not. */
public class Randoms extends HttpServlet {

    private boolean on = true;
    private boolean off = false;

    void straightBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = Long.toHexString(new Random().nextLong());
        request.getSession().setAttribute("rememberMeToken", data); // BUG: WeakSecretRandom
    }

    void straightGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = Long.toHexString(new Random().nextLong());
        data = new BigInteger(130, new SecureRandom()).toString(32);
        request.getSession().setAttribute("rememberMeToken", data); // OK: WeakSecretRandom
    }

    void privateFieldBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (on) {
            data = Long.toHexString(new Random().nextLong());
        } else {
            data = null;
        }
        if (on) {
            request.getSession().setAttribute("rememberMeToken", data); // BUG: WeakSecretRandom
        }
    }

    void privateFieldGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (off) {
            data = Long.toHexString(new Random().nextLong());
        } else {
            data = new BigInteger(130, new SecureRandom()).toString(32);
        }
        request.getSession().setAttribute("rememberMeToken", data); // OK: WeakSecretRandom
    }

    void privateFieldGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (on) {
            data = new BigInteger(130, new SecureRandom()).toString(32);
        } else {
            data = Long.toHexString(new Random().nextLong());
        }
        if (on) {
            request.getSession().setAttribute("rememberMeToken", data); // OK: WeakSecretRandom
        }
    }

    void notNegatedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (!Flags.OFF) {
            data = Long.toHexString(new Random().nextLong());
        } else {
            data = null;
        }
        if (!Flags.OFF) {
            request.getSession().setAttribute("rememberMeToken", data); // BUG: WeakSecretRandom
        }
    }

    void notNegatedGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (!Flags.ON) {
            data = Long.toHexString(new Random().nextLong());
        } else {
            data = new BigInteger(130, new SecureRandom()).toString(32);
        }
        request.getSession().setAttribute("rememberMeToken", data); // OK: WeakSecretRandom
    }

    void notNegatedGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (!Flags.OFF) {
            data = new BigInteger(130, new SecureRandom()).toString(32);
        } else {
            data = Long.toHexString(new Random().nextLong());
        }
        if (!Flags.OFF) {
            request.getSession().setAttribute("rememberMeToken", data); // OK: WeakSecretRandom
        }
    }

    void forOnceBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = Long.toHexString(new Random().nextLong());
        for (int k = 0; k < 1; k++) {
            request.getSession().setAttribute("rememberMeToken", data); // BUG: WeakSecretRandom
        }
    }

    void forOnceGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = Long.toHexString(new Random().nextLong());
        for (int k = 0; k < 1; k++) {
            data = new BigInteger(130, new SecureRandom()).toString(32);
        }
        for (int k = 0; k < 0; k++) {
            data = Long.toHexString(new Random().nextLong());
        }
        request.getSession().setAttribute("rememberMeToken", data); // OK: WeakSecretRandom
    }

    void handedFarBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = Long.toHexString(new Random().nextLong());
        oneHandedFarBad(data, request, response);
    }

    private void oneHandedFarBad(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
        twoHandedFarBad(data, request, response);
    }

    private void twoHandedFarBad(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
        threeHandedFarBad(data, request, response);
    }

    private void threeHandedFarBad(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
        request.getSession().setAttribute("rememberMeToken", data); // BUG: WeakSecretRandom
    }

    void handedFarGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = new BigInteger(130, new SecureRandom()).toString(32);
        oneHandedFarGood(data, request, response);
    }

    private void oneHandedFarGood(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
        twoHandedFarGood(data, request, response);
    }

    private void twoHandedFarGood(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
        request.getSession().setAttribute("rememberMeToken", data); // OK: WeakSecretRandom
    }

    void constructedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        ConstructedBadBox box = new ConstructedBadBox(Long.toHexString(new Random().nextLong()));
        String data = box.value();
        request.getSession().setAttribute("rememberMeToken", data); // BUG: WeakSecretRandom
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
        ConstructedGoodBox box = new ConstructedGoodBox(Long.toHexString(new Random().nextLong()), new BigInteger(130, new SecureRandom()).toString(32));
        String data = box.second();
        request.getSession().setAttribute("rememberMeToken", data); // OK: WeakSecretRandom
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
        String data = source.take(new BigInteger(130, new SecureRandom()).toString(32));
        request.getSession().setAttribute("rememberMeToken", data); // BUG: WeakSecretRandom
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
            return Long.toHexString(new Random().nextLong());
        }
    }

    void interfaceSourceGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        InterfaceSourceGoodSource source = InterfaceSourceGoodSource.make();
        String data = source.take(Long.toHexString(new Random().nextLong()));
        request.getSession().setAttribute("rememberMeToken", data); // OK: WeakSecretRandom
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
            return new BigInteger(130, new SecureRandom()).toString(32);
        }
    }

    void methodReferenceBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Supplier<String> source = Randoms::giveMethodReferenceBad;
        String data = source.get();
        request.getSession().setAttribute("rememberMeToken", data); // BUG: WeakSecretRandom
    }

    private static String giveMethodReferenceBad() {
        return Long.toHexString(new Random().nextLong());
    }

    void methodReferenceGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Supplier<String> source = Randoms::giveMethodReferenceGood;
        String data = source.get();
        request.getSession().setAttribute("rememberMeToken", data); // OK: WeakSecretRandom
    }

    private static String giveMethodReferenceGood() {
        return new BigInteger(130, new SecureRandom()).toString(32);
    }

    void linkedLastBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        LinkedList<String> values = new LinkedList<>();
        values.add(new BigInteger(130, new SecureRandom()).toString(32));
        values.add(Long.toHexString(new Random().nextLong()));
        String data = values.getLast();
        request.getSession().setAttribute("rememberMeToken", data); // BUG: WeakSecretRandom
    }

    void linkedLastGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        LinkedList<String> values = new LinkedList<>();
        values.add(Long.toHexString(new Random().nextLong()));
        values.add(new BigInteger(130, new SecureRandom()).toString(32));
        String data = values.getLast();
        request.getSession().setAttribute("rememberMeToken", data); // OK: WeakSecretRandom
    }

    void mapOfBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Map<String, String> map = Map.of("one", new BigInteger(130, new SecureRandom()).toString(32), "two", Long.toHexString(new Random().nextLong()));
        String data = map.get("two");
        request.getSession().setAttribute("rememberMeToken", data); // BUG: WeakSecretRandom
    }

    void mapOfGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Map<String, String> map = Map.of("one", new BigInteger(130, new SecureRandom()).toString(32), "two", Long.toHexString(new Random().nextLong()));
        String data = map.get("one");
        request.getSession().setAttribute("rememberMeToken", data); // OK: WeakSecretRandom
    }

    void charsBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        char[] chars = Long.toHexString(new Random().nextLong()).toCharArray();
        String data = String.valueOf(chars);
        request.getSession().setAttribute("rememberMeToken", data); // BUG: WeakSecretRandom
    }

    void charsGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        char[] chars = new BigInteger(130, new SecureRandom()).toString(32).toCharArray();
        String data = String.valueOf(chars);
        request.getSession().setAttribute("rememberMeToken", data); // OK: WeakSecretRandom
    }

    void tryFinallyBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = null;
        try {
            data = Long.toHexString(new Random().nextLong());
        } finally {
            response.setStatus(200);
        }
        request.getSession().setAttribute("rememberMeToken", data); // BUG: WeakSecretRandom
    }

    void tryFinallyGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = Long.toHexString(new Random().nextLong());
        try {
            response.setStatus(200);
        } finally {
            data = new BigInteger(130, new SecureRandom()).toString(32);
        }
        request.getSession().setAttribute("rememberMeToken", data); // OK: WeakSecretRandom
    }

    private static final ThreadLocal<String> LOCAL_ThreadLocalBad = new ThreadLocal<>();

    void threadLocalBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        LOCAL_ThreadLocalBad.set(Long.toHexString(new Random().nextLong()));
        String data = LOCAL_ThreadLocalBad.get();
        request.getSession().setAttribute("rememberMeToken", data); // BUG: WeakSecretRandom
    }

    private static final ThreadLocal<String> LOCAL_ThreadLocalGood = new ThreadLocal<>();

    void threadLocalGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        LOCAL_ThreadLocalGood.set(new BigInteger(130, new SecureRandom()).toString(32));
        String data = LOCAL_ThreadLocalGood.get();
        request.getSession().setAttribute("rememberMeToken", data); // OK: WeakSecretRandom
    }

    void genericBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        GenericBadCell<String> cell = new GenericBadCell<>(Long.toHexString(new Random().nextLong()));
        String data = cell.get();
        request.getSession().setAttribute("rememberMeToken", data); // BUG: WeakSecretRandom
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
        GenericGoodCell<String> cell = new GenericGoodCell<>(Long.toHexString(new Random().nextLong()));
        cell.set(new BigInteger(130, new SecureRandom()).toString(32));
        String data = cell.get();
        request.getSession().setAttribute("rememberMeToken", data); // OK: WeakSecretRandom
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
        String data = Long.toHexString(new Random().nextLong());
        Thread thread = new Thread(() -> {
            try {
                request.getSession().setAttribute("rememberMeToken", data); // BUG: WeakSecretRandom
            } catch (Exception e) {
                throw new IllegalStateException("failed");
            }
        });
        thread.start();
        thread.join();
    }

    void threadGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = new BigInteger(130, new SecureRandom()).toString(32);
        Thread thread = new Thread(() -> {
            try {
                request.getSession().setAttribute("rememberMeToken", data); // OK: WeakSecretRandom
            } catch (Exception e) {
                throw new IllegalStateException("failed");
            }
        });
        thread.start();
        thread.join();
    }
}
