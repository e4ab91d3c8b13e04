package dev.keywright.adapters.spring;

import dev.keywright.runtime.client.CanonicalSigner;
import dev.keywright.runtime.key.ApiKeys;
import dev.keywright.runtime.key.MemoryKeyStore;
import dev.keywright.runtime.key.NewApiKey;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import shop.ShopApplication;

/** The shop on a free port of its own, spoken to over plain sockets so that every byte is the test's. */
final class Shop implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Shop(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Spring Boot's own security under its names in Boot 3 and 4; it would close every path of its own accord. */
    static final String WITHOUT_SECURITY = "spring.autoconfigure.exclude="
            + "org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration,"
            + "org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration,"
            + "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration,"
            + "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration,"
            + "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration";

    static Shop start(String... properties) {
        List<String> all = new ArrayList<>(List.of(WITHOUT_SECURITY));
        all.addAll(List.of(properties));
        return start(List.of(ShopApplication.class), all.toArray(new String[0]));
    }

    static Shop startWithSecurity(Class<?> security, String... properties) {
        return start(List.of(ShopApplication.class, security), properties);
    }

    static Shop start(List<Class<?>> sources, String... properties) {
        List<String> all = new ArrayList<>(List.of(
                "server.port=0",
                "server.address=127.0.0.1",
                "spring.main.banner-mode=off",
                "spring.jmx.enabled=false",
                "keywright.failure-throttle=off"));
        all.addAll(List.of(properties));
        return new Shop(new SpringApplicationBuilder(sources.toArray(new Class<?>[0]))
                .initializers(started ->
                        started.getBeanFactory().registerSingleton("errorPages", ErrorPages.teapotAt("/orders")))
                .properties(all.toArray(new String[0]))
                .run());
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    String key(String... scopes) {
        NewApiKey key = ApiKeys.create("shop", "alice").with(record -> record.scopes(Set.of(scopes)));
        context.getBean(MemoryKeyStore.class).put(key.record());
        return key.key();
    }

    /** One answer. */
    record Answer(int status, Map<String, String> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    Answer get(String path, String... headers) throws IOException {
        return send("GET", path, "", headers);
    }

    Answer post(String path, String contentType, String body, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Content-Type: " + contentType);
        return send("POST", path, body, all.toArray(new String[0]));
    }

    /** Posts what the signer signs. */
    Answer postSigned(String path, String contentType, String body, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of(headers));
        signature("POST", path, contentType, body).forEach((name, value) -> all.add(name + ": " + value));
        return post(path, contentType, body, all.toArray(new String[0]));
    }

    Map<String, String> signature(String method, String path, String contentType, String body) {
        return new CanonicalSigner("shop-webhook", ShopApplication.WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8))
                .headers(
                        method,
                        URI.create("http://127.0.0.1:" + port() + path),
                        contentType,
                        body.getBytes(StandardCharsets.UTF_8));
    }

    Answer send(String method, String path, String body, String... headers) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(
                method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port() + "\r\nConnection: close\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        if (bytes.length > 0) {
            head.append("Content-Length: ").append(bytes.length).append("\r\n");
        }
        head.append("\r\n");
        byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[start.length + bytes.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(bytes, 0, all, start.length, bytes.length);
        return raw(all);
    }

    /** Sends bytes as they are and reads until the server closes. */
    Answer raw(byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return parse(
                    socket.getInputStream(), new String(request, 0, 5, StandardCharsets.ISO_8859_1).equals("HEAD "));
        }
    }

    /** Reads one answer and no further: a server that still waits for a body leaves the connection open. */
    private static Answer parse(InputStream in, boolean head) throws IOException {
        String[] lines = upTo(in, "\r\n\r\n").split("\r\n");
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.merge(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip(),
                    (a, b) -> a + ", " + b);
        }
        String body = "";
        if ("chunked".equals(headers.get("transfer-encoding"))) {
            body = unchunk(upTo(in, "0\r\n\r\n"));
        } else if (!head) {
            boolean untilItCloses = !headers.containsKey("content-length")
                    && headers.getOrDefault("connection", "").equalsIgnoreCase("close");
            int length =
                    untilItCloses ? Integer.MAX_VALUE : Integer.parseInt(headers.getOrDefault("content-length", "0"));
            body = new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
        }
        return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, body);
    }

    private static String upTo(InputStream in, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (!text.toString().endsWith(end)) {
            int b = in.read();
            if (b < 0) {
                break;
            }
            text.append((char) b);
        }
        return text.toString();
    }

    private static String unchunk(String text) {
        StringBuilder body = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int line = text.indexOf("\r\n", at);
            int size = Integer.parseInt(text.substring(at, line).strip(), 16);
            body.append(text, line + 2, line + 2 + size);
            at = line + 4 + size;
            if (size == 0) {
                break;
            }
        }
        return body.toString();
    }

    @Override
    public void close() {
        context.close();
    }
}
