package edu.example.matrix;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.PasswordAuthentication;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** Flow shapes around one sink: what is marked is reached, its good twin is not. */
public class Authentications extends HttpServlet {

    private int five = 5;

    void ifTrueBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (true) {
            data = "q7Tz!mel0n";
        } else {
            data = null;
        }
        if (true) {
            new PasswordAuthentication("svc", data.toCharArray()); // BUG: HardcodedSecret
        }
    }

    void ifTrueGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (false) {
            data = "q7Tz!mel0n";
        } else {
            data = System.getProperty("svc");
        }
        new PasswordAuthentication("svc", data.toCharArray()); // OK: HardcodedSecret
    }

    void ifTrueGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (true) {
            data = System.getProperty("svc");
        } else {
            data = "q7Tz!mel0n";
        }
        if (true) {
            new PasswordAuthentication("svc", data.toCharArray()); // OK: HardcodedSecret
        }
    }

    void privateNumberBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (five == 5) {
            data = "q7Tz!mel0n";
        } else {
            data = null;
        }
        if (five == 5) {
            new PasswordAuthentication("svc", data.toCharArray()); // BUG: HardcodedSecret
        }
    }

    void privateNumberGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (five != 5) {
            data = "q7Tz!mel0n";
        } else {
            data = System.getProperty("svc");
        }
        new PasswordAuthentication("svc", data.toCharArray()); // OK: HardcodedSecret
    }

    void privateNumberGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (five == 5) {
            data = System.getProperty("svc");
        } else {
            data = "q7Tz!mel0n";
        }
        if (five == 5) {
            new PasswordAuthentication("svc", data.toCharArray()); // OK: HardcodedSecret
        }
    }

    void andOrBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.ON && 5 == 5) {
            data = "q7Tz!mel0n";
        } else {
            data = null;
        }
        if (Flags.ON && 5 == 5) {
            new PasswordAuthentication("svc", data.toCharArray()); // BUG: HardcodedSecret
        }
    }

    void andOrGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.OFF || 5 != 5) {
            data = "q7Tz!mel0n";
        } else {
            data = System.getProperty("svc");
        }
        new PasswordAuthentication("svc", data.toCharArray()); // OK: HardcodedSecret
    }

    void andOrGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.ON && 5 == 5) {
            data = System.getProperty("svc");
        } else {
            data = "q7Tz!mel0n";
        }
        if (Flags.ON && 5 == 5) {
            new PasswordAuthentication("svc", data.toCharArray()); // OK: HardcodedSecret
        }
    }

    void coinBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.coin()) {
            data = "q7Tz!mel0n";
        } else {
            data = System.getProperty("svc");
        }
        new PasswordAuthentication("svc", data.toCharArray()); // BUG: HardcodedSecret
    }

    void coinGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.coin()) {
            data = System.getProperty("svc");
        } else {
            data = System.getProperty("svc");
        }
        new PasswordAuthentication("svc", data.toCharArray()); // OK: HardcodedSecret
    }

    void otherClassesBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "q7Tz!mel0n";
        new OtherClassesBadSecond().go(data, request, response); // BUG: HardcodedSecret
    }

    static class OtherClassesBadSecond {
        void go(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
            OtherClassesBadThird.go(data, request, response);
        }
    }

    static class OtherClassesBadThird {
        static void go(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
            new OtherClassesBadFourth().go(data, request, response);
        }
    }

    static class OtherClassesBadFourth {
        void go(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
            new PasswordAuthentication("svc", data.toCharArray());
        }
    }

    void otherClassesGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = System.getProperty("svc");
        new OtherClassesGoodSecond().go(data, request, response);
    }

    static class OtherClassesGoodSecond {
        void go(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
            OtherClassesGoodThird.go(data, request, response);
        }
    }

    static class OtherClassesGoodThird {
        static void go(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
            new PasswordAuthentication("svc", data.toCharArray()); // OK: HardcodedSecret
        }
    }

    void beanBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        BeanBadBean bean = new BeanBadBean();
        bean.setText("q7Tz!mel0n");
        useBeanBad(bean, request, response); // BUG: HardcodedSecret
    }

    private void useBeanBad(BeanBadBean bean, HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = bean.getText();
        new PasswordAuthentication("svc", data.toCharArray());
    }

    static class BeanBadBean {
        private String text = "";

        String getText() {
            return text;
        }

        void setText(String text) {
            this.text = text;
        }
    }

    void beanGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        BeanGoodBean bean = new BeanGoodBean();
        bean.setText("q7Tz!mel0n");
        bean.setText(System.getProperty("svc"));
        String data = bean.getText();
        new PasswordAuthentication("svc", data.toCharArray()); // OK: HardcodedSecret
    }

    static class BeanGoodBean {
        private String text = "";

        String getText() {
            return text;
        }

        void setText(String text) {
            this.text = text;
        }
    }

    void innerBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String param = "q7Tz!mel0n";
        String data = new InnerBadWorker().work(param);
        new PasswordAuthentication("svc", data.toCharArray()); // BUG: HardcodedSecret
    }

    private class InnerBadWorker {
        String work(String param) {
            String result = param;
            return result;
        }
    }

    void innerGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String param = "q7Tz!mel0n";
        String data = new InnerGoodWorker().work(param);
        new PasswordAuthentication("svc", data.toCharArray()); // OK: HardcodedSecret
    }

    private class InnerGoodWorker {
        String work(String param) {
            String result = System.getProperty("svc");
            return result;
        }
    }

    void arrayBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String[] parts = new String[3];
        parts[1] = "q7Tz!mel0n";
        String data = parts[1];
        new PasswordAuthentication("svc", data.toCharArray()); // BUG: HardcodedSecret
    }

    void arrayGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String[] parts = new String[3];
        parts[0] = "q7Tz!mel0n";
        parts[1] = System.getProperty("svc");
        String data = parts[1];
        new PasswordAuthentication("svc", data.toCharArray()); // OK: HardcodedSecret
    }

    void dequeBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        ArrayDeque<String> values = new ArrayDeque<>();
        values.push("q7Tz!mel0n");
        String data = values.pop();
        new PasswordAuthentication("svc", data.toCharArray()); // BUG: HardcodedSecret
    }

    void dequeGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        ArrayDeque<String> values = new ArrayDeque<>();
        values.push(System.getProperty("svc"));
        String data = values.pop();
        new PasswordAuthentication("svc", data.toCharArray()); // OK: HardcodedSecret
    }

    void builderBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        StringBuilder text = new StringBuilder();
        text.append("q7Tz!mel0n");
        String data = text.toString();
        new PasswordAuthentication("svc", data.toCharArray()); // BUG: HardcodedSecret
    }

    void builderGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        StringBuilder text = new StringBuilder("q7Tz!mel0n");
        text.setLength(0);
        text.append(System.getProperty("svc"));
        String data = text.toString();
        new PasswordAuthentication("svc", data.toCharArray()); // OK: HardcodedSecret
    }

    void bytesBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        byte[] bytes = "q7Tz!mel0n".getBytes(StandardCharsets.UTF_8);
        byte[] copy = Arrays.copyOf(bytes, bytes.length);
        String data = new String(copy, StandardCharsets.UTF_8);
        new PasswordAuthentication("svc", data.toCharArray()); // BUG: HardcodedSecret
    }

    void bytesGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        byte[] bytes = System.getProperty("svc").getBytes(StandardCharsets.UTF_8);
        byte[] copy = Arrays.copyOf(bytes, bytes.length);
        String data = new String(copy, StandardCharsets.UTF_8);
        new PasswordAuthentication("svc", data.toCharArray()); // OK: HardcodedSecret
    }

    void caughtBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = System.getProperty("svc");
        try {
            Integer.parseInt(request.getParameter("n"));
        } catch (NumberFormatException e) {
            data = "q7Tz!mel0n";
        }
        new PasswordAuthentication("svc", data.toCharArray()); // BUG: HardcodedSecret
    }

    void caughtGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        try {
            data = "q7Tz!mel0n";
            Integer.parseInt(data);
            data = System.getProperty("svc");
        } catch (NumberFormatException e) {
            data = System.getProperty("svc");
        }
        new PasswordAuthentication("svc", data.toCharArray()); // OK: HardcodedSecret
    }

    void atomicBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        AtomicReference<String> ref = new AtomicReference<>();
        ref.set("q7Tz!mel0n");
        String data = ref.get();
        new PasswordAuthentication("svc", data.toCharArray()); // BUG: HardcodedSecret
    }

    void atomicGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        AtomicReference<String> ref = new AtomicReference<>("q7Tz!mel0n");
        ref.set(System.getProperty("svc"));
        String data = ref.get();
        new PasswordAuthentication("svc", data.toCharArray()); // OK: HardcodedSecret
    }

    void charSwitchBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String guess = "ABC";
        char target = guess.charAt(1);
        String data;
        switch (target) {
            case 'A':
                data = System.getProperty("svc");
                break;
            case 'B':
                data = "q7Tz!mel0n";
                break;
            default:
                data = "none";
                break;
        }
        new PasswordAuthentication("svc", data.toCharArray()); // BUG: HardcodedSecret
    }

    void charSwitchGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String guess = "ABC";
        char target = guess.charAt(2);
        String data;
        switch (target) {
            case 'A':
                data = "q7Tz!mel0n";
                break;
            case 'B':
                data = "q7Tz!mel0n";
                break;
            default:
                data = System.getProperty("svc");
                break;
        }
        new PasswordAuthentication("svc", data.toCharArray()); // OK: HardcodedSecret
    }

    void futureBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        CompletableFuture<String> later = CompletableFuture.supplyAsync(() -> "q7Tz!mel0n");
        String data = later.get();
        new PasswordAuthentication("svc", data.toCharArray()); // BUG: HardcodedSecret
    }

    void futureGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        CompletableFuture<String> later = CompletableFuture.supplyAsync(() -> System.getProperty("svc"));
        String data = later.get();
        new PasswordAuthentication("svc", data.toCharArray()); // OK: HardcodedSecret
    }
}
