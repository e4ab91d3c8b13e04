package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodRef;
import dev.keywright.checks.ir.Naming;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.models.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call as the engine sees it, whatever form it has in the source. */
record CallSite(
        Expr at,
        MethodRef method,
        @Nullable Expr receiverExpr,
        Value receiver,
        TypeRef receiverType,
        List<Expr> argExprs,
        List<Value> args,
        TypeRef resultType,
        Span nameSpan,
        Span span) {

    /** The same call on another receiver's value. */
    CallSite on(Value value) {
        return new CallSite(at, method, receiverExpr, value, receiverType, argExprs, args, resultType, nameSpan, span);
    }

    Span argSpan(int index) {
        return index >= 0 && index < argExprs.size() ? argExprs.get(index).span() : span;
    }

    Span callSpan() {
        return FlowEngine.call(nameSpan, span);
    }

    /** Whether no other object is named that it is made on; so it is for static methods and constructors, too. */
    boolean onThis() {
        return receiverExpr == null || receiverExpr instanceof Expr.This;
    }

    /** What an object from a caller gives was handed in by the caller as well. */
    Value presented(Value value) {
        return receiver.is(Flag.PRESENTED) && receiverExpr != null && value.constant() == null
                ? value.with(Flag.PRESENTED)
                        .mapLabels(label -> label.role() == Role.NEUTRAL ? label.as(Role.PRESENTED) : label)
                : value;
    }

    /** The name by which a receiver is known: a variable's, a field's, a getter's. */
    static String nameOf(@Nullable Expr expr) {
        return expr instanceof Expr.Cast cast ? nameOf(cast.operand()) : Naming.ofRead(expr);
    }
}
