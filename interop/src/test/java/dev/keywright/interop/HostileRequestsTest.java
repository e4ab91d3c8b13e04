package dev.keywright.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.runtime.client.CanonicalSigner;
import dev.keywright.runtime.client.Rfc9421Signer;
import dev.keywright.runtime.client.StandardWebhooksSigner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests written byte by byte, as no client library would write them. */
class HostileRequestsTest {

    private static final byte[] BODY = "{\"order\":7}".getBytes(StandardCharsets.UTF_8);

    private static SignedServer server;
    private static int count;

    @BeforeAll
    static void start() throws Exception {
        server = SignedServer.start(TestSecrets.ALL);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static byte[] key(String scheme) {
        return String.valueOf(TestSecrets.ALL.get(scheme)).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] mac(String scheme, String prefix) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(scheme), "HmacSHA256"));
            mac.update(prefix.getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(BODY);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A fresh signature: no two calls sign the same. */
    private static Map<String, String> headers(String scheme) {
        long seconds = Instant.now().getEpochSecond() - count++;
        String hex = HexFormat.of().formatHex(mac(scheme, ""));
        return switch (scheme) {
            case "messages" ->
                new Rfc9421Signer(scheme, key(scheme)).headers("POST", server.uri("/messages"), null, BODY);
            case "canonical" ->
                new CanonicalSigner(scheme, key(scheme)).headers("POST", server.uri("/canonical"), null, BODY);
            case "standard-webhooks" ->
                new StandardWebhooksSigner(String.valueOf(TestSecrets.ALL.get(scheme))).headers("msg_" + count, BODY);
            case "stripe" ->
                Map.of(
                        "Stripe-Signature",
                        "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac(scheme, seconds + ".")));
            case "slack" ->
                new LinkedHashMap<>(Map.of(
                        "X-Slack-Request-Timestamp",
                        "" + seconds,
                        "X-Slack-Signature",
                        "v0=" + HexFormat.of().formatHex(mac(scheme, "v0:" + seconds + ":"))));
            case "github" -> Map.of("X-Hub-Signature-256", "sha256=" + hex);
            default -> Map.of("X-Shopify-Hmac-Sha256", Base64.getEncoder().encodeToString(mac(scheme, "")));
        };
    }

    private static List<String> lines(Map<String, String> headers) {
        List<String> lines = new ArrayList<>();
        headers.forEach((name, value) -> lines.add(name + ": " + value));
        return lines;
    }

    private static String send(String scheme, List<String> lines) throws IOException {
        return send(scheme, lines, "Content-Length: " + BODY.length, BODY);
    }

    private static String send(String scheme, List<String> lines, String framing, byte[] body) throws IOException {
        return send("/" + scheme, "127.0.0.1:" + server.uri("/").getPort(), lines, framing, body);
    }

    private static String send(String target, String host, List<String> lines, String framing, byte[] body)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder(
                "POST " + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n" + framing + "\r\n");
        lines.forEach(line -> head.append(line).append("\r\n"));
        out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(body);
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.uri("/").getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(out.toByteArray());
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return answer.lines().findFirst().orElse("(closed)");
        } catch (java.net.SocketException closed) {
            return "(closed)";
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "canonical", "standard-webhooks", "stripe", "slack", "github", "shopify"})
    void onlyTheRequestAsItWasSignedIsTaken(String scheme) throws IOException {
        assertThat(send(scheme, lines(headers(scheme)))).startsWith("HTTP/1.1 200");

        for (String name : headers(scheme).keySet()) {
            List<String> twice = lines(headers(scheme));
            twice.add(name + ": " + headers(scheme).get(name));
            assertThat(send(scheme, twice)).as(name + " twice").startsWith("HTTP/1.1 401");

            Map<String, String> folded = headers(scheme);
            String value = folded.get(name);
            int middle = value.length() / 2;
            refused(scheme, folded, name, value.substring(0, middle) + "\r\n " + value.substring(middle));
            refused(scheme, folded, name, value.substring(0, middle) + "\0" + value.substring(middle));
            refused(scheme, folded, name, value + "\u00e9");
            refused(scheme, folded, name, "\u00a0" + value);
            refused(scheme, folded, name, value + "," + value);
            refused(scheme, folded, name, "");
            refused(scheme, folded, name, "x".repeat(60_000));
            refused(scheme, folded, name, value + " ".repeat(100) + "x");
            assertThat(send(scheme, lines(folded))).as("as it was signed").startsWith("HTTP/1.1 200");
        }
    }

    private static void refused(String scheme, Map<String, String> headers, String name, String value)
            throws IOException {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put(name, value);
        assertThat(send(scheme, lines(changed)))
                .as(name + ": " + value.substring(0, Math.min(100, value.length())))
                .doesNotContain(" 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "canonical", "standard-webhooks", "stripe", "slack", "github", "shopify"})
    void aBodyInPiecesIsTheSameBody(String scheme) throws IOException {
        byte[] chunked = ("5\r\n" + new String(BODY, 0, 5, StandardCharsets.UTF_8) + "\r\n6\r\n"
                        + new String(BODY, 5, 6, StandardCharsets.UTF_8) + "\r\n0\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        String framing = "Transfer-Encoding: chunked";
        assertThat(send(scheme, lines(headers(scheme)), framing, chunked)).startsWith("HTTP/1.1 200");
        byte[] other = chunked.clone();
        other[4] ^= 1;
        assertThat(send(scheme, lines(headers(scheme)), framing, other)).startsWith("HTTP/1.1 401");
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "canonical"})
    void anAbsoluteTargetIsTheOneThatWasSignedWhateverHostSays(String scheme) throws IOException {
        String ours = "127.0.0.1:" + server.uri("/").getPort();
        String framing = "Content-Length: " + BODY.length;
        String target = "http://" + ours + "/" + scheme;
        assertThat(send(target, ours, lines(headers(scheme)), framing, BODY)).startsWith("HTTP/1.1 200");
        assertThat(send("http://evil.example/" + scheme, ours, lines(headers(scheme)), framing, BODY))
                .as("Host is ours, the target is not")
                .startsWith("HTTP/1.1 401");
        assertThat(send(target + "/more", ours, lines(headers(scheme)), framing, BODY))
                .doesNotContain(" 200");
        assertThat(send(target + "?q=1", ours, lines(headers(scheme)), framing, BODY))
                .startsWith("HTTP/1.1 401");
        assertThat(send(target.replace("http://", "http://user@"), ours, lines(headers(scheme)), framing, BODY))
                .doesNotContain(" 200");
        assertThat(send(target, "evil.example", lines(headers(scheme)), framing, BODY))
                .as("a target of ours, and a Host that does not count")
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void theAlgorithmIsNotTheRequestsToChoose() throws IOException {
        for (String algorithm : List.of("none", "hmac-sha512", "rsa-pss-sha512", "ed25519", "HMAC-SHA256", "")) {
            Map<String, String> headers = new LinkedHashMap<>(headers("messages"));
            headers.merge("Signature-Input", ";alg=\"" + algorithm + "\"", String::concat);
            assertThat(send("messages", lines(headers))).as(algorithm).startsWith("HTTP/1.1 401");
        }
        Map<String, String> sha1 = Map.of("X-Hub-Signature", "sha1=" + "0".repeat(40));
        assertThat(send("github", lines(sha1))).startsWith("HTTP/1.1 401");
        Map<String, String> asymmetric = new LinkedHashMap<>(headers("standard-webhooks"));
        asymmetric.computeIfPresent("webhook-signature", (name, value) -> value.replace("v1,", "v1a,"));
        assertThat(send("standard-webhooks", lines(asymmetric))).startsWith("HTTP/1.1 401");
    }

    @Test
    void twoSignaturesOfOursAreOneTooMany() throws IOException {
        Map<String, String> first = headers("messages");
        Map<String, String> second = headers("messages");
        List<String> lines = lines(first);
        second.forEach((name, value) -> {
            if (!name.equals("Content-Digest")) {
                lines.add(name + ": " + value.replace("sig=", "other="));
            }
        });
        assertThat(send("messages", lines)).startsWith("HTTP/1.1 401");
        assertThat(send("messages", lines(first))).startsWith("HTTP/1.1 200");
    }
}
