package dev.keywright.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which sources are read, and how. */
final class SourceOptions {

    private static final int OLDEST_JAVA = 8;
    private static final int NEWEST_JAVA = 26;

    /** Who reads the sources. */
    enum FrontEnd {
        AUTO,
        JAVAC,
        JAVAPARSER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files or folders to analyse.")
    List<Path> paths = new ArrayList<>();

    @Option(names = "--output", paramLabel = "FILE", description = "Write the report to a file.")
    @Nullable
    Path output;

    @Option(
            names = {"--classpath", "--class-path"},
            paramLabel = "PATH",
            description =
                    "Jars and class folders that the sources are compiled against. Types are better known with it.")
    String classpath = "";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Use this configuration for all files, not the nearest keywright.toml of each.")
    @Nullable
    Path config;

    @Option(names = "--include-tests", description = "Report on test sources too.")
    boolean includeTests;

    @Option(names = "--java", paramLabel = "LEVEL", description = "The Java level of the sources. Default: the newest.")
    int java;

    @Option(
            names = "--front-end",
            paramLabel = "NAME",
            description =
                    "Who reads the sources: ${COMPLETION-CANDIDATES}. javac knows types exactly and needs the class"
                            + " path for it; javaparser reads any source. Default: javac with a class path, else javaparser.")
    FrontEnd frontEnd = FrontEnd.AUTO;

    void check() throws UsageException {
        if (java != 0 && (java < OLDEST_JAVA || java > NEWEST_JAVA)) {
            throw new UsageException(Messages.levelOutOfRange(java, OLDEST_JAVA, NEWEST_JAVA));
        }
    }

    List<Path> classPath() throws UsageException {
        List<Path> entries = new ArrayList<>();
        for (Path path : PathList.of(classpath)) {
            if (!Files.exists(path)) {
                throw new UsageException(Messages.noSuchClassPathEntry(path));
            }
            entries.add(path);
        }
        return entries;
    }

    /** The folder that reports show paths relative to: the scanned one, else the nearest that holds all. */
    Path root() {
        Path root = null;
        for (Path path : paths) {
            Path absolute = path.toAbsolutePath().normalize();
            Path folder = Files.isDirectory(absolute) ? absolute : absolute.getParent();
            while (root != null && folder != null && !folder.startsWith(root)) {
                root = root.getParent();
            }
            root = root == null ? folder : root;
        }
        return root == null ? Path.of("").toAbsolutePath() : root;
    }
}
