package dev.keywright.checks.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.Analyzer;
import dev.keywright.checks.config.Settings;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.frontend.javac.JavacFrontEnd;
import dev.keywright.checks.frontend.javaparser.JavaParserFrontEnd;
import dev.keywright.checks.ir.Program;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routes and protection that stand on interfaces and superclasses of a jar, seen by both front ends. */
class BinarySupertypesTest {

    /** Stand-ins of the frameworks' annotations, so that class files can bear them. */
    private static final Map<String, String> FRAMEWORKS = Map.ofEntries(
            Map.entry(
                    "org.springframework.web.bind.annotation.RestController",
                    "@Retention(RetentionPolicy.RUNTIME) public @interface RestController {}"),
            Map.entry(
                    "org.springframework.web.bind.annotation.RequestMapping",
                    "@Retention(RetentionPolicy.RUNTIME) public @interface RequestMapping { String[] value() default {}; }"),
            Map.entry(
                    "org.springframework.web.bind.annotation.RequestBody",
                    "@Retention(RetentionPolicy.RUNTIME) public @interface RequestBody {}"),
            Map.entry(
                    "org.springframework.web.bind.annotation.PostMapping",
                    "@Retention(RetentionPolicy.RUNTIME) public @interface PostMapping { String[] value() default {}; }"),
            Map.entry(
                    "org.springframework.web.service.annotation.GetExchange",
                    "@Retention(RetentionPolicy.RUNTIME) public @interface GetExchange { String value() default \"\"; }"),
            Map.entry(
                    "org.springframework.security.access.prepost.PreAuthorize",
                    "@Retention(RetentionPolicy.RUNTIME) public @interface PreAuthorize { String value(); }"),
            Map.entry(
                    "org.springframework.web.bind.annotation.RequestParam",
                    "@Retention(RetentionPolicy.RUNTIME) public @interface RequestParam { String value() default \"\"; }"),
            Map.entry("io.dropwizard.auth.Auth", "@Retention(RetentionPolicy.RUNTIME) public @interface Auth {}"),
            Map.entry(
                    "jakarta.ws.rs.Path",
                    "@Retention(RetentionPolicy.RUNTIME) public @interface Path { String value(); }"),
            Map.entry(
                    "jakarta.ws.rs.GET",
                    "@Retention(RetentionPolicy.RUNTIME) @HttpMethod(\"GET\") public @interface GET {}"),
            Map.entry(
                    "jakarta.ws.rs.HttpMethod",
                    "@Retention(RetentionPolicy.RUNTIME) public @interface HttpMethod { String value(); }"));

    private static final String LIBRARY = """
            package acme.api;
            import dev.keywright.annotations.*;
            import io.dropwizard.auth.Auth;
            import org.springframework.security.access.prepost.PreAuthorize;
            import org.springframework.web.bind.annotation.*;
            import org.springframework.web.service.annotation.GetExchange;
            import jakarta.ws.rs.*;
            public class Apis {
                @RequestMapping("/orders")
                public interface Orders<T> {
                    @PostMapping("/new") @ApiKeyProtected(scopes = "orders:write") @RateLimited("5 per minute")
                    void create(T order);
                    @PostMapping("/open") void open(T order);
                    @GetExchange("/rates") @PreAuthorize("hasRole('x')") String rates();
                }
                @ApiKeyProtected public static abstract class Keyed {}
                public interface Found {
                    @PostMapping("/found") @ApiKeyProtected @RateLimited("5 per minute")
                    String found(@RequestParam("q") String apiKey, @RequestBody String body);
                    @PostMapping("/leaks") @ApiKeyProtected @RateLimited("5 per minute")
                    String leaks(@RequestParam("api_key") String key, @RequestBody String body);
                }
                @RestController @RequestMapping("/base")
                public static abstract class Base {
                    @PostMapping("/all") public void all(String text) {}
                }
                @Path("/bills") public interface Bills {
                    @GET String all(@Auth String user);
                    @GET @Path("/open") String open(int[] numbers);
                }
            }
            """;

    private static final String USER = "package shop; import acme.api.Apis;"
            + " import org.springframework.web.bind.annotation.*; import dev.keywright.annotations.*;\n";

    @TempDir
    private Path classes;

