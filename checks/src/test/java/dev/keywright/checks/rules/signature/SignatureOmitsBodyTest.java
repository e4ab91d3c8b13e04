package dev.keywright.checks.rules.signature;

import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.api.Test;

class SignatureOmitsBodyTest {

    private static final String IMPORTS = """
            import java.security.MessageDigest;
            import java.util.Base64;
            import javax.crypto.Mac;
            import javax.crypto.spec.SecretKeySpec;
            import jakarta.servlet.http.HttpServletRequest;
            import org.springframework.web.bind.annotation.*;
            import com.fasterxml.jackson.databind.ObjectMapper;
            """;
    private static final String HELPERS = """
                byte[] key;
                ObjectMapper mapper;
                byte[] mac(String text) throws Exception {
                    Mac mac = Mac.getInstance("HmacSHA256");
                    mac.init(new SecretKeySpec(key, "HmacSHA256"));
                    return mac.doFinal(text.getBytes());
                }
                String encoded(String first, String second) throws Exception {
                    return Base64.getEncoder().encodeToString(mac(first + second));
                }
            """;

    private final RuleTester tester = RuleTester.of(SignatureOmitsBody.class);

    @Test
    void signaturesOverTheBodyAreSilent() {
        tester.checkMembers(IMPORTS, HELPERS + """
                boolean direct(@RequestBody String body, @RequestHeader("X-Signature") String signature) throws Exception {
                    return MessageDigest.isEqual(mac(body), Base64.getDecoder().decode(signature));
                }
                boolean withTime(@RequestBody String payload, @RequestHeader("X-Sig") String given, long ts) throws Exception {
                    String expected = encoded(ts + ".", payload);
                    return MessageDigest.isEqual(expected.getBytes(), given.getBytes());
                }
                boolean updated(HttpServletRequest request) throws Exception {
                    byte[] body = request.getInputStream().readAllBytes();
                    Mac mac = Mac.getInstance("HmacSHA256");
                    mac.init(new SecretKeySpec(key, "HmacSHA256"));
                    mac.update(request.getMethod().getBytes());
                    mac.update(body);
                    return MessageDigest.isEqual(mac.doFinal(), request.getHeader("X-Signature").getBytes());
                }
                """);
    }

    @Test
    void signaturesOfWhatHasNoBodyAreSilent() {
        tester.checkMembers(IMPORTS, HELPERS + """
                @GetMapping("/download")
                boolean download(HttpServletRequest request) throws Exception {
                    return MessageDigest.isEqual(mac(request.getRequestURI()), request.getHeader("X-Signature").getBytes());
                }
                boolean link(HttpServletRequest request) throws Exception {
                    String expected = encoded(request.getRequestURI(), request.getParameter("expires"));
                    return MessageDigest.isEqual(expected.getBytes(), request.getParameter("signature").getBytes());
                }
                boolean cookie(String user, String cookieValue) throws Exception {
                    return MessageDigest.isEqual(mac(user), cookieValue.getBytes());
                }
                """);
    }

    @Test
    void aBodyThatIsAtHandMustBeCovered() {
        tester.checkMembers(IMPORTS, HELPERS + """
                boolean path(@RequestBody String body, @RequestHeader("X-Signature") String signature,
                        @RequestHeader("X-Timestamp") String timestamp) throws Exception {
                    byte[] expected = mac(timestamp + "/orders"); // BUG: SignatureOmitsBody
                    return MessageDigest.isEqual(expected, Base64.getDecoder().decode(signature));
                }
                boolean second(@RequestBody byte[] payload, @RequestHeader("X-Signature") String signature) throws Exception {
                    String expected = encoded("POST", "/orders"); // BUG: SignatureOmitsBody
                    return MessageDigest.isEqual(expected.getBytes(), signature.getBytes());
                }
                """);
    }

