package dev.keywright.adapters.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.adapters.jwt.JwtVerifier;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.token.BearerAnswer;
import dev.keywright.runtime.token.BearerVerifier;
import dev.keywright.runtime.token.TokenService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

final class TokenConfigurationTest {

    private static final String KEY_SET = "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"1\","
            + "\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\",\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}]}";

    private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    KeywrightTokenAutoConfiguration.class,
                    KeywrightJwtAutoConfiguration.class,
                    KeywrightAutoConfiguration.class));

    @Test
    void withoutPropertiesThereIsNoVerifier() {
        runner.run(context -> assertThat(context)
                .hasNotFailed()
                .hasSingleBean(Keywright.class)
                .doesNotHaveBean(BearerVerifier.class));
    }

    @Test
    void thePrefixAloneMakesATokenService() {
        runner.withPropertyValues(
                        "keywright.tokens.prefix=shop",
                        "keywright.tokens.access-life=5m",
                        "keywright.tokens.refresh-life=0s",
                        "keywright.tokens.per-owner=1")
                .run(context -> {
                    TokenService tokens = context.getBean(TokenService.class);
                    var issued = tokens.issue("ada", Set.of());
                    assertThat(issued.accessToken()).startsWith("shopat_");
                    assertThat(issued.refreshToken()).isNull();
                    assertThat(issued.expiresInSeconds()).isEqualTo(300);
                    BearerVerifiers verifiers = context.getBean(BearerVerifiers.class);
                    assertThat(verifiers.standard()).isSameAs(tokens);
                    assertThat(verifiers.named()).containsOnlyKeys("tokens");
                });
    }

    @Test
    void aWrongPropertyRefusesTheStart() {
        refuses("keywright.tokens", "keywright.tokens.prefix=Shop!");
        refuses("keywright.tokens", "keywright.tokens.prefix=shop", "keywright.tokens.access-life=3d");
        refuses("keywright.tokens", "keywright.tokens.prefix=shop", "keywright.tokens.per-owner=0");
        refuses("an audience", "keywright.jwt.issuer=https://login.example");
        refuses("keys", "keywright.jwt.issuer=https://login.example", "keywright.jwt.audiences=shop");
        refuses(
                "https",
                "keywright.jwt.issuer=https://login.example",
                "keywright.jwt.audiences=shop",
                "keywright.jwt.jwks-uri=http://login.example/jwks");
        refuses(
                "cannot be read",
                "keywright.jwt.issuer=https://login.example",
                "keywright.jwt.audiences=shop",
                "keywright.jwt.jwks=classpath:no-such-file.json");
        refuses(
                "'jwt-key'",
                "keywright.jwt.issuer=https://login.example",
                "keywright.jwt.audiences=shop",
                "keywright.jwt.algorithms=HS256",
                "keywright.jwt.secret-name=jwt-key");
        refuses(
                "none",
                "keywright.jwt.issuer=https://login.example",
                "keywright.jwt.audiences=shop",
                "keywright.jwt.algorithms=none");
    }

    private void refuses(String why, String... properties) {
        runner.withPropertyValues(properties)
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(SpringStartRefusedException.class)
                        .hasMessageContaining(why));
    }

    @Test
    void jwtsAreVerifiedBesideTokensByName() {
        runner.withPropertyValues(
                        "keywright.tokens.prefix=shop",
                        "keywright.jwt.issuer=https://login.example",
                        "keywright.jwt.audiences=shop",
                        "keywright.jwt.algorithms=HS256",
                        "keywright.jwt.secret-name=jwt-key",
                        "keywright.secrets.jwt-key=0123456789abcdef0123456789abcdef")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    BearerVerifiers verifiers = context.getBean(BearerVerifiers.class);
                    assertThat(verifiers.standard()).isNull();
                    assertThat(verifiers.named()).containsOnlyKeys("tokens", "jwt");
                    assertThat(context.getBean(JwtVerifier.class).verify("a.b.c"))
                            .isInstanceOf(BearerAnswer.Refused.class);
                });
    }

    @Test
    void aKeySetIsReadFromAResource(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("jwks.json"), KEY_SET);
        runner.withPropertyValues(
                        "keywright.jwt.issuer=https://login.example",
                        "keywright.jwt.audiences=shop",
                        "keywright.jwt.algorithms=ES256",
                        "keywright.jwt.jwks=" + file.toUri())
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(BearerVerifiers.class).standard())
                            .isInstanceOf(JwtVerifier.class);
                });
    }

    @Test
    void withoutTheModuleThePropertiesMakeNoVerifier() {
        runner.withClassLoader(new FilteredClassLoader("dev.keywright.adapters.jwt"))
                .withPropertyValues("keywright.jwt.issuer=https://login.example")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(BearerVerifier.class));
    }
}
