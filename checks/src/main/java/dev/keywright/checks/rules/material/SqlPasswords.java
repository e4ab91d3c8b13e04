package dev.keywright.checks.rules.material;

import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.Event;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.Label;
import dev.keywright.checks.flow.Value;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.SinkKind;
import dev.keywright.checks.rules.RuleContext;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Passwords that a database compares: {@code WHERE name = ? AND password = ?}. A password hash that deserves the name has a
 * salt for each account, so that no query can ask for it.
 */
final class SqlPasswords {

    private static final Pattern COMPARED = Pattern.compile(
            "\\bwhere\\b.*?\\b(\\w*?)(password|passwd|pwd)\\b[\"`\\]]?\\s*=\\s*(\\?|:\\w)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern HASHED = Pattern.compile("hash|digest|enc|crypt", Pattern.CASE_INSENSITIVE);

    private SqlPasswords() {}

    static void check(FlowView flow, RuleContext context) {
        for (Event.Sink event : flow.sinks(SinkKind.LOOKUP, sink -> isPassword(sink.value()))) {
            if (event.inner() == null && Walk.any(flow.method(), part -> compares(flow, part))) {
                context.report(Severity.WARNING, event.span(), Messages.COMPARED_IN_SQL, List.of(), null);
            }
        }
    }

    private static boolean compares(FlowView flow, Expr part) {
        Object constant = part instanceof Expr.Literal literal
                ? literal.value()
                : part instanceof Expr.Field field ? field.constant() : null;
        if (constant == null && part instanceof Expr.Binary) {
            constant = flow.value(part).text();
        }
        if (!(constant instanceof String sql)) {
            return false;
        }
        Matcher compared = COMPARED.matcher(sql);
        return compared.find() && !HASHED.matcher(compared.group(1)).find();
    }

    private static boolean isPassword(Value value) {
        return value.labels().stream().filter(Label::sure).anyMatch(label -> label.kind() == Kind.PASSWORD);
    }
}
