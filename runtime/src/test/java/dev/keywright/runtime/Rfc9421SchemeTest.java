package dev.keywright.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.client.Rfc9421Signer;
import dev.keywright.runtime.replay.MemoryNonceStore;
import dev.keywright.runtime.secret.Secrets;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC_9421. Signatures are made here from their text, so that each part of it can be wrong by itself. */
final class Rfc9421SchemeTest {

    private static final String FIRST = "first-secret-of-more-than-32-bytes-length";
    private static final String SECOND = "second-secret-of-more-than-32-bytes-length";
    private static final String BODY = "{\"a\":1}";
    private static final EndpointPolicy HOOK = EndpointPolicy.of("shop.Hook#receive()")
            .hmac(HmacPolicy.of("RFC_9421", "shop-webhook", "300 seconds", "1 KiB"))
            .build();

    private final MutableClock clock = new MutableClock();
    private final MemoryNonceStore nonces = MemoryNonceStore.forSecretsThatNoEarlierProcessUsed(5_000);
    private final Keywright keywright = builder().build();
    private int count;

    private Keywright.Builder builder() {
        return Keywright.builder()
                .secrets(Secrets.of(Map.of("shop-webhook", "a=" + FIRST + " b=" + SECOND)))
                .clock(clock)
                .nonceStore(nonces)
                .withoutFailureThrottle()
                .auditSink(event -> {});
    }

    private Reason reason(Exchange exchange) {
        return reason(keywright, exchange);
    }

    private static Reason reason(Keywright keywright, Exchange exchange) {
        return Walk.check(keywright, HOOK, exchange) instanceof Denied denied ? denied.reason() : Reason.ADMITTED;
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private static FakeExchange post() {
        return FakeExchange.post("/hook%2Fa?x=%7e&y", BODY).header("Content-Type", "application/json");
    }

    private String digest(String algorithm, String body) {
        try {
            byte[] value = MessageDigest.getInstance(algorithm).digest(body.getBytes(StandardCharsets.UTF_8));
            return algorithm.toLowerCase(java.util.Locale.ROOT) + "=:"
                    + Base64.getEncoder().encodeToString(value) + ":";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String mac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return ":" + Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.ISO_8859_1)))
                    + ":";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String parameters() {
        return parameters("a");
    }

    private String parameters(String keyId) {
        return ";created=" + now() + ";keyid=\"" + keyId + "\";nonce=\"a-nonce-of-some-length-" + count++ + "\"";
    }

    /** Signs components that are given as they stand in the text: {@code "@method": POST}. */
    private static FakeExchange sign(FakeExchange exchange, String parameters, String... lines) {
        return signAs(exchange, "sig", FIRST, parameters, lines);
    }

    private static FakeExchange signAs(
            FakeExchange exchange, String label, String secret, String parameters, String... lines) {
        List<String> identifiers = new ArrayList<>();
        StringBuilder base = new StringBuilder();
        for (String line : lines) {
            identifiers.add(line.substring(0, line.indexOf(": ")));
            base.append(line).append('\n');
        }
        String member = "(" + String.join(" ", identifiers) + ")" + parameters;
        base.append("\"@signature-params\": ").append(member);
        return exchange.header("Signature-Input", label + "=" + member)
                .header("Signature", label + "=" + mac(secret, base.toString()));
    }

    private static final String METHOD = "\"@method\": POST";
    private static final String TARGET = "\"@target-uri\": https://localhost/hook%2Fa?x=%7e&y";
    private static final String AUTHORITY = "\"@authority\": localhost";
    private static final String PATH = "\"@path\": /hook%2Fa";
    private static final String QUERY = "\"@query\": ?x=%7e&y";

    private FakeExchange digested() {
        return post().header("Content-Digest", digest("SHA-256", BODY));
    }

    private String digestLine() {
        return "\"content-digest\": " + digest("SHA-256", BODY);
    }

