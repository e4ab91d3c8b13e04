package dev.keywright.checks.flow;

import dev.keywright.checks.ir.BinaryOp;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Modifier;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Conditions whose outcome the program itself settles: by literals and constant fields, by variables that have one value on every
 * path, by private state that nobody changes, by methods that nobody can override, and by the {@linkplain Givens parameters} that a
 * call hands a constant to. What stands on the other side never runs, or not for this call. Nothing is recorded here: asking has no
 * effect.
 */
final class Conditions {

    private static final int DEEPEST = 40;
    private static final Set<String> TEXT_QUESTIONS =
            Set.of("equals", "equalsIgnoreCase", "contentEquals", "contains", "startsWith", "endsWith");

    private final MethodFlow flow;
    private final Givens givens;

    Conditions(MethodFlow flow, Givens givens) {
        this.flow = flow;
        this.givens = givens;
    }

    /** True or false where the program itself, or the call, says so; null where it takes a run to know. */
    @Nullable
    Boolean known(@Nullable Expr condition) {
        return condition != null && value(condition, 0) instanceof Boolean known ? known : null;
    }

    /** The constant that an expression is: Boolean, String, Character or Number; null where it is none. */
    @Nullable
    Object constant(Expr expr) {
        return value(expr, 0);
    }

    private @Nullable Object value(Expr expr, int depth) {
        if (depth > DEEPEST) {
            return null;
        }
        if (expr instanceof Expr.Literal literal) {
            return literal.value();
        }
        if (expr instanceof Expr.Local local) {
            Object given = givens.ask(local);
            return given == null ? settled(flow.get(local.id())) : given;
        }
        if (expr instanceof Expr.Field field) {
            return field.constant() != null ? field.constant() : settled(flow.exprs.state(field));
        }
        if (expr instanceof Expr.Unary unary) {
            return Folding.of(unary.op(), value(unary.operand(), depth + 1));
        }
        if (expr instanceof Expr.Call call) {
            return call.args().isEmpty()
                    ? answer(call)
                    : call.args().size() == 1 && call.receiver() != null ? ofTexts(call, depth + 1) : null;
        }
        if (expr instanceof Expr.Binary binary
                && Expr.Literal.isNull(binary.right())
                && binary.left() instanceof Expr.Local local) {
            return presence(binary.op(), flow.get(local.id()));
        }
        return expr instanceof Expr.Binary binary
                ? Folding.of(binary.op(), value(binary.left(), depth + 1), value(binary.right(), depth + 1))
                : null;
    }

    /** {@code "payload".equals(name)}, {@code name.contains("pass")}: two texts that are known. */
    private @Nullable Object ofTexts(Expr.Call call, int depth) {
        String name = call.method().name();
        Expr receiver = call.receiver();
        if (receiver == null || !TEXT_QUESTIONS.contains(name)) {
            return null;
        }
        Object left = value(receiver, depth);
        Object right = value(call.args().get(0), depth);
        if (!(left instanceof String one) || !(right instanceof String other)) {
            return null;
        }
        return switch (name) {
            case "equalsIgnoreCase" -> one.equalsIgnoreCase(other);
            case "contains" -> one.contains(other);
            case "startsWith" -> one.startsWith(other);
            case "endsWith" -> one.endsWith(other);
            default -> one.equals(other);
        };
    }

    /** A text that is known is there. */
    private static @Nullable Object presence(BinaryOp op, Value value) {
        boolean there = value.text() != null && !value.is(Flag.NULL) && !value.is(Flag.OPEN);
        return !there || op != BinaryOp.EQUAL && op != BinaryOp.NOT_EQUAL ? null : op == BinaryOp.NOT_EQUAL;
    }

    /** What a value is, unless somebody outside may have it otherwise. */
    static @Nullable Object settled(Value value) {
        return value.is(Flag.OPEN) ? null : value.constant();
    }

    /** What a method of this program returns whatever happens, where no other can take its place. */
    private @Nullable Object answer(Expr.Call call) {
        MethodDecl method = flow.engine.program().method(call.method());
        if (method == null || !isFinal(method, flow.engine.program().type(method.owner()))) {
            return null;
        }
        TypeRef receiver =
                call.receiver() == null ? TypeRef.UNKNOWN : call.receiver().type();
        List<Summary> targets = flow.engine.targets(call.method(), receiver, 0, flow.method());
        return targets.size() == 1 ? settled(targets.get(0).returned()) : null;
    }

    /** Whether nobody can put another method in the place of this one. */
    static boolean isFinal(MethodDecl method, @Nullable TypeDecl owner) {
        return method.modifiers().contains(Modifier.PRIVATE)
                || method.modifiers().contains(Modifier.STATIC)
                || method.modifiers().contains(Modifier.FINAL)
                || owner != null && owner.modifiers().contains(Modifier.FINAL);
    }
}
