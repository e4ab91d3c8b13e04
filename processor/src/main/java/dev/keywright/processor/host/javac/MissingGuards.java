package dev.keywright.processor.host.javac;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.keywright.processor.host.HostMessages;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Finds annotated classes that nothing guards, in a compilation whose annotation processing did not include ours: since JDK 23
 * javac runs no processor from the class path unless it is asked to. A guard that an earlier step wrote is as good. Where the
 * processor does run, it reports what it cannot guard itself.
 */
final class MissingGuards {

    private final JavacTask task;
    private final Trees trees;
    private final Guarding guarding;
    private boolean told;

    MissingGuards(JavacTask task) {
        this.task = task;
        this.trees = Trees.instance(task);
        this.guarding = new Guarding(task);
    }

    void check(CompilationUnitTree unit) {
        Deque<ClassTree> open = new ArrayDeque<>();
        collect(unit.getTypeDecls(), open);
        while (!open.isEmpty()) {
            ClassTree tree = open.pop();
            collect(tree.getMembers(), open);
            if (element(unit, tree) instanceof TypeElement type) {
                check(unit, tree, type);
            }
        }
    }

    private static void collect(List<? extends Tree> trees, Deque<ClassTree> open) {
        for (Tree tree : trees) {
            if (tree instanceof ClassTree type) {
                open.push(type);
            }
        }
    }

    private @Nullable Element element(CompilationUnitTree unit, Tree tree) {
        return trees.getElement(new TreePath(new TreePath(unit), tree));
    }

    private void check(CompilationUnitTree unit, ClassTree tree, TypeElement type) {
        if (!type.getKind().isClass() || type.getModifiers().contains(Modifier.ABSTRACT)) {
            return; // the classes that implement or extend it are guarded
        }
        String annotation = guarding.of(type);
        if (annotation != null && !guarding.hasGuard(type)) {
            String name = type.getQualifiedName().toString();
            String message = told
                    ? HostMessages.alsoMissingGuard(name, annotation)
                    : HostMessages.missingGuard(name, annotation);
            told = true;
            Reporter.error(task, unit, place(unit, tree), message);
        }
    }

    /** The annotation itself where it stands on this class, else the class. */
    private Tree place(CompilationUnitTree unit, ClassTree type) {
        List<AnnotationTree> written = guarding.written(new TreePath(new TreePath(unit), type));
        return written.isEmpty() ? type : written.get(0);
    }
}