    @Test
    void refusesASignatureThatLeavesOutMethodTargetOrBody() {
        String digest = digestLine();
        List<List<String>> tooLittle = List.of(
                List.of(TARGET, digest),
                List.of(METHOD, digest),
                List.of(METHOD, AUTHORITY, PATH, digest),
                List.of(METHOD, AUTHORITY, QUERY, digest),
                List.of(METHOD, PATH, QUERY, digest),
                List.of(METHOD, TARGET),
                List.of(
                        METHOD,
                        TARGET,
                        "\"content-digest\";key=\"sha-256\": "
                                + digest("SHA-256", BODY).substring(8)),
                List.of());
        for (List<String> lines : tooLittle) {
            assertThat(reason(sign(digested(), parameters(), lines.toArray(String[]::new))))
                    .as(lines.toString())
                    .isEqualTo(Reason.SIGNATURE_INCOMPLETE);
        }
        assertThat(reason(sign(digested(), parameters(), METHOD, TARGET, digest)))
                .isEqualTo(Reason.ADMITTED);
        assertThat(reason(sign(digested(), parameters(), QUERY, digest, AUTHORITY, METHOD, PATH)))
                .isEqualTo(Reason.ADMITTED);
        assertThat(reason(sign(digested(), parameters(), METHOD, TARGET, AUTHORITY, PATH, QUERY, digest)))
                .isEqualTo(Reason.ADMITTED);
    }

    @Test
    void needsNoDigestWhereThereIsNoBody() {
        String get = "\"@method\": GET";
        String target = "\"@target-uri\": https://localhost/orders";
        assertThat(reason(sign(FakeExchange.get("/orders"), parameters(), get, target)))
                .isEqualTo(Reason.ADMITTED);
        assertThat(reason(sign(
                        FakeExchange.get("/orders"),
                        parameters(),
                        get,
                        AUTHORITY,
                        "\"@path\": /orders",
                        "\"@query\": ?")))
                .isEqualTo(Reason.ADMITTED);
        FakeExchange empty = FakeExchange.get("/orders").header("Content-Digest", digest("SHA-256", ""));
        assertThat(reason(sign(empty, parameters(), get, target, "\"content-digest\": " + digest("SHA-256", ""))))
                .isEqualTo(Reason.ADMITTED);
        FakeExchange wrong = FakeExchange.get("/orders").header("Content-Digest", digest("SHA-256", "x"));
        assertThat(reason(sign(wrong, parameters(), get, target, "\"content-digest\": " + digest("SHA-256", "x"))))
                .isEqualTo(Reason.DIGEST_WRONG);
    }

    @Test
    void refusesARequestThatDiffersInAnyCoveredPart() {
        assertThat(reason(sign(digested(), parameters(), METHOD, TARGET, digestLine())
                        .method("PUT")))
                .isEqualTo(Reason.SIGNATURE_WRONG);
        for (String target : List.of("/hook/a?x=%7e&y", "/hook%2fa?x=%7e&y", "/hook%2Fa?x=%7E&y", "/hook%2Fa")) {
            assertThat(reason(sign(digested(), parameters(), METHOD, TARGET, digestLine())
                            .target(target)))
                    .isEqualTo(Reason.SIGNATURE_WRONG);
        }
        assertThat(reason(sign(digested(), parameters(), METHOD, TARGET, digestLine())
                        .host("127.0.0.1")))
                .isEqualTo(Reason.SIGNATURE_WRONG);
        assertThat(reason(sign(digested().plain(), parameters(), METHOD, TARGET, digestLine())
                        .from("127.0.0.1")))
                .isEqualTo(Reason.SIGNATURE_WRONG);
        assertThat(reason(sign(digested(), parameters(), METHOD, TARGET, digestLine())
                        .content("{\"a\":2}")))
                .isEqualTo(Reason.DIGEST_WRONG);
        String type = "\"content-type\": application/json";
        assertThat(reason(sign(digested(), parameters(), METHOD, TARGET, digestLine(), type)))
                .isEqualTo(Reason.ADMITTED);
        assertThat(reason(sign(digested(), parameters(), METHOD, TARGET, digestLine(), type)
                        .replace("Content-Type", "text/plain")))
                .isEqualTo(Reason.SIGNATURE_WRONG);
        assertThat(reason(sign(digested(), parameters(), METHOD, TARGET, digestLine(), type)
                        .replace("Content-Type")))
                .isEqualTo(Reason.SIGNATURE_WRONG);
    }

