package dev.keywright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every endpoint is listed, whatever guards it. */
class EndpointIndexTest {

    private static final String INDEX = "META-INF/keywright/endpoints.json";

    @TempDir
    Path output;

    private TestCompiler.Result compile(TestCompiler compiler, String... sources) {
        List.of(sources).forEach(compiler::source);
        TestCompiler.Result result = compiler.compile();
        assertThat(result.success()).as(result.said()).isTrue();
        return result;
    }

    /** The listed endpoints as {@code method http paths access}, after the whole was read as JSON. */
    private static List<String> rows(TestCompiler.Result result) {
        String json = result.text(INDEX);
        Json.check(json);
        return json.lines()
                .filter(line -> line.startsWith("{\"type\""))
                .map(line -> line.replaceAll(
                        ".*\"method\":\"(\\w+)\".*\"http\":\\[(.*?)],\"paths\":\\[(.*?)],\"access\":\"(\\w+)\".*",
                        "$1 $2 $3 $4"))
                .map(line -> line.replace("\"", ""))
                .toList();
    }

    @Test
    void springControllersWithAndWithoutAnnotations() {
        TestCompiler.Result result = compile(TestCompiler.withAdapters(output), """
                package shop;
                import dev.keywright.annotations.*;
                import org.springframework.web.bind.annotation.*;
                import java.lang.annotation.*;
                interface Api { @GetMapping({"c", "/d"}) String fromInterface(); }
                @RestController @RequestMapping({"/api/", "v2"})
                class Orders implements Api {
                    @GetMapping @ApiKeyProtected String a() { return ""; }
                    @RequestMapping(path = "b", method = {RequestMethod.PUT, RequestMethod.PATCH}) String b() { return ""; }
                    public String fromInterface() { return ""; }
                    @RequestMapping("any") @PublicEndpoint(reason = "\\"quoted\\" \\\\ \\u00e9\\n") String e() { return ""; }
                    @Composed("f") String f() { return ""; }
                    String noEndpoint() { return ""; }
                }
                @Target(ElementType.METHOD) @Retention(RetentionPolicy.RUNTIME) @RequestMapping(method = RequestMethod.DELETE)
                @interface Composed { String[] value(); }
                class NoController implements Api { public String fromInterface() { return ""; } }
                """);
        assertThat(rows(result))
                .containsExactly(
                        "a GET /api,/v2 protected",
                        "b PUT,PATCH /api/b,/v2/b unprotected",
                        "e  /api/any,/v2/any public",
                        "f DELETE /api/f,/v2/f unprotected",
                        "fromInterface GET /api/c,/api/d,/v2/c,/v2/d unprotected");
        assertThat(result.text(INDEX)).contains("\\\"quoted\\\" \\\\ \\u00e9\\u000a");
    }

    @Test
    void servletsHandlersAndResources() {
        TestCompiler.Result result = compile(TestCompiler.withAdapters(output), """
                package a;
                import jakarta.servlet.annotation.*;
                import jakarta.servlet.http.*;
                @WebServlet(urlPatterns = "/files/*") class Files extends HttpServlet {
                    private static final long serialVersionUID = 1;
                    @Override protected void doGet(HttpServletRequest request, HttpServletResponse response) {}
                    @Override protected void doDelete(HttpServletRequest request, HttpServletResponse response) {}
                }
                """, """
                package b;
                import com.sun.net.httpserver.*;
                class Hello implements HttpHandler { public void handle(HttpExchange exchange) {} }
                """, """
                package c;
                import jakarta.ws.rs.*;
                @Path("items") class Items {
                    @GET @Path("{id}") public String find() { return ""; }
                    @DELETE public void clear() {}
                    @Path("sub") public Object locator() { return this; }
                }
                """);
        assertThat(rows(result))
                .containsExactly(
                        "doDelete DELETE /files/* unprotected",
                        "doGet GET /files/* unprotected",
                        "handle   unprotected",
                        "clear DELETE /items unprotected",
                        "find GET /items/{id} unprotected");
    }

    @Test
    void aModuleWithoutEndpointsGetsNoList() {
        TestCompiler.Result result = compile(TestCompiler.into(output), "package a; class A { void a() {} }");
        assertThat(result.wrote(INDEX)).isFalse();
    }

    @Test
    void aCompilationThatFailsLeavesTheListAsItWas() throws IOException {
        compile(TestCompiler.withAdapters(output), handler("A"));
        String before = Files.readString(output.resolve(INDEX));
        TestCompiler.Result failed = TestCompiler.withAdapters(output)
                .source(handler("B").replace("\"b:1\"", "\"B\""))
                .compile();
        assertThat(failed.success()).isFalse();
        assertThat(failed.text(INDEX)).isEqualTo(before);
    }

    @Test
    void aPartialCompilationKeepsWhatItDidNotSee() throws IOException {
        compile(TestCompiler.withAdapters(output), handler("A"), handler("B"), handler("C"));
        Files.delete(output.resolve("shop/C.class"));
        TestCompiler.Result result =
                compile(TestCompiler.into(output), handler("A").replace("\"a:1\"", "\"a:2\""));
        assertThat(result.text(INDEX)).contains("a:2", "b:1").doesNotContain("a:1", "c:1");
        assertThat(rows(result)).hasSize(2);
    }

    @Test
    void aListOfAnotherHandIsReplaced() throws IOException {
        Files.createDirectories(output.resolve(INDEX).getParent());
        Files.writeString(output.resolve(INDEX), "{\"type\":\n not json");
        assertThat(rows(compile(TestCompiler.withAdapters(output), handler("A"))))
                .hasSize(1);
    }

    private static String handler(String name) {
        return """
                package shop;
                class %s implements com.sun.net.httpserver.HttpHandler {
                    @dev.keywright.annotations.ApiKeyProtected(scopes = "%s:1")
                    public void handle(com.sun.net.httpserver.HttpExchange exchange) {}
                }
                """.formatted(name, name.toLowerCase(Locale.ROOT));
    }
}
