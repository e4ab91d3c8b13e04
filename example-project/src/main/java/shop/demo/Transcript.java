package shop.demo;

import dev.keywright.runtime.client.Rfc9421Signer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Calls the running shop over HTTP, and says what it asked and what came back. */
public final class Transcript {

    private static final String JSON = "application/json";
    private static final int MOST_CALLS = 100;

    /** The shop's {@code keywright.clock-skew}, and the second to which timestamps are cut. */
    private static final Duration UNTIL_SIGNATURES_COUNT = Duration.ofSeconds(3);

    private final PrintStream out;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI shop;
    private boolean asExpected = true;

    private Transcript(PrintStream out, URI shop) {
        this.out = out;
        this.shop = shop;
    }

    /** Starts the shop, calls it, ends it, and tells whether every answer was the expected one. */
    public static boolean show(PrintStream out) throws IOException, InterruptedException {
        out.println();
        out.println("$ java shop.ShopApplication --server.port=0");
        try (RunningShop shop = RunningShop.start()) {
            Transcript transcript = new Transcript(out, shop.address());
            out.println("The shop listens on " + shop.address() + "; its demo keys are new at each start.");
            transcript.orders(
                    shop.after("Demo key, reads and writes orders: "), shop.after("Demo key, only reads orders: "));
            transcript.webhook(shop.after("Demo secret of the payments webhook: "));
            out.println();
            out.println(
                    transcript.asExpected
                            ? "Every answer was the expected one."
                            : "WRONG: see the lines marked WRONG.");
            return transcript.asExpected;
        }
    }

    private void orders(String clerk, String auditor) throws IOException, InterruptedException {
        expect(200, "the health check is open", get("/health"));
        expect(401, "no key", get("/orders"));
        expect(401, "a key that nobody has", get("/orders", clerk.substring(0, clerk.length() - 1) + "?"));
        expect(200, "a good key", get("/orders", auditor));
        byte[] order = "{\"item\":\"tea\",\"quantity\":2}".getBytes(StandardCharsets.UTF_8);
        expect(403, "a key without the scope orders:write", post("/orders", order, Map.of("X-API-Key", auditor)));
        expect(201, "a key with it", post("/orders", order, Map.of("X-API-Key", clerk)));
        byte[] broken = "{broken".getBytes(StandardCharsets.UTF_8);
        expect(401, "no key and a broken body: refused before it is parsed", post("/orders", broken, Map.of()));
        HttpResponse<String> answer = get("/orders", auditor);
        int calls = 1;
        while (answer.statusCode() == 200 && calls < MOST_CALLS) {
            answer = get("/orders", auditor);
            calls++;
        }
        expect(429, "the good key again, " + calls + " times", answer);
        demand(answer.headers().firstValue("Retry-After").isPresent(), "Retry-After is missing");
    }

    private void webhook(String secret) throws IOException, InterruptedException {
        out.println();
        out.println(
                "(A restart forgets which signatures it has seen, so those of its first 2 seconds are refused: waiting.)");
        Thread.sleep(UNTIL_SIGNATURES_COUNT.toMillis());
        String path = "/webhooks/payments";
        byte[] paid = "{\"order\":1,\"cents\":2580}".getBytes(StandardCharsets.UTF_8);
        byte[] changed = "{\"order\":1,\"cents\":1}".getBytes(StandardCharsets.UTF_8);
        byte[] key = Base64.getDecoder().decode(secret.substring("base64:".length()));
        Rfc9421Signer signer = new Rfc9421Signer("payments-webhook", key);
        Map<String, String> signature = signer.headers("POST", shop.resolve(path), JSON, paid);
        expect(200, "a signed webhook", post(path, paid, signature));
        expect(401, "the same request again", post(path, paid, signature));
        Map<String, String> another = signer.headers("POST", shop.resolve(path), JSON, paid);
        expect(401, "a fresh signature, but a changed body", post(path, changed, another));
        expect(401, "no signature", post(path, paid, Map.of()));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(shop.resolve(path)));
    }

    private HttpResponse<String> get(String path, String key) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(shop.resolve(path)).header("X-API-Key", key));
    }

    private HttpResponse<String> post(String path, byte[] body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(shop.resolve(path))
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private void expect(int status, String what, HttpResponse<String> answer) {
        out.println();
        out.println("# " + what);
        out.println("> " + answer.request().method() + " " + answer.uri().getRawPath());
        out.println("< " + answer.statusCode() + headers(answer));
        if (!answer.body().isBlank()) {
            out.println("  " + answer.body().strip());
        }
        demand(answer.statusCode() == status, status + " was expected");
    }

    private static String headers(HttpResponse<String> answer) {
        StringBuilder shown = new StringBuilder();
        for (String name : List.of("WWW-Authenticate", "Retry-After")) {
            answer.headers()
                    .firstValue(name)
                    .ifPresent(value ->
                            shown.append("  ").append(name).append(": ").append(value));
        }
        return shown.toString();
    }

    private void demand(boolean held, String otherwise) {
        if (!held) {
            out.println("WRONG: " + otherwise);
            asExpected = false;
        }
    }
}
