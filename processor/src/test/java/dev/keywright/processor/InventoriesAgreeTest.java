package dev.keywright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.config.Settings;
import dev.keywright.checks.endpoint.EffectivePolicy;
import dev.keywright.checks.endpoint.Endpoint;
import dev.keywright.checks.endpoint.Endpoints;
import dev.keywright.checks.frontend.javac.JavacFrontEnd;
import dev.keywright.checks.frontend.javaparser.JavaParserFrontEnd;
import dev.keywright.checks.ir.Program;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Routes are known twice: the processor reads mirrors to write guards and the index, the analyzer reads its own program for the
 * rules and {@code keywright endpoints}. Both must name the same endpoints, with the same verbs, paths and access.
 */
class InventoriesAgreeTest {

    private static final Pattern LINE = Pattern.compile(
            ".*\"type\":\"([^\"]+)\",\"method\":\"(\\w+)\".*\"http\":\\[(.*?)],\"paths\":\\[(.*?)],\"access\":\"(\\w+)\".*");

    @TempDir
    private Path output;

    @Test
    void springMvc() {
        agree(
                6,
                """
                package shop;
                import org.springframework.web.bind.annotation.*;
                interface Api { @GetMapping({"c", "/d"}) String inherited(); }
                """,
                """
                package shop;
                import dev.keywright.annotations.*;
                import org.springframework.web.bind.annotation.*;
                @RestController @RequestMapping({"/api/", "v2"})
                class Orders implements Api {
                    @GetMapping @ApiKeyProtected String a() { return ""; }
                    @RequestMapping(path = "b", method = {RequestMethod.PUT, RequestMethod.PATCH}) String b() { return ""; }
                    public String inherited() { return ""; }
                    @RequestMapping("any") @PublicEndpoint(reason = "health") String e() { return ""; }
                    @Composed("f") String f() { return ""; }
                    @DeleteMapping(value = "/g/{id}") @RateLimited("5 per minute") @ApiKeyProtected void g() {}
                    String helper() { return ""; }
                }
                """,
                """
                package shop;
                import org.springframework.web.bind.annotation.*;
                @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
                @RequestMapping(method = RequestMethod.DELETE) @interface Composed { String[] value(); }
                """,
                "package shop; class Decorator implements Api { public String inherited() { return \"\"; } }");
    }

    @Test
    void springVerbsOfTheClass() {
        agree(2, """
                package shop;
                import org.springframework.web.bind.annotation.*;
                @RestController @RequestMapping(path = "/only", method = RequestMethod.POST)
                class Only {
                    @RequestMapping("/a") void a() {}
                    @PutMapping("/b") void b() {}
                }
                """);
    }

    @Test
    void jaxRs() {
        agree(4, """
                package shop;
                import jakarta.ws.rs.*;
                @Path("items") public class Items {
                    @GET @Path("{id}") public String find() { return ""; }
                    @DELETE public void clear() {}
                    @LIKE @Path("/like") public void like() {}
                    @OPTIONS public String options() { return ""; }
                    public void helper() {}
                }
                """, """
                package shop;
                @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
                @jakarta.ws.rs.HttpMethod("PATCH") @interface LIKE {}
                """);
    }

    @Test
    void servletsAndHandlersOfTheJdk() {
        agree(4, """
                package shop;
                import jakarta.servlet.annotation.*;
                import jakarta.servlet.http.*;
                @WebServlet(urlPatterns = "/files/*") class Files extends HttpServlet {
                    private static final long serialVersionUID = 1;
                    @Override protected void doGet(HttpServletRequest request, HttpServletResponse response) {}
                    @Override protected void service(HttpServletRequest request, HttpServletResponse response) {}
                    void doPost(String text) {}
                }
                """, """
                package shop;
                import com.sun.net.httpserver.*;
                class Hello implements HttpHandler {
                    @dev.keywright.annotations.ApiKeyProtected public void handle(HttpExchange exchange) {}
                    void handle(String text) {}
                }
                """, """
                package shop;
                import com.sun.net.httpserver.*;
                class Heir extends Hello {}
                """);
    }

    @Test
    void micronaut() {
        agree(
                4,
                stub("HttpMethodMapping", "String value() default \"\";", ""),
                stub("Controller", "String value() default \"/\";", ""),
                stub("Get", "String value() default \"/\"; String[] uris() default {};", "@HttpMethodMapping "),
                stub("Post", "String value() default \"/\"; String uri() default \"/\";", "@HttpMethodMapping "),
                stub("CustomHttpMethod", "String value() default \"/\"; String method();", "@HttpMethodMapping "),
                """
                package shop;
                import io.micronaut.http.annotation.*;
                @Controller("/m") class M {
                    @Get("/one") String one() { return ""; }
                    @Get(uris = {"/a", "/b"}) String two() { return ""; }
                    @Post(uri = "/three") void three() {}
                    @CustomHttpMethod(method = "PATCH", value = "/four") void four() {}
                }
                """);
    }

    private static String stub(String name, String attributes, String on) {
        return "package io.micronaut.http.annotation; @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy"
                + ".RUNTIME) " + on + "public @interface " + name + " { " + attributes + " }";
    }

    private void agree(int endpoints, String... sources) {
        TestCompiler compiler = TestCompiler.withAdapters(output);
        Map<String, String> texts = new LinkedHashMap<>();
        for (String source : sources) {
            compiler.source(source);
            texts.put("src/main/java/File" + texts.size() + ".java", source);
        }
        TestCompiler.Result result = compiler.compile();
        assertThat(result.success()).as(result.said()).isTrue();
        TreeSet<String> index = indexed(result.text("META-INF/keywright/endpoints.json"));
        assertThat(index).hasSize(endpoints);
        List<Path> classPath = Stream.of(compiler.classPath().split(File.pathSeparator))
                .map(Path::of)
                .toList();
        List<JavaFileObject> objects = new ArrayList<>();
        texts.forEach((path, text) -> objects.add(JavacFrontEnd.source(path, text)));
        assertThat(analysed(JavacFrontEnd.parseSources(objects, classPath, 0)))
                .as("javac front end")
                .isEqualTo(index);
        Program parsed = JavaParserFrontEnd.builder()
                .threads(1)
                .classPath(classPath)
                .build()
                .parse(texts);
        assertThat(analysed(parsed)).as("JavaParser front end").isEqualTo(index);
    }

    private static TreeSet<String> indexed(String json) {
        TreeSet<String> rows = new TreeSet<>();
        json.lines().map(LINE::matcher).filter(Matcher::matches).forEach(line -> {
            List<String> verbs = list(line.group(3));
            rows.add(row(line.group(1) + "#" + line.group(2), verbs, list(line.group(4)), line.group(5)));
        });
        return rows;
    }

    private static List<String> list(String json) {
        return json.isEmpty() ? List.of() : List.of(json.replace("\"", "").split(","));
    }

    private static TreeSet<String> analysed(Program program) {
        TreeSet<String> rows = new TreeSet<>();
        for (Endpoint endpoint : Endpoints.of(program, Settings.defaults())) {
            EffectivePolicy policy = endpoint.policy();
            String access =
                    policy.publicEndpoint() != null ? "public" : policy.isProtected() ? "protected" : "unprotected";
            rows.add(row(
                    endpoint.type().name() + "#" + endpoint.method().name(),
                    endpoint.methods().stream().map(Enum::name).toList(),
                    endpoint.paths(),
                    access));
        }
        return rows;
    }

    private static String row(String method, List<String> verbs, List<String> paths, String access) {
        return method + " " + new TreeSet<>(verbs) + " " + new TreeSet<>(paths) + " " + access;
    }
}
