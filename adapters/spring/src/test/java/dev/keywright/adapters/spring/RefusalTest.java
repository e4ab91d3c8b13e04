package dev.keywright.adapters.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.adapters.spring.Shop.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shop.Visits;

/** The decision falls before anything parses the body. */
class RefusalTest {

    private static final String BAD_KEY = "X-API-Key: shop_000000000000_bad";

    @TempDir
    static Path uploads;

    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = Shop.start(
                "spring.servlet.multipart.location=" + uploads,
                "spring.servlet.multipart.file-size-threshold=0",
                "spring.mvc.formcontent.filter.enabled=true");
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @BeforeEach
    void forget() {
        Visits.RUN.clear();
    }

    @Test
    void a_request_without_a_key_is_refused_as_a_problem() throws IOException {
        Answer answer = shop.get("/orders");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("WWW-Authenticate")).contains("ApiKey");
        assertThat(answer.header("X-Request-Id")).isNotEmpty();
        assertThat(answer.body()).contains("\"status\":401");
        assertThat(Visits.RUN).isEmpty();
    }

    @Test
    void malformed_json_with_a_bad_key_is_401_not_400() throws IOException {
        assertThat(shop.post("/orders", "application/json", "{\"item\": ", BAD_KEY)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void malformed_json_with_a_good_key_is_400() throws IOException {
        Answer answer =
                shop.post("/orders", "application/json", "{\"item\": ", "X-API-Key: " + shop.key("orders:write"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(Visits.RUN).isEmpty();
    }

    @Test
    void an_unsupported_content_type_tells_a_stranger_nothing_of_the_handler() throws IOException {
        assertThat(shop.post("/orders", "application/json", "{}", BAD_KEY, "Accept: image/png")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_multipart_upload_with_a_bad_key_is_refused_before_a_part_is_stored() throws IOException {
        // Only the first part is ever sent: whoever waited for the rest, to parse it, would not answer.
        String part =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n" + "x".repeat(4096);
        String head = "POST /upload HTTP/1.1\r\nHost: 127.0.0.1\r\n" + BAD_KEY
                + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000000\r\n\r\n";
        Answer answer = shop.raw((head + part).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Connection")).isEqualTo("close");
        try (Stream<Path> stored = Files.list(uploads)) {
            assertThat(stored).isEmpty();
        }
        assertThat(Visits.RUN).isEmpty();
    }

    @Test
    void an_upload_that_a_filter_sends_elsewhere_is_refused_before_a_part_is_stored() throws IOException {
        String part =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n" + "x".repeat(4096);
        String head = "POST /elsewhere HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Rewrite: /upload\r\n" + BAD_KEY
                + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000000\r\n\r\n";
        assertThat(shop.raw((head + part).getBytes(StandardCharsets.ISO_8859_1)).status())
                .isEqualTo(401);
        try (Stream<Path> stored = Files.list(uploads)) {
            assertThat(stored).isEmpty();
        }
    }

    @Test
    void a_multipart_upload_with_a_good_key_arrives() throws IOException {
        String body =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nhello\r\n--b--\r\n";
        Answer answer = shop.post("/upload", "multipart/form-data; boundary=b", body, "X-API-Key: " + shop.key());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("a.txt 5");
    }

    @Test
    void a_form_with_a_bad_key_is_refused_before_it_is_read() throws IOException {
        String head = "POST /form HTTP/1.1\r\nHost: 127.0.0.1\r\n" + BAD_KEY
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\na=";
        assertThat(shop.raw(head.getBytes(StandardCharsets.ISO_8859_1)).status())
                .isEqualTo(401);
    }

    @Test
    void a_form_with_a_good_key_arrives() throws IOException {
        Answer answer =
                shop.post("/form?q=1", "application/x-www-form-urlencoded", "a=x%20y", "X-API-Key: " + shop.key());
        assertThat(answer.body()).isEqualTo("{q=1, a=x y}");
    }

    @Test
    void a_key_without_the_scope_is_403() throws IOException {
        Answer answer = shop.get("/orders", "X-API-Key: " + shop.key("orders:write"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(Visits.RUN).isEmpty();
    }

    @Test
    void a_good_key_reaches_the_handler_with_its_caller() throws IOException {
        Answer answer = shop.get("/orders", "X-API-Key: " + shop.key("orders:read"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("orders of alice");
    }

    @Test
    void the_authorization_header_carries_a_key_too() throws IOException {
        assertThat(shop.get("/orders", "Authorization: ApiKey " + shop.key("orders:read"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_duplicate_credential_header_is_refused() throws IOException {
        String key = "X-API-Key: " + shop.key("orders:read");
        assertThat(shop.get("/orders", key, key).status()).isEqualTo(401);
    }

    @Test
    void bytes_outside_ascii_in_the_credential_are_refused() throws IOException {
        assertThat(shop.get("/orders", "X-API-Key: sh\u00f6p_\u00ff\u0080").status())
                .isEqualTo(401);
    }

    @Test
    void head_is_guarded_as_get_and_answered_without_a_body() throws IOException {
        Answer refused = shop.send("HEAD", "/orders", "");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body()).isEmpty();
        assertThat(Integer.parseInt(refused.header("Content-Length"))).isPositive();
        assertThat(shop.send("HEAD", "/orders", "", "X-API-Key: " + shop.key("orders:read"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_body_over_the_limit_is_413() throws IOException {
        String key = "X-API-Key: " + shop.key();
        assertThat(shop.post("/small", "text/plain", "x".repeat(1025), key).status())
                .isEqualTo(413);
        assertThat(Visits.RUN).isEmpty();
        assertThat(shop.post("/small", "text/plain", "x".repeat(1024), key).body())
                .hasSize(1024);
    }

    @Test
    void a_chunked_body_over_the_limit_is_413() throws IOException {
        String request = "POST /small HTTP/1.1\r\nHost: 127.0.0.1\r\nX-API-Key: " + shop.key()
                + "\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n800\r\n" + "x".repeat(0x800)
                + "\r\n";
        assertThat(shop.raw(request.getBytes(StandardCharsets.ISO_8859_1)).status())
                .isEqualTo(413);
    }

    @Test
    void over_the_limit_is_429_with_retry_after() throws IOException {
        String key = "X-API-Key: " + shop.key();
        Answer first = shop.get("/limited", key);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("RateLimit-Policy")).isNotEmpty();
        assertThat(shop.get("/limited", key).status()).isEqualTo(200);
        Answer third = shop.get("/limited", key);
        assertThat(third.status()).isEqualTo(429);
        assertThat(Integer.parseInt(third.header("Retry-After"))).isBetween(1, 60);
        assertThat(shop.get("/limited", "X-API-Key: " + shop.key()).status()).isEqualTo(200);
    }

    @Test
    void an_async_handler_runs_with_its_caller() throws IOException {
        Answer answer = shop.get("/slow", "X-API-Key: " + shop.key());
        assertThat(answer.body()).isEqualTo("slow alice");
        assertThat(Visits.RUN).containsExactly("slow");
    }

    @Test
    void without_spring_security_the_callers_principal_is_the_caller() throws IOException {
        assertThat(shop.get("/principal", "X-API-Key: " + shop.key()).body()).isEqualTo("Caller alice null");
    }

    @Test
    void a_preflight_request_is_answered_by_cors_without_a_key() throws IOException {
        Answer answer = shop.send(
                "OPTIONS",
                "/orders",
                "",
                "Origin: https://shop.example",
                "Access-Control-Request-Method: GET",
                "Access-Control-Request-Headers: X-API-Key");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://shop.example");
        assertThat(Visits.RUN).isEmpty();
    }

    @Test
    void a_preflight_request_never_reaches_a_handler_without_cors() throws IOException {
        Answer answer = shop.send(
                "OPTIONS", "/limited", "", "Origin: https://evil.example", "Access-Control-Request-Method: GET");
        // Spring 6 says 403, Spring 7 an empty 200; browsers take both for a no.
        assertThat(answer.status()).isIn(200, 403);
        assertThat(answer.headers()).doesNotContainKey("access-control-allow-origin");
        assertThat(Visits.RUN).isEmpty();
    }

    @Test
    void options_says_which_methods_there_are() throws IOException {
        Answer answer = shop.send("OPTIONS", "/limited", "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Allow")).contains("GET");
        assertThat(Visits.RUN).isEmpty();
    }

    @Test
    void encoded_and_decorated_paths_to_a_guarded_handler_are_guarded_or_not_found() throws IOException {
        for (String path : new String[] {
            "/orders;x=1",
            "/%6frders",
            "/orders/",
            "//orders",
            "/./orders",
            "/x/../orders",
            "/orders%2f",
            "/Orders",
            "/orders."
        }) {
            assertThat(shop.get(path).status()).as(path).isIn(400, 401, 404);
        }
        assertThat(Visits.RUN).isEmpty();
    }

    @Test
    void public_and_bare_handlers_are_open() throws IOException {
        assertThat(shop.get("/health").body()).isEqualTo("up");
        assertThat(shop.get("/bare").status()).isEqualTo(200);
    }

    @Test
    void forwarding_headers_from_loopback_end_its_exemption_from_tls() throws IOException {
        assertThat(shop.get("/orders", "X-API-Key: " + shop.key("orders:read"), "X-Forwarded-For: 203.0.113.7")
                        .status())
                .isEqualTo(403);
    }
}
