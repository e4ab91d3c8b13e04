package dev.keywright.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.client.CanonicalSigner;
import dev.keywright.runtime.client.Rfc9421Signer;
import dev.keywright.runtime.replay.MemoryNonceStore;
import dev.keywright.runtime.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.greenbytes.http.sfv.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Mutants of the headers of a good request. No exception escapes, and what is admitted says what the good one said; what that
 * is, is worked out here from the headers alone.
 */
final class HeaderFuzzTest {

    /** For each scheme; more of them on request, by {@code -Dkeywright.fuzz.rounds=}. */
    private static final int ROUNDS = Integer.getInteger("keywright.fuzz.rounds", 3_000);

    private static final byte[] BODY = "{\"n\":1}".getBytes(StandardCharsets.UTF_8);
    private static final String SECRET = "a-secret-of-more-than-32-bytes-for-fuzzing";

    private final MutableClock clock = new MutableClock();

    private Reason reason(String scheme, String secret, FakeExchange exchange) {
        // Each mutant meets a server that has seen nothing, so that a replay cannot hide what would be admitted.
        Keywright keywright = Keywright.builder()
                .secrets(Secrets.of(Map.of("hook", secret)))
                .clock(clock)
                .nonceStore(MemoryNonceStore.forSecretsThatNoEarlierProcessUsed(10))
                .publicOrigins(java.net.URI.create("https://localhost"))
                .withoutFailureThrottle()
                .auditSink(event -> {})
                .build();
        EndpointPolicy policy = EndpointPolicy.of("shop.Hook#receive()")
                .hmac(HmacPolicy.of(scheme, "hook", "300 seconds", "1 KiB"))
                .build();
        return Walk.check(keywright, policy, exchange) instanceof Denied denied ? denied.reason() : Reason.ADMITTED;
    }

    /** Calls with each mutant, and gives those that were admitted. */
    private List<Map<String, List<String>>> admitted(
            String scheme, String secret, Map<String, String> good, long seed) {
        Mutants mutants = new Mutants(seed);
        List<Map<String, List<String>>> admitted = new ArrayList<>();
        Map<Reason, Integer> reasons = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, List<String>> headers = new LinkedHashMap<>();
            good.forEach((name, value) -> {
                List<String> lines = new ArrayList<>();
                lines.add(mutants.oneIn(2) ? mutants.of(value) : value);
                if (mutants.oneIn(20)) {
                    lines.add(mutants.of(value));
                }
                headers.put(name, lines);
            });
            FakeExchange exchange = FakeExchange.post("/hook?q", "").content(BODY);
            headers.forEach((name, lines) -> lines.forEach(line -> exchange.header(name, line)));
            Reason reason = reason(scheme, secret, exchange);
            reasons.merge(reason, 1, Integer::sum);
            if (reason == Reason.ADMITTED) {
                admitted.add(headers);
            }
        }
        assertThat(reasons).containsKeys(Reason.ADMITTED, Reason.CREDENTIAL_MALFORMED);
        return admitted;
    }

    @ParameterizedTest
    @EnumSource
    void webhooks(Sender sender) {
        long seconds = clock.instant().getEpochSecond();
        Map<String, String> good = sender.headers(BODY, seconds, "delivery-7", sender.first);
        for (Map<String, List<String>> each : admitted(sender.name(), sender.first, good, 421)) {
            good.forEach((name, value) -> {
                if (sender.unsignedHeaders().contains(name)) {
                    return;
                }
                assertThat(each.get(name)).as(name).hasSize(1);
                String line = each.get(name).get(0);
                if (sender == Sender.STRIPE) {
                    // Order and parts of other names are free; one time, and the signature of it.
                    assertThat(List.of(line.split(",")))
                            .containsOnlyOnce("t=" + seconds)
                            .contains(value.substring(value.indexOf("v1=")));
                    assertThat(line).doesNotContain(" ").containsOnlyOnce("t=1");
                } else if (sender == Sender.STANDARD_WEBHOOKS && name.equals("webhook-signature")) {
                    assertThat(List.of(line.split(" "))).contains(value);
                } else {
                    assertThat(line).isEqualTo(value);
                }
            });
        }
    }

    @Test
    void canonical() {
        byte[] key = SECRET.getBytes(StandardCharsets.UTF_8);
        Map<String, String> good = new CanonicalSigner("hook", key, clock)
                .headers("POST", java.net.URI.create("https://localhost/hook?q"), null, BODY);
        for (Map<String, List<String>> each : admitted("CANONICAL", SECRET, good, 422)) {
            good.forEach((name, value) -> assertThat(each.get(name)).containsExactly(value));
        }
    }

    @Test
    void messageSignatures() {
        byte[] key = SECRET.getBytes(StandardCharsets.UTF_8);
        Map<String, String> good = new Rfc9421Signer("hook", key, clock)
                .headers("POST", java.net.URI.create("https://localhost/hook?q"), null, BODY);
        for (Map<String, List<String>> each : admitted("RFC_9421", SECRET, good, 423)) {
            // The member that we signed is there, once, and means what it meant; a signature of somebody else may stand
            // beside it.
            for (String name : List.of("Signature-Input", "Signature")) {
                String line = String.join(", ", each.get(name)).strip();
                String wanted =
                        Parser.parseDictionary(good.get(name)).get().get("sig").serialize();
                assertThat(Parser.parseDictionary(line).get().values())
                        .as(line)
                        .filteredOn(member -> member.serialize().equals(wanted))
                        .hasSize(1);
            }
            assertThat(String.join(", ", each.get("Content-Digest")).strip()).isEqualTo(good.get("Content-Digest"));
        }
    }
}
