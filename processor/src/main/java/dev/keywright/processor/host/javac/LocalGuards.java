package dev.keywright.processor.host.javac;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.keywright.processor.host.HostMessages;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Finds annotated classes inside of bodies. Annotation processing never sees local and anonymous classes, so that no guard is
 * ever written for them: what stands on one would be an open endpoint without a word.
 */
final class LocalGuards {

    private final JavacTask task;
    private final Trees trees;
    private final Guarding guarding;

    LocalGuards(JavacTask task) {
        this.task = task;
        this.trees = Trees.instance(task);
        this.guarding = new Guarding(task);
    }

    /** @param test whether the unit is test code, in which a stand-in may inherit what it does not enforce */
    void check(CompilationUnitTree unit, boolean test) {
        new Scanner(test).scan(new TreePath(unit), null);
    }

    private final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final boolean test;
        private boolean inBody;

        Scanner(boolean test) {
            this.test = test;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void none) {
            Tree around = getCurrentPath().getParentPath().getLeaf();
            boolean before = inBody;
            inBody = before || !(around instanceof CompilationUnitTree || around instanceof ClassTree);
            if (inBody) {
                local(getCurrentPath(), type);
            }
            super.visitClass(type, null);
            inBody = before;
            return null;
        }

        private void local(TreePath path, ClassTree type) {
            List<AnnotationTree> written = guarding.written(path);
            for (AnnotationTree annotation : written) {
                report(path, annotation, HostMessages.localGuard(String.valueOf(guarding.name(path, annotation))));
            }
            if (written.isEmpty() && !test && trees.getElement(path) instanceof TypeElement element) {
                String inherited = inherited(element);
                if (inherited != null) {
                    Tree around = path.getParentPath().getLeaf();
                    report(path, around instanceof NewClassTree ? around : type, HostMessages.localHeir(inherited));
                }
            }
        }

        private void report(TreePath path, Tree at, String message) {
            Reporter.error(task, path.getCompilationUnit(), at, message);
        }
    }

    /** The annotation that a class inherits without any guard behind it; the guard of a superclass is the class's too. */
    private @Nullable String inherited(TypeElement type) {
        if (!type.getKind().isClass() || type.getModifiers().contains(Modifier.ABSTRACT)) {
            return null;
        }
        // Asked before the guards: each of those is a search of the whole class path.
        String annotation = guarding.of(type);
        TypeElement next = annotation == null ? null : type;
        while (next != null) {
            if (guarding.hasGuard(next)) {
                return null;
            }
            TypeMirror parent = next.getSuperclass();
            next = parent instanceof DeclaredType declared ? (TypeElement) declared.asElement() : null;
        }
        return annotation;
    }
}
