package dev.keywright.checks.rules.material;

import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.rules.RuleContext;
import java.util.List;

/** How often a password is hashed, where it is said to something else than a {@code PBEKeySpec}. */
final class Iterations {

    private static final int LEAST = 10_000;

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
            }
        }
        if (count != null
                && flow.value(count).constant() instanceof Integer iterations
                && iterations > 0
                && iterations < LEAST) {
            context.report(Severity.WARNING, count.span(), Messages.fewIterations(iterations, LEAST), List.of(), null);
        }
    }
}
