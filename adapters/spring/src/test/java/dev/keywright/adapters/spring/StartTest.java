package dev.keywright.adapters.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keywright.runtime.key.ApiKeys;
import dev.keywright.runtime.key.MemoryKeyStore;
import dev.keywright.runtime.key.NewApiKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import shop.ShopApplication;
import shop.start.BadStarts;

/** An annotation that nothing enforces is a refused start. */
@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    private static Throwable refusal(ThrowingCallable start) {
        Throwable failure = org.assertj.core.api.Assertions.catchThrowable(start);
        assertThat(failure).as("the application started").isNotNull();
        return failure;
    }

    private static String problemsOf(Class<?>... sources) {
        Throwable failure = refusal(
                () -> Shop.start(List.of(sources), Shop.WITHOUT_SECURITY).close());
        FailureAnalysis analysis = new KeywrightFailureAnalyzer().analyze(failure);
        assertThat(analysis).as(String.valueOf(failure)).isNotNull();
        return analysis.getDescription();
    }

    @Test
    void a_missing_guard_refuses_the_start() {
        assertThat(problemsOf(BadStarts.App.class, BadStarts.missingGuard()))
                .contains("refuses to start")
                .contains(BadStarts.missingGuard().getName());
    }

    @Test
    void a_missing_guard_refuses_the_start_of_a_lazy_application_too() {
        assertThat(refusal(() -> Shop.start(
                                List.of(BadStarts.App.class, BadStarts.missingGuard()),
                                Shop.WITHOUT_SECURITY,
                                "spring.main.lazy-initialization=true")
                        .close()))
                .hasStackTraceContaining(BadStarts.missingGuard().getName());
    }

    @Test
    void a_stale_guard_refuses_the_start() {
        assertThat(problemsOf(BadStarts.App.class, BadStarts.staleGuard()))
                .contains(BadStarts.staleGuard().getName());
    }

    @Test
    void an_annotated_method_without_a_route_refuses_the_start() {
        assertThat(problemsOf(BadStarts.App.class, BadStarts.unmapped()))
                .contains(BadStarts.unmapped().getName());
    }

    @Test
    void an_annotated_class_that_no_request_is_mapped_to_by_a_method_refuses_the_start() {
        assertThat(problemsOf(BadStarts.App.class, BadStarts.unroutedClass()))
                .contains(BadStarts.unroutedClass().getName());
    }

    @Test
    void an_annotated_class_whose_methods_are_mapped_starts() {
        try (Shop shop = Shop.start(List.of(BadStarts.App.class, BadStarts.wholeClass()), Shop.WITHOUT_SECURITY)) {
            assertThat(shop.context().isRunning()).isTrue();
        }
    }

    @Test
    void a_blank_entry_does_not_leave_every_handler_open() {
        assertThat(refusal(() -> Shop.start("keywright.unannotated=DENY", "keywright.unannotated-allowed=shop.Nobody#,")
                        .close()))
                .hasStackTraceContaining("keywright.unannotated-allowed");
    }

    @Test
    void a_missing_secret_refuses_the_start() {
        assertThat(problemsOf(BadStarts.AppWithoutSecret.class, BadStarts.hooks()))
                .contains("shop-webhook");
    }

    @Test
    void a_short_secret_refuses_the_start_without_showing_it() {
        assertThat(problemsOf(BadStarts.AppWithShortSecret.class, BadStarts.hooks()))
                .contains("shop-webhook")
                .doesNotContain(BadStarts.SHORT_SECRET);
    }

    @ParameterizedTest
    @CsvSource({
        "keywright.secrets.shop-webhook=2026=hidden-text-${nobody.knows}",
        "keywright.redis.uri=redis://user:hidden-text@${nobody.knows}:6379"
    })
    void a_placeholder_that_nobody_knows_does_not_show_the_secret_around_it(String property) {
        Throwable failure = refusal(() -> Shop.start(
                        List.of(BadStarts.AppWithoutSecretBean.class, BadStarts.hooks()),
                        Shop.WITHOUT_SECURITY,
                        property)
                .close());
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertThat(cause.getMessage()).doesNotContain("hidden-text");
        }
        assertThat(new KeywrightFailureAnalyzer().analyze(failure).getDescription())
                .contains(property.substring(0, property.indexOf('=')));
    }

    @Test
    void a_secret_that_is_a_placeholder_alone_is_named_by_it() {
        Throwable failure = refusal(() -> Shop.start(
                        List.of(BadStarts.AppWithoutSecretBean.class, BadStarts.hooks()),
                        Shop.WITHOUT_SECURITY,
                        "keywright.secrets.shop-webhook=${SHOP_SECRET}")
                .close());
        assertThat(new KeywrightFailureAnalyzer().analyze(failure).getDescription())
                .contains("${SHOP_SECRET}");
    }

    @Test
    void a_missing_token_service_is_told_by_its_property() {
        Throwable failure = refusal(
                () -> Shop.start(List.of(BadStarts.App.class, BadStarts.AsksForTokens.class), Shop.WITHOUT_SECURITY)
                        .close());
        assertThat(new KeywrightFailureAnalyzer().analyze(failure).getAction()).contains("keywright.tokens.prefix");
    }

    @Test
    void a_handler_adapter_before_ours_refuses_the_start() {
        assertThat(problemsOf(BadStarts.App.class, BadStarts.EarlyAdapter.class))
                .contains("HandlerAdapter");
    }

    @Test
    void a_broken_key_file_refuses_the_start(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("keys.json"), "{ \"keys\": [ oops-secret-digest");
        Throwable failure = refusal(() -> Shop.start(
                        List.of(BadStarts.AppWithoutStore.class),
                        Shop.WITHOUT_SECURITY,
                        "keywright.api-keys.file=" + file)
                .close());
        assertThat(new KeywrightFailureAnalyzer().analyze(failure).getDescription())
                .contains("keywright.api-keys.file")
                .contains("keys.json")
                .doesNotContain("oops-secret-digest");
    }

    @Test
    void a_wrong_property_refuses_the_start() {
        Throwable failure = refusal(() -> Shop.start(
                        List.of(BadStarts.App.class), Shop.WITHOUT_SECURITY, "keywright.trusted-proxies=10.0.0.0/99")
                .close());
        assertThat(new KeywrightFailureAnalyzer().analyze(failure).getDescription())
                .contains("10.0.0.0/99");
    }

    @Test
    void a_secret_comes_from_the_environment_by_its_property() {
        try (Shop shop = Shop.start(
                List.of(BadStarts.AppWithoutSecretBean.class, BadStarts.hooks()),
                Shop.WITHOUT_SECURITY,
                "keywright.secrets.shop-webhook=" + ShopApplication.WEBHOOK_SECRET)) {
            assertThat(shop.context().isRunning()).isTrue();
        }
    }

    @Test
    void handlers_without_annotation_are_listed(CapturedOutput output) {
        try (Shop shop = Shop.start()) {
            assertThat(shop.context().isRunning()).isTrue();
        }
        assertThat(output.toString())
                .contains("One handler has no Keywright annotation")
                .contains("OrderController#bare")
                .doesNotContain("OrderController#health")
                .doesNotContain("BasicErrorController");
    }

    @ParameterizedTest
    @CsvSource({
        "server.forward-headers-strategy=native,true",
        "spring.main.cloud-platform=kubernetes,true",
        "server.forward-headers-strategy=framework,false",
        "server.port=0,false"
    })
    void a_server_that_believes_forwarding_headers_is_told_of(String property, boolean told, CapturedOutput output) {
        try (Shop shop = Shop.start(property)) {
            assertThat(shop.context().isRunning()).isTrue();
        }
        assertThat(output.toString().contains("keywright.trusted-proxies")).isEqualTo(told);
    }

    /** Why that is told: the container has replaced the address before any filter runs. */
    @Test
    void a_native_strategy_lets_a_private_address_pass_for_another(CapturedOutput output) throws IOException {
        try (Shop shop = Shop.start("server.forward-headers-strategy=native")) {
            NewApiKey key = ApiKeys.create("shop", "alice")
                    .with(record -> record.scopes("orders:read").networks("192.0.2.0/24"));
            shop.context().getBean(MemoryKeyStore.class).put(key.record());
            assertThat(shop.get("/orders", "X-API-Key: " + key.key()).status()).isEqualTo(401);
            assertThat(shop.get(
                                    "/orders",
                                    "X-API-Key: " + key.key(),
                                    "X-Forwarded-For: 192.0.2.1",
                                    "X-Forwarded-Proto: https")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(output).contains("the networks of keys");
    }

    @Test
    void handlers_without_annotation_are_refused_where_that_is_set() throws IOException {
        try (Shop shop = Shop.start("keywright.unannotated=DENY")) {
            assertThat(shop.get("/bare").status()).isEqualTo(403);
            assertThat(shop.get("/health").status()).isEqualTo(200);
            assertThat(shop.get("/nowhere").status()).isEqualTo(404);
            assertThat(shop.get("/orders", "X-API-Key: " + shop.key("orders:read"))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void some_handlers_without_annotation_can_be_left_open() throws IOException {
        try (Shop shop =
                Shop.start("keywright.unannotated=DENY", "keywright.unannotated-allowed=shop.OrderController#ba")) {
            assertThat(shop.get("/bare").status()).isEqualTo(200);
        }
    }

    @Test
    void a_misspelt_property_is_told_of_and_a_right_one_is_not(CapturedOutput output) {
        try (Shop shop = Shop.start(
                "keywright.unanotated=DENY",
                "keywright.tokens.prefx=shop",
                "keywright.trustedProxies[0]=192.0.2.0/24",
                "keywright.request_id_header=X-Id",
                "keywright.tokens.prefix=shop",
                "keywright.secrets.any.name=text")) {
            assertThat(shop.context().isRunning()).isTrue();
        }
        assertThat(output.toString().lines().filter(line -> line.contains("is no property of Keywright")))
                .hasSize(2)
                .anyMatch(line -> line.contains("keywright.unanotated is"))
                .anyMatch(line -> line.contains("keywright.tokens.prefx is"));
    }

    @Test
    void test_credentials_are_found_by_no_scan_for_components() {
        assertThat(new ClassPathScanningCandidateComponentProvider(true)
                        .findCandidateComponents("dev.keywright.adapters.spring.test"))
                .isEmpty();
    }

    @Test
    void a_reactive_application_with_annotated_handlers_refuses_to_start() {
        new ReactiveWebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(KeywrightReactiveAutoConfiguration.class))
                .withBean("keyStore", MemoryKeyStore.class)
                .withUserConfiguration(BadStarts.hooks())
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(SpringStartRefusedException.class)
                        .hasMessageContaining("WebFlux"));
    }

    @Test
    void a_reactive_application_whose_annotation_stands_on_the_class_refuses_to_start() {
        new ReactiveWebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(KeywrightReactiveAutoConfiguration.class))
                .withUserConfiguration(BadStarts.wholeClass())
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(SpringStartRefusedException.class)
                        .hasMessageContaining("WholeClass"));
    }

    @Test
    void a_reactive_application_without_any_starts() {
        new ReactiveWebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(KeywrightReactiveAutoConfiguration.class))
                .run(context -> assertThat(context).hasNotFailed());
    }

    private static final String WITHOUT_SERVLET_PART =
            Shop.WITHOUT_SECURITY + "," + KeywrightServletAutoConfiguration.class.getName();

    @Test
    void a_server_whose_application_excludes_the_auto_configuration_refuses_to_start() {
        assertThatThrownBy(() -> Shop.start(List.of(ShopApplication.class), WITHOUT_SERVLET_PART))
                .isInstanceOf(SpringStartRefusedException.class)
                .hasMessageContaining("shop.OrderController#list")
                .hasMessageContaining("auto-configuration does not run");
    }

    @Test
    void without_annotated_handlers_or_without_a_server_it_may_be_excluded() {
        Shop.start(List.of(NoHandlers.class), WITHOUT_SERVLET_PART).close();
        Shop.start(List.of(ShopApplication.class), WITHOUT_SERVLET_PART, "spring.main.web-application-type=none")
                .close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class NoHandlers {

        @Bean
        MemoryKeyStore keys() {
            return new MemoryKeyStore();
        }
    }
}
