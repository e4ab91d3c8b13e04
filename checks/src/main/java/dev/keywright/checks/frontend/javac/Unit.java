package dev.keywright.checks.frontend.javac;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** One file while it is converted: what the compiler says about its trees. */
final class Unit {

    final Trees trees;
    final TypeRefs refs;
    final Members members;
    final Spans spans;
    final Imports imports;
    final String packageName;
    final List<TypeDecl> localTypes = new ArrayList<>();
    private final Elements elements;
    private final TreePath root;
    private boolean incomplete;

    Unit(
            CompilationUnitTree tree,
            Trees trees,
            Elements elements,
            TypeRefs refs,
            Members members,
            Spans spans,
            Imports imports) {
        this.trees = trees;
        this.elements = elements;
        this.refs = refs;
        this.members = members;
        this.spans = spans;
        this.imports = imports;
        this.packageName =
                tree.getPackageName() == null ? "" : tree.getPackageName().toString();
        this.root = new TreePath(tree);
    }

    /** Notes that a part of the file could not be expressed. */
    void markIncomplete() {
        incomplete = true;
    }

    boolean incomplete() {
        return incomplete;
    }

    // A path from the root straight to the tree is enough: after attribution the compiler only looks at its leaf.

    @Nullable
    TypeMirror mirror(Tree tree) {
        return trees.getTypeMirror(new TreePath(root, tree));
    }

    @Nullable
    Element element(Tree tree) {
        return trees.getElement(new TreePath(root, tree));
    }

    /** Whether the language puts a declaration there, as a default constructor, without it being written. */
    boolean isMandated(Tree declaration) {
        Element element = element(declaration);
        return element != null && elements.getOrigin(element) == Elements.Origin.MANDATED;
    }

    TypeRef type(Tree expression) {
        return refs.of(mirror(expression));
    }

    /** The type that a type tree names, from its spelling when the compiler says nothing. */
    TypeRef written(@Nullable Tree tree) {
        if (tree == null) {
            return TypeRef.UNKNOWN;
        }
        TypeMirror mirror = mirror(tree);
        if (mirror != null && mirror.getKind() != TypeKind.ERROR) {
            return refs.of(mirror);
        }
        TypeRef spelled = spelled(tree);
        return mirror == null || spelled.resolved() ? spelled : refs.of(mirror);
    }

    private TypeRef spelled(Tree tree) {
        if (tree instanceof IdentifierTree || tree instanceof MemberSelectTree) {
            String name = tree.toString();
            return name.equals("var") ? TypeRef.UNKNOWN : imports.resolve(name);
        }
        if (tree instanceof PrimitiveTypeTree primitive) {
            return TypeRef.of(primitive.getPrimitiveTypeKind().name().toLowerCase(Locale.ROOT));
        }
        if (tree instanceof ArrayTypeTree array) {
            return written(array.getType()).arrayOf();
        }
        if (tree instanceof AnnotatedTypeTree annotated) {
            return written(annotated.getUnderlyingType());
        }
        if (tree instanceof ParameterizedTypeTree generic) {
            TypeRef raw = written(generic.getType());
            return new TypeRef(
                    raw.name(),
                    raw.resolved(),
                    generic.getTypeArguments().stream().map(this::written).toList(),
                    0);
        }
        return TypeRef.UNKNOWN;
    }
}
