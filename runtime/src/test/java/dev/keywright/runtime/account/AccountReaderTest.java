package dev.keywright.runtime.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.annotations.internal.grammar.AccountPath;
import dev.keywright.runtime.Exchange;
import java.net.InetAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AccountReaderTest {

    /** A request of which only the content type and the query are looked at. */
    private record Asked(List<String> types, @Nullable String query) implements Exchange {

        @Override
        public String method() {
            return "POST";
        }

        @Override
        public String rawPath() {
            return "/login";
        }

        @Override
        public @Nullable String rawQuery() {
            return query;
        }

        @Override
        public List<String> headers(String name) {
            return name.toLowerCase(Locale.ROOT).equals("content-type") ? types : List.of();
        }

        @Override
        public InetAddress peer() {
            return InetAddress.getLoopbackAddress();
        }

        @Override
        public boolean secure() {
            return true;
        }

        @Override
        public @Nullable String authority() {
            return null;
        }

        @Override
        public Body body() {
            throw new IllegalStateException("captured already");
        }
    }

    private static @Nullable String read(String path, String type, @Nullable String query, String body) {
        return read(path, List.of(type), query, body, StandardCharsets.UTF_8);
    }

    private static @Nullable String read(
            String path, List<String> types, @Nullable String query, String body, Charset charset) {
        return new AccountReader(AccountPath.parse(path)).read(new Asked(types, query), body.getBytes(charset));
    }

    private static @Nullable String json(String body) {
        return read("/user/email", "application/json", null, body);
    }

    private static @Nullable String form(String body) {
        return read("username", "application/x-www-form-urlencoded", null, body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "\"ada\"",
                "[]",
                "[{\"user\":{\"email\":\"ada\"}}]",
                "{}",
                "{\"user\":null}",
                "{\"user\":\"ada\"}",
                "{\"user\":[\"ada\"]}",
                "{\"user\":{}}",
                "{\"user\":{\"email\":null}}",
                "{\"user\":{\"email\":true}}",
                "{\"user\":{\"email\":1.5}}",
                "{\"user\":{\"email\":[\"ada\"]}}",
                "{\"user\":{\"email\":{\"x\":\"ada\"}}}",
                "{\"user\":{\"email\":\"ada\"}",
                "{\"user\":{\"email\":\"ada\"}}}",
                "{\"user\":{\"email\":\"ada\"}} x",
                "{\"user\":{\"email\":\"ada\"}}{\"user\":{\"email\":\"eve\"}}",
                "{\"user\":{\"email\":\"ada\"},}",
                "{\"user\":{\"email\":\"ada\"},\"user\":{\"email\":\"eve\"}}",
                "{\"user\":{\"email\":\"ada\",\"email\":\"eve\"}}",
                "{\"user\":{\"email\":\"ada\",\"em\\u0061il\":\"eve\"}}",
                "{\"user\":{\"email\":\"ada\",\"EMAIL\":\"eve\"}}",
                "{\"user\":{\"EMAIL\":\"eve\",\"email\":\"ada\"}}",
                "{\"User\":{\"email\":\"eve\"},\"user\":{\"email\":\"ada\"}}",
                "{\"user\":{\"email\":\"ada\"},\"x\":1,\"x\":2}",
                "{\"user\":{\"email\":\"ada\"},\"x\":{\"y\":1,\"y\":2}}",
                "{'user':{'email':'ada'}}",
                "{user:{email:\"ada\"}}",
                "/* */{\"user\":{\"email\":\"ada\"}}",
                "{\"user\":{\"email\":\"ada\"}} // x",
                "\uFEFF{\"user\":{\"email\":\"ada\"}}",
                "{\"email\":\"ada\"}",
                "{\"user/email\":\"ada\"}",
                "user=ada",
            })
    void aJsonBodyThatAnyoneCouldReadOtherwiseNamesNobody(String body) {
        assertThat(json(body)).isNull();
    }

    @Test
    void aJsonBodyNamesTheAccountAtThePointer() {
        assertThat(json("{\"user\":{\"email\":\"ada\"}}")).isEqualTo("ada");
        assertThat(json("{\"x\":{\"email\":\"eve\"},\"user\":{\"x\":[{\"email\":\"eve\"}],\"\\u0065mail\":\"ada\"},"
                        + "\"email\":\"eve\"}\n"))
                .isEqualTo("ada");
        assertThat(json("{\"user\":{\"email\":12345678901234567890}}")).isEqualTo("12345678901234567890");
        assertThat(read("/a~1b/m~0n", "application/json", null, "{\"a/b\":{\"m~n\":\"ada\"}}"))
                .isEqualTo("ada");
    }

    @Test
    void anotherEncodingOrTypeNamesNobody() {
        String body = "{\"user\":{\"email\":\"ada\"}}";
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16)) {
            assertThat(read("/user/email", List.of("application/json"), null, body, charset))
                    .isNull();
        }
        assertThat(read("/email", List.of("application/json"), null, "{\"email\":\"é\"}", StandardCharsets.ISO_8859_1))
                .isNull();
        for (List<String> types : List.of(
                List.<String>of(),
                List.of(""),
                List.of("text/plain"),
                List.of("application/json", "application/json"),
                List.of("application/json; charset=utf-16"),
                List.of("application/json; charset=iso-8859-1"),
                List.of("application/json; charset = utf-16"),
                List.of("application/x-www-form-urlencoded"))) {
            assertThat(read("/user/email", types, null, body, StandardCharsets.UTF_8))
                    .as("%s", types)
                    .isNull();
        }
        for (String type : List.of(
                "APPLICATION/JSON",
                "application/json;charset=UTF-8",
                "application/json; charset=\"utf-8\"",
                "application/vnd.shop+json")) {
            assertThat(read("/user/email", type, null, body)).as(type).isEqualTo("ada");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "username",
                "password=x",
                "username=ada&username=eve",
                "username=ada&user%6eame=eve",
                "username=ada&Username=eve",
                "Username=ada",
                "username=%",
                "username=%4",
                "username=%zz",
                "username=%ff",
                "username=%c3%28",
                "username=ada&x%=1",
                "username=ada&%ff=1",
                "username=é",
                "{\"username\":\"ada\"}",
            })
    void aFormThatAnyoneCouldReadOtherwiseNamesNobody(String body) {
        assertThat(form(body)).isNull();
    }

    @Test
    void aFormNamesTheAccountInItsField() {
        assertThat(form("username=ada&password=x%zz")).isEqualTo("ada");
        assertThat(form("x=1&user%6Eame=a%64a%40shop.example+x")).isEqualTo("ada@shop.example x");
        assertThat(form("username=%C3%A9")).isEqualTo("é");
        assertThat(form("username=")).isEmpty();
        assertThat(form("username=a%3D=b")).isEqualTo("a==b");
    }

    @Test
    void aFieldInTheQueryWouldComeFirstSoItIsRefused() {
        String form = "application/x-www-form-urlencoded";
        assertThat(read("username", form, "username=eve", "username=ada")).isNull();
        assertThat(read("username", form, "x=1&USERNAME=eve", "username=ada")).isNull();
        assertThat(read("username", form, "user%6eame", "username=ada")).isNull();
        assertThat(read("username", form, "username=ada", "password=x")).isNull();
        assertThat(read("username", form, "next=/orders&x=%", "username=ada")).isEqualTo("ada");
        assertThat(read("username", "application/json", null, "{\"username\":\"ada\"}"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "ada@shop.example, ' ADA@Shop.Example\t'",
        "ada@shop.example, ａｄａ@shop.example",
        "ada@shop.example, a\u00ADda@shop.example",
        "ada@shop.example, a\u200Bda@shop.example",
        "strasse, STRAßE",
        "bob, BØb",
        "lodz, ŁÓDŹ",
        "caesar, Cæsar",
        "ada, a\u3164da",
        "jose, josé",
        "jose, jose\u0301",
        "file, ﬁle",
        "12345, 0012345",
        "12345, +12345",
        "0, 000",
        "k, \u212A",
        "istanbul, İstanbul",
    })
    void spellingsOfOneAccountCountTogether(String one, String other) {
        assertThat(AccountNames.normalize(other)).isEqualTo(AccountNames.normalize(one));
    }

    @Test
    void whatNamesNobodyHasNoName() {
        assertThat(AccountNames.normalize("")).isNull();
        assertThat(AccountNames.normalize(" \t\n")).isNull();
        assertThat(AccountNames.normalize("\u200B\u00AD")).isNull();
        assertThat(AccountNames.normalize("a".repeat(257))).isNull();
        assertThat(AccountNames.normalize("a".repeat(256))).hasSize(256);
        assertThat(AccountNames.normalize("ada")).isNotEqualTo(AccountNames.normalize("eve"));
    }

    @Test
    void noMangledBodyEscapesAsAnException() {
        Random random = new Random(20261123);
        String[] seeds = {
            "{\"user\":{\"email\":\"ada\",\"x\":[1,{\"y\":null}]},\"z\":1.5e3}", "username=ada&password=%41+b&x=1"
        };
        byte[][] bodies = {
            seeds[0].getBytes(StandardCharsets.UTF_8), seeds[1].getBytes(StandardCharsets.UTF_8),
        };
        int named = 0;
        for (int i = 0; i < 100_000; i++) {
            int kind = random.nextInt(2);
            byte[] body = bodies[kind].clone();
            for (int edits = random.nextInt(4); edits > 0; edits--) {
                int at = random.nextInt(body.length);
                if (random.nextInt(3) == 0) {
                    int from = random.nextInt(body.length);
                    int count = Math.min(body.length - from, body.length - at);
                    System.arraycopy(body, from, body, at, random.nextInt(count));
                } else {
                    body[at] = (byte) random.nextInt(256);
                }
            }
            AccountReader reader = new AccountReader(AccountPath.parse(kind == 0 ? "/user/email" : "username"));
            String type = kind == 0 ? "application/json" : "application/x-www-form-urlencoded";
            String account = reader.read(new Asked(List.of(type), "a=b"), body);
            if (account != null) {
                named++;
                AccountNames.normalize(account);
            }
        }
        assertThat(named).isBetween(10_000, 90_000);
    }

    @Test
    void deepNestingIsRefusedWithoutHarm() {
        String deep = "{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + ",\"user\":{\"email\":\"ada\"}}";
        assertThat(json(deep)).isNull();
    }
}
