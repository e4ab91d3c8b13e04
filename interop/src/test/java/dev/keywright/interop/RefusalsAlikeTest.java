package dev.keywright.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.runtime.client.CanonicalSigner;
import dev.keywright.runtime.client.Rfc9421Signer;
import dev.keywright.runtime.client.StandardWebhooksSigner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a signature of any scheme, the bytes of the answer are the same, but for date and request id. */
class RefusalsAlikeTest {

    private static final byte[] BODY = "{\"order\":7}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER_BODY = "{\"order\":8}".getBytes(StandardCharsets.UTF_8);
    private static final String OTHER = "another-secret-of-more-than-32-bytes";

    private static SignedServer server;

    @BeforeAll
    static void start() throws Exception {
        server = SignedServer.start(TestSecrets.ALL);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static byte[] mac(String secret, String prefix) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(prefix.getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(BODY);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> signed(String scheme, String keyId, String secret, Instant when) {
        long seconds = when.getEpochSecond();
        byte[] key = secret.getBytes(StandardCharsets.UTF_8);
        InstantSource clock = () -> when;
        Map<String, String> headers = new LinkedHashMap<>();
        switch (scheme) {
            case "messages" ->
                headers.putAll(
                        new Rfc9421Signer(keyId, key, clock).headers("POST", server.uri("/messages"), null, BODY));
            case "canonical" ->
                headers.putAll(
                        new CanonicalSigner(keyId, key, clock).headers("POST", server.uri("/canonical"), null, BODY));
            case "standard-webhooks" ->
                headers.putAll(new StandardWebhooksSigner(secret, clock).headers("msg_" + seconds, BODY));
            case "stripe" ->
                headers.put(
                        "Stripe-Signature",
                        "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac(secret, seconds + ".")));
            case "slack" -> {
                headers.put("X-Slack-Request-Timestamp", Long.toString(seconds));
                headers.put("X-Slack-Signature", "v0=" + HexFormat.of().formatHex(mac(secret, "v0:" + seconds + ":")));
            }
            case "github" ->
                headers.put("X-Hub-Signature-256", "sha256=" + HexFormat.of().formatHex(mac(secret, "")));
            default -> headers.put("X-Shopify-Hmac-Sha256", Base64.getEncoder().encodeToString(mac(secret, "")));
        }
        return headers;
    }

    private static String signatureHeader(String scheme, Map<String, String> headers) {
        return headers.keySet().stream()
                .filter(name -> name.matches("(?i).*(signature|signature-256|hmac-sha256)"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(scheme + headers.keySet()));
    }

    private static String send(String scheme, Map<String, String> headers, String more, byte[] body)
            throws IOException {
        StringBuilder head = new StringBuilder("POST /" + scheme + " HTTP/1.1\r\nHost: 127.0.0.1:"
                + server.uri("/").getPort() + "\r\nConnection: close\r\nContent-Length: " + body.length + "\r\n"
                + more);
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.uri("/").getPort())) {
            socket.setSoTimeout(30_000);
            byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
            byte[] all = java.util.Arrays.copyOf(start, start.length + body.length);
            System.arraycopy(body, 0, all, start.length, body.length);
            socket.getOutputStream().write(all);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static String withoutVariables(String answer) {
        return answer.replaceAll("(?m)^Date: .*$", "Date").replaceAll("(?mi)^X-Request-Id: .*$", "Id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "canonical", "standard-webhooks", "stripe", "slack", "github", "shopify"})
    void ofEveryScheme(String scheme) throws IOException {
        String secret = String.valueOf(TestSecrets.ALL.get(scheme));
        String otherSecret = scheme.equals("standard-webhooks")
                ? "whsec_" + Base64.getEncoder().encodeToString(OTHER.getBytes(StandardCharsets.UTF_8))
                : OTHER;
        boolean dated = !scheme.equals("github") && !scheme.equals("shopify");
        Instant now = Instant.now();
        Map<String, String> good = signed(scheme, scheme, secret, now);
        String header = signatureHeader(scheme, good);
        assertThat(send(scheme, good, "", BODY)).startsWith("HTTP/1.1 200 ");

        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("missing", send(scheme, Map.of(), "", BODY));
        answers.put("missing, without a body", send(scheme, Map.of(), "", new byte[0]));
        for (String bad : new String[] {"", "?", "é", "x".repeat(5_000), good.get(header) + "x"}) {
            Map<String, String> malformed = new LinkedHashMap<>(good);
            malformed.put(header, bad);
            answers.put("malformed: " + bad, send(scheme, malformed, "", BODY));
        }
        answers.put("twice", send(scheme, good, header + ": " + good.get(header) + "\r\n", BODY));
        answers.put("another secret", send(scheme, signed(scheme, scheme, otherSecret, now), "", BODY));
        answers.put("another body", send(scheme, signed(scheme, scheme, secret, now.plusSeconds(1)), "", OTHER_BODY));
        if (scheme.equals("messages") || scheme.equals("canonical")) {
            answers.put("an unknown key id", send(scheme, signed(scheme, "nobody", secret, now), "", BODY));
        }
        if (dated) {
            answers.put("old", send(scheme, signed(scheme, scheme, secret, now.minusSeconds(900)), "", BODY));
            answers.put("early", send(scheme, signed(scheme, scheme, secret, now.plusSeconds(900)), "", BODY));
            answers.put("replayed", send(scheme, good, "", BODY));
        }
        String first =
                withoutVariables(String.valueOf(answers.get("missing"))).replaceFirst("(?m)^Connection: close\r\n", "");
        assertThat(first).startsWith("HTTP/1.1 401 ");
        answers.forEach(
                (what, answer) -> assertThat(withoutVariables(answer).replaceFirst("(?m)^Connection: close\r\n", ""))
                        .as(what)
                        .isEqualTo(first));
    }
}
