package dev.keywright.checks.frontend.javac;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.TypeRef;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Names that stand for values: variables, fields, {@code this}, class literals. */
final class Names {

    private final Unit unit;
    private final Expressions expressions;

    Names(Unit unit, Expressions expressions) {
        this.unit = unit;
        this.expressions = expressions;
    }

    Expr identifier(IdentifierTree tree) {
        String name = tree.getName().toString();
        Span span = unit.spans.of(tree);
        if (name.equals("this") || name.equals("super")) {
            return new Expr.This(name.equals("super"), unit.type(tree), span);
        }
        Element element = unit.element(tree);
        if (element instanceof VariableElement field && field.getKind().isField()) {
            return field(null, field, name, unit.type(tree), span);
        }
        Integer id = expressions.locals.find(name, element);
        if (id != null) {
            return new Expr.Local(name, id, unit.type(tree), span);
        }
        if (expressions.isTypeName(tree)) {
            return typeName(tree, span);
        }
        return new Expr.Field(null, TypeRef.UNKNOWN, name, false, null, false, unit.type(tree), span);
    }

    Expr select(MemberSelectTree tree) {
        String name = tree.getIdentifier().toString();
        Tree qualifier = Expressions.strip(tree.getExpression());
        switch (name) {
            case "class" -> {
                return new Expr.ClassLiteral(unit.written(qualifier), unit.type(tree), unit.spans.of(tree));
            }
            case "this", "super" -> {
                return new Expr.This(name.equals("super"), unit.type(tree), unit.spans.of(tree));
            }
            default -> {
                return member(tree, qualifier, name);
            }
        }
    }

    private Expr member(MemberSelectTree tree, Tree qualifier, String name) {
        TypeMirror qualifierType = unit.mirror(qualifier);
        if (name.equals("length") && qualifierType != null && qualifierType.getKind() == TypeKind.ARRAY) {
            Expr array = expressions.convert(qualifier);
            return new Expr.ArrayLength(array, TypeRef.of("int"), end(tree, name, array));
        }
        Element element = unit.element(tree);
        if (element instanceof VariableElement field && field.getKind().isField()) {
            if (field.getModifiers().contains(Modifier.STATIC)) {
                return field(null, field, name, unit.type(tree), unit.spans.of(tree, spelledEnd(tree)));
            }
            Expr target = expressions.convert(qualifier);
            return field(target, field, name, unit.type(tree), end(tree, name, target));
        }
        // A missing class makes javac take its constants for types, too; where a value stands there is no type.
        if (expressions.isTypeName(tree) && !isMissing(element)) {
            return typeName(tree, unit.spans.of(tree, spelledEnd(tree)));
        }
        boolean ofType = expressions.isTypeName(qualifier);
        Expr target = ofType ? null : expressions.convert(qualifier);
        TypeRef owner = target == null ? unit.written(qualifier) : target.type();
        Span span = target == null ? unit.spans.of(tree, spelledEnd(tree)) : end(tree, name, target);
        TypeRef type = isMissing(element) ? TypeRef.UNKNOWN : unit.type(tree);
        return new Expr.Field(target, owner, name, ofType, null, false, type, span);
    }

    private Span end(MemberSelectTree tree, String name, Expr target) {
        Span selected = unit.spans.selected(tree, name, target.span().end());
        return unit.spans.of(tree, selected.end());
    }

    /** Where a plain dotted name ends if it is written without blanks. */
    private int spelledEnd(MemberSelectTree tree) {
        int start = unit.spans.start(tree);
        return start < 0 ? -1 : start + tree.toString().length();
    }

    private Expr field(@Nullable Expr target, VariableElement field, String name, TypeRef type, Span span) {
        boolean isStatic = field.getModifiers().contains(Modifier.STATIC);
        TypeRef owner = field.getEnclosingElement() instanceof TypeElement enclosing
                ? unit.refs.of(enclosing)
                : TypeRef.UNKNOWN;
        TypeRef known = type.equals(TypeRef.UNKNOWN) ? unit.refs.of(field.asType()) : type;
        return new Expr.Field(target, owner, name, isStatic, constant(field), true, known, span);
    }

    private static @Nullable Object constant(VariableElement field) {
        return field.getModifiers().contains(Modifier.FINAL) ? field.getConstantValue() : null;
    }

    private Expr typeName(Tree tree, Span span) {
        return new Expr.Unknown("type name", List.of(), unit.written(tree), span);
    }

    private static boolean isMissing(@Nullable Element element) {
        return element == null || element.asType().getKind() == TypeKind.ERROR;
    }
}
