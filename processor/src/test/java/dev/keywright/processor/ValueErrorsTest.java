package dev.keywright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each value that can be checked when compiling is, and the error stands at the value. */
class ValueErrorsTest {

    @TempDir
    Path output;

    private void check(String annotations, String... messages) {
        ExpectedErrors.check(TestCompiler.withAdapters(output), """
                package shop;
                import dev.keywright.annotations.*;
                import org.springframework.web.bind.annotation.*;
                @RestController
                class Orders {
                    static final String SCOPE = "orders write";
                    @GetMapping("/orders")
                    %s
                    String list() { return ""; }
                }
                """.formatted(annotations), messages);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "@ApiKeyProtected(scopes = ▶\"Orders:Write\") ~ 'Orders:Write' is not a scope",
                "@ApiKeyProtected(scopes = ▶{\"orders write\"}) ~ 'orders write' is not a scope",
                "@ApiKeyProtected(scopes = {\"orders:read\", ▶\"\"}) ~ '' is not a scope",
                "@ApiKeyProtected(scopes = ▶SCOPE) ~ 'orders write' is not a scope",
                "@ApiKeyProtected(scopes = {\"a\", ▶\"a\"}) ~ The scope 'a' stands here twice",
                "@ApiKeyProtected(header = ▶\"X API Key\") ~ 'X API Key' is not a header name",
                "@ApiKeyProtected(header = ▶\"\") ~ '' is not a header name",
                "@ApiKeyProtected(header = ▶\"X-Kéy\") ~ is not a header name",
                "@ApiKeyProtected(header = ▶\"Authorization\") ~ has a meaning of its own",
                "@ApiKeyProtected(header = ▶\"cookie\") ~ has a meaning of its own",
                "@ApiKeyProtected(store = ▶\"My Store\") ~ 'My Store' is not a name",
                "@ApiKeyProtected(bodyLimit = ▶\"1 mega\") ~ '1 mega' is not a size",
                "@ApiKeyProtected(bodyLimit = ▶\"0 B\") ~ must be between one byte and 2 GiB",
                "@ApiKeyProtected(bodyLimit = ▶\"-1 MiB\") ~ must be between one byte and 2 GiB",
                "@ApiKeyProtected @RateLimited(▶\"fast\") ~ 'fast' is not a limit",
                "@ApiKeyProtected @RateLimited(▶\"-5 per minute\") ~ A limit of -5 admits no call",
                "@ApiKeyProtected @RateLimited(▶\"0 per minute\") ~ A limit of 0 admits no call",
                "@ApiKeyProtected @RateLimited(▶\"60 per fortnight\") ~ is no unit of time",
                "@ApiKeyProtected @RateLimited(value = ▶\"10 per second;\") ~ is not a limit",
                "@PublicEndpoint(reason = ▶\" \") ~ The reason of @PublicEndpoint is blank",
            })
    void errorStandsAtTheValue(String annotations, String message) {
        check(annotations, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "secret = ▶\"\" ~ must be the name of a secret",
                "secret = ▶\"Wh4t-A-S3cret!\" ~ must be the name of a secret",
                "secret = ▶\"5f4dcc3b5aa765d61d8327deb882cf99\" ~ must be the name of a secret",
                "secret = \"shop\", tolerance = ▶\"soon\" ~ 'soon' is not a duration",
                "secret = \"shop\", tolerance = ▶\"2 days\" ~ must be between one second and one day",
                "secret = \"shop\", tolerance = ▶\"0 seconds\" ~ must be between one second and one day",
                "secret = \"shop\", bodyLimit = ▶\"\" ~ '' is not a size",
                "secret = \"shop\", bodyLimit = ▶\"900 GiB\" ~ must be between one byte and 2 GiB",
            })
    void errorStandsAtTheValueOfASignature(String attributes, String message) {
        check("@HmacSigned(scheme = SignatureScheme.CANONICAL, " + attributes + ")", message);
    }

    @Test
    void aSecretGivenAsALiteralIsNotRepeatedInTheMessage() {
        TestCompiler.Result result =
                TestCompiler.withAdapters(output).source("""
                        package shop;
                        import dev.keywright.annotations.*;
                        class H implements com.sun.net.httpserver.HttpHandler {
                            @HmacSigned(scheme = SignatureScheme.CANONICAL, secret = "5f4dcc3b5aa765d61d8327deb882cf99")
                            public void handle(com.sun.net.httpserver.HttpExchange exchange) {}
                        }
                        """).compile();
        assertThat(result.errors()).hasSize(1);
        assertThat(result.errors().get(0).getMessage(Locale.ROOT)).doesNotContain("5f4dcc");
    }

    @Test
    void everyMistakeOfAClassIsReportedAtOnce() {
        check(
                "@ApiKeyProtected(scopes = {▶\"A\", ▶\"B\"}, header = ▶\"X Y\") @RateLimited(▶\"x\")",
                "'A' is not a scope",
                "'B' is not a scope",
                "'X Y' is not a header name",
                "'x' is not a limit");
    }

    @Test
    void aValueInsideAChoiceIsReportedThere() {
        check(
                "@AnyOf(apiKey = @ApiKeyProtected(scopes = ▶\"A\"),"
                        + " hmac = @HmacSigned(scheme = SignatureScheme.CANONICAL, secret = ▶\"Hush!\"))",
                "'A' is not a scope",
                "must be the name of a secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "▶@HmacSigned(secret = \"shop\")",
                "@HmacSigned(secret = \"shop\", scheme = SignatureScheme▶.STRIPE)"
            })
    void aSchemeThatAnOlderRuntimeDoesNotVerifyIsRefused(String annotation) {
        TestCompiler older = TestCompiler.withAdapters(output)
                .without("dev.keywright.runtime.Guard")
                .source("package dev.keywright.runtime; public interface Guard {}");
        ExpectedErrors.check(older, """
                package shop;
                import dev.keywright.annotations.*;
                import org.springframework.web.bind.annotation.*;
                @RestController
                class Orders {
                    @GetMapping("/orders") %s
                    String list() { return ""; }
                }
                """.formatted(annotation), "does not verify the scheme");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "▶@AnyOf ~ @AnyOf lists no credential",
                "▶@AnyOf(apiKey = @ApiKeyProtected) ~ @AnyOf lists one credential",
                "@AnyOf(apiKey = {@ApiKeyProtected, ▶@ApiKeyProtected(scopes = \"a\")}) ~ from the header 'x-api-key' too",
                "@AnyOf(apiKey = {@ApiKeyProtected, @ApiKeyProtected(header = ▶\"x-Api-key\")}) ~ from the header 'x-api-key' too",
                "@AnyOf(hmac = {@HmacSigned(scheme = SignatureScheme.CANONICAL, secret = \"a\"),"
                        + " ▶@HmacSigned(scheme = SignatureScheme.CANONICAL, secret = \"b\")}) ~ keep one signature",
                "@AnyOf(apiKey = @ApiKeyProtected(header = \"X-API-Nonce\"),"
                        + " hmac = ▶@HmacSigned(scheme = SignatureScheme.CANONICAL, secret = \"b\")) ~ the header 'x-api-nonce'",
                "@HmacSigned(scheme = SignatureScheme.CANONICAL, secret = \"b\") @ApiKeyProtected(header = ▶\"x-api-signature\")"
                        + " ~ from the header 'x-api-signature' too",
                "@HmacSigned(scheme = SignatureScheme.GITHUB, secret = \"a\", replayAcknowledged = true) @AnyOf(apiKey ="
                        + " @ApiKeyProtected, hmac = ▶@HmacSigned(scheme = SignatureScheme.STRIPE, secret = \"b\"))"
                        + " ~ One request is verified by one signature",
                "@AnyOf(apiKey = @ApiKeyProtected(header = \"X-Slack-Signature\"),"
                        + " hmac = ▶@HmacSigned(scheme = SignatureScheme.SLACK, secret = \"b\")) ~ the header 'x-slack-signature'",
                "@ApiKeyProtected @AnyOf(apiKey = {@ApiKeyProtected(header = ▶\"x-api-key\"), @ApiKeyProtected(header = \"X-Other\")})"
                        + " ~ from the header 'x-api-key' too",
            })
    void aChoiceThatIsNoneIsRefused(String annotations, String message) {
        check(annotations, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "▶@PublicEndpoint(reason = \"open\") @ApiKeyProtected ~ @ApiKeyProtected says the opposite",
                "@ApiKeyProtected ▶@PublicEndpoint(reason = \"open\") ~ @ApiKeyProtected says the opposite",
                "▶@RateLimited(\"5 per minute\") ~ asks for none; add @ApiKeyProtected",
                "@RateLimited(value = \"5 per minute\", by = LimitBy▶.CREDENTIAL) ~ write by = LimitBy.ADDRESS",
                "@PublicEndpoint(reason = \"open\") ▶@RateLimited(\"5 per minute\") ~ write by = LimitBy.ADDRESS",
            })
    void contradictionsAreRefused(String annotations, String message) {
        check(annotations, message);
    }
}
