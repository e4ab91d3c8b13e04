package dev.keywright.adapters.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.adapters.spring.Shop.Answer;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.Visits;

/** No way leads around a guard. */
class SecondDoorTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = Shop.start("spring.mvc.hiddenmethod.filter.enabled=true");
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @BeforeEach
    void forget() {
        Visits.RUN.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/side/forward", "/side/view", "/side/async", "/side/error"})
    void an_open_handler_that_leads_to_a_guarded_one_is_refused(String path) throws IOException {
        Answer answer = shop.get(path);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("\"status\":401");
        assertThat(Visits.RUN).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/side/forward", "/side/view", "/side/async", "/side/error"})
    void a_request_that_could_have_entered_itself_is_led_through(String path) throws IOException {
        Answer answer = shop.get(path, "X-API-Key: " + shop.key("orders:read"));
        assertThat(answer.body()).isEqualTo("orders of alice");
        assertThat(Visits.RUN).containsExactly("list");
    }

    @Test
    void a_key_without_the_scope_is_not_led_through() throws IOException {
        assertThat(shop.get("/side/forward", "X-API-Key: " + shop.key("orders:write"))
                        .status())
                .isEqualTo(403);
        assertThat(Visits.RUN).isEmpty();
    }

    @Test
    void a_guarded_handler_is_not_included() throws IOException {
        assertThat(shop.get("/side/include").body()).isEqualTo("before;;after");
        assertThat(Visits.RUN).isEmpty();
        assertThat(shop.get("/side/include", "X-API-Key: " + shop.key("orders:read"))
                        .body())
                .isEqualTo("before;orders of alice;after");
    }

    @Test
    void a_method_override_meets_the_guard_of_the_method_it_names() throws IOException {
        assertThat(shop.post("/side/method", FORM, "_method=DELETE").status()).isEqualTo(401);
        assertThat(Visits.RUN).isEmpty();
        assertThat(shop.post("/side/method", FORM, "_method=DELETE", "X-API-Key: " + shop.key())
                        .body())
                .isEqualTo("deleted");
    }

    @Test
    void a_mapping_chosen_by_a_form_field_meets_its_guard() throws IOException {
        assertThat(shop.post("/side/action", FORM, "action=purge").status()).isEqualTo(401);
        assertThat(Visits.RUN).isEmpty();
        assertThat(shop.post("/side/action", FORM, "action=purge", "X-API-Key: " + shop.key())
                        .body())
                .isEqualTo("purged");
        assertThat(shop.post("/side/action", FORM, "action=other").body()).isEqualTo("open");
    }

    @Test
    void a_mapping_chosen_by_a_query_field_meets_its_guard() throws IOException {
        assertThat(shop.post("/side/action?action=purge", FORM, "a=b").status()).isEqualTo(401);
        assertThat(Visits.RUN).isEmpty();
    }

    @Test
    void a_signed_handler_reached_after_the_body_was_parsed_stays_closed() throws IOException {
        Answer unsigned = shop.post("/hooks/override", FORM, "_method=DELETE");
        assertThat(unsigned.status()).isEqualTo(401);
        Answer signed = shop.postSigned("/hooks/override", FORM, "_method=DELETE");
        assertThat(signed.status()).isEqualTo(400);
        assertThat(Visits.RUN).isEmpty();
    }

    @Test
    void a_forward_to_a_signed_handler_needs_a_signature_of_the_request_as_sent() throws IOException {
        assertThat(shop.post("/side/hook", "application/json", "{}").status()).isEqualTo(401);
        assertThat(Visits.RUN).isEmpty();
        assertThat(shop.postSigned("/side/hook", "application/json", "{}").body())
                .isEqualTo("shop-webhook sent {}");
    }
}
