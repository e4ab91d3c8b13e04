package dev.keywright.processor.host.javac;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.keywright.processor.host.HostMessages;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Finds annotated classes that nothing guards, in a compilation whose annotation processing did not include ours: since JDK 23
 * javac runs no processor from the class path unless it is asked to. A guard that an earlier step wrote is as good. Where the
 * processor does run, it reports what it cannot guard itself.
 */
final class MissingGuards {

    private static final String PACKAGE = "dev.keywright.annotations.";
    private static final String SUFFIX = "_Guard";
    private static final Set<String> GUARDING = Set.of(
            "ApiKeyProtected",
            "HmacSigned",
            "BearerProtected",
            "LoginProtected",
            "AnyOf",
            "RateLimited",
            "RateLimited.List");

    private final JavacTask task;
    private final Trees trees;
    private final Elements elements;
    private final Types types;

    MissingGuards(JavacTask task) {
        this.task = task;
        this.trees = Trees.instance(task);
        this.elements = task.getElements();
        this.types = task.getTypes();
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
        String annotation = guarding(type, new HashSet<>());
        if (annotation != null && elements.getTypeElement(elements.getBinaryName(type) + SUFFIX) == null) {
            Reporter.error(
                    task,
                    unit,
                    place(unit, tree),
                    HostMessages.missingGuard(type.getQualifiedName().toString(), annotation));
        }
    }

    /** The first guarding annotation of a type, its methods and its supertypes. */
    private @Nullable String guarding(TypeElement type, Set<String> seen) {
        if (!seen.add(type.getQualifiedName().toString())) {
            return null;
        }
        String found = guarding(type);
        for (Element member : type.getEnclosedElements()) {
            found = found == null ? guarding(member) : found;
        }
        for (TypeMirror parent : types.directSupertypes(type.asType())) {
            if (found == null && parent instanceof DeclaredType declared) {
                found = guarding((TypeElement) declared.asElement(), seen);
            }
        }
        return found;
    }

    private static @Nullable String guarding(Element element) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            String name = ((TypeElement) mirror.getAnnotationType().asElement())
                    .getQualifiedName()
                    .toString();
            if (name.startsWith(PACKAGE) && GUARDING.contains(name.substring(PACKAGE.length()))) {
                return name.substring(PACKAGE.length());
            }
        }
        return null;
    }

    /** The annotation itself where it stands on this class, else the class. */
    private Tree place(CompilationUnitTree unit, ClassTree type) {
        for (AnnotationTree annotation : type.getModifiers().getAnnotations()) {
            if (isGuarding(unit, annotation)) {
                return annotation;
            }
        }
        for (Tree member : type.getMembers()) {
            if (member instanceof MethodTree method) {
                for (AnnotationTree annotation : method.getModifiers().getAnnotations()) {
                    if (isGuarding(unit, annotation)) {
                        return annotation;
                    }
                }
            }
        }
        return type;
    }

    private boolean isGuarding(CompilationUnitTree unit, AnnotationTree annotation) {
        return element(unit, annotation.getAnnotationType()) instanceof TypeElement type
                && type.getQualifiedName().toString().startsWith(PACKAGE)
                && GUARDING.contains(type.getQualifiedName().toString().substring(PACKAGE.length()));
    }
}
