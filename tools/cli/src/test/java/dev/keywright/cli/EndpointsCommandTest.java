package dev.keywright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EndpointsCommandTest {

    @TempDir
    private Path folder;

    private final Cli cli = new Cli();

    @BeforeEach
    void writeController() throws IOException {
        Files.writeString(folder.resolve("Orders.java"), """
                package shop;

                import dev.keywright.annotations.ApiKeyProtected;
                import dev.keywright.annotations.PublicEndpoint;
                import dev.keywright.annotations.RateLimited;
                import org.springframework.web.bind.annotation.*;

                @RestController
                @RequestMapping("/orders")
                class Orders {
                    @GetMapping
                    @ApiKeyProtected(scopes = "orders:read")
                    @RateLimited("60 per minute")
                    String list() { return ""; }

                    @PostMapping
                    String create(String order) { return order; }

                    @PublicEndpoint(reason = "a health check")
                    @GetMapping("/health")
                    String health() { return "up"; }
                }
                """);
    }

    @Test
    void aPathThatIsNotThereIsAUsageError() {
        assertThat(cli.run("endpoints", folder.resolve("none").toString())).isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void textShowsWhatIsOpen() {
        assertThat(cli.run("endpoints", folder.toString())).isEqualTo(ExitStatus.NOTHING_TO_STOP_FOR);
        assertThat(cli.out().lines().map(line -> line.replaceAll(" {2,}", "|").replaceAll("\\|shop.*", "")))
                .containsExactly(
                        "guarded|GET|/orders|API key|orders:read|60 per minute",
                        "open|POST|/orders|-|-|-",
                        "public|GET|/orders/health|@PublicEndpoint|-|-",
                        "3 endpoints, 1 open.");
    }

    @Test
    void logInsAndTokensAreShown() throws IOException {
        Files.writeString(folder.resolve("Orders.java"), """
                package shop;

                import dev.keywright.annotations.*;
                import org.springframework.web.bind.annotation.*;

                @RestController
                class Sessions {
                    @PostMapping("/a")
                    @LoginProtected(account = "/email")
                    String a() { return ""; }

                    @PostMapping("/b")
                    @LoginProtected(account = "user", failures = "3 per hour")
                    @BearerProtected(scopes = "step:up")
                    String b() { return ""; }
                }
                """);
        cli.run("endpoints", folder.toString());
        assertThat(cli.out().lines().map(line -> line.replaceAll(" {2,}", "|").replaceAll("\\|shop.*", "")))
                .containsExactly(
                        "guarded|POST|/a|@LoginProtected|-|5 failures per 15 minutes",
                        "guarded|POST|/b|bearer token|step:up|3 failures per hour",
                        "2 endpoints, 0 open.");
    }

    @Test
    void jsonHasThePathAndThePlace() throws IOException {
        cli.run("endpoints", "--format=json", folder.toString());
        JsonNode first = json().path("endpoints").path(0);

        assertThat(first.path("path").asText()).isEqualTo("/orders");
        assertThat(first.at("/location/path").asText()).endsWith("Orders.java");
        assertThat(first.at("/location/line").asInt()).isEqualTo(14);
    }

    @Test
    void openApiSaysWhatEachOperationRequires() throws IOException {
        cli.run("endpoints", "--format=openapi", folder.toString());
        JsonNode api = json();

        assertThat(api.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(api.path("paths")
                        .path("/orders")
                        .at("/get/security/0/apiKey/0")
                        .asText())
                .isEqualTo("orders:read");
        assertThat(api.path("paths").path("/orders").at("/post/security").size())
                .isZero();
        assertThat(api.at("/components/securitySchemes/apiKey/in").asText()).isEqualTo("header");
    }

    @Test
    void openApiKnowsAlternativesAndWhatStandsBesideThem() throws IOException {
        Files.writeString(folder.resolve("Hooks.java"), """
                package shop;
                import dev.keywright.annotations.*;
                import org.springframework.web.bind.annotation.*;
                @RestController
                class Hooks {
                    @PostMapping("/hooks")
                    @BearerProtected(scopes = "hooks:call")
                    @AnyOf(
                            apiKey = @ApiKeyProtected(header = "X-Partner-Key", scopes = "hooks:write"),
                            hmac = @HmacSigned(secret = "partner", scheme = SignatureScheme.STRIPE))
                    void hook() {}
                }
                """);
        cli.run("endpoints", "--format=openapi", folder.toString());
        JsonNode api = json();
        JsonNode security = api.path("paths").path("/hooks").at("/post/security");

        assertThat(security.toString())
                .isEqualTo("[{\"bearer\":[\"hooks:call\"],\"apiKey-x-partner-key\":[\"hooks:write\"]},"
                        + "{\"bearer\":[\"hooks:call\"],\"hmac-stripe\":[]}]");
        JsonNode schemes = api.at("/components/securitySchemes");
        assertThat(schemes.at("/apiKey-x-partner-key/name").asText()).isEqualTo("X-Partner-Key");
        assertThat(schemes.at("/hmac-stripe/name").asText()).isEqualTo("Stripe-Signature");
        assertThat(schemes.at("/bearer/scheme").asText()).isEqualTo("bearer");
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper()
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .readTree(cli.out());
    }
}
