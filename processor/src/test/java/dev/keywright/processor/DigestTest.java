package dev.keywright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.annotations.internal.grammar.DeclarationDigest;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A guard's digest, made from mirrors, equals the one that reflection gives, as DeclarationDigest's Javadoc says it. */
class DigestTest {

    private static final String DECLARATIONS = """
            package shop;
            import dev.keywright.annotations.*;
            import org.springframework.web.bind.annotation.*;
            import java.util.*;
            interface Api<T> {
                @ApiKeyProtected(scopes = {"a:1", "b:2"}) T generic(T[] values, List<? extends T> list);
                @PostMapping("/default") @RateLimited("1 per second") default void byDefault(int[] i, Map.Entry<T, T> e) {}
            }
            @HmacSigned(scheme = SignatureScheme.CANONICAL, secret = "base") @RateLimited("9 per day")
            abstract class Base<N extends Number> implements Api<String> {
                @PostMapping("/base") @AnyOf(
                        apiKey = @ApiKeyProtected(header = "X-Key"),
                        hmac = @HmacSigned(scheme = SignatureScheme.CANONICAL, secret = "shop", replayAcknowledged = true))
                N inherited(N number) { return number; }
                @Secret String notCounted() { return ""; }
            }
            @RestController
            @HmacSigned(scheme = SignatureScheme.CANONICAL, secret = "base")
            class C extends Base<Integer> {
                @Override @PostMapping("/g") @ApiKeyProtected(scopes = {"a:1", "b:2"})
                @RateLimited("1 per minute") @RateLimited(value = "2 per minute", by = LimitBy.GLOBAL)
                public String generic(String[] values, List<? extends String> list) { return ""; }
                @PostMapping("/open") @PublicEndpoint(reason = "open, really = [so] | \\"quoted\\" é") void open() {}
                @Override @PostMapping("/base") Integer inherited(Integer number) { return number; }
            }
            """;

    @TempDir
    Path output;

    @Test
    void mirrorsAndReflectionGiveTheSameDigest() throws Exception {
        TestCompiler.Result result =
                TestCompiler.withAdapters(output).source(DECLARATIONS).compile();
        assertThat(result.success()).as(result.said()).isTrue();
        assertThat(digestOf(result, "shop.C")).isEqualTo(digestByReflection(result, "shop.C"));
    }

    @Test
    void aGuardAgainstClassFilesGivesTheSameDigestAsAgainstSources() throws Exception {
        String[] parts = DECLARATIONS.split("(?=@RestController)", 2);
        assertThat(TestCompiler.withAdapters(output)
                        .source(parts[0])
                        .option("-proc:none")
                        .compile()
                        .success())
                .isTrue();
        TestCompiler.Result result =
                TestCompiler.into(output).source("""
                        package shop;
                        import dev.keywright.annotations.*;
                        import org.springframework.web.bind.annotation.*;
                        import java.util.*;
                        """ + parts[1]).compile();
        assertThat(result.success()).as(result.said()).isTrue();
        assertThat(digestOf(result, "shop.C")).isEqualTo(digestByReflection(result, "shop.C"));
    }

    @Test
    void anyChangeOfADeclarationChangesTheDigest() throws Exception {
        List<String> variants = List.of(
                DECLARATIONS,
                DECLARATIONS.replace(
                        "/open\") @PublicEndpoint(reason = \"open,", "/open\") @PublicEndpoint(reason = \"shut,"),
                DECLARATIONS.replace("@RateLimited(\"9 per day\")", "@RateLimited(\"8 per day\")"),
                DECLARATIONS.replace("secret = \"base\")", "secret = \"base\", bodyLimit = \"2 MiB\")"),
                DECLARATIONS.replace("by = LimitBy.GLOBAL", "by = LimitBy.ADDRESS"));
        Set<String> digests = new LinkedHashSet<>();
        for (int i = 0; i < variants.size(); i++) {
            TestCompiler.Result result = TestCompiler.withAdapters(output.resolve("v" + i))
                    .source(variants.get(i))
                    .compile();
            assertThat(result.success()).as(result.said()).isTrue();
            digests.add(digestOf(result, "shop.C"));
        }
        assertThat(digests).hasSameSizeAs(variants);
    }

    private static String digestOf(TestCompiler.Result result, String type) {
        return result.text(type.replace('.', '/') + "_Guard.java")
                .lines()
                .filter(line -> line.contains("return \"sha256:"))
                .map(line -> line.replaceAll(".*\"(sha256:[0-9a-f]{64})\".*", "$1"))
                .findFirst()
                .orElseThrow();
    }

    private static String digestByReflection(TestCompiler.Result result, String type) throws Exception {
        try (URLClassLoader loader = result.loader()) {
            List<String> lines = new ArrayList<>();
            for (Class<?> one : family(loader.loadClass(type))) {
                add(one, one.getName(), lines);
                for (Method method : one.getDeclaredMethods()) {
                    if (!method.isSynthetic()) {
                        String parameters = Stream.of(method.getParameterTypes())
                                .map(Class::getName)
                                .collect(Collectors.joining(","));
                        add(method, one.getName() + "#" + method.getName() + "(" + parameters + ")", lines);
                    }
                }
            }
            assertThat(lines).hasSizeGreaterThan(6);
            return DeclarationDigest.of(lines);
        }
    }

    private static Set<Class<?>> family(Class<?> type) {
        Set<Class<?>> found = new LinkedHashSet<>();
        for (Class<?> one = type; one != null && one != Object.class; one = one.getSuperclass()) {
            found.add(one);
            for (Class<?> face : one.getInterfaces()) {
                found.addAll(family(face));
            }
        }
        return found;
    }

    private static void add(AnnotatedElement element, String place, List<String> lines) throws Exception {
        for (Annotation annotation : element.getDeclaredAnnotations()) {
            if (annotation.annotationType().getPackageName().equals("dev.keywright.annotations")) {
                lines.add(place + " " + text(annotation));
            }
        }
    }

    private static String text(Object value) throws ReflectiveOperationException {
        if (value instanceof Annotation annotation) {
            TreeMap<String, String> attributes = new TreeMap<>();
            for (Method method : annotation.annotationType().getDeclaredMethods()) {
                method.setAccessible(true);
                attributes.put(method.getName(), text(method.invoke(annotation)));
            }
            return "@" + annotation.annotationType().getSimpleName()
                    + attributes.entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                            .collect(Collectors.joining(",", "(", ")"));
        }
        if (value.getClass().isArray()) {
            List<String> elements = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                elements.add(text(Array.get(value, i)));
            }
            return "[" + String.join("|", elements) + "]";
        }
        return value instanceof Enum<?> constant ? constant.name() : String.valueOf(value);
    }
}
