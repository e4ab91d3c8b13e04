package dev.keywright.adapters.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.runtime.Admitted;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.Outcome;
import java.io.IOException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;
import shop.ProbeController;

/** A body that was captured for its signature reaches the handler in every form; every admission learns how it ended. */
class BodyReplayTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data; boundary=\"b\"";

    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = Shop.start("keywright.hide-credentials=true");
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void a_signed_json_body_arrives_and_a_changed_one_does_not() throws IOException {
        assertThat(shop.postSigned("/hooks", "application/json", "{\"a\":1}").body())
                .isEqualTo("shop-webhook sent {\"a\":1}");
        String[] signature = shop.signature("POST", "/hooks", "application/json", "{\"a\":1}").entrySet().stream()
                .map(e -> e.getKey() + ": " + e.getValue())
                .toArray(String[]::new);
        assertThat(shop.post("/hooks", "application/json", "{\"a\":2}", signature)
                        .status())
                .isEqualTo(401);
        assertThat(shop.post("/hooks", "application/json", "{\"a\":1}", signature)
                        .status())
                .isEqualTo(200);
        assertThat(shop.post("/hooks", "application/json", "{\"a\":1}", signature)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_signed_form_gives_parameters_of_query_and_body() throws IOException {
        assertThat(shop.postSigned("/hooks/form?q=%C3%BC&a=0", FORM, "a=1+%2B&a=2")
                        .body())
                .isEqualTo("0,1 +,2|\u00c3\u00bc|0,1 +,2");
    }

    @Test
    void a_signed_body_can_be_read_by_hand() throws IOException {
        assertThat(shop.postSigned("/hooks/raw", "text/plain", "line").body()).isEqualTo("line");
    }

    @Test
    void a_signed_multipart_upload_arrives() throws IOException {
        String body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a;\\\"b.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\nhel\r\nlo\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nkeep\r\n--b--\r\n";
        assertThat(shop.postSigned("/hooks/upload", MULTIPART, body).body())
                .isEqualTo("a;\"b.txt|text/plain|hel\r\nlo|keep");
    }

    @ParameterizedTest
    @CsvSource({
        "/probe/status?status=200, SUCCEEDED",
        "/probe/status?status=401, REFUSED",
        "/probe/status?status=403, REFUSED",
        "/probe/status?status=404, FAILED",
        "/probe/throw, FAILED",
        "/probe/async?status=200, SUCCEEDED",
        "/probe/async?status=403, REFUSED",
        "/probe/async-throw, FAILED"
    })
    void an_admission_is_told_how_its_handler_ended(String path, Outcome outcome) throws IOException {
        Admitted admission = Mockito.mock(Admitted.class);
        ProbeController.next = admission;
        shop.get(path);
        Mockito.verify(admission, Mockito.timeout(5000).atLeastOnce()).completed(outcome);
        for (Outcome other : Outcome.values()) {
            if (other != outcome) {
                Mockito.verify(admission, Mockito.never()).completed(other);
            }
        }
    }

    @Test
    void the_handler_does_not_see_a_credential_that_is_hidden() throws IOException {
        assertThat(shop.get("/principal", "Authorization: ApiKey " + shop.key()).body())
                .isEqualTo("Caller alice null");
    }

    @Test
    void captured_bytes_are_given_back() throws IOException {
        shop.postSigned("/hooks", "application/json", "{}");
        Keywright keywright = shop.context().getBean(Keywright.class);
        // The client has its answer a moment before the server is done with the request.
        Awaitility.await().until(() -> keywright.bodyBudget().heldBytes() == 0);
    }
}
