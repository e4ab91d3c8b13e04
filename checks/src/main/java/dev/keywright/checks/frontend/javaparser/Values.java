package dev.keywright.checks.frontend.javaparser;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Variable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names: variables, fields, types, packages, in the order in which the language looks (JLS 6.5). */
final class Values {

    /** What stands before a dot. */
    sealed interface Qualifier {

        record Value(Expr expr) implements Qualifier {}

        record OfType(TypeRef type) implements Qualifier {}

        /** A package, or a name that nothing explains; {@code written} is its last part. */
        record Package(String name, Expression written) implements Qualifier {}
    }

    private final Unit unit;
    private final Exprs exprs;

    Values(Unit unit, Exprs exprs) {
        this.unit = unit;
        this.exprs = exprs;
    }

    Expr name(NameExpr node) {
        String name = node.getNameAsString();
        Expr known = variable(name, node);
        if (known != null) {
            return known;
        }
        TypeRef type = exprs.frame.types().simple(name);
        return type != null ? typeName(type, node) : unknown(name, node);
    }

    private static Expr typeName(TypeRef type, dev.keywright.checks.ir.Span span) {
        return new Expr.Unknown("type name", List.of(), type, span);
    }

    private Expr typeName(TypeRef type, Node node) {
        return typeName(type, unit.span(node));
    }

    private Expr unknown(String name, Node node) {
        TypeRef owner = exprs.frame.self();
        List<String> owners = unit.names.staticOwners(name);
        boolean imported = unit.names.importsStatically(name);
        if (imported) {
            owner = TypeRef.of(owners.get(0));
        }
        return new Expr.Field(null, owner, name, imported, null, false, TypeRef.UNKNOWN, unit.span(node));
    }

    /** The variable or field of a simple name; null when there is none. */
    private @Nullable Expr variable(String name, Node node) {
        for (Frame frame = exprs.frame; frame != null; frame = frame.outer()) {
            Variable local = frame.local(name);
            if (local != null) {
                return new Expr.Local(name, local.id(), local.varType(), unit.span(node));
            }
            Members.FoundField field = unit.members.field(frame.self(), name);
            if (field != null) {
                return field(null, field, node);
            }
        }
        for (String owner : unit.names.staticOwners(name)) {
            Members.FoundField field = unit.members.field(TypeRef.of(owner), name);
            if (field != null) {
                return field(null, field, node);
            }
        }
        return null;
    }

    private Expr field(@Nullable Expr target, Members.FoundField field, Node node) {
        ClassInfo.FieldInfo info = field.info();
        return new Expr.Field(
                info.isStatic() ? null : target,
                TypeRef.of(info.owner()),
                info.name(),
                info.isStatic(),
                info.constant(),
                true,
                field.type(),
                unit.span(node));
    }

    Expr access(FieldAccessExpr node) {
        Qualifier qualifier = qualified(node, qualifier(node.getScope()));
        if (qualifier instanceof Qualifier.Value value) {
            return value.expr();
        }
        if (qualifier instanceof Qualifier.OfType type) {
            return unit.find(type.type()) == null ? constant(type.type(), node) : typeName(type.type(), node);
        }
        return valueOf(qualifier);
    }

    /** A name that looks like a type's, where a value stands: a constant of a class that cannot be found. */
    private Expr constant(TypeRef named, FieldAccessExpr node) {
        int dot = named.name().lastIndexOf('.');
        TypeRef owner =
                dot < 0 ? TypeRef.UNKNOWN : new TypeRef(named.name().substring(0, dot), named.resolved(), List.of(), 0);
        return new Expr.Field(null, owner, node.getNameAsString(), true, null, false, TypeRef.UNKNOWN, unit.span(node));
    }

    /** What an expression before a dot means. A name that is nothing known stays a package until a value is needed. */
    Qualifier qualifier(Expression written) {
        Expression node = written;
        while (node instanceof EnclosedExpr enclosed) {
            node = enclosed.getInner();
        }
        if (node instanceof NameExpr name) {
            return simple(name.getNameAsString(), name);
        }
        if (node instanceof FieldAccessExpr access) {
            return qualified(access, qualifier(access.getScope()));
        }
        if (node instanceof TypeExpr type) {
            return new Qualifier.OfType(exprs.type(type.getType()));
        }
        return new Qualifier.Value(exprs.convert(node, null));
    }

    private Qualifier simple(String name, Expression node) {
        Expr known = variable(name, node);
        if (known != null) {
            return new Qualifier.Value(known);
        }
        TypeRef type = exprs.frame.types().simple(name);
        if (type != null) {
            return new Qualifier.OfType(type);
        }
        if (unit.names.importsStatically(name)) {
            return new Qualifier.Value(unknown(name, node));
        }
        if (Names.looksLikeType(name)) {
            return new Qualifier.OfType(TypeRef.unresolved(name));
        }
        return Character.isUpperCase(name.charAt(0))
                ? new Qualifier.Value(unknown(name, node))
                : new Qualifier.Package(name, node);
    }

    private Qualifier qualified(FieldAccessExpr node, Qualifier scope) {
        String name = node.getNameAsString();
        if (scope instanceof Qualifier.Value value) {
            return new Qualifier.Value(member(value.expr(), name, node));
        }
        if (scope instanceof Qualifier.OfType type) {
            return memberOfType(type.type(), name, node);
        }
        Qualifier.Package start = (Qualifier.Package) scope;
        String qualified = start.name() + '.' + name;
        if (unit.hierarchy.classes().find(qualified) != null || Names.looksLikeType(name)) {
            return new Qualifier.OfType(TypeRef.of(qualified));
        }
        return new Qualifier.Package(qualified, node);
    }

    private Qualifier memberOfType(TypeRef type, String name, FieldAccessExpr node) {
        Members.FoundField field = unit.members.field(type, name);
        if (field != null) {
            return new Qualifier.Value(field(null, field, node));
        }
        String nested = type.resolved() ? unit.hierarchy.memberType(type.name(), name) : null;
        if (nested != null) {
            return new Qualifier.OfType(TypeRef.of(nested));
        }
        if (Names.looksLikeType(name) && unit.find(type) == null) {
            return new Qualifier.OfType(new TypeRef(type.name() + '.' + name, type.resolved(), List.of(), 0));
        }
        return new Qualifier.Value(
                new Expr.Field(null, TypeVars.raw(type), name, true, null, false, TypeRef.UNKNOWN, unit.span(node)));
    }

    private Expr member(Expr target, String name, Node node) {
        if (name.equals("length") && target.type().dims() > 0) {
            return new Expr.ArrayLength(target, Names.INT, unit.span(node));
        }
        Members.FoundField field = unit.members.field(target.type(), name);
        if (field != null) {
            return field(target, field, node);
        }
        return new Expr.Field(
                target, TypeVars.raw(target.type()), name, false, null, false, TypeRef.UNKNOWN, unit.span(node));
    }

    /** The value of a qualifier that must be one. */
    Expr valueOf(Qualifier qualifier) {
        if (qualifier instanceof Qualifier.Value value) {
            return value.expr();
        }
        if (qualifier instanceof Qualifier.OfType type) {
            return typeName(type.type(), dev.keywright.checks.ir.Span.NONE);
        }
        return unexplained(((Qualifier.Package) qualifier).written());
    }

    private Expr unexplained(Expression written) {
        if (written instanceof FieldAccessExpr access) {
            return member(unexplained(access.getScope()), access.getNameAsString(), access);
        }
        String name = written instanceof NameExpr simple ? simple.getNameAsString() : "?";
        return unknown(name, written);
    }
}
