package dev.keywright.adapters.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartBodyTest {

    private static final String TYPE = "multipart/form-data; boundary=b";

    private static List<Part> parse(String body) throws IOException {
        return MultipartBody.parse(body.getBytes(StandardCharsets.UTF_8), TYPE, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--b",
                "--b\r\n",
                "--bx\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--b--",
                "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx",
                "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--c--",
                "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--",
                "--b\r\n\r\nx\r\n--b--",
                "--b\r\nContent-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b\r\n\r\nx\r\n--b--"
            })
    void a_malformed_body_is_refused(String body) {
        assertThatThrownBy(() -> parse(body)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\""})
    void a_missing_boundary_is_refused(String type) {
        assertThatThrownBy(() -> MultipartBody.parse(new byte[0], type, StandardCharsets.UTF_8))
                .isInstanceOf(IOException.class);
    }

    @Test
    void more_than_a_thousand_parts_are_refused() {
        String part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n";
        assertThatThrownBy(() -> parse(part.repeat(1001) + "--b--")).hasMessageContaining("1000");
    }

    @Test
    void headers_without_end_are_refused() {
        assertThatThrownBy(() -> parse("--b\r\nX: " + "x".repeat(10_000) + "\r\n\r\n\r\n--b--"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void parts_come_with_name_file_type_and_bytes() throws IOException {
        List<Part> parts =
                parse("preamble\r\n--b \r\ncontent-disposition: form-data; name=\"f\"; filename=\"a\\\"b;c.txt\"\r\n"
                        + "Content-Type: text/plain\r\n\r\nline\r\n--other\r\n\r\n--b\r\n"
                        + "Content-Disposition: form-data; name=n\r\n\r\n\r\n--b--\r\nepilogue");
        assertThat(parts).hasSize(2);
        Part file = parts.get(0);
        assertThat(file.getName()).isEqualTo("f");
        assertThat(file.getSubmittedFileName()).isEqualTo("a\"b;c.txt");
        assertThat(file.getContentType()).isEqualTo("text/plain");
        assertThat(new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("line\r\n--other\r\n");
        assertThat(parts.get(1).getName()).isEqualTo("n");
        assertThat(parts.get(1).getSize()).isZero();
        assertThat(parts.get(1).getSubmittedFileName()).isNull();
    }

    @Test
    void a_part_is_not_written_to_a_relative_path() throws IOException {
        Part part = parse("--b\r\nContent-Disposition: form-data; name=n\r\n\r\nx\r\n--b--")
                .get(0);
        assertThatThrownBy(() -> part.write("x.txt")).isInstanceOf(IOException.class);
    }

    @Test
    void whatever_comes_it_is_parsed_or_refused() {
        byte[] seed =
                ("--b\r\nContent-Disposition: form-data; name=\"a\"; filename=\"f\"\r\nContent-Type: x\r\n\r\nbody\r\n"
                                + "--b\r\nContent-Disposition: form-data; name=\"c\"\r\n\r\nd\r\n--b--\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1);
        Random random = new Random(20261123);
        for (int round = 0; round < 20_000; round++) {
            byte[] body = seed.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                body[random.nextInt(body.length)] =
                        "\r\n-b:;\"= \\".getBytes(StandardCharsets.ISO_8859_1)[random.nextInt(10)];
            }
            try {
                for (Part part : MultipartBody.parse(body, TYPE, StandardCharsets.UTF_8)) {
                    assertThat(part.getSize()).isBetween(0L, (long) body.length);
                    part.getInputStream();
                }
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("multipart");
            }
        }
    }
}
