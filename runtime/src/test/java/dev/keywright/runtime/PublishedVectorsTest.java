package dev.keywright.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.replay.MemoryNonceStore;
import dev.keywright.runtime.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The values that those who made the schemes published. */
final class PublishedVectorsTest {

    private final MutableClock clock = new MutableClock();

    private Reason reason(String scheme, String secret, FakeExchange exchange) {
        EndpointPolicy policy = EndpointPolicy.of("shop.Hook#receive()")
                .hmac(HmacPolicy.of(scheme, "hook", "300 seconds", "1 KiB"))
                .build();
        Keywright keywright = Keywright.builder()
                .secrets(Secrets.of(Map.of("hook", secret)))
                .clock(clock)
                .nonceStore(MemoryNonceStore.forSecretsThatNoEarlierProcessUsed(10))
                .withoutFailureThrottle()
                .auditSink(event -> {})
                .build();
        return Walk.check(keywright, policy, exchange) instanceof Denied denied ? denied.reason() : Reason.ADMITTED;
    }

    @Test
    void standardWebhooks() {
        JsonNode vectors = Vectors.read("standard-webhooks.json");
        JsonNode sign = vectors.get("sign");
        long seconds = sign.get("webhook-timestamp").asLong();
        assertThat(vectors.get("verify_cases")).hasSize(12);
        for (JsonNode one : vectors.get("verify_cases")) {
            clock.set(seconds + one.path("clock_offset_seconds").asLong(0));
            FakeExchange exchange =
                    FakeExchange.post("/hook", sign.get("payload").asText());
            String[] names = {"webhook-id", "webhook-timestamp", "webhook-signature"};
            for (int i = 0; i < names.length; i++) {
                String value = one.path(names[i]).asText(sign.get(names[i]).asText());
                String written = one.path("header_names").path(i).asText(names[i]);
                if (!one.path("omit").toString().contains(names[i])) {
                    exchange.header(written, value);
                }
            }
            String secret = one.path("secret").asText(sign.get("secret").asText());
            if (secret.equals("whsec_")) {
                continue; // refuses the start: WebhookSchemesTest
            }
            assertThat(reason("STANDARD_WEBHOOKS", secret, exchange) == Reason.ADMITTED)
                    .as(one.get("name").asText())
                    .isEqualTo(one.get("expect").asText().equals("accept"));
        }
        clock.set(seconds);
        FakeExchange exchange = FakeExchange.post("/hook", sign.get("payload").asText());
        for (String name : new String[] {"webhook-id", "webhook-timestamp", "webhook-signature"}) {
            exchange.header(name, sign.get(name).asText());
        }
        assertThat(reason(
                        "STANDARD_WEBHOOKS",
                        sign.get("secret_without_prefix_equivalent").asText(),
                        exchange))
                .isEqualTo(Reason.ADMITTED);
    }

    @Test
    void github() {
        JsonNode vector = Vectors.read("github-x-hub-signature-256.json");
        String secret = "base64:"
                + Base64.getEncoder()
                        .encodeToString(vector.get("secret").asText().getBytes(StandardCharsets.UTF_8));
        String payload = vector.get("payload").asText();
        for (String body : new String[] {"Hello, World?", payload}) {
            FakeExchange exchange = FakeExchange.post("/hook", body)
                    .header(vector.get("header").asText(), vector.get("value").asText());
            assertThat(reason("GITHUB", secret, exchange))
                    .isEqualTo(body.equals(payload) ? Reason.ADMITTED : Reason.SIGNATURE_WRONG);
        }
    }

    @Test
    void slack() {
        JsonNode vector = Vectors.read("slack-v0.json");
        clock.set(vector.get("X-Slack-Request-Timestamp").asLong());
        FakeExchange exchange = FakeExchange.post("/hook", vector.get("body").asText());
        for (String name : new String[] {"X-Slack-Request-Timestamp", "X-Slack-Signature"}) {
            exchange.header(name, vector.get(name).asText());
        }
        assertThat(reason("SLACK", vector.get("signing_secret").asText(), exchange))
                .isEqualTo(Reason.ADMITTED);
    }

    /** Made with openssl from the algorithm that Stripe documents: HMAC-SHA-256 over {@code t.payload}, in hex. */
    @Test
    void stripe() {
        clock.set(1492774577);
        FakeExchange exchange = FakeExchange.post("/hook", "{\"id\":\"evt_test\"}")
                .header(
                        "Stripe-Signature",
                        "t=1492774577,v1=5749da227fb6f28aa63f00dd077ecdc4821cd619f0405e9162918c44828be3a4,v0=6ffbb59b2300aae63f272406069a9788598b792a944a07aba816edb039989a39");
        assertThat(reason("STRIPE", "whsec_0123456789abcdef0123456789abcdef", exchange))
                .isEqualTo(Reason.ADMITTED);
    }
}
