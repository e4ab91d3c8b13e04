package dev.keywright.cli;

import dev.keywright.checks.frontend.javac.JavacFrontEnd;
import dev.keywright.checks.frontend.javaparser.JavaParserFrontEnd;
import dev.keywright.checks.frontend.javaparser.ParseListener;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.report.Report.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Turns source files into a program, and remembers which could not be read. */
final class FrontEnds {

    private final SourceOptions options;
    private final List<Path> classPath;
    private final Progress progress;
    private final List<Failure> failures = Collections.synchronizedList(new ArrayList<>());

    FrontEnds(SourceOptions options, List<Path> classPath, Progress progress) {
        this.options = options;
        this.classPath = classPath;
        this.progress = progress;
    }

    Program read(List<Path> files) throws UsageException {
        boolean compiler = ModuleLayer.boot().findModule("jdk.compiler").isPresent();
        return switch (options.frontEnd) {
            case JAVAPARSER -> javaParser(files);
            case AUTO -> compiler && !classPath.isEmpty() ? javac(files) : javaParser(files);
            case JAVAC -> {
                if (!compiler) {
                    throw new UsageException(Messages.NO_COMPILER);
                }
                yield javac(files);
            }
        };
    }

    /** What could not be read, by name. */
    List<Failure> failures() {
        List<Failure> sorted = new ArrayList<>(failures);
        sorted.sort(Comparator.comparing(Failure::path));
        return sorted;
    }

    private Program javac(List<Path> files) {
        progress.reading(0, files.size());
        Program program = JavacFrontEnd.parse(files, classPath, options.java);
        for (SourceFile file : program.files()) {
            if (!file.complete() && file.text().isEmpty()) {
                failures.add(new Failure(file.path(), Messages.NOT_READABLE));
            }
        }
        return program;
    }

    private Program javaParser(List<Path> files) {
        return JavaParserFrontEnd.builder()
                .classPath(classPath)
                .languageLevel(options.java)
                .listener(new ParseListener() {
                    @Override
                    public void fileDone(String path, int done, int total) {
                        progress.reading(done, total);
                    }

                    @Override
                    public void unreadable(String path, String reason) {
                        failures.add(new Failure(path, reason));
                    }
                })
                .build()
                .parse(files, SourceTree.WORKING_DIRECTORY);
    }
}
