package dev.keywright.checks.rules.caller;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.Statements;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a refusing branch says: its texts, its status, the type it throws. Equal when the caller sees the same. */
final class Answer {

    private static final Set<String> STATUS = Set.of(
            "UNAUTHORIZED",
            "FORBIDDEN",
            "BAD_REQUEST",
            "NOT_FOUND",
            "SC_UNAUTHORIZED",
            "SC_FORBIDDEN",
            "SC_NOT_FOUND",
            "UNPROCESSABLE_ENTITY",
            "CONFLICT",
            "GONE");

    private static final Set<String> ANSWERING = Set.of(
            "sendError",
            "setStatus",
            "abort",
            "abortWith",
            "fail",
            "end",
            "sendRedirect",
            "write",
            "print",
            "println",
            "addAttribute",
            "addFlashAttribute",
            "addObject",
            "addError",
            "addActionError",
            "setAttribute",
            "setMsg",
            "setMessage",
            "put",
            "rejectValue",
            "result",
            "json",
            "status",
            "halt");

    private final List<String> parts;
    private final Span span;

    private Answer(List<String> parts, Span span) {
        this.parts = parts;
        this.span = span;
    }

    /** The answer that a branch ends with; null when it does not answer, or says nothing that can be seen. */
    static @Nullable Answer of(Stmt branch) {
        List<String> parts = new ArrayList<>();
        Span[] first = new Span[1];
        boolean[] left = new boolean[1];
        Statements.each(branch, stmt -> {
            if (left[0]) {
                return; // what follows is the answer of another case
            }
            left[0] = stmt instanceof Stmt.Throw || stmt instanceof Stmt.Return;
            Expr value = value(stmt);
            List<String> more = value == null ? List.of() : parts(value);
            if (value != null && !more.isEmpty()) {
                // What says it is the text; a flag before it says no more than that it failed.
                boolean text = more.stream().anyMatch(part -> part.indexOf(' ') > 0);
                boolean before = parts.stream().anyMatch(part -> part.indexOf(' ') > 0);
                first[0] = first[0] == null || text && !before ? value.span() : first[0];
                parts.addAll(more);
            }
        });
        return first[0] == null ? null : new Answer(parts, first[0]);
    }

    private static @Nullable Expr value(Stmt stmt) {
        if (stmt instanceof Stmt.Throw thrown) {
            return thrown.value();
        }
        if (stmt instanceof Stmt.Return returned) {
            return returned.value();
        }
        if (stmt instanceof Stmt.Expression expression
                && expression.expr() instanceof Expr.Assign assign
                && assign.target() instanceof Expr.Local local
                && local.type().isString()) {
            return assign.value();
        }
        return stmt instanceof Stmt.Expression expression
                        && expression.expr() instanceof Expr.Call call
                        && ANSWERING.contains(call.method().name())
                        && !isPrinted(call)
                ? call
                : null;
    }

    /** {@code System.err.println(…)}: for whoever has started the program. */
    private static boolean isPrinted(Expr.Call call) {
        return call.receiver() instanceof Expr.Field stream
                && stream.owner().simpleName().equals("System")
                && (stream.name().equals("out") || stream.name().equals("err"));
    }

    /** The answer that a value is; null when it says nothing that can be seen. */
    static @Nullable Answer of(Expr value) {
        List<String> parts = parts(value);
        return parts.isEmpty() ? null : new Answer(parts, value.span());
    }

    Span span() {
        return span;
    }

    private static List<String> parts(Expr value) {
        List<String> parts = new ArrayList<>();
        Walk.expressions(value, part -> {
            if (part instanceof Expr.Literal literal
                    && (literal.value() instanceof String || literal.value() instanceof Integer)) {
                parts.add("\"" + literal.value() + "\"");
            } else if (part instanceof Expr.Field field && field.constant() instanceof String text) {
                parts.add("\"" + text + "\"");
            } else if (part instanceof Expr.Field field && (STATUS.contains(field.name()) || isCode(field))) {
                parts.add(field.name());
            } else if (part instanceof Expr.New made && made.type().simpleName().endsWith("Exception")) {
                parts.add(made.type().simpleName());
            } else if (part instanceof Expr.Call call
                    && Set.of("notFound", "unauthorized", "badRequest", "forbidden")
                            .contains(call.method().name())) {
                parts.add(call.method().name() + "()");
            }
        });
        return parts;
    }

    /** {@code ErrorCode.USER_NOT_EXIST}: a constant that says which answer it is. */
    private static boolean isCode(Expr.Field field) {
        return field.isStatic()
                && field.name().indexOf('_') > 0
                && field.name().equals(field.name().toUpperCase(Locale.ROOT))
                && (field.constant() == null || field.constant() instanceof Integer);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Answer answer && answer.parts.equals(parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    @Override
    public String toString() {
        return String.join(" ", parts);
    }
}
