package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.models.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the operands of a model stand for at one call. */
final class Operands {

    private static final Set<String> SAME_TEXT = Set.of(
            "toString",
            "trim",
            "strip",
            "create",
            "requireNonNull",
            "valueOf",
            "<init>",
            "getBytes",
            "toCharArray",
            "build",
            "toUriString",
            "toUri",
            "toURL",
            "toURI",
            "getBytesUtf8");

    private Operands() {}

    static Value value(CallSite site, Operand operand, Value result) {
        Value whole;
        if (operand.index() == Operand.THIS) {
            whole = site.receiver();
        } else if (operand.index() == Operand.RESULT) {
            whole = result;
        } else if (operand.index() >= 0) {
            whole = operand.index() < site.args().size() ? site.args().get(operand.index()) : Value.NONE;
        } else {
            whole = Value.NONE;
            for (Value arg : site.args()) {
                whole = whole.joinCarried(arg.rendered());
            }
        }
        return operand.element() ? whole.element() : whole;
    }

    static List<Value> values(CallSite site, List<Operand> operands, Value result) {
        List<Value> values = new ArrayList<>();
        for (Operand operand : operands) {
            if (operand.index() == Operand.ALL_ARGUMENTS) {
                values.addAll(site.args());
            } else if (operand.rest()) {
                values.addAll(site.args()
                        .subList(
                                Math.min(operand.index(), site.args().size()),
                                site.args().size()));
            } else {
                values.add(value(site, operand, result));
            }
        }
        return values;
    }

    static Value carried(CallSite site, List<Operand> operands, Value result) {
        List<Value> values = values(site, operands, result);
        if (values.size() == 1) {
            Value only = values.get(0);
            if (operands.get(0).element()) {
                return only; // What is taken out is what was put in.
            }
            // The same value in another form: a trimmed text is still made of the same pieces.
            return only.constant() != null
                            || !only.pieces().isEmpty()
                            || !only.contents().isEmpty()
                            || only.fn() != null
                    ? formOf(site, only)
                    : only.carried();
        }
        Value all = Value.NONE;
        for (Value value : values) {
            all = all.joinCarried(value.rendered());
        }
        boolean literal = !values.isEmpty() && values.stream().allMatch(v -> v.is(Flag.LITERAL));
        return literal ? all.with(Flag.LITERAL) : all.without(Flag.LITERAL);
    }

    private static Value formOf(CallSite site, Value value) {
        boolean sameText =
                SAME_TEXT.contains(site.method().name()) || !value.contents().isEmpty();
        return sameText
                ? value
                : value.constant() == null ? value.carried() : value.carried().with(Flag.LITERAL);
    }

    static @Nullable String constantText(CallSite site, Operand operand) {
        if (operand.index() < 0 || operand.index() >= site.args().size()) {
            return null;
        }
        String text = site.args().get(operand.index()).text();
        if (text != null) {
            return text;
        }
        Expr expr = site.argExprs().get(operand.index());
        if (expr instanceof Expr.Field field && field.isStatic()) {
            return field.name();
        }
        return expr instanceof Expr.Field field
                        && field.name().equals(field.name().toUpperCase(Locale.ROOT))
                ? field.name()
                : null;
    }

    static @Nullable Expr expr(CallSite site, Operand operand) {
        if (operand.index() == Operand.THIS) {
            return site.receiverExpr();
        }
        Expr argument =
                operand.index() >= 0 && operand.index() < site.argExprs().size()
                        ? site.argExprs().get(operand.index())
                        : null;
        // What is handed to a referenced method has no expression of its own.
        return argument instanceof Expr.MethodReference ? null : argument;
    }

    static boolean receiverIs(List<Operand> parts) {
        return !parts.isEmpty() && parts.get(0).index() == Operand.THIS;
    }
}
