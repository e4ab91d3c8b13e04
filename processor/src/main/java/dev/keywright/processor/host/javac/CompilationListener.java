package dev.keywright.processor.host.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import dev.keywright.processor.host.HostMessages;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Collects what javac parses, and analyses all of it when javac is about to analyse its first class: all sources are known
 * then, no class file is written yet, and an error still stops every one of them.
 *
 * <p>Sources that javac finds later, on its source path, are analysed as they come. Units that refuse to be attributed early
 * are analysed after javac itself has attributed the last of their classes.
 */
final class CompilationListener implements TaskListener {

    private final JavacTask task;
    private final boolean early;
    private final Map<JavaFileObject, CompilationUnitTree> waiting = new LinkedHashMap<>();
    private final Map<CompilationUnitTree, Integer> late = new IdentityHashMap<>();
    private @Nullable ModuleAnalysis analysis;
    private boolean failed;

    CompilationListener(JavacTask task) {
        this(task, true);
    }

    /** @param early whether to try to have units attributed before their turn */
    CompilationListener(JavacTask task, boolean early) {
        this.task = task;
        this.early = early;
    }

    @Override
    public void started(TaskEvent event) {
        if (event.getKind() == TaskEvent.Kind.ANALYZE && !waiting.isEmpty()) {
            CompilationUnitTree unit = event.getCompilationUnit();
            contained(unit, this::analyzeWaiting);
        }
    }

    @Override
    public void finished(TaskEvent event) {
        CompilationUnitTree unit = event.getCompilationUnit();
        if (unit == null) {
            return;
        }
        if (event.getKind() == TaskEvent.Kind.PARSE) {
            waiting.put(unit.getSourceFile(), unit);
        } else if (event.getKind() == TaskEvent.Kind.ANALYZE && late.containsKey(unit)) {
            contained(unit, () -> analyzeLate(unit));
        }
    }

    private void analyzeWaiting() {
        ModuleAnalysis module = analysis();
        List<CompilationUnitTree> attributed = new ArrayList<>();
        // Attributing one unit may bring others in from the source path; those wait in turn.
        while (!waiting.isEmpty()) {
            List<CompilationUnitTree> next = new ArrayList<>(waiting.values());
            waiting.clear();
            module.register(next);
            for (CompilationUnitTree unit : next) {
                switch (early ? module.attribute(unit) : ModuleAnalysis.Attributed.NOT_YET) {
                    case DONE -> attributed.add(unit);
                    case NOT_YET -> late.put(unit, classes(unit));
                    case FAILED -> {}
                }
            }
        }
        module.analyze(attributed);
    }

    private void analyzeLate(CompilationUnitTree unit) {
        Integer left = late.merge(unit, -1, Integer::sum);
        if (left == null || left <= 0) {
            late.remove(unit);
            analysis().analyze(List.of(unit));
        }
    }

    private static int classes(CompilationUnitTree unit) {
        int classes = 0;
        for (Tree type : unit.getTypeDecls()) {
            classes += type instanceof ClassTree ? 1 : 0;
        }
        return classes;
    }

    private ModuleAnalysis analysis() {
        ModuleAnalysis known = analysis;
        if (known == null) {
            known = new ModuleAnalysis(task);
            analysis = known;
        }
        return known;
    }

    /** An exception that leaves a listener kills javac: it becomes one warning, and the build goes on. */
    private void contained(CompilationUnitTree unit, Runnable work) {
        if (failed) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            failed = true;
            waiting.clear();
            late.clear();
            Reporter.warn(task, unit, HostMessages.crash(Sources.path(unit), e));
        }
    }
}