    @Test
    void aFilterThatSignsTheRequestLineOnlyIsFlagged() {
        tester.checkMembers(IMPORTS, HELPERS + """
                boolean preHandle(HttpServletRequest request) throws Exception {
                    String date = request.getHeader("X-Date");
                    String text = request.getMethod() + "\\n" + request.getRequestURI() + "\\n" + date;
                    String expected = Base64.getEncoder().encodeToString(mac(text)); // BUG: SignatureOmitsBody
                    return MessageDigest.isEqual(expected.getBytes(), request.getHeader("X-Signature").getBytes());
                }
                """);
    }

    @Test
    void aBodyWrittenAgainIsNotTheBody() {
        tester.checkMembers(IMPORTS, HELPERS + """
                boolean again(@RequestBody Object order, @RequestHeader("X-Signature") String signature) throws Exception {
                    String body = mapper.writeValueAsString(order);
                    byte[] expected = mac(body); // BUG: SignatureOmitsBody
                    return MessageDigest.isEqual(expected, Base64.getDecoder().decode(signature));
                }
                """);
    }

    @Test
    void bodiesOfOtherFrameworksAreBodies() {
        tester.checkMembers(IMPORTS + "import io.vertx.ext.web.RoutingContext;\n", HELPERS + """
                boolean headersOnly(RoutingContext ctx) throws Exception {
                    byte[] expected = mac(ctx.request().getHeader("webhook-timestamp")); // BUG: SignatureOmitsBody
                    Object order = ctx.getBodyAsJson();
                    return MessageDigest.isEqual(expected, ctx.request().getHeader("X-Signature").getBytes());
                }
                boolean raw(RoutingContext ctx) throws Exception {
                    byte[] expected = mac(ctx.getBodyAsString());
                    return MessageDigest.isEqual(expected, ctx.request().getHeader("X-Signature").getBytes());
                }
                boolean again(RoutingContext ctx) throws Exception {
                    byte[] expected = mac(ctx.getBodyAsJson().encode()); // BUG: SignatureOmitsBody
                    return MessageDigest.isEqual(expected, ctx.request().getHeader("X-Signature").getBytes());
                }
                """);
    }

    /** A body that another object keeps is not followed. */
    @Test
    void knownLimits() {
        tester.checkMembers(IMPORTS, HELPERS + """
                String kept;
                boolean viaField(@RequestHeader("X-Signature") String signature) throws Exception {
                    return MessageDigest.isEqual(mac("/orders"), signature.getBytes());
                }
                """);
    }

    @Test
    void whatAnExchangeIsAnsweredIsNotWhatItSent() {
        String members = """
                void handle(Context context) throws Exception {
                    byte[] given = Base64.getDecoder().decode(context.header("X-Signature"));
                    String body = context.body();
                    %s
                    if (!MessageDigest.isEqual(own, given)) {
                        context.status(401);
                        return;
                    }
                    context.result(body.trim());
                }
                """;
        tester.checkMembers(
                IMPORTS + "import io.javalin.http.Context;",
                HELPERS + members.formatted("byte[] own = mac(context.header(\"X-Time\") + body);"));
        tester.checkMembers(
                IMPORTS + "import io.javalin.http.Context;",
                HELPERS
                        + members.formatted(
                                "byte[] own = mac(context.header(\"X-Time\")); // BUG: SignatureOmitsBody"));
    }

    @Test
    void aTreeOfTheBodyThatIsWrittenAgainIsFlagged() {
        tester.checkMembers(IMPORTS + "import com.fasterxml.jackson.databind.JsonNode;\n", HELPERS + """
                boolean both(@RequestBody String body, @RequestHeader("X-Signature") String signature) throws Exception {
                    JsonNode tree = mapper.readTree(body);
                    return tree.has("id") && MessageDigest.isEqual(mac(body), signature.getBytes());
                }
                boolean again(@RequestBody String body, @RequestHeader("X-Signature") String signature) throws Exception {
                    JsonNode tree = mapper.readTree(body);
                    return MessageDigest.isEqual(mac(tree.toString()), signature.getBytes()); // BUG: SignatureOmitsBody
                }
                """);
    }
}