    @BeforeEach
    void compileLibrary() throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        FRAMEWORKS.forEach((name, declaration) -> {
            String head = "package " + name.substring(0, name.lastIndexOf('.')) + "; import java.lang.annotation.*;\n";
            sources.put(name, head + declaration);
        });
        sources.put("acme.api.Apis", LIBRARY);
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach((name, text) -> files.add(JavacFrontEnd.source(name.replace('.', '/') + ".java", text)));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of(
                "-d", classes.toString(), "-proc:none", "-cp", annotations().toString());
        assertThat(compiler.getTask(null, null, null, options, null, files).call())
                .isTrue();
    }

    @Test
    void whatAnInterfaceOfAJarSaysOfItsMethodsHoldsForTheClassThatImplementsIt() {
        assertThat(endpoints(USER + """
                @RestController class Orders implements Apis.Orders<String> {
                    public void create(String order) {}
                    public void open(String order) {}
                    public String rates() { return ""; }
                }
                """))
                .containsExactlyInAnyOrder(
                        "POST /orders/new create [API_KEY] limited",
                        "POST /orders/open open []",
                        "GET /orders/rates rates [] @PreAuthorize");
    }

    @Test
    void routesThatASuperclassOfAJarServesAreEndpointsOfItsSubclass() {
        assertThat(endpoints(USER + "class All extends Apis.Base {}")).containsExactly("POST /base/all all []");
    }

    @Test
    void annotationsOfASuperclassOfAJarHoldForAllEndpoints() {
        assertThat(endpoints(USER + """
                @RestController class Own extends Apis.Keyed {
                    @PostMapping("/own") void own() {}
                    @PostMapping("/public") @PublicEndpoint(reason = "x") void open() {}
                }
                """))
                .containsExactlyInAnyOrder("POST /own own [API_KEY]", "POST /public open [] public");
    }

    @Test
    void jaxRsInterfacesOfAJarToo() {
        assertThat(endpoints("""
                package shop;
                class Bills implements acme.api.Apis.Bills {
                    public String all(String user) { return ""; }
                    public String open(int[] numbers) { return ""; }
                }
                """)).containsExactlyInAnyOrder("GET /bills all [] @Auth", "GET /bills/open open []");
    }

    @Test
    void theRulesReportWhatIsOpenAndNothingElse() {
        Set<String> expected = Set.of("UnprotectedEndpoint:4", "MissingRateLimit:7");
        for (Program program : programs(USER + """
                @RestController class Orders implements Apis.Orders<String> {
                    public void create(String order) {}
                    public void open(String order) {}
                    public String rates() { return ""; }
                }
                @RestController class Own extends Apis.Keyed { @PostMapping("/own") void own() {} }
                """)) {
            Set<String> found = new TreeSet<>();
            new Analyzer(Settings.defaults())
                    .analyze(program).findings().stream()
                            .filter(finding -> finding.severity() == Severity.ERROR)
                            .forEach(finding -> found.add(finding.rule() + ":"
                                    + finding.location().start().line()));
            assertThat(found).isEqualTo(expected);
        }
    }

    @Test
    void whereAnInterfaceOfAJarTakesAParameterFromIsKnown() {
        for (Program program : programs(USER + """
                @RestController class Found implements Apis.Found {
                    public String found(String apiKey, String body) { return ""; }
                    public String leaks(String value, String body) { return ""; }
                }
                """)) {
            assertThat(new Analyzer(Settings.defaults()).analyze(program).findings())
                    .filteredOn(finding -> finding.rule().equals("SecretFromQueryParameter"))
                    .extracting(finding -> finding.location().start().line())
                    .containsExactly(4);
        }
    }

    @Test
    void withoutTheClassPathNothingIsSaidForSure() {
        String source = USER + """
                @RestController class Own extends acme.api.Apis.Keyed {
                    @PostMapping("/own") void own() {}
                    @PostMapping("/keyed") @HmacSigned(scheme = SignatureScheme.CANONICAL, secret = "s") void keyed() {}
                }
                """;
        Program program = JavaParserFrontEnd.builder().threads(1).build().parse(Map.of("src/Own.java", source));
        assertThat(new Analyzer(Settings.defaults()).analyze(program).findings())
                .extracting(finding -> finding.severity() + " " + finding.rule() + " "
                        + finding.location().start().line())
                .containsExactly("WARNING UnprotectedEndpoint 3", "WARNING MissingRateLimit 4");
    }

    @Test
    void frameworkTypesThatAreNotAtHandLeaveAFindingSure() {
        String source = """
                package shop;
                import dev.keywright.annotations.*;
                import jakarta.servlet.http.*;
                class Keyed extends HttpServlet implements java.io.Serializable {
                    @ApiKeyProtected public void doGet(HttpServletRequest q, HttpServletResponse r) {}
                    public void doPost(HttpServletRequest q, HttpServletResponse r) {}
                }
                """;
        Program program = JavaParserFrontEnd.builder().threads(1).build().parse(Map.of("src/Keyed.java", source));
        assertThat(new Analyzer(Settings.defaults()).analyze(program).findings())
                .extracting(finding -> finding.severity() + " " + finding.rule())
                .containsExactlyInAnyOrder("ERROR UnprotectedEndpoint", "ERROR MissingRateLimit");
    }

    /** What both front ends find, each endpoint in one line. */
    private Set<String> endpoints(String source) {
        List<Set<String>> found = new ArrayList<>();
        for (Program program : programs(source)) {
            Set<String> lines = new TreeSet<>();
            Endpoints.of(program, Settings.defaults()).forEach(endpoint -> lines.add(line(endpoint)));
            found.add(lines);
        }
        assertThat(found.get(0)).as("javac and JavaParser").isEqualTo(found.get(1));
        return found.get(0);
    }

    private List<Program> programs(String source) {
        List<Path> classPath = List.of(classes, annotations());
        return List.of(
                JavacFrontEnd.parseSources(
                        List.of(JavacFrontEnd.source("src/main/java/shop/File.java", source)), classPath, 17),
                JavaParserFrontEnd.builder()
                        .threads(1)
                        .classPath(classPath)
                        .build()
                        .parse(Map.of("src/main/java/shop/File.java", source)));
    }

    private static String line(Endpoint endpoint) {
        EffectivePolicy policy = endpoint.policy();
        StringBuilder line =
                new StringBuilder(endpoint.described() + " " + endpoint.method().name() + " ");
        line.append(policy.mechanisms().stream().map(Mechanism::kind).toList());
        line.append(policy.limits().isEmpty() ? "" : " limited");
        line.append(policy.publicEndpoint() == null ? "" : " public");
        if (policy.foreignProtection() != null) {
            line.append(" @").append(policy.foreignProtection().type().simpleName());
        }
        return line.toString();
    }

    private static Path annotations() {
        for (String entry : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator)) {
            if (entry.replace('\\', '/').contains("/annotations/") || entry.contains("keywright-annotations")) {
                return Path.of(entry);
            }
        }
        throw new IllegalStateException("Keywright's annotations are not on the class path");
    }
}
