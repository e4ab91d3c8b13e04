package dev.keywright.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles sources with the processors, against a class path that the test chooses. */
final class TestCompiler {

    /** The adapters are built after this module: their names are all that the processor asks for. */
    static final String SPRING_ADAPTER = "package dev.keywright.adapters.spring; public final class KeywrightSpring {}";

    static final String SPRING_BOOT =
            "package org.springframework.boot.autoconfigure; public @interface AutoConfiguration {}";

    static final String SERVLET_ADAPTER = "package dev.keywright.adapters.servlet; public final class ServletGuards {}";

    static final String JDK_ADAPTER = """
            package dev.keywright.adapters.jdkhttp;
            public final class JdkHttpGuards {
                public static com.sun.net.httpserver.HttpHandler protect(
                        dev.keywright.runtime.Guard guard, com.sun.net.httpserver.HttpHandler handler) {
                    return handler;
                }
            }
            """;

    private static final Pattern PACKAGE = Pattern.compile("\\bpackage\\s+([\\w.]+)\\s*;");
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface|record|enum)\\s+(\\w+)");

    private final Path output;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<String> classPath = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private List<Processor> processors =
            List.of(new GuardProcessor(), new EndpointIndexProcessor(), new AnnotationClaim());

    private TestCompiler(Path output) {
        this.output = output;
    }

    /** A compiler with annotations, runtime, Spring MVC, servlets and JAX-RS on the class path, and no adapter. */
    static TestCompiler into(Path output) {
        return new TestCompiler(output)
                .with("dev.keywright.annotations.ApiKeyProtected")
                .with("dev.keywright.runtime.Guard")
                .with("org.springframework.web.bind.annotation.GetMapping")
                .with("org.springframework.stereotype.Controller")
                .with("org.springframework.core.annotation.AliasFor")
                .with("org.springframework.web.servlet.DispatcherServlet")
                .with("jakarta.servlet.http.HttpServlet")
                .with("jakarta.ws.rs.GET");
    }

    /** The same with the adapters of this version. */
    static TestCompiler withAdapters(Path output) {
        return into(output)
                .source(SPRING_ADAPTER)
                .source(SPRING_BOOT)
                .source(SERVLET_ADAPTER)
                .source(JDK_ADAPTER);
    }

    /** Where a class of the test's own class path comes from. */
    private static String origin(String type) {
        try {
            return Path.of(Class.forName(type, false, TestCompiler.class.getClassLoader())
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (ReflectiveOperationException | java.net.URISyntaxException e) {
            throw new IllegalStateException(type, e);
        }
    }

    TestCompiler with(String type) {
        classPath.add(origin(type));
        return this;
    }

    TestCompiler without(String type) {
        classPath.remove(origin(type));
        return this;
    }

    TestCompiler on(Path folder) {
        classPath.add(folder.toString());
        return this;
    }

    TestCompiler option(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    TestCompiler processors(Processor... chosen) {
        processors = List.of(chosen);
        return this;
    }

    String classPath() {
        return String.join(File.pathSeparator, classPath);
    }

    /** Adds a source; its name is that of its first type. */
    TestCompiler source(String text) {
        Matcher packageName = PACKAGE.matcher(text);
        Matcher type = TYPE.matcher(text);
        String folder = packageName.find() ? packageName.group(1).replace('.', '/') + "/" : "";
        if (!type.find()) {
            throw new IllegalArgumentException(text);
        }
        sources.put(folder + type.group(1) + ".java", text);
        return this;
    }

    Result compile() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> all = new ArrayList<>(List.of("-Xlint:all,-classfile,-path,-processing", "-parameters"));
        all.addAll(options);
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, UTF_8)) {
            Files.createDirectories(output);
            files.setLocation(StandardLocation.CLASS_OUTPUT, List.of(output.toFile()));
            files.setLocation(StandardLocation.SOURCE_OUTPUT, List.of(output.toFile()));
            files.setLocation(
                    StandardLocation.CLASS_PATH,
                    Stream.concat(classPath.stream(), Stream.of(output.toString()))
                            .map(File::new)
                            .toList());
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null,
                    withoutPlugins(files),
                    diagnostics,
                    all,
                    null,
                    sources.entrySet().stream()
                            .map(entry -> file(entry.getKey(), entry.getValue()))
                            .toList());
            task.setProcessors(processors);
            boolean success = task.call();
            return new Result(success, List.copyOf(diagnostics.getDiagnostics()), output, List.copyOf(classPath));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps the analyzer's plugin, which is on the test's own class path, out of the compilation. */
    private static JavaFileManager withoutPlugins(StandardJavaFileManager files) {
        return new ForwardingJavaFileManager<>(files) {
            @Override
            public ClassLoader getClassLoader(Location location) {
                return new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader());
            }
        };
    }

    private static JavaFileObject file(String path, String text) {
        return new SimpleJavaFileObject(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    /** What came of it. */
    record Result(
            boolean success,
            List<Diagnostic<? extends JavaFileObject>> diagnostics,
            Path output,
            List<String> classPath) {

        List<Diagnostic<? extends JavaFileObject>> errors() {
            return diagnostics.stream()
                    .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                    .collect(Collectors.toList());
        }

        /** All that was said, for failure messages. */
        String said() {
            return diagnostics.stream().map(Object::toString).collect(Collectors.joining("\n"));
        }

        boolean wrote(String path) {
            return Files.exists(output.resolve(path));
        }

        String text(String path) {
            try {
                return Files.readString(output.resolve(path));
            } catch (IOException e) {
                throw new UncheckedIOException(said(), e);
            }
        }

        /** The files that the processors wrote, by path. */
        Map<String, String> generated() {
            try (Stream<Path> files = Files.walk(output)) {
                Map<String, String> found = new TreeMap<>();
                files.filter(file -> file.toString().matches(".*\\.(java|json)"))
                        .forEach(file -> found.put(output.relativize(file).toString(), read(file)));
                return found;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String read(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** A loader for what was compiled, below the test's own. */
        URLClassLoader loader() {
            try {
                return new URLClassLoader(new URL[] {output.toUri().toURL()}, TestCompiler.class.getClassLoader());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
