package dev.keywright.checks.flow;

import dev.keywright.checks.ir.BinaryOp;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.models.Role;
import java.util.List;

/** What an assignment puts into a variable, a field, an element: and what the name it is put under says of it. */
final class Assignments {

    private final MethodFlow flow;
    private final ExprFlow exprs;

    Assignments(MethodFlow flow, ExprFlow exprs) {
        this.flow = flow;
        this.exprs = exprs;
    }

    Value assign(Expr.Assign assign) {
        Value value = Resets.shared(assign.value(), exprs.eval(assign.value()), flow);
        if (assign.op() != null) {
            Value before = exprs.eval(assign.target());
            if (assign.op() == BinaryOp.PLUS && isText(assign.target().type())) {
                value = Assembly.of(List.of(new Piece(null, before), new Piece(null, value)));
                exprs.text(value, assign, assign.span());
            } else {
                value = ExprFlow.arithmetic(before, value);
            }
        }
        String name = CallSite.nameOf(assign.target());
        if (!name.isEmpty()) {
            flow.named(name, assign.target().type(), value, assign.value());
        }
        store(assign.target(), flow.publicPart(name, value), true);
        return value;
    }

    private static boolean isText(TypeRef type) {
        return type.isString()
                || type.simpleName().equals("String")
                || type.name().equals("?");
    }

    /** Puts a value where an expression stands; {@code replaces} is false when the old value may remain. */
    void store(Expr target, Value value, boolean replaces) {
        if (target instanceof Expr.Local local) {
            Value bound = value;
            if (replaces && value.labels().isEmpty() && value.constant() == null && !value.is(Flag.CLEAN)) {
                Value named = flow.engine
                        .declared()
                        .signs()
                        .named(
                                local.name(),
                                local.type(),
                                flow.typeName,
                                value.is(Flag.PRESENTED) ? Role.PRESENTED : Role.NEUTRAL,
                                flow.file(),
                                local.span());
                for (Label label : named.labels()) {
                    bound = bound.plus(label);
                }
            }
            flow.put(local.id(), bound);
            if (!replaces) {
                flow.fills(local.id(), bound);
            }
        } else if (target instanceof Expr.Field field) {
            boolean own = field.target() == null || field.target() instanceof Expr.This;
            if (field.target() != null && !own) {
                Value holder = exprs.eval(field.target());
                boolean here = field.target() instanceof Expr.Local;
                store(
                        field.target(),
                        here
                                ? holder.replacing(Value.field(field.name()), value)
                                : holder.holding(Value.field(field.name()), value),
                        false);
            }
            FieldDecl declaration = flow.engine.fields().find(field.owner().name(), field.name());
            if (declaration != null) {
                flow.engine
                        .fields()
                        .assign(
                                declaration,
                                value.step(flow.file(), field.span(), Way.STORED, field.name()),
                                FieldReads.through(flow, field));
            }
            if (own && !field.isStatic()) {
                flow.writeThis(field.name(), value);
            }
        } else if (target instanceof Expr.ArrayAccess access) {
            Object index = Conditions.settled(exprs.eval(access.index()));
            Value array = exprs.eval(access.array());
            String key = access.array() instanceof Expr.Local ? Sequences.keyOf(index) : null;
            Value filled = key == null ? array.holding(Value.ELEMENTS, value) : array.replacing(key, value);
            boolean literal = value.is(Flag.LITERAL) && (array.is(Flag.BLANK) || array.is(Flag.LITERAL));
            filled = filled.without(Flag.BLANK);
            filled = literal ? filled.with(Flag.LITERAL) : filled.without(Flag.LITERAL);
            for (Flag random : List.of(Flag.WEAK_RANDOM, Flag.STRONG_RANDOM)) {
                filled = value.is(random) ? filled.with(random) : filled;
            }
            store(access.array(), filled, false);
        } else if (target instanceof Expr.Cast cast) {
            store(cast.operand(), value, replaces);
        }
    }
}
