package dev.keywright.checks.rules.material;

import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.rules.RuleContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How often a password is hashed, where it is said to something else than a {@code PBEKeySpec}. */
final class Iterations {

    private static final int LEAST = 10_000;
    private static final int LEAST_COST = 10;

    private Iterations() {}

    static void check(FlowView flow, Expr expr, RuleContext context) {
        Expr count = null;
        if (expr instanceof Expr.New creation) {
            int size = creation.args().size();
            String type = creation.type().simpleName();
            if (type.equals("PBEParameterSpec") && size >= 2) {
                count = creation.args().get(1);
            } else if (type.equals("Pbkdf2PasswordEncoder") && size >= 3) {
                // (secret, iterations, width) of Spring Security 5, (secret, salt length, iterations, algorithm) of 6.
                count = creation.args().get(size == 3 ? 1 : 2);
            }
        } else if (expr instanceof Expr.Call call && !flow.isTestLike()) {
            String name = call.method().name();
            if (name.equals("setKeyObtentionIterations") && call.args().size() == 1) {
                count = call.args().get(0);
            } else if (name.equals("init")
                    && call.args().size() == 3
                    && call.receiver() != null
                    && call.receiver().type().simpleName().startsWith("PKCS5S2")) {
                count = call.args().get(2);
            } else {
                cost(flow, call, context);
            }
        }
        int iterations = count == null ? 0 : number(flow.value(count).constant());
        if (count != null && iterations > 0 && iterations < LEAST) {
            context.report(Severity.WARNING, count.span(), Messages.fewIterations(iterations, LEAST), List.of(), null);
        }
    }

    /** bcrypt's cost, by the names of at.favre's and Bouncy Castle's libraries. */
    private static void cost(FlowView flow, Expr.Call call, RuleContext context) {
        String name = call.method().name();
        String owner = call.method().owner().simpleName();
        Expr cost = null;
        if ((name.equals("hash") || name.equals("hashToString") || name.equals("hashToChar"))
                && call.args().size() == 2
                && (owner.equals("Hasher")
                        || call.receiver() instanceof Expr.Call maker
                                && maker.method().owner().simpleName().equals("BCrypt"))) {
            cost = call.args().get(0);
        } else if (name.equals("generate") && call.args().size() == 3 && owner.endsWith("BCrypt")) {
            cost = call.args().get(2);
        }
        if (cost != null && flow.value(cost).constant() instanceof Integer log && log > 0 && log < LEAST_COST) {
            context.report(
                    Severity.WARNING, cost.span(), Messages.fewIterations(1 << log, 1 << LEAST_COST), List.of(), null);
        }
    }

    /** A count, also one that is written as a text. */
    private static int number(@Nullable Object constant) {
        if (constant instanceof String text && text.matches("\\d{1,8}")) {
            return Integer.parseInt(text);
        }
        return constant instanceof Integer count ? count : 0;
    }
}
