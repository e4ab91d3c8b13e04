package dev.keywright.processor.host.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import dev.keywright.checks.finding.Finding;
import dev.keywright.processor.host.HostMessages;
import javax.tools.Diagnostic;

/** Prints through the compiler's own log, with its caret. */
final class Reporter {

    private Reporter() {}

    static void finding(JavacTask task, CompilationUnitTree unit, Tree at, Finding finding) {
        Diagnostic.Kind kind = switch (finding.severity()) {
            case ERROR -> Diagnostic.Kind.ERROR;
            case WARNING -> Diagnostic.Kind.WARNING;
            case NOTE -> Diagnostic.Kind.NOTE;
        };
        print(task, kind, HostMessages.finding(finding), at, unit);
    }

    static void error(JavacTask task, CompilationUnitTree unit, Tree at, String message) {
        print(task, Diagnostic.Kind.ERROR, message, at, unit);
    }

    /** Said even under {@code -nowarn}: that something was not checked must not get lost. */
    static void warn(JavacTask task, CompilationUnitTree unit, String message) {
        print(task, Diagnostic.Kind.MANDATORY_WARNING, message, unit, unit);
    }

    static void note(JavacTask task, CompilationUnitTree unit, String message) {
        print(task, Diagnostic.Kind.NOTE, message, unit, unit);
    }

    private static void print(JavacTask task, Diagnostic.Kind kind, String message, Tree at, CompilationUnitTree unit) {
        Trees.instance(task).printMessage(kind, message, at, unit);
    }
}
