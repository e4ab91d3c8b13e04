package dev.keywright.checks.rules.material;

import dev.keywright.checks.flow.Flag;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.Value;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.rules.RuleContext;
import java.util.List;
import java.util.Set;

/** Accounts that the code itself opens, by a hash of a written password, and keys that sign what browsers keep. */
final class SpringAccounts {

    private static final Set<String> TAKING = Set.of(
            "password",
            "setPassword",
            "withPassword",
            "passwordHash",
            "setPasswordHash",
            "setHashedPassword",
            "setEncodedPassword");
    private static final Set<String> HASHING =
            Set.of("encode", "encodePassword", "hash", "hashpw", "hashPassword", "bcryptHash", "encryptPassword");

    private SpringAccounts() {}

    static void check(FlowView flow, RuleContext context, Set<Span> told) {
        if (flow.isTestLike() || flow.isInitializers()) {
            return;
        }
        Walk.expressions(flow.method(), expr -> {
            if (!(expr instanceof Expr.Call call) || call.args().size() != 1) {
                return;
            }
            Expr argument = call.args().get(0);
            if (TAKING.contains(call.method().name())
                    && argument instanceof Expr.Call hash
                    && HASHING.contains(hash.method().name())
                    && !hash.args().isEmpty()) {
                tell(flow, hash.args().get(0), "a password", context, told);
            } else if (call.method().name().equals("rememberMe") && argument instanceof Expr.Lambda lambda) {
                Walk.expressions(lambda.body(), part -> {
                    if (part instanceof Expr.Call key
                            && key.method().name().equals("key")
                            && key.args().size() == 1) {
                        tell(flow, key.args().get(0), "a key", context, told);
                    }
                });
            }
        });
    }

    private static void tell(FlowView flow, Expr written, String what, RuleContext context, Set<Span> told) {
        Value value = flow.value(written);
        String text = value.text();
        boolean literal = value.is(Flag.LITERAL) || written instanceof Expr.Literal;
        if (literal
                && text != null
                && !text.isBlank()
                && !HardcodedSecret.isPlaceholder(text)
                && told.add(written.span())) {
            context.report(written.span(), Messages.hardcoded(what), List.of());
        }
    }
}
