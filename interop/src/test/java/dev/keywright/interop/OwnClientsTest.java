package dev.keywright.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.runtime.client.CanonicalSigner;
import dev.keywright.runtime.client.Rfc9421Signer;
import dev.keywright.runtime.client.StandardWebhooksSigner;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Our signers for {@code java.net.http.HttpClient}, against the same server. */
class OwnClientsTest {

    private static final byte[] BODY = "{\"order\":7}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CHANGED = "{\"order\":8}".getBytes(StandardCharsets.UTF_8);
    private static final String JSON = "application/json";
    private static final InstantSource LATE =
            () -> InstantSource.system().instant().minusSeconds(301);

    private static SignedServer server;

    private final HttpClient client = HttpClient.newHttpClient();

    /** One of the signers. */
    private interface Signer {
        void sign(HttpRequest.Builder request, URI uri, byte[] body);
    }

    @BeforeAll
    static void start() throws Exception {
        server = SignedServer.start(TestSecrets.ALL);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static byte[] key(String name) {
        return String.valueOf(TestSecrets.ALL.get(name)).getBytes(StandardCharsets.UTF_8);
    }

    private int status(HttpRequest.Builder request, byte[] body) throws Exception {
        HttpRequest made = request.copy()
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<String> answer = client.send(made, BodyHandlers.ofString());
        return answer.statusCode();
    }

    private void check(URI uri, Signer signer, Signer late) throws Exception {
        HttpRequest.Builder good = HttpRequest.newBuilder(uri);
        signer.sign(good, uri, BODY);
        assertThat(status(good, CHANGED)).as("another body").isEqualTo(401);
        assertThat(status(good, BODY)).as("as signed").isEqualTo(200);
        assertThat(status(good, BODY)).as("again").isEqualTo(401);
        HttpRequest.Builder old = HttpRequest.newBuilder(uri);
        late.sign(old, uri, BODY);
        assertThat(status(old, BODY)).as("301 seconds old").isEqualTo(401);
        assertThat(status(HttpRequest.newBuilder(uri), BODY)).as("unsigned").isEqualTo(401);
    }

    @Test
    void messageSignatures() throws Exception {
        Rfc9421Signer signer = new Rfc9421Signer("messages", key("messages"));
        Rfc9421Signer late = new Rfc9421Signer("messages", key("messages"), LATE);
        check(
                server.uri("/messages?x=%7e&y"),
                (request, uri, body) -> signer.sign(request, "POST", uri, JSON, body),
                (request, uri, body) -> late.sign(request, "POST", uri, JSON, body));
    }

    @Test
    void canonical() throws Exception {
        CanonicalSigner signer = new CanonicalSigner("canonical", key("canonical"));
        CanonicalSigner late = new CanonicalSigner("canonical", key("canonical"), LATE);
        check(
                server.uri("/canonical?x=%7e&y"),
                (request, uri, body) -> signer.sign(request, "POST", uri, JSON, body),
                (request, uri, body) -> late.sign(request, "POST", uri, JSON, body));
    }

    @Test
    void standardWebhooks() throws Exception {
        StandardWebhooksSigner signer =
                new StandardWebhooksSigner(String.valueOf(TestSecrets.ALL.get("standard-webhooks")));
        StandardWebhooksSigner late =
                new StandardWebhooksSigner(String.valueOf(TestSecrets.ALL.get("standard-webhooks")), LATE);
        check(
                server.uri("/standard-webhooks"),
                (request, uri, body) -> signer.sign(request, "msg_1", body),
                (request, uri, body) -> late.sign(request, "msg_2", body));
    }
}
