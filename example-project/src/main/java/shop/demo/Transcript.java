package shop.demo;

import dev.keywright.runtime.client.Rfc9421Signer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Calls the running shop over HTTP, and says what it asked and what came back. */
public final class Transcript {

    private static final int MOST_CALLS = 100;

    /** The shop's {@code keywright.clock-skew}, and the second to which timestamps are cut. */
    private static final Duration UNTIL_SIGNATURES_COUNT = Duration.ofSeconds(3);

    private final Conversation shop;

    private Transcript(Conversation shop) {
        this.shop = shop;
    }

    /** Starts the shop, calls it, ends it, and tells whether every answer was the expected one. */
    public static boolean show(PrintStream out) throws IOException, InterruptedException {
        out.println();
        out.println("$ java shop.ShopApplication --server.port=0");
        try (RunningShop shop = RunningShop.start()) {
            Conversation conversation = new Conversation(out, shop.address());
            Transcript transcript = new Transcript(conversation);
            out.println("The shop listens on " + shop.address() + "; its demo keys are new at each start.");
            transcript.orders(
                    shop.after("Demo key, reads and writes orders: "), shop.after("Demo key, only reads orders: "));
            transcript.webhook(shop.after("Demo secret of the payments webhook: "));
            new LogIns(conversation).show(shop.after("Demo password of ada@shop.example: "));
            out.println();
            out.println(
                    conversation.isAsExpected()
                            ? "Every answer was the expected one."
                            : "WRONG: see the lines marked WRONG.");
            return conversation.isAsExpected();
        }
    }

    private void orders(String clerk, String auditor) throws IOException, InterruptedException {
        shop.expect(200, "the health check is open", get("/health", ""));
        shop.expect(401, "no key", get("/orders", ""));
        shop.expect(401, "a key that nobody has", get("/orders", clerk.substring(0, clerk.length() - 1) + "?"));
        shop.expect(200, "a good key", get("/orders", auditor));
        byte[] order = "{\"item\":\"tea\",\"quantity\":2}".getBytes(StandardCharsets.UTF_8);
        shop.expect(
                403, "a key without the scope orders:write", shop.post("/orders", order, Map.of("X-API-Key", auditor)));
        shop.expect(201, "a key with it", shop.post("/orders", order, Map.of("X-API-Key", clerk)));
        byte[] broken = "{broken".getBytes(StandardCharsets.UTF_8);
        shop.expect(
                401, "no key and a broken body: refused before it is parsed", shop.post("/orders", broken, Map.of()));
        HttpResponse<String> answer = get("/orders", auditor);
        int calls = 1;
        while (answer.statusCode() == 200 && calls < MOST_CALLS) {
            answer = get("/orders", auditor);
            calls++;
        }
        shop.expect(429, "the good key again, " + calls + " times", answer);
        shop.demand(answer.headers().firstValue("Retry-After").isPresent(), "Retry-After is missing");
    }

    private void webhook(String secret) throws IOException, InterruptedException {
        shop.say(
                "(A restart forgets which signatures it has seen, so those of its first 2 seconds are refused: waiting.)");
        Thread.sleep(UNTIL_SIGNATURES_COUNT.toMillis());
        String path = "/webhooks/payments";
        byte[] paid = "{\"order\":1,\"cents\":2580}".getBytes(StandardCharsets.UTF_8);
        byte[] changed = "{\"order\":1,\"cents\":1}".getBytes(StandardCharsets.UTF_8);
        byte[] key = Base64.getDecoder().decode(secret.substring("base64:".length()));
        Rfc9421Signer signer = new Rfc9421Signer("payments-webhook", key);
        Map<String, String> signature = signer.headers("POST", shop.resolve(path), Conversation.JSON, paid);
        shop.expect(200, "a signed webhook", shop.post(path, paid, signature));
        shop.expect(401, "the same request again", shop.post(path, paid, signature));
        Map<String, String> another = signer.headers("POST", shop.resolve(path), Conversation.JSON, paid);
        shop.expect(401, "a fresh signature, but a changed body", shop.post(path, changed, another));
        shop.expect(401, "no signature", shop.post(path, paid, Map.of()));
    }

    private HttpResponse<String> get(String path, String key) throws IOException, InterruptedException {
        return shop.get(path, key.isEmpty() ? Map.of() : Map.of("X-API-Key", key));
    }
}