    @Test
    void verifiesFieldsInEachFormThatTheirParametersAskFor() {
        FakeExchange many = digested()
                .header("X-Many", " one ")
                .header("x-many", "")
                .header("X-MANY", "\tthree")
                .header("Priority", "u=1,   i")
                .header("X-Raw", "caf\u00e9");
        String raw = Base64.getEncoder().encodeToString("caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(reason(sign(
                        many,
                        parameters(),
                        METHOD,
                        TARGET,
                        digestLine(),
                        "\"x-many\": one, , three",
                        "\"priority\": u=1,   i",
                        "\"priority\";sf: u=1, i",
                        "\"priority\";key=\"u\": 1",
                        "\"x-many\";bs: :b25l:, ::, :dGhyZWU=:",
                        "\"x-raw\";bs: :" + raw + ":",
                        "\"host\": localhost")))
                .isEqualTo(Reason.SIGNATURE_WRONG); // there is no header Host here
        FakeExchange all = digested()
                .header("X-Many", " one ")
                .header("x-many", "")
                .header("X-MANY", "\tthree")
                .header("Priority", "u=1,   i")
                .header("X-Raw", "caf\u00e9");
        assertThat(reason(sign(
                        all,
                        parameters(),
                        METHOD,
                        TARGET,
                        digestLine(),
                        "\"x-many\": one, , three",
                        "\"priority\": u=1,   i",
                        "\"priority\";sf: u=1, i",
                        "\"priority\";key=\"u\": 1",
                        "\"x-many\";bs: :b25l:, ::, :dGhyZWU=:",
                        "\"x-raw\";bs: :" + raw + ":")))
                .isEqualTo(Reason.ADMITTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"@scheme\": https",
                "\"@request-target\": /hook%2Fa?x=%7e&y",
                "\"@query-param\";name=\"x\": %7e",
                "\"@status\": 200",
                "\"@signature-params\": x",
                "\"@unknown\": x",
                "\"@\": x",
                "\"@method\";req: POST",
                "\"@method\";sf: POST",
                "\"@path\";bs: :L2hvb2s=:",
                "\"@method\": POST",
                "\"content-type\";req: application/json",
                "\"content-type\";tr: application/json",
                "\"content-type\";sf=?0: application/json",
                "\"content-type\";sf=1: application/json",
                "\"content-type\";key=1: application/json",
                "\"content-type\";bs;sf: application/json",
                "\"content-type\";bs;key=\"a\": application/json",
                "\"content-type\";key=\"a\";bs: application/json",
                "\"content-type\";bs;req: application/json",
                "\"content-type\";unknown: application/json",
                "\"Content-Type\": application/json",
                "\"content type\": application/json",
                "\"\": x",
                "\"x-é\": x",
                "content-type: application/json",
                "1: x",
            })
    void refusesComponentsThatNoRequestHasOrThatComeTwice(String line) {
        assertThat(reason(sign(digested(), parameters(), METHOD, TARGET, digestLine(), line)))
                .isEqualTo(Reason.CREDENTIAL_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"x-absent\": ",
                "\"content-type\";sf: application/json",
                "\"priority\";sf: u=1",
                "\"content-digest\";key=\"sha-512\": x",
                "\"content-type\";key=\"a\": application/json",
            })
    void refusesFieldsThatAreNotThereOrNotInTheFormAskedFor(String line) {
        assertThat(reason(sign(digested(), parameters(), METHOD, TARGET, digestLine(), line)))
                .isEqualTo(Reason.SIGNATURE_WRONG);
    }

    @Test
    void refusesTheSameFieldTwiceWhateverTheOrderOfItsParameters() {
        String one =
                "\"content-digest\";key=\"sha-256\": " + digest("SHA-256", BODY).substring(8);
        assertThat(reason(sign(digested(), parameters(), METHOD, TARGET, digestLine(), one)))
                .isEqualTo(Reason.ADMITTED);
        String same = one.replace(";key", ";sf;key");
        assertThat(reason(sign(digested(), parameters(), METHOD, TARGET, digestLine(), one, same)))
                .isEqualTo(Reason.CREDENTIAL_MALFORMED);
        assertThat(reason(sign(digested(), parameters(), METHOD, TARGET, digestLine(), digestLine())))
                .isEqualTo(Reason.CREDENTIAL_MALFORMED);
    }

    @Test
    void refusesFieldsWithLineBreaksAndForeignCharactersThatCouldPassForLines() {
        for (String value : List.of("a\n\"@method\": POST", "a\r\n b", "caf\u00e9", "nul\0")) {
            FakeExchange exchange = digested().header("X-Odd", value);
            assertThat(reason(sign(exchange, parameters(), METHOD, TARGET, digestLine(), "\"x-odd\": " + value)))
                    .isEqualTo(Reason.SIGNATURE_WRONG);
        }
    }

    @Test
    void refusesParametersThatAreMissingOrOfTheWrongKind() {
        String created = ";created=" + now();
        String keyId = ";keyid=\"a\"";
        String nonce = ";nonce=\"0123456789abcdef\"";
        List<String> malformed = List.of(
                keyId + nonce,
                created + nonce,
                created + keyId,
                "",
                ";created=\"" + now() + "\"" + keyId + nonce,
                ";created=" + now() + ".0" + keyId + nonce,
                ";created=-" + now() + keyId + nonce,
                ";created=0" + keyId + nonce,
                ";created=0" + now() + keyId + nonce,
                ";created=+" + now() + keyId + nonce,
                ";created=9999999999999" + keyId + nonce,
                ";created=99999999999999999999" + keyId + nonce,
                ";created=@" + now() + keyId + nonce,
                ";created" + keyId + nonce,
                created + created + keyId + nonce,
                created + ";keyid=a" + nonce,
                created + ";keyid=:YQ==:" + nonce,
                created + ";keyid=\"" + "a".repeat(65) + "\"" + nonce,
                created + keyId + ";keyid=\"b\"" + nonce,
                created + keyId + ";nonce=\"short\"",
                created + keyId + ";nonce=0123456789abcdef",
                created + keyId + ";nonce=\"with a space in it\"",
                created + keyId + ";nonce=\"" + "n".repeat(129) + "\"",
                created + keyId + nonce + ";expires=\"x\"",
                created + keyId + nonce + ";expires=" + (now() - 1),
                created + keyId + nonce + ";expires=-1",
                created + keyId + nonce + ";alg=hmac-sha256",
                created + keyId + nonce + ";alg=\"HMAC-SHA256\"",
                created + keyId + nonce + ";alg=\"none\"",
                created + keyId + nonce + ";alg=\"\"",
                created + keyId + nonce + ";alg=\"rsa-v1_5-sha256\"",
                created + keyId + nonce + ";alg=\"ed25519\"",
                created + keyId + nonce + ";alg=\"hmac-sha512\"");
        for (String parameters : malformed) {
            assertThat(reason(sign(digested(), parameters, METHOD, TARGET, digestLine())))
                    .as(parameters)
                    .isEqualTo(Reason.CREDENTIAL_MALFORMED);
        }
        String further = created + keyId + nonce + ";alg=\"hmac-sha256\";tag=\"shop\";x=1.5;y=tok/en;z;w=:YQ==:;d=@1";
        assertThat(reason(sign(digested(), further, METHOD, TARGET, digestLine())))
                .isEqualTo(Reason.ADMITTED);
    }

    @Test
    void refusesWhatIsOutsideTheWindowOrPastItsEnd() {
        FakeExchange late = sign(digested(), parameters(), METHOD, TARGET, digestLine());
        FakeExchange ended = sign(digested(), parameters() + ";expires=" + (now() + 10), METHOD, TARGET, digestLine());
        clock.advance(Duration.ofSeconds(10));
        assertThat(reason(ended)).isEqualTo(Reason.SIGNATURE_STALE);
        clock.advance(Duration.ofSeconds(291));
        assertThat(reason(late)).isEqualTo(Reason.SIGNATURE_STALE);
        clock.advance(Duration.ofSeconds(31));
        FakeExchange early = sign(digested(), parameters() + ";expires=" + (now() + 9), METHOD, TARGET, digestLine());
        clock.advance(Duration.ofSeconds(-31));
        assertThat(reason(early)).isEqualTo(Reason.SIGNATURE_STALE);
    }

    @Test
    void admitsANonceOnce() {
        String parameters = parameters();
        assertThat(reason(sign(digested(), parameters, METHOD, TARGET, digestLine())))
                .isEqualTo(Reason.ADMITTED);
        assertThat(reason(sign(digested(), parameters, METHOD, TARGET, digestLine())))
                .isEqualTo(Reason.SIGNATURE_REPLAYED);
        assertThat(reason(sign(digested(), parameters + ";tag=\"x\"", METHOD, TARGET, digestLine())))
                .isEqualTo(Reason.SIGNATURE_REPLAYED);
    }

    @Test
    void findsTheKeyByItsIdAndTreatsAnUnknownOneAsAWrongSignature() {
        assertThat(reason(signAs(digested(), "sig", SECOND, parameters("b"), METHOD, TARGET, digestLine())))
                .isEqualTo(Reason.ADMITTED);
        assertThat(reason(signAs(digested(), "sig", SECOND, parameters("a"), METHOD, TARGET, digestLine())))
                .isEqualTo(Reason.SIGNATURE_WRONG);
        FakeExchange unknown = signAs(digested(), "sig", FIRST, parameters("c"), METHOD, TARGET, digestLine());
        assertThat(reason(unknown)).isEqualTo(Reason.CREDENTIAL_UNKNOWN);
        assertThat(unknown.body().isCaptured()).isTrue();
    }

    @Test
    void unknownIdsAndWrongSignaturesCostTheSame() throws InterruptedException {
        List<List<String>> works = new ArrayList<>();
        for (String[] each : new String[][] {{"a", SECOND}, {"c", FIRST}, {"a", FIRST}}) {
            Exchange exchange = signAs(digested(), "sig", each[1], parameters(each[0]), METHOD, TARGET, digestLine());
            works.add(WorkLog.of(() -> reason(exchange)));
        }
        assertThat(works.get(0)).hasSize(2).first().isEqualTo("SHA-256 of 7 bytes");
        assertThat(works.get(1)).isEqualTo(works.get(0));
        assertThat(works.get(2)).isEqualTo(works.get(0));
    }

    @Test
    void choosesTheOneSignatureWhoseKeyItKnowsAmongAFew() {
        FakeExchange others = signAs(digested(), "proxy", "x", parameters("their-key"), METHOD);
        signAs(others, "ours", FIRST, parameters("a"), METHOD, TARGET, digestLine());
        signAs(others, "third", "y", parameters("another"), TARGET);
        assertThat(reason(others)).isEqualTo(Reason.ADMITTED);
        FakeExchange twoOfOurs = signAs(digested(), "one", FIRST, parameters("a"), METHOD, TARGET, digestLine());
        signAs(twoOfOurs, "two", SECOND, parameters("b"), METHOD, TARGET, digestLine());
        assertThat(reason(twoOfOurs)).isEqualTo(Reason.CREDENTIAL_AMBIGUOUS);
        FakeExchange none = signAs(digested(), "one", FIRST, parameters("x"), METHOD, TARGET, digestLine());
        signAs(none, "two", SECOND, parameters("y"), METHOD, TARGET, digestLine());
        assertThat(reason(none)).isEqualTo(Reason.CREDENTIAL_UNKNOWN);
        FakeExchange five = signAs(digested(), "ours", FIRST, parameters("a"), METHOD, TARGET, digestLine());
        for (String label : List.of("b", "c", "d", "e")) {
            signAs(five, label, FIRST, parameters("z"), METHOD);
        }
        assertThat(reason(five)).isEqualTo(Reason.CREDENTIAL_MALFORMED);
    }

    @Test
    void verifiesASignatureOverAnotherOne() {
        FakeExchange exchange = signAs(digested(), "theirs", "x", parameters("their-key"), METHOD);
        String theirs = exchange.headers("Signature").get(0).substring("theirs=".length());
        signAs(
                exchange,
                "ours",
                FIRST,
                parameters("a"),
                METHOD,
                TARGET,
                digestLine(),
                "\"signature\";key=\"theirs\": " + theirs);
        assertThat(reason(exchange)).isEqualTo(Reason.ADMITTED);
    }

    @Test
    void refusesLabelsThatAreRepeatedOrHaveNoPartner() {
        FakeExchange good = sign(digested(), parameters(), METHOD, TARGET, digestLine());
        String input = good.headers("Signature-Input").get(0);
        String signature = good.headers("Signature").get(0);
        List<String[]> bad = List.of(
                new String[] {input, signature + ", " + signature},
                new String[] {input + ", " + input, signature},
                new String[] {input.replace("sig=", "other="), signature},
                new String[] {input, signature + ", x=:YQ==:"},
                new String[] {input, signature + ";nonce=\"0123456789abcdef\""},
                new String[] {input, signature + ";x"},
                new String[] {input + ", x=(\"@method\")", signature},
                new String[] {"", signature},
                new String[] {input, ""},
                new String[] {input, "sig"},
                new String[] {"sig", signature},
                new String[] {"sig=1;created=" + now(), signature});
        for (String[] each : bad) {
            FakeExchange exchange =
                    digested().header("Signature-Input", each[0]).header("Signature", each[1]);
            assertThat(reason(exchange)).as(each[0] + " " + each[1]).isEqualTo(Reason.CREDENTIAL_MALFORMED);
        }
        assertThat(reason(digested().header("Signature-Input", input))).isEqualTo(Reason.CREDENTIAL_MALFORMED);
        assertThat(reason(digested().header("Signature", signature))).isEqualTo(Reason.CREDENTIAL_MALFORMED);
        assertThat(reason(digested())).isEqualTo(Reason.CREDENTIAL_MISSING);
        assertThat(reason(good)).isEqualTo(Reason.ADMITTED);
    }

    @Test
    void boundsWhatItReads() {
        String many = "\"x\" ".repeat(33).trim();
        List<String> inputs = List.of(
                "sig=(" + many + ")" + parameters(),
                "sig=(\"" + "x".repeat(9_000) + "\")" + parameters(),
                "sig=(\"@method\")" + parameters() + ";p".repeat(5_000),
                "(".repeat(8_000),
                "sig=" + "(".repeat(8_000));
        for (String input : inputs) {
            FakeExchange exchange =
                    digested().header("Signature-Input", input).header("Signature", "sig=:" + "A".repeat(43) + "=:");
            assertThat(reason(exchange)).isEqualTo(Reason.CREDENTIAL_MALFORMED);
        }
        FakeExchange wide = sign(
                digested().header("X-Wide", "w".repeat(70_000)),
                parameters(),
                METHOD,
                TARGET,
                digestLine(),
                "\"x-wide\": " + "w".repeat(70_000));
        assertThat(reason(wide)).isEqualTo(Reason.SIGNATURE_WRONG);
    }

    @Test
    void holdsTheBodyAgainstEveryDigestThatItKnows() {
        String sha256 = digest("SHA-256", BODY);
        String sha512 = digest("SHA-512", BODY);
        String unknown = "md5=:AAAAAAAAAAAAAAAAAAAAAA==:, id-sha-256=:AAAA:, x=1";
        for (String good : List.of(sha256, sha512, sha256 + ", " + sha512, unknown + ", " + sha512, sha256 + ";a=1")) {
            assertThat(reason(withDigest(good))).as(good).isEqualTo(Reason.ADMITTED);
        }
        List<String> bad = List.of(
                unknown,
                digest("SHA-256", "x"),
                sha256 + ", " + digest("SHA-512", "x"),
                digest("SHA-256", "x") + ", " + sha512,
                sha256 + ", " + sha256,
                digest("SHA-256", "x") + ", " + sha256,
                sha256.replace("=:", "==:"),
                sha256.replace("=:", ":"),
                sha256.replace("sha-256", "SHA-256"),
                sha256.replace(":", ""),
                "sha-256",
                "sha-256=::",
                "sha-256=(\"a\")",
                "");
        for (String each : bad) {
            assertThat(reason(withDigest(each))).as(each).isEqualTo(Reason.DIGEST_WRONG);
        }
        FakeExchange twoLines = post().header("Content-Digest", sha256).header("Content-Digest", sha512);
        assertThat(reason(
                        sign(twoLines, parameters(), METHOD, TARGET, "\"content-digest\": " + sha256 + ", " + sha512)))
                .isEqualTo(Reason.ADMITTED);
    }

    private FakeExchange withDigest(String value) {
        return sign(
                post().header("Content-Digest", value), parameters(), METHOD, TARGET, "\"content-digest\": " + value);
    }

    @Test
    void bindsASignatureToAPublicOriginEvenWhenAProxyRewritesHost() {
        Keywright shop = builder()
                .publicOrigins(URI.create("https://api.shop.example"), URI.create("http://api.shop.example:8080"))
                .build();
        for (String origin : List.of("https://api.shop.example", "http://api.shop.example:8080")) {
            String target = "\"@target-uri\": " + origin + "/hook%2Fa?x=%7e&y";
            for (String host : List.of("backend:9000", origin.substring(origin.indexOf("//") + 2))) {
                assertThat(reason(shop, sign(digested().host(host), parameters(), METHOD, target, digestLine())))
                        .as(origin + " behind " + host)
                        .isEqualTo(Reason.ADMITTED);
            }
        }
        FakeExchange upper = digested().host("API.shop.example:443");
        String authority = "\"@authority\": api.shop.example";
        assertThat(reason(shop, sign(upper, parameters(), METHOD, authority, PATH, QUERY, digestLine())))
                .isEqualTo(Reason.ADMITTED);
        String other = "\"@target-uri\": https://other.example/hook%2Fa?x=%7e&y";
        FakeExchange foreign = digested().host("other.example");
        assertThat(reason(shop, sign(foreign, parameters(), METHOD, other, digestLine())))
                .isEqualTo(Reason.SIGNATURE_WRONG);
        FakeExchange unconfigured = digested().host("other.example");
        assertThat(reason(sign(unconfigured, parameters(), METHOD, other, digestLine())))
                .isEqualTo(Reason.AUTHORITY_UNKNOWN);
    }

    @Test
    void admitsWhatTheSignerSigns() {
        Rfc9421Signer signer = new Rfc9421Signer("a", FIRST.getBytes(StandardCharsets.UTF_8), clock);
        FakeExchange post = post();
        post.headers(signer.headers("POST", post.uri(), "application/json", post.bytes()));
        assertThat(reason(post)).isEqualTo(Reason.ADMITTED);
        FakeExchange get = FakeExchange.get("/orders");
        get.headers(signer.headers("GET", get.uri(), null, new byte[0]));
        assertThat(reason(get)).isEqualTo(Reason.ADMITTED);
        FakeExchange head = FakeExchange.get("/").method("HEAD");
        head.headers(signer.headers("HEAD", URI.create("HTTPS://LOCALHOST:443"), null, new byte[0]));
        assertThat(reason(head)).isEqualTo(Reason.ADMITTED);
    }

    @Test
    void everyChangeOfOneCharacterIsRefusedOrMeansTheSame() {
        FakeExchange good = sign(digested(), parameters(), METHOD, TARGET, digestLine());
        for (String name : List.of("Signature-Input", "Signature", "Content-Digest")) {
            String value = good.headers(name).get(0);
            for (int i = 0; i < value.length(); i++) {
                for (char c :
                        new char[] {'a', 'A', '0', '1', '"', ';', '=', ':', ' ', '\t', '\n', 'é', '(', ',', '\\'}) {
                    for (String bad : List.of(
                            value.substring(0, i) + c + value.substring(i + 1),
                            value.substring(0, i) + c + value.substring(i),
                            value.substring(0, i) + value.substring(i + 1))) {
                        boolean same = without(bad).equals(without(value));
                        Reason reason = reason(copy(good).replace(name, bad));
                        // A space more means the same in some places; a nonce comes once, so each is tried with a fresh
                        // store.
                        if (!same) {
                            assertThat(reason).as(name + ": " + bad).isNotEqualTo(Reason.ADMITTED);
                            assertThat(reason).as(name + ": " + bad).isNotEqualTo(Reason.SIGNATURE_REPLAYED);
                        }
                    }
                }
            }
        }
    }

    private static String without(String value) {
        return value.replace(" ", "");
    }

    private FakeExchange copy(FakeExchange exchange) {
        FakeExchange copy = digested();
        for (String name : List.of("Signature-Input", "Signature")) {
            copy.header(name, exchange.headers(name).get(0));
        }
        return copy;
    }

    @Test
    void saysThatItWantsASignatureAndHidesIt() {
        Denied denied = (Denied) Walk.check(keywright, HOOK, post());
        assertThat(denied.headers())
                .contains(new Header("WWW-Authenticate", "Signature scheme=\"RFC-9421\", alg=\"hmac-sha256\""));
        assertThat(HOOK.credentialHeaders()).containsExactlyInAnyOrder("signature", "signature-input");
    }
}
