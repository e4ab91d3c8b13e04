package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.MethodRef;
import dev.keywright.checks.ir.TypeRef;
import java.util.List;

/** The value of a field where it is read: by its declaration, by all that is written to it, by the object it is read from. */
final class FieldReads {

    private final MethodFlow flow;
    private final ExprFlow exprs;

    FieldReads(MethodFlow flow, ExprFlow exprs) {
        this.flow = flow;
        this.exprs = exprs;
    }

    Value read(Expr.Field field) {
        Value target = field.target() == null ? null : exprs.eval(field.target());
        boolean own = field.target() == null || field.target() instanceof Expr.This;
        FieldDecl declaration = flow.engine.fields().find(field.owner().name(), field.name());
        if (field.constant() != null) {
            Value constant = Value.constant(field.constant()).with(Flag.STATE);
            String text = constant.text();
            if (declaration != null
                    && text != null
                    && LiteralSecrets.looksSecret(text)
                    && !LiteralSecrets.isNameOf(declaration.name(), text)) {
                Value value = flow.engine.fields().value(declaration, flow.method(), through(field));
                for (Label label : value.labels()) {
                    constant = constant.plus(label);
                }
            }
            return constant;
        }
        Value value = Value.NONE;
        if (declaration != null) {
            value = state(declaration, through(field));
            if (own && flow.engine.fields().differs(declaration)) {
                flow.dependsOnHeir();
            }
        } else if (!field.isStatic() || !Character.isUpperCase(field.name().charAt(0))) {
            TypeRef owner = field.owner();
            value = flow.engine
                    .declared()
                    .getter(
                            new MethodRef(owner, field.name(), List.of(), field.type(), false, false, false, List.of()),
                            field.type(),
                            field.target() == null
                                    ? TypeRef.UNKNOWN
                                    : field.target().type(),
                            CallSite.nameOf(field.target()),
                            flow.typeName,
                            flow.file(),
                            field.span());
        } else if (field.isStatic() && field.type().equals(field.owner())) {
            return Value.NONE.with(Flag.ENUM);
        }
        if (own && !field.isStatic()) {
            Value input = Value.input(Input.THIS, field.name());
            if (value.isBare()) {
                return value.is(Flag.STATE) ? input.with(Flag.STATE) : input;
            }
            Value joined = value.isNone() ? input : value.joinCarried(input).withContents(value.contents());
            // Made of literals alone, whichever object it is in: the fact counts every write.
            return value.is(Flag.LITERAL) ? joined.with(Flag.LITERAL) : joined;
        }
        if (target != null) {
            boolean literal = value.is(Flag.LITERAL);
            value = fieldOf(target, field.name(), value);
            value = literal ? value.with(Flag.LITERAL) : value;
        }
        return value;
    }

    /** What the program says of a field, wherever it is read: nothing where it has no declaration here. */
    Value state(Expr.Field field) {
        FieldDecl declaration = flow.engine.fields().find(field.owner().name(), field.name());
        return declaration == null ? Value.NONE : state(declaration, through(field));
    }

    /** The class whose object a field is read from or written to. */
    private String through(Expr.Field field) {
        return through(flow, field);
    }

    /** The class whose object a field is read from or written to. */
    static String through(MethodFlow flow, Expr.Field field) {
        Expr target = field.target();
        return target == null || target instanceof Expr.This
                ? flow.self()
                : target.type().name();
    }

    private Value state(FieldDecl declaration, String through) {
        Value value = flow.engine.fields().value(declaration, flow.method(), through);
        return value.constant() == null || flow.engine.fields().isSettled(declaration) ? value : value.with(Flag.OPEN);
    }

    private static Value input(Value target, String name) {
        return Value.input(target.inputs().get(0).index(), name);
    }

    /** A field of a value that is an object of this program: made here, or handed in. */
    static Value fieldOf(Value target, String name, Value known) {
        Value held = target.contents().get(Value.field(name));
        boolean handedIn = target.isExact()
                && target.inputs().size() == 1
                && target.inputs().get(0).field() == null;
        boolean made = target.inputs().isEmpty() && !target.is(Flag.HANDED);
        Value value;
        if (held != null && (made || known.isBare())) {
            // An object of this method, whose every change was seen here: other objects of its type do not matter.
            value = held.with(Flag.STATE);
        } else if (held == null && handedIn && known.isBare()) {
            value = known.is(Flag.STATE) ? input(target, name).with(Flag.STATE) : input(target, name);
        } else {
            value = held == null ? known : known.isNone() ? held : held.joinCarried(known);
            value = handedIn ? value.joinCarried(input(target, name)) : value;
        }
        if (target.is(Flag.PRESENTED)) {
            value = value.with(Flag.PRESENTED);
        }
        return value;
    }
}
