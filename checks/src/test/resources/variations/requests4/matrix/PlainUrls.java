package edu.example.matrix;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** Flow shapes around one sink: what is marked is reached, its good twin is not. */
public class PlainUrls extends HttpServlet {

    private int five = 5;

    void ifTrueBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (true) {
            data = "http://billing.example.org/login"; // BUG: SecretOverPlainHttp
        } else {
            data = null;
        }
        if (true) {
            HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN"));
        }
    }

    void ifTrueGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (false) {
            data = "http://billing.example.org/login";
        } else {
            data = "https://billing.example.org/login";
        }
        HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN")); // OK: SecretOverPlainHttp
    }

    void ifTrueGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (true) {
            data = "https://billing.example.org/login";
        } else {
            data = "http://billing.example.org/login";
        }
        if (true) {
            HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN")); // OK: SecretOverPlainHttp
        }
    }

    void privateNumberBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (five == 5) {
            data = "http://billing.example.org/login"; // BUG: SecretOverPlainHttp
        } else {
            data = null;
        }
        if (five == 5) {
            HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN"));
        }
    }

    void privateNumberGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (five != 5) {
            data = "http://billing.example.org/login";
        } else {
            data = "https://billing.example.org/login";
        }
        HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN")); // OK: SecretOverPlainHttp
    }

    void privateNumberGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (five == 5) {
            data = "https://billing.example.org/login";
        } else {
            data = "http://billing.example.org/login";
        }
        if (five == 5) {
            HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN")); // OK: SecretOverPlainHttp
        }
    }

    void andOrBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.ON && 5 == 5) {
            data = "http://billing.example.org/login"; // BUG: SecretOverPlainHttp
        } else {
            data = null;
        }
        if (Flags.ON && 5 == 5) {
            HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN"));
        }
    }

    void andOrGood1(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.OFF || 5 != 5) {
            data = "http://billing.example.org/login";
        } else {
            data = "https://billing.example.org/login";
        }
        HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN")); // OK: SecretOverPlainHttp
    }

    void andOrGood2(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.ON && 5 == 5) {
            data = "https://billing.example.org/login";
        } else {
            data = "http://billing.example.org/login";
        }
        if (Flags.ON && 5 == 5) {
            HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN")); // OK: SecretOverPlainHttp
        }
    }

    void coinBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.coin()) {
            data = "http://billing.example.org/login"; // BUG: SecretOverPlainHttp
        } else {
            data = "https://billing.example.org/login";
        }
        HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN"));
    }

    void coinGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        if (Flags.coin()) {
            data = "https://billing.example.org/login";
        } else {
            data = "https://billing.example.org/login";
        }
        HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN")); // OK: SecretOverPlainHttp
    }

    void otherClassesBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "http://billing.example.org/login";
        new OtherClassesBadSecond().go(data, request, response);
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
            HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN")); // BUG: SecretOverPlainHttp
        }
    }

    void otherClassesGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "https://billing.example.org/login";
        new OtherClassesGoodSecond().go(data, request, response);
    }

    static class OtherClassesGoodSecond {
        void go(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
            OtherClassesGoodThird.go(data, request, response);
        }
    }

    static class OtherClassesGoodThird {
        static void go(String data, HttpServletRequest request, HttpServletResponse response) throws Exception {
            HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN")); // OK: SecretOverPlainHttp
        }
    }

    void beanBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        BeanBadBean bean = new BeanBadBean();
        bean.setText("http://billing.example.org/login");
        useBeanBad(bean, request, response);
    }

    private void useBeanBad(BeanBadBean bean, HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = bean.getText();
        HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN")); // BUG: SecretOverPlainHttp
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
        bean.setText("http://billing.example.org/login");
        bean.setText("https://billing.example.org/login");
        String data = bean.getText();
        HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN")); // OK: SecretOverPlainHttp
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
        String param = "http://billing.example.org/login"; // BUG: SecretOverPlainHttp
        String data = new InnerBadWorker().work(param);
        HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN"));
    }

    private class InnerBadWorker {
        String work(String param) {
            String result = param;
            return result;
        }
    }

    void innerGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String param = "http://billing.example.org/login";
        String data = new InnerGoodWorker().work(param);
        HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN")); // OK: SecretOverPlainHttp
    }

    private class InnerGoodWorker {
        String work(String param) {
            String result = "https://billing.example.org/login";
            return result;
        }
    }

    void arrayBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String[] parts = new String[3];
        parts[1] = "http://billing.example.org/login"; // BUG: SecretOverPlainHttp
        String data = parts[1];
        HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN"));
    }

    void arrayGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String[] parts = new String[3];
        parts[0] = "http://billing.example.org/login";
        parts[1] = "https://billing.example.org/login";
        String data = parts[1];
        HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN")); // OK: SecretOverPlainHttp
    }

    void dequeBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        ArrayDeque<String> values = new ArrayDeque<>();
        values.push("http://billing.example.org/login"); // BUG: SecretOverPlainHttp
        String data = values.pop();
        HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN"));
    }

    void dequeGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        ArrayDeque<String> values = new ArrayDeque<>();
        values.push("https://billing.example.org/login");
        String data = values.pop();
        HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN")); // OK: SecretOverPlainHttp
    }

    void builderBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        StringBuilder text = new StringBuilder();
        text.append("http://billing.example.org/login"); // BUG: SecretOverPlainHttp
        String data = text.toString();
        HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN"));
    }

    void builderGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        StringBuilder text = new StringBuilder("http://billing.example.org/login");
        text.setLength(0);
        text.append("https://billing.example.org/login");
        String data = text.toString();
        HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN")); // OK: SecretOverPlainHttp
    }

    void bytesBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        byte[] bytes = "http://billing.example.org/login".getBytes(StandardCharsets.UTF_8); // BUG: SecretOverPlainHttp
        byte[] copy = Arrays.copyOf(bytes, bytes.length);
        String data = new String(copy, StandardCharsets.UTF_8);
        HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN"));
    }

    void bytesGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        byte[] bytes = "https://billing.example.org/login".getBytes(StandardCharsets.UTF_8);
        byte[] copy = Arrays.copyOf(bytes, bytes.length);
        String data = new String(copy, StandardCharsets.UTF_8);
        HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN")); // OK: SecretOverPlainHttp
    }

    void caughtBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data = "https://billing.example.org/login";
        try {
            Integer.parseInt(request.getParameter("n"));
        } catch (NumberFormatException e) {
            data = "http://billing.example.org/login"; // BUG: SecretOverPlainHttp
        }
        HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN"));
    }

    void caughtGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String data;
        try {
            data = "http://billing.example.org/login";
            Integer.parseInt(data);
            data = "https://billing.example.org/login";
        } catch (NumberFormatException e) {
            data = "https://billing.example.org/login";
        }
        HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN")); // OK: SecretOverPlainHttp
    }

    void atomicBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        AtomicReference<String> ref = new AtomicReference<>();
        ref.set("http://billing.example.org/login"); // BUG: SecretOverPlainHttp
        String data = ref.get();
        HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN"));
    }

    void atomicGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        AtomicReference<String> ref = new AtomicReference<>("http://billing.example.org/login");
        ref.set("https://billing.example.org/login");
        String data = ref.get();
        HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN")); // OK: SecretOverPlainHttp
    }

    void charSwitchBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String guess = "ABC";
        char target = guess.charAt(1);
        String data;
        switch (target) {
            case 'A':
                data = "https://billing.example.org/login";
                break;
            case 'B':
                data = "http://billing.example.org/login"; // BUG: SecretOverPlainHttp
                break;
            default:
                data = "none";
                break;
        }
        HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN"));
    }

    void charSwitchGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String guess = "ABC";
        char target = guess.charAt(2);
        String data;
        switch (target) {
            case 'A':
                data = "http://billing.example.org/login";
                break;
            case 'B':
                data = "http://billing.example.org/login";
                break;
            default:
                data = "https://billing.example.org/login";
                break;
        }
        HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN")); // OK: SecretOverPlainHttp
    }

    void futureBad(HttpServletRequest request, HttpServletResponse response) throws Exception {
        CompletableFuture<String> later = CompletableFuture.supplyAsync(() -> "http://billing.example.org/login"); // BUG: SecretOverPlainHttp
        String data = later.get();
        HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN"));
    }

    void futureGood(HttpServletRequest request, HttpServletResponse response) throws Exception {
        CompletableFuture<String> later = CompletableFuture.supplyAsync(() -> "https://billing.example.org/login");
        String data = later.get();
        HttpURLConnection c = (HttpURLConnection) new URL(data).openConnection(); c.setRequestProperty("Authorization", "Bearer " + System.getenv("BILLING_TOKEN")); // OK: SecretOverPlainHttp
    }
}
