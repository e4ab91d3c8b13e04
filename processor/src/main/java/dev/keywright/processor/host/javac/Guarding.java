package dev.keywright.processor.host.javac;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Which annotations ask for a guard, and where they stand. */
final class Guarding {

    private static final String PACKAGE = "dev.keywright.annotations.";
    private static final String SUFFIX = "_Guard";
    private static final Set<String> NAMES = Set.of(
            "ApiKeyProtected",
            "HmacSigned",
            "BearerProtected",
            "LoginProtected",
            "AnyOf",
            "RateLimited",
            "RateLimited.List");

    private final Trees trees;
    private final Elements elements;
    private final Types types;
    private final Map<TypeElement, @Nullable String> known = new HashMap<>();

    Guarding(JavacTask task) {
        this.trees = Trees.instance(task);
        this.elements = task.getElements();
        this.types = task.getTypes();
    }

    /** Whether a guard for exactly this type is there, in this compilation or from an earlier one. */
    boolean hasGuard(TypeElement type) {
        return elements.getTypeElement(elements.getBinaryName(type) + SUFFIX) != null;
    }

    /** The first guarding annotation of a type, its methods and its supertypes, by its simple name. */
    @Nullable
    String of(TypeElement type) {
        if (known.containsKey(type)) {
            return known.get(type);
        }
        // A type that inherits from itself gets no more from that.
        known.put(type, null);
        String found = on(type);
        for (Element member : type.getEnclosedElements()) {
            found = found == null ? on(member) : found;
        }
        for (TypeMirror parent : types.directSupertypes(type.asType())) {
            if (found == null && parent instanceof DeclaredType declared) {
                found = of((TypeElement) declared.asElement());
            }
        }
        known.put(type, found);
        return found;
    }

    private static @Nullable String on(Element element) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            String name = name((TypeElement) mirror.getAnnotationType().asElement());
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    /** The simple name of an annotation's type; null when it asks for no guard. */
    private static @Nullable String name(TypeElement annotation) {
        String name = annotation.getQualifiedName().toString();
        return name.startsWith(PACKAGE) && NAMES.contains(name.substring(PACKAGE.length()))
                ? name.substring(PACKAGE.length())
                : null;
    }

    /** The guarding annotations that are written on a class and on its methods. */
    List<AnnotationTree> written(TreePath path) {
        ClassTree type = (ClassTree) path.getLeaf();
        Stream<AnnotationTree> onMethods = type.getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .flatMap(member -> ((MethodTree) member).getModifiers().getAnnotations().stream());
        List<AnnotationTree> found = new ArrayList<>();
        Stream.concat(type.getModifiers().getAnnotations().stream(), onMethods).forEach(annotation -> {
            if (name(path, annotation) != null) {
                found.add(annotation);
            }
        });
        return found;
    }

    /** The simple name of an annotation in a class; null when it asks for no guard. */
    @Nullable
    String name(TreePath path, AnnotationTree annotation) {
        Tree type = annotation.getAnnotationType();
        return trees.getElement(new TreePath(path, type)) instanceof TypeElement element ? name(element) : null;
    }
}
