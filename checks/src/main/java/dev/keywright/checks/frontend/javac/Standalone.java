package dev.keywright.checks.frontend.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Runs javac's parser and attribution for no other purpose than to read the trees. */
final class Standalone {

    /** javac attributes by recursion; sources with thousands of nested operators are met in generated code. */
    private static final long STACK_BYTES = 512L << 20;

    private static final Cleaner CLEANER = Cleaner.create();

    private final List<Path> classPath;
    private final int release;

    Standalone(List<Path> classPath, int release) {
        this.classPath = List.copyOf(classPath);
        this.release = release;
    }

    Program parseFiles(List<Path> files) {
        List<SourceText> sources = new ArrayList<>(files.size());
        List<SourceFile> unread = new ArrayList<>();
        for (Path file : files) {
            String name = file.toString().replace('\\', '/');
            try {
                sources.add(new SourceText(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
            } catch (IOException e) {
                unread.add(empty(name, ""));
            }
        }
        return onLargeStack(sources, unread);
    }

    Program parseSources(Iterable<? extends JavaFileObject> sources) {
        return onLargeStack(sources, List.of());
    }

    private Program onLargeStack(Iterable<? extends JavaFileObject> sources, List<SourceFile> unread) {
        Program[] result = new Program[1];
        Throwable[] failure = new Throwable[1];
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        result[0] = run(sources, unread);
                    } catch (RuntimeException | Error e) {
                        failure[0] = e;
                    }
                },
                "keywright-javac",
                STACK_BYTES);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the compiler was reading sources", e);
        }
        if (failure[0] instanceof RuntimeException e) {
            throw e;
        }
        if (failure[0] instanceof Error e) {
            throw e;
        }
        return result[0];
    }

    private Program run(Iterable<? extends JavaFileObject> sources, List<SourceFile> unread) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("this Java runtime has no compiler");
        }
        List<JavaFileObject> wanted = new ArrayList<>();
        for (JavaFileObject source : sources) {
            // A module declaration would hide the class path; what it says is of no interest to any rule.
            if (!source.isNameCompatible("module-info", JavaFileObject.Kind.SOURCE)) {
                wanted.add(source);
            }
        }
        if (wanted.isEmpty()) {
            return new Program(unread, name -> java.util.Optional.empty());
        }
        Broken broken = new Broken();
        StandardJavaFileManager files =
                compiler.getStandardFileManager(broken::see, Locale.ROOT, StandardCharsets.UTF_8);
        try {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
            JavacTask task = (JavacTask) compiler.getTask(null, files, broken::see, options(), null, wanted);
            Program program = read(task, broken, unread);
            // The program asks for types of the class path while it is analysed; a closed jar would have none.
            CLEANER.register(program, () -> close(files));
            return program;
        } catch (IOException e) {
            close(files);
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            close(files);
            throw e;
        }
    }

    private static void close(StandardJavaFileManager files) {
        try {
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> options() {
        List<String> options = new ArrayList<>(List.of(
                "-proc:none",
                "-Xlint:none",
                "-nowarn",
                "-implicit:none",
                "-XDshould-stop.ifError=ATTR",
                "-XDshould-stop.ifNoError=ATTR"));
        if (release > 0) {
            options.add("--release");
            options.add(String.valueOf(release));
        }
        return options;
    }

    private static Program read(JavacTask task, Broken broken, List<SourceFile> unread) throws IOException {
        Map<JavaFileObject, CompilationUnitTree> units = new LinkedHashMap<>();
        for (CompilationUnitTree unit : task.parse()) {
            units.put(unit.getSourceFile(), unit);
        }
        try {
            task.analyze();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            broken.attributionFailed(); // a compiler bug or bottomless nesting: what has types keeps them
        }
        JavacFrontEnd frontEnd = new JavacFrontEnd(task);
        units.values().forEach(frontEnd::register);
        List<SourceFile> files = new ArrayList<>(unread);
        for (CompilationUnitTree unit : units.values()) {
            files.add(convert(frontEnd, unit, broken));
        }
        return frontEnd.program(files);
    }

    private static SourceFile convert(JavacFrontEnd frontEnd, CompilationUnitTree unit, Broken broken) {
        JavaFileObject source = unit.getSourceFile();
        String path = source.getName().replace('\\', '/');
        try {
            SourceFile file = frontEnd.convert(unit, path, TestSources.isTest(path), false);
            return broken.has(source) ? frontEnd.incomplete(file) : file;
        } catch (RuntimeException | StackOverflowError e) {
            return empty(path, text(source));
        }
    }

    private static SourceFile empty(String path, CharSequence text) {
        return new SourceFile(
                path,
                "",
                List.of(),
                List.of(),
                SourceFile.lineStarts(text),
                text,
                TestSources.isTest(path),
                false,
                false);
    }

    private static CharSequence text(JavaFileObject source) {
        try {
            return source.getCharContent(true);
        } catch (IOException e) {
            return "";
        }
    }

    /** The files that did not parse. Whatever else the compiler complains of is no business of ours. */
    private static final class Broken {

        private final Set<JavaFileObject> files = new HashSet<>();
        private boolean attributionFailed;

        void see(Diagnostic<? extends JavaFileObject> diagnostic) {
            @Nullable JavaFileObject source = diagnostic.getSource();
            String code = diagnostic.getCode();
            if (source != null && diagnostic.getKind() == Diagnostic.Kind.ERROR && isSyntax(code)) {
                files.add(source);
            }
        }

        private static boolean isSyntax(@Nullable String code) {
            if (code == null) {
                return false;
            }
            return code.startsWith("compiler.err.expected")
                    || code.startsWith("compiler.err.illegal.")
                    || code.startsWith("compiler.err.premature.")
                    || code.startsWith("compiler.err.unclosed.")
                    || code.startsWith("compiler.err.not.stmt")
                    || code.startsWith("compiler.err.else.without")
                    || code.startsWith("compiler.err.catch.without")
                    || code.startsWith("compiler.err.orphaned");
        }

        void attributionFailed() {
            attributionFailed = true;
        }

        boolean has(JavaFileObject file) {
            return attributionFailed || files.contains(file);
        }
    }
}
