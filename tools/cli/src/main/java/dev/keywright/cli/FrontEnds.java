package dev.keywright.cli;

import dev.keywright.checks.frontend.javac.JavacFrontEnd;
import dev.keywright.checks.ir.Program;
import java.nio.file.Path;
import java.util.List;

/** Turns source files into a program. */
final class FrontEnds {

    private FrontEnds() {}

    static Program read(ScanOptions options, List<Path> files, List<Path> classPath, Progress progress)
            throws UsageException {
        boolean compiler = hasCompiler();
        if (options.frontEnd == ScanOptions.FrontEnd.JAVAC && !compiler) {
            throw new UsageException(Messages.NO_COMPILER);
        }
        progress.reading(0, files.size());
        return JavacFrontEnd.parse(files, classPath, options.java);
    }

    private static boolean hasCompiler() {
        return ModuleLayer.boot().findModule("jdk.compiler").isPresent();
    }
}
