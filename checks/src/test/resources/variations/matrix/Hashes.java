package edu.example.matrix;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** Flow shapes around one sink: what is marked is reached, its good twin is not. */
public class Hashes extends HttpServlet {

    private int five = 5;

    void ifTrueBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (true) {
            data = new String(System.console().readPassword());
        } else {
            data = null;
        }
        if (true) {
            MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8)); // BUG: WeakSecretStorage
        }
    }

    void ifTrueGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (false) {
            data = new String(System.console().readPassword());
        } else {
            data = System.console().readLine();
        }
        MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8)); // OK: WeakSecretStorage
    }

    void ifTrueGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (true) {
            data = System.console().readLine();
        } else {
            data = new String(System.console().readPassword());
        }
        if (true) {
            MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8)); // OK: WeakSecretStorage
        }
    }

    void privateNumberBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (five == 5) {
            data = new String(System.console().readPassword());
        } else {
            data = null;
        }
        if (five == 5) {
            MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8)); // BUG: WeakSecretStorage
        }
    }

    void privateNumberGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (five != 5) {
            data = new String(System.console().readPassword());
        } else {
            data = System.console().readLine();
        }
        MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8)); // OK: WeakSecretStorage
    }

    void privateNumberGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (five == 5) {
            data = System.console().readLine();
        } else {
            data = new String(System.console().readPassword());
        }
        if (five == 5) {
            MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8)); // OK: WeakSecretStorage
        }
    }

    void andOrBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.ON && 5 == 5) {
            data = new String(System.console().readPassword());
        } else {
            data = null;
        }
        if (Flags.ON && 5 == 5) {
            MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8)); // BUG: WeakSecretStorage
        }
    }

    void andOrGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.OFF || 5 != 5) {
            data = new String(System.console().readPassword());
        } else {
            data = System.console().readLine();
        }
        MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8)); // OK: WeakSecretStorage
    }

    void andOrGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.ON && 5 == 5) {
            data = System.console().readLine();
        } else {
            data = new String(System.console().readPassword());
        }
        if (Flags.ON && 5 == 5) {
            MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8)); // OK: WeakSecretStorage
        }
    }

    void coinBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.coin()) {
            data = new String(System.console().readPassword());
        } else {
            data = System.console().readLine();
        }
        MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8)); // BUG: WeakSecretStorage
    }

    void coinGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.coin()) {
            data = System.console().readLine();
        } else {
            data = System.console().readLine();
        }
        MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8)); // OK: WeakSecretStorage
    }

    void otherClassesBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = new String(System.console().readPassword());
        new OtherClassesBadSecond().go(data, request, response); // BUG: WeakSecretStorage
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
            MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8));
        }
    }

    void otherClassesGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = System.console().readLine();
        new OtherClassesGoodSecond().go(data, request, response);
    }

    static class OtherClassesGoodSecond {
        void go(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
            OtherClassesGoodThird.go(data, request, response);
        }
    }

    static class OtherClassesGoodThird {
        static void go(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
            MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8)); // OK: WeakSecretStorage
        }
    }

    void beanBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        BeanBadBean bean = new BeanBadBean();
        bean.setText(new String(System.console().readPassword()));
        useBeanBad(bean, request, response);
    }

    private void useBeanBad(BeanBadBean bean, HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = bean.getText();
        MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8)); // BUG: WeakSecretStorage
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
        bean.setText(new String(System.console().readPassword()));
        bean.setText(System.console().readLine());
        String data = bean.getText();
        MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8)); // OK: WeakSecretStorage
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
        String param = new String(System.console().readPassword());
        String data = new InnerBadWorker().work(param);
        MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8)); // BUG: WeakSecretStorage
    }

    private class InnerBadWorker {
        String work(String param) {
            String result = param;
            return result;
        }
    }

    void innerGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String param = new String(System.console().readPassword());
        String data = new InnerGoodWorker().work(param);
        MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8)); // OK: WeakSecretStorage
    }

    private class InnerGoodWorker {
        String work(String param) {
            String result = System.console().readLine();
            return result;
        }
    }

    void arrayBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String[] parts = new String[3];
        parts[1] = new String(System.console().readPassword());
        String data = parts[1];
        MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8)); // BUG: WeakSecretStorage
    }

    void arrayGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String[] parts = new String[3];
        parts[0] = new String(System.console().readPassword());
        parts[1] = System.console().readLine();
        String data = parts[1];
        MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8)); // OK: WeakSecretStorage
    }

    void dequeBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        ArrayDeque<String> values = new ArrayDeque<>();
        values.push(new String(System.console().readPassword()));
        String data = values.pop();
        MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8)); // BUG: WeakSecretStorage
    }

    void dequeGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        ArrayDeque<String> values = new ArrayDeque<>();
        values.push(System.console().readLine());
        String data = values.pop();
        MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8)); // OK: WeakSecretStorage
    }

    void builderBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        StringBuilder text = new StringBuilder();
        text.append(new String(System.console().readPassword()));
        String data = text.toString();
        MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8)); // BUG: WeakSecretStorage
    }

    void builderGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        StringBuilder text = new StringBuilder(new String(System.console().readPassword()));
        text.setLength(0);
        text.append(System.console().readLine());
        String data = text.toString();
        MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8)); // OK: WeakSecretStorage
    }

    void bytesBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        byte[] bytes = new String(System.console().readPassword()).getBytes(StandardCharsets.UTF_8);
        byte[] copy = Arrays.copyOf(bytes, bytes.length);
        String data = new String(copy, StandardCharsets.UTF_8);
        MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8)); // BUG: WeakSecretStorage
    }

    void bytesGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        byte[] bytes = System.console().readLine().getBytes(StandardCharsets.UTF_8);
        byte[] copy = Arrays.copyOf(bytes, bytes.length);
        String data = new String(copy, StandardCharsets.UTF_8);
        MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8)); // OK: WeakSecretStorage
    }

    void caughtBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = System.console().readLine();
        try {
            Integer.parseInt(request.getParameter("n"));
        } catch (NumberFormatException e) {
            data = new String(System.console().readPassword());
        }
        MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8)); // BUG: WeakSecretStorage
    }

    void caughtGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        try {
            data = new String(System.console().readPassword());
            Integer.parseInt(data);
            data = System.console().readLine();
        } catch (NumberFormatException e) {
            data = System.console().readLine();
        }
        MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8)); // OK: WeakSecretStorage
    }

    void atomicBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        AtomicReference<String> ref = new AtomicReference<>();
        ref.set(new String(System.console().readPassword()));
        String data = ref.get();
        MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8)); // BUG: WeakSecretStorage
    }

    void atomicGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        AtomicReference<String> ref = new AtomicReference<>(new String(System.console().readPassword()));
        ref.set(System.console().readLine());
        String data = ref.get();
        MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8)); // OK: WeakSecretStorage
    }

    void charSwitchBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String guess = "ABC";
        char target = guess.charAt(1);
        String data;
        switch (target) {
            case 'A':
                data = System.console().readLine();
                break;
            case 'B':
                data = new String(System.console().readPassword());
                break;
            default:
                data = "none";
                break;
        }
        MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8)); // BUG: WeakSecretStorage
    }

    void charSwitchGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String guess = "ABC";
        char target = guess.charAt(2);
        String data;
        switch (target) {
            case 'A':
                data = new String(System.console().readPassword());
                break;
            case 'B':
                data = new String(System.console().readPassword());
                break;
            default:
                data = System.console().readLine();
                break;
        }
        MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8)); // OK: WeakSecretStorage
    }

    void futureBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        CompletableFuture<String> later = CompletableFuture.supplyAsync(() -> new String(System.console().readPassword()));
        String data = later.get();
        MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8)); // BUG: WeakSecretStorage
    }

    void futureGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        CompletableFuture<String> later = CompletableFuture.supplyAsync(() -> System.console().readLine());
        String data = later.get();
        MessageDigest.getInstance("MD5").digest(data.getBytes(StandardCharsets.UTF_8)); // OK: WeakSecretStorage
    }
}
