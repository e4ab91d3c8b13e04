package dev.keywright.checks.fuzz;

import dev.keywright.checks.Analyzer;
import dev.keywright.checks.config.Baseline;
import dev.keywright.checks.config.Settings;
import dev.keywright.checks.config.SettingsException;
import dev.keywright.checks.config.SettingsFiles;
import dev.keywright.checks.finding.AnalysisResult;
import dev.keywright.checks.finding.Undecided;
import dev.keywright.checks.frontend.javac.JavacFrontEnd;
import dev.keywright.checks.frontend.javaparser.JavaParserFrontEnd;
import dev.keywright.checks.frontend.javaparser.ParseListener;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.models.Models;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.Rules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * One input and what it is given to. {@link #run} returns what went wrong, told from what an input may rightly meet: syntax
 * errors, budgets that ran out, mistakes in a configuration.
 */
record Trial(String kind, Map<String, String> files, int level) {

    static final String JAVAPARSER = "javaparser";
    static final String JAVAC = "javac";
    static final String PLUGIN = "plugin";
    static final String ECJ = "ecj";
    static final String TOML = "toml";
    static final String BASELINE = "baseline";
    static final String MODELS = "models";

    /** Every crash, empty when all is well. */
    List<String> run(Path folder) {
        List<String> crashes = Collections.synchronizedList(new ArrayList<>());
        try {
            switch (kind) {
                case JAVAPARSER -> analyze(javaParser(crashes), Settings.defaults(), crashes);
                case JAVAC -> analyze(javac(), Settings.defaults(), crashes);
                case PLUGIN, ECJ -> compile(folder, crashes);
                case TOML -> toml(folder, crashes);
                case BASELINE -> baseline(folder);
                default -> models();
            }
        } catch (IOException | RuntimeException | Error e) {
            if (isOurs(e)) {
                crashes.add(stack(e));
            }
        }
        return crashes;
    }

    private Program javaParser(List<String> crashes) {
        ParseListener listener = new ParseListener() {
            @Override
            public void unreadable(String path, String reason) {
                if (reason.contains("please report")) {
                    crashes.add(path + ": " + reason);
                }
            }
        };
        return JavaParserFrontEnd.builder()
                .threads(1)
                .languageLevel(level)
                .listener(listener)
                .build()
                .parse(files);
    }

    private Program javac() {
        List<JavaFileObject> sources = new ArrayList<>();
        files.forEach((path, text) -> sources.add(JavacFrontEnd.source(path, text)));
        return JavacFrontEnd.parseSources(sources, List.of(), level >= 8 && level <= 17 ? level : 0);
    }

    private static void analyze(Program program, Settings settings, List<String> crashes) {
        AnalysisResult result = new Analyzer(settings).analyze(program);
        result.undecided().stream()
                .filter(place -> place.kind() == Undecided.Kind.CRASH)
                .map(Undecided::text)
                .forEach(crashes::add);
    }

    /** Compiles with the processor jar on the processor path: the analysis starts by itself. */
    private void compile(Path folder, List<String> crashes) {
        JavaCompiler compiler = kind.equals(ECJ) ? Compilers.ecj() : ToolProvider.getSystemJavaCompiler();
        try {
            List<String> options = List.of("-cp", folder.toString(), "-processorpath", Compilers.processor());
            for (String message : compile(compiler, folder, options)) {
                if (message.contains("lease report")) {
                    crashes.add(message);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error broken) {
            if (isOurs(broken) || !breaksAlone(compiler, folder)) {
                crashes.add(stack(broken));
            }
        }
    }

    /** A compiler that breaks on a mutant by itself is no fault of the analysis. */
    private boolean breaksAlone(JavaCompiler compiler, Path folder) {
        try {
            compile(compiler, folder, List.of("-proc:none"));
            return false;
        } catch (IOException | RuntimeException | Error e) {
            return true;
        }
    }

    private List<String> compile(JavaCompiler compiler, Path folder, List<String> more) throws IOException {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = new ArrayList<>(List.of("-d", folder.toString()));
        options.addAll(more);
        options.addAll(
                kind.equals(ECJ)
                        ? List.of("-17", "-nowarn")
                        : List.of("-XDshould-stop.ifError=GENERATE", "-Xlint:none", "-implicit:none"));
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            compiler.getTask(null, manager, diagnostics, options, null, sources(folder, manager))
                    .call();
        }
        return diagnostics.getDiagnostics().stream()
                .map(diagnostic -> diagnostic.getMessage(null))
                .toList();
    }

    /** ecj reads files; javac takes texts too. */
    private Iterable<? extends JavaFileObject> sources(Path folder, StandardJavaFileManager manager)
            throws IOException {
        List<JavaFileObject> texts = new ArrayList<>();
        List<Path> paths = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (kind.equals(ECJ)) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                paths.add(Files.write(path, file.getValue().getBytes(StandardCharsets.UTF_8)));
            } else {
                texts.add(JavacFrontEnd.source(file.getKey(), file.getValue()));
            }
        }
        return kind.equals(ECJ) ? manager.getJavaFileObjectsFromPaths(paths) : texts;
    }

    private void toml(Path folder, List<String> crashes) throws IOException {
        Path file = write(folder, "keywright.toml");
        try {
            List<String> rules = Rules.all().stream()
                    .map(Rule::info)
                    .map(info -> info.name())
                    .toList();
            Settings settings = new SettingsFiles(rules).read(file);
            Map<String, String> other = new LinkedHashMap<>(files);
            other.keySet().removeIf(name -> !name.endsWith(".java"));
            Program program = JavaParserFrontEnd.builder().threads(1).build().parse(other);
            analyze(program, settings, crashes);
        } catch (SettingsException e) {
            if (e.getMessage() == null || e.getMessage().isBlank()) {
                crashes.add("a refused configuration without a reason");
            }
        }
    }

    private void baseline(Path folder) throws IOException {
        try {
            Baseline.read(write(folder, "keywright-baseline.txt"));
        } catch (SettingsException e) {
            // what it is for
        }
    }

    private void models() {
        try {
            Models.parse("fuzz.models", files.values().iterator().next());
        } catch (IllegalArgumentException e) {
            if (!String.valueOf(e.getMessage()).startsWith("fuzz.models:")) {
                throw e;
            }
        }
    }

    private Path write(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.write(file, files.get(name).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a frame of ours is nearer to what happened than one of the compiler's. */
    private static boolean isOurs(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            for (StackTraceElement element : cause.getStackTrace()) {
                String type = element.getClassName();
                if (type.startsWith("com.sun.tools.javac.") || type.startsWith("org.eclipse.jdt.")) {
                    return false;
                }
                if (type.startsWith("dev.keywright.") && !type.startsWith("dev.keywright.checks.fuzz.")) {
                    return true;
                }
            }
        }
        return !(thrown instanceof IllegalStateException);
    }

    private static String stack(Throwable thrown) {
        StringBuilder text = new StringBuilder(thrown.getClass().getName()).append(": ");
        String message = String.valueOf(thrown.getMessage());
        text.append(message, 0, Math.min(200, message.length()));
        StackTraceElement[] stack = thrown.getStackTrace();
        for (int i = 0; i < Math.min(stack.length, 12); i++) {
            text.append("\n    at ").append(stack[i]);
        }
        return text.toString();
    }
}
