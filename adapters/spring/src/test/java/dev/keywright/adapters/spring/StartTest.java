package dev.keywright.adapters.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.runtime.key.MemoryKeyStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
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
}
