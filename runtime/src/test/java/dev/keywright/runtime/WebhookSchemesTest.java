package dev.keywright.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.replay.MemoryNonceStore;
import dev.keywright.runtime.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every scheme of webhooks. */
final class WebhookSchemesTest {

    private static final byte[] BODY = "{\"id\":\"evt_1\",\"n\":42}".getBytes(StandardCharsets.UTF_8);

    private final MutableClock clock = new MutableClock();
    private final MemoryNonceStore nonces = MemoryNonceStore.forSecretsThatNoEarlierProcessUsed(100);
    private int deliveries;

    private Keywright keywright(String secret) {
        return Keywright.builder()
                .secrets(Secrets.of(Map.of("hook", secret)))
                .clock(clock)
                .nonceStore(nonces)
                .withoutFailureThrottle()
                .auditSink(event -> {})
                .build();
    }

    private static EndpointPolicy policy(Sender sender) {
        return EndpointPolicy.of("shop.Hook#receive()")
                .hmac(HmacPolicy.of(sender.name(), "hook", "300 seconds", "1 KiB"))
                .build();
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private Map<String, String> headers(Sender sender, String... secrets) {
        return sender.headers(BODY, now(), "delivery-" + deliveries++, secrets);
    }

    private static FakeExchange post(Map<String, String> headers) {
        return FakeExchange.post("/hook", "").content(BODY).headers(headers);
    }

    private Reason reason(Sender sender, Exchange exchange) {
        return reason(keywright("a=" + sender.first), sender, exchange);
    }

    private static Reason reason(Keywright keywright, Sender sender, Exchange exchange) {
        return Walk.check(keywright, policy(sender), exchange) instanceof Denied denied
                ? denied.reason()
                : Reason.ADMITTED;
    }

    @ParameterizedTest
    @EnumSource
    void refusesABodyWithOneByteChangedOneMoreOrOneLess(Sender sender) {
        Map<String, String> headers = headers(sender, sender.first);
        for (int i = 0; i < BODY.length; i++) {
            byte[] changed = BODY.clone();
            changed[i] ^= 1;
            assertThat(reason(sender, post(headers).content(changed))).isEqualTo(Reason.SIGNATURE_WRONG);
        }
        for (int length : List.of(0, BODY.length - 1, BODY.length + 1)) {
            byte[] other = java.util.Arrays.copyOf(BODY, length);
            assertThat(reason(sender, post(headers).content(other))).isEqualTo(Reason.SIGNATURE_WRONG);
        }
        assertThat(reason(sender, post(headers))).isEqualTo(Reason.ADMITTED);
    }

    @ParameterizedTest
    @EnumSource
    void refusesEveryChangeOfOneCharacterInASignedHeader(Sender sender) {
        Map<String, String> good = headers(sender, sender.first);
        Keywright keywright = keywright("a=" + sender.first);
        for (String name : good.keySet()) {
            if (sender.unsignedHeaders().contains(name)) {
                continue;
            }
            String value = good.get(name);
            for (int i = 0; i < value.length(); i++) {
                for (char other : new char[] {'0', '1', 'A', 'f', '=', ',', ' ', '\t', '\n', '\0', 'é', '.', '-'}) {
                    String changed = value.substring(0, i) + other + value.substring(i + 1);
                    String longer = value.substring(0, i) + other + value.substring(i);
                    String shorter = value.substring(0, i) + value.substring(i + 1);
                    for (String bad : List.of(changed, longer, shorter)) {
                        if (!bad.equals(value)) {
                            assertThat(reason(keywright, sender, post(good).replace(name, bad)))
                                    .as(name + ": " + bad)
                                    .isNotEqualTo(Reason.ADMITTED);
                        }
                    }
                }
            }
        }
        assertThat(reason(keywright, sender, post(good))).isEqualTo(Reason.ADMITTED);
    }

    @ParameterizedTest
    @EnumSource
    void refusesAHeaderThatIsMissingOrComesTwice(Sender sender) {
        Map<String, String> good = headers(sender, sender.first);
        for (String name : good.keySet()) {
            if (!sender.unsignedHeaders().contains(name)) {
                assertThat(reason(sender, post(good).replace(name)))
                        .as("without " + name)
                        .isIn(Reason.CREDENTIAL_MISSING, Reason.CREDENTIAL_MALFORMED);
            }
            assertThat(reason(sender, post(good).header(name, good.get(name))))
                    .as(name + " twice")
                    .isEqualTo(Reason.CREDENTIAL_AMBIGUOUS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatIsFoldedPaddedEmptyForeignOrHuge(Sender sender) {
        Map<String, String> good = headers(sender, sender.first);
        Keywright keywright = keywright("a=" + sender.first);
        for (String name : good.keySet()) {
            String value = good.get(name);
            List<String> bad = new ArrayList<>(List.of(
                    value + "\r\n " + value,
                    "\u00a0" + value,
                    value + "\t",
                    value + ", " + value,
                    "",
                    "é".repeat(value.length()),
                    "x".repeat(100_000)));
            if (!sender.unsignedHeaders().contains(name)) {
                bad.addAll(List.of(",".repeat(100_000), "=".repeat(100_000), "v1,".repeat(30_000), value + value));
            }
            for (String each : bad) {
                assertThat(reason(keywright, sender, post(good).replace(name, each)))
                        .as(name + ": " + each.substring(0, Math.min(80, each.length())))
                        .isIn(Reason.CREDENTIAL_MALFORMED, Reason.SIGNATURE_WRONG);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"GITHUB", "SHOPIFY"})
    void refusesWhatIsOutsideTheWindow(Sender sender) {
        Keywright keywright = keywright("a=" + sender.first);
        for (long offset : new long[] {-301, -100_000, 31, 100_000, 500_000_000_000L}) {
            Map<String, String> headers = sender.headers(BODY, now() + offset, "id" + offset, sender.first);
            assertThat(reason(keywright, sender, post(headers))).as("" + offset).isEqualTo(Reason.SIGNATURE_STALE);
        }
        for (long offset : new long[] {-300, 30}) {
            Map<String, String> headers = sender.headers(BODY, now() + offset, "id" + offset, sender.first);
            assertThat(reason(keywright, sender, post(headers))).as("" + offset).isEqualTo(Reason.ADMITTED);
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"GITHUB", "SHOPIFY"})
    void refusesTimestampsThatAreNoPlainNumbersEvenWhenTheyAreSigned(Sender sender) {
        Keywright keywright = keywright("a=" + sender.first);
        for (long seconds : new long[] {0, -1, -now(), Long.MAX_VALUE, Long.MIN_VALUE, 9_999_999_999_999L}) {
            Map<String, String> headers = sender.headers(BODY, seconds, "id", sender.first);
            assertThat(reason(keywright, sender, post(headers)))
                    .as("" + seconds)
                    .isEqualTo(Reason.CREDENTIAL_MALFORMED);
        }
        Map<String, String> good = headers(sender, sender.first);
        for (String name : good.keySet()) {
            if (!good.get(name).contains("" + now())) {
                continue;
            }
            for (String bad : List.of("+" + now(), "0" + now(), now() + ".0", "1e9", "0x6a", "١٧٩٠", " " + now(), "")) {
                String value = good.get(name).replace("" + now(), bad);
                assertThat(reason(keywright, sender, post(good).replace(name, value)))
                        .as(name + ": " + value)
                        .isEqualTo(Reason.CREDENTIAL_MALFORMED);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void admitsADatedSignatureOnceAndAnUndatedOneAgain(Sender sender) {
        Keywright keywright = keywright("a=" + sender.first);
        Map<String, String> headers = headers(sender, sender.first);
        assertThat(reason(keywright, sender, post(headers))).isEqualTo(Reason.ADMITTED);
        clock.advance(Duration.ofSeconds(300));
        assertThat(reason(keywright, sender, post(headers)))
                .isEqualTo(sender.isDated() ? Reason.SIGNATURE_REPLAYED : Reason.ADMITTED);
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatAnEarlierProcessMayHaveAdmittedWhereThatCanBeTold(Sender sender) {
        Keywright fresh = Keywright.builder()
                .secrets(Secrets.of(Map.of("hook", sender.first)))
                .clock(clock)
                .nonceStore(MemoryNonceStore.bornNow(clock, 10))
                .withoutFailureThrottle()
                .auditSink(event -> {})
                .build();
        clock.advance(Duration.ofSeconds(29));
        assertThat(reason(fresh, sender, post(headers(sender, sender.first))))
                .isEqualTo(sender.isDated() ? Reason.SIGNATURE_STALE : Reason.ADMITTED);
    }

    @ParameterizedTest
    @EnumSource
    void verifiesEveryLiveValueOfASecretAndNoOther(Sender sender) {
        Keywright keywright = keywright("new=" + sender.second + " old=" + sender.first);
        Verdict byOld = Walk.check(keywright, policy(sender), post(headers(sender, sender.first)));
        Verdict byNew = Walk.check(keywright, policy(sender), post(headers(sender, sender.second)));
        // A body that comes again within a second is, under STRIPE and SLACK, the same signed text.
        boolean sameText = sender == Sender.STRIPE || sender == Sender.SLACK;
        assertThat(((Admitted) byOld).caller().keyId()).isEqualTo("old");
        assertThat(((Admitted) byOld).caller().owner()).isEqualTo("hook");
        if (sameText) {
            assertThat(((Denied) byNew).reason()).isEqualTo(Reason.SIGNATURE_REPLAYED);
        } else {
            assertThat(((Admitted) byNew).caller().keyId()).isEqualTo("new");
        }
        Keywright rotated = keywright("new=" + sender.second);
        clock.advance(Duration.ofSeconds(1));
        assertThat(reason(rotated, sender, post(headers(sender, sender.first)))).isEqualTo(Reason.SIGNATURE_WRONG);
        assertThat(reason(rotated, sender, post(headers(sender, sender.second))))
                .isEqualTo(Reason.ADMITTED);
    }

    @ParameterizedTest
    @EnumSource(names = {"STANDARD_WEBHOOKS", "STRIPE"})
    void refusesTheSameAgainWhenOneOfItsTwoSignaturesIsCutAway(Sender sender) {
        Keywright keywright = keywright("new=" + sender.second + " old=" + sender.first);
        long seconds = now();
        Map<String, String> both = sender.headers(BODY, seconds, "m", sender.first, sender.second);
        assertThat(reason(keywright, sender, post(both))).isEqualTo(Reason.ADMITTED);
        for (String one : List.of(sender.first, sender.second)) {
            Map<String, String> cut = sender.headers(BODY, seconds, "m", one);
            assertThat(reason(keywright, sender, post(cut))).isEqualTo(Reason.SIGNATURE_REPLAYED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void triesEveryLiveValueWhicheverFits(Sender sender) throws InterruptedException {
        List<List<String>> works = new ArrayList<>();
        String third = sender == Sender.STANDARD_WEBHOOKS ? "whsec_" + "A".repeat(32) : "third-".repeat(6);
        for (String secret : List.of(sender.first, sender.second, third)) {
            Keywright keywright = keywright("a=" + sender.first + " b=" + sender.second);
            Exchange exchange = post(headers(sender, secret));
            clock.advance(Duration.ofSeconds(1));
            works.add(WorkLog.of(() -> reason(keywright, sender, exchange)));
        }
        assertThat(works.get(0)).filteredOn(work -> work.startsWith("Hmac")).hasSize(2);
        assertThat(works.get(1)).isEqualTo(works.get(0));
        // Where none fits there is no text to remember; that it is refused is no secret.
        boolean digested = sender == Sender.STRIPE || sender == Sender.SLACK;
        assertThat(works.get(2)).isEqualTo(digested ? works.get(0).subList(0, 2) : works.get(0));
    }

    @ParameterizedTest
    @EnumSource
    void refusesTheStartForAShortSecretByTheSchemesOwnRule(Sender sender) {
        int shortest = switch (sender) {
            case STANDARD_WEBHOOKS -> 24;
            case GITHUB -> 16;
            default -> 32;
        };
        String tooShort = sender == Sender.STANDARD_WEBHOOKS
                ? java.util.Base64.getEncoder().encodeToString(new byte[shortest - 1])
                : "x".repeat(shortest - 1);
        String justRight = sender == Sender.STANDARD_WEBHOOKS
                ? java.util.Base64.getEncoder().encodeToString(new byte[shortest])
                : "x".repeat(shortest);
        assertThat(keywright(tooShort).plan(policy(sender)).problems)
                .singleElement()
                .asString()
                .contains("'hook'", (shortest - 1) + " bytes", "at least " + shortest)
                .doesNotContain(tooShort);
        assertThat(keywright(justRight).plan(policy(sender)).problems).isEmpty();
    }

    /** Otherwise {@code m.<time>} at another time would be the same signed text with the rest for a body. */
    @Test
    void refusesAnIdWithADotEvenWhenItIsSigned() {
        Sender sender = Sender.STANDARD_WEBHOOKS;
        assertThat(reason(sender, post(sender.headers(BODY, now(), "m.1", sender.first))))
                .isEqualTo(Reason.CREDENTIAL_MALFORMED);
    }

    @Test
    void refusesTheStartForASecretThatIsNotTheBase64ThatItsSchemeWants() {
        for (String bad : List.of("whsec_", "whsec_not*base64*not*base64*not*base64*")) {
            assertThat(keywright(bad).plan(policy(Sender.STANDARD_WEBHOOKS)).problems)
                    .singleElement()
                    .asString()
                    .contains("'hook'")
                    .doesNotContain("not*base64");
        }
    }

    @Test
    void refusesTheStartWhenTwoSchemesShareASecret() {
        Keywright keywright = keywright("x".repeat(40));
        assertThat(keywright.plan(policy(Sender.GITHUB)).problems).isEmpty();
        assertThat(keywright.plan(policy(Sender.SLACK)).problems)
                .singleElement()
                .asString()
                .contains("SLACK", "GITHUB", "'hook'");
        EndpointPolicy canonical = EndpointPolicy.of("shop.Hook#own()")
                .hmac(HmacPolicy.of("CANONICAL", "hook", "300 seconds", "1 KiB"))
                .build();
        assertThat(keywright.plan(canonical).problems).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void givesTheHandlerTheDeliveryIdWhereTheSchemeHasOne(Sender sender) {
        Map<String, String> headers = sender.headers(BODY, now(), "delivery-7", sender.first);
        Admitted admitted = (Admitted) Walk.check(keywright("a=" + sender.first), policy(sender), post(headers));
        boolean hasOne = sender != Sender.STRIPE && sender != Sender.SLACK;
        assertThat(admitted.caller().deliveryId()).isEqualTo(hasOne ? "delivery-7" : null);
        assertThat(admitted.caller().mechanisms()).containsExactly(Caller.Mechanism.HMAC);
    }

    @ParameterizedTest
    @EnumSource
    void saysWhichSchemeItWantsAndHidesItsCredential(Sender sender) {
        EndpointPolicy policy = policy(sender);
        Denied denied = (Denied) Walk.check(keywright("a=" + sender.first), policy, post(Map.of()));
        assertThat(denied.status()).isEqualTo(401);
        assertThat(denied.headers()).contains(new Header("WWW-Authenticate", "Signature scheme=\"" + sender + "\""));
        assertThat(policy.credentialHeaders()).contains(sender.signatureHeader().toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void takesOneOfSeveralSchemesButNotTwoAtOnce() {
        EndpointPolicy either = EndpointPolicy.of("shop.Hook#either()")
                .anyOf(
                        HmacPolicy.of("GITHUB", "github", "300 seconds", "1 KiB"),
                        HmacPolicy.of("STRIPE", "stripe", "300 seconds", "1 KiB"))
                .build();
        Keywright keywright = Keywright.builder()
                .secrets(Secrets.of(Map.of("github", Sender.GITHUB.first, "stripe", Sender.STRIPE.first)))
                .clock(clock)
                .nonceStore(nonces)
                .withoutFailureThrottle()
                .auditSink(event -> {})
                .build();
        Map<String, String> github = headers(Sender.GITHUB, Sender.GITHUB.first);
        Map<String, String> stripe = headers(Sender.STRIPE, Sender.STRIPE.first);
        assertThat(Walk.check(keywright, either, post(github).headers(stripe)))
                .extracting(verdict -> ((Denied) verdict).reason())
                .isEqualTo(Reason.CREDENTIAL_AMBIGUOUS);
        assertThat(Walk.check(keywright, either, post(github))).isInstanceOf(Admitted.class);
        assertThat(Walk.check(keywright, either, post(stripe))).isInstanceOf(Admitted.class);
    }
}
