package edu.example.matrix;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HexFormat;
import java.util.LinkedList;
import java.util.Map;
import java.util.function.Supplier;

/** Flow shapes around one sink: what is marked is reached, its good twin is not. */
public class Comparisons extends HttpServlet {

    private boolean on = true;
    private boolean off = false;

    void straightBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = HexFormat.of().formatHex(Macs.sign("body"));
        if (!data.equals(request.getParameter("given"))) { throw new SecurityException("refused"); } // BUG: TimingUnsafeComparison
    }

    void straightGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = HexFormat.of().formatHex(Macs.sign("body"));
        data = "harmless";
        if (!data.equals(request.getParameter("given"))) { throw new SecurityException("refused"); } // OK: TimingUnsafeComparison
    }

    void privateFieldBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (on) {
            data = HexFormat.of().formatHex(Macs.sign("body"));
        } else {
            data = null;
        }
        if (on) {
            if (!data.equals(request.getParameter("given"))) { throw new SecurityException("refused"); } // BUG: TimingUnsafeComparison
        }
    }

    void privateFieldGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (off) {
            data = HexFormat.of().formatHex(Macs.sign("body"));
        } else {
            data = "harmless";
        }
        if (!data.equals(request.getParameter("given"))) { throw new SecurityException("refused"); } // OK: TimingUnsafeComparison
    }

    void privateFieldGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (on) {
            data = "harmless";
        } else {
            data = HexFormat.of().formatHex(Macs.sign("body"));
        }
        if (on) {
            if (!data.equals(request.getParameter("given"))) { throw new SecurityException("refused"); } // OK: TimingUnsafeComparison
        }
    }

    void notNegatedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (!Flags.OFF) {
            data = HexFormat.of().formatHex(Macs.sign("body"));
        } else {
            data = null;
        }
        if (!Flags.OFF) {
            if (!data.equals(request.getParameter("given"))) { throw new SecurityException("refused"); } // BUG: TimingUnsafeComparison
        }
    }

    void notNegatedGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (!Flags.ON) {
            data = HexFormat.of().formatHex(Macs.sign("body"));
        } else {
            data = "harmless";
        }
        if (!data.equals(request.getParameter("given"))) { throw new SecurityException("refused"); } // OK: TimingUnsafeComparison
    }

    void notNegatedGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (!Flags.OFF) {
            data = "harmless";
        } else {
            data = HexFormat.of().formatHex(Macs.sign("body"));
        }
        if (!Flags.OFF) {
            if (!data.equals(request.getParameter("given"))) { throw new SecurityException("refused"); } // OK: TimingUnsafeComparison
        }
    }

    void forOnceBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = HexFormat.of().formatHex(Macs.sign("body"));
        for (int k = 0; k < 1; k++) {
            if (!data.equals(request.getParameter("given"))) { throw new SecurityException("refused"); } // BUG: TimingUnsafeComparison
        }
    }

    void forOnceGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = HexFormat.of().formatHex(Macs.sign("body"));
        for (int k = 0; k < 1; k++) {
            data = "harmless";
        }
        for (int k = 0; k < 0; k++) {
            data = HexFormat.of().formatHex(Macs.sign("body"));
        }
        if (!data.equals(request.getParameter("given"))) { throw new SecurityException("refused"); } // OK: TimingUnsafeComparison
    }

    void handedFarBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = HexFormat.of().formatHex(Macs.sign("body"));
        oneHandedFarBad(data, request, response); // BUG: TimingUnsafeComparison
    }

    private void oneHandedFarBad(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
        twoHandedFarBad(data, request, response);
    }

    private void twoHandedFarBad(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
        threeHandedFarBad(data, request, response);
    }

    private void threeHandedFarBad(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (!data.equals(request.getParameter("given"))) { throw new SecurityException("refused"); }
    }

    void handedFarGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "harmless";
        oneHandedFarGood(data, request, response);
    }

    private void oneHandedFarGood(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
        twoHandedFarGood(data, request, response);
    }

    private void twoHandedFarGood(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (!data.equals(request.getParameter("given"))) { throw new SecurityException("refused"); } // OK: TimingUnsafeComparison
    }

    void constructedBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        ConstructedBadBox box = new ConstructedBadBox(HexFormat.of().formatHex(Macs.sign("body")));
        String data = box.value();
        if (!data.equals(request.getParameter("given"))) { throw new SecurityException("refused"); } // BUG: TimingUnsafeComparison
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
        ConstructedGoodBox box = new ConstructedGoodBox(HexFormat.of().formatHex(Macs.sign("body")), "harmless");
        String data = box.second();
        if (!data.equals(request.getParameter("given"))) { throw new SecurityException("refused"); } // OK: TimingUnsafeComparison
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
        String data = source.take("harmless");
        if (!data.equals(request.getParameter("given"))) { throw new SecurityException("refused"); } // BUG: TimingUnsafeComparison
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
            return HexFormat.of().formatHex(Macs.sign("body"));
        }
    }

    void interfaceSourceGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        InterfaceSourceGoodSource source = InterfaceSourceGoodSource.make();
        String data = source.take(HexFormat.of().formatHex(Macs.sign("body")));
        if (!data.equals(request.getParameter("given"))) { throw new SecurityException("refused"); } // OK: TimingUnsafeComparison
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
            return "harmless";
        }
    }

    void methodReferenceBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Supplier<String> source = Comparisons::giveMethodReferenceBad;
        String data = source.get();
        if (!data.equals(request.getParameter("given"))) { throw new SecurityException("refused"); } // BUG: TimingUnsafeComparison
    }

    private static String giveMethodReferenceBad() {
        return HexFormat.of().formatHex(Macs.sign("body"));
    }

    void methodReferenceGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Supplier<String> source = Comparisons::giveMethodReferenceGood;
        String data = source.get();
        if (!data.equals(request.getParameter("given"))) { throw new SecurityException("refused"); } // OK: TimingUnsafeComparison
    }

    private static String giveMethodReferenceGood() {
        return "harmless";
    }

    void linkedLastBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        LinkedList<String> values = new LinkedList<>();
        values.add("harmless");
        values.add(HexFormat.of().formatHex(Macs.sign("body")));
        String data = values.getLast();
        if (!data.equals(request.getParameter("given"))) { throw new SecurityException("refused"); } // BUG: TimingUnsafeComparison
    }

    void linkedLastGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        LinkedList<String> values = new LinkedList<>();
        values.add(HexFormat.of().formatHex(Macs.sign("body")));
        values.add("harmless");
        String data = values.getLast();
        if (!data.equals(request.getParameter("given"))) { throw new SecurityException("refused"); } // OK: TimingUnsafeComparison
    }

    void mapOfBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Map<String, String> map = Map.of("one", "harmless", "two", HexFormat.of().formatHex(Macs.sign("body")));
        String data = map.get("two");
        if (!data.equals(request.getParameter("given"))) { throw new SecurityException("refused"); } // BUG: TimingUnsafeComparison
    }

    void mapOfGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Map<String, String> map = Map.of("one", "harmless", "two", HexFormat.of().formatHex(Macs.sign("body")));
        String data = map.get("one");
        if (!data.equals(request.getParameter("given"))) { throw new SecurityException("refused"); } // OK: TimingUnsafeComparison
    }

    void charsBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        char[] chars = HexFormat.of().formatHex(Macs.sign("body")).toCharArray();
        String data = String.valueOf(chars);
        if (!data.equals(request.getParameter("given"))) { throw new SecurityException("refused"); } // BUG: TimingUnsafeComparison
    }

    void charsGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        char[] chars = "harmless".toCharArray();
        String data = String.valueOf(chars);
        if (!data.equals(request.getParameter("given"))) { throw new SecurityException("refused"); } // OK: TimingUnsafeComparison
    }

    void tryFinallyBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = null;
        try {
            data = HexFormat.of().formatHex(Macs.sign("body"));
        } finally {
            response.setStatus(200);
        }
        if (!data.equals(request.getParameter("given"))) { throw new SecurityException("refused"); } // BUG: TimingUnsafeComparison
    }

    void tryFinallyGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = HexFormat.of().formatHex(Macs.sign("body"));
        try {
            response.setStatus(200);
        } finally {
            data = "harmless";
        }
        if (!data.equals(request.getParameter("given"))) { throw new SecurityException("refused"); } // OK: TimingUnsafeComparison
    }

    private static final ThreadLocal<String> LOCAL_ThreadLocalBad = new ThreadLocal<>();

    void threadLocalBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        LOCAL_ThreadLocalBad.set(HexFormat.of().formatHex(Macs.sign("body")));
        String data = LOCAL_ThreadLocalBad.get();
        if (!data.equals(request.getParameter("given"))) { throw new SecurityException("refused"); } // BUG: TimingUnsafeComparison
    }

    private static final ThreadLocal<String> LOCAL_ThreadLocalGood = new ThreadLocal<>();

    void threadLocalGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        LOCAL_ThreadLocalGood.set("harmless");
        String data = LOCAL_ThreadLocalGood.get();
        if (!data.equals(request.getParameter("given"))) { throw new SecurityException("refused"); } // OK: TimingUnsafeComparison
    }

    void genericBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        GenericBadCell<String> cell = new GenericBadCell<>(HexFormat.of().formatHex(Macs.sign("body")));
        String data = cell.get();
        if (!data.equals(request.getParameter("given"))) { throw new SecurityException("refused"); } // BUG: TimingUnsafeComparison
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

    void threadBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = HexFormat.of().formatHex(Macs.sign("body"));
        Thread thread = new Thread(() -> {
            try {
                if (!data.equals(request.getParameter("given"))) { throw new SecurityException("refused"); } // BUG: TimingUnsafeComparison
            } catch (Exception e) {
                throw new IllegalStateException("failed");
            }
        });
        thread.start();
        thread.join();
    }

    void threadGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "harmless";
        Thread thread = new Thread(() -> {
            try {
                if (!data.equals(request.getParameter("given"))) { throw new SecurityException("refused"); } // OK: TimingUnsafeComparison
            } catch (Exception e) {
                throw new IllegalStateException("failed");
            }
        });
        thread.start();
        thread.join();
    }
}
