package dev.keywright.checks.rules.material;

import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Variable;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.rules.RuleContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How often a password is hashed, and what that costs. */
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
            } else if (type.equals("PBEKeySpec") && size >= 3) {
                derived(flow, creation.args().get(2), context);
            } else if (type.equals("BCryptPasswordEncoder")) {
                creation.args().forEach(cost -> checkCost(flow, cost, context));
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
        if (expr instanceof Expr.Call call
                && call.method().name().equals("gensalt")
                && !call.args().isEmpty()) {
            checkCost(flow, call.args().get(call.args().size() - 1), context);
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
        if (cost != null) {
            checkCost(flow, cost, context);
        }
    }

    /** bcrypt's cost is the logarithm of its rounds. */
    private static void checkCost(FlowView flow, Expr at, RuleContext context) {
        if (at.type().name().equals("int")
                && flow.value(at).constant() instanceof Integer cost
                && cost > 0
                && cost < LEAST_COST) {
            context.report(
                    Severity.WARNING, at.span(), Messages.fewIterations(1 << cost, 1 << LEAST_COST), List.of(), null);
        }
    }

    /** The count of a {@code PBEKeySpec}: written there, or handed in by the methods of the class. */
    private static void derived(FlowView flow, Expr count, RuleContext context) {
        if (flow.value(count).constant() instanceof Integer iterations && iterations < LEAST) {
            context.report(count.span(), Messages.fewIterations(iterations, LEAST), List.of());
        } else if (count instanceof Expr.Local iterations) {
            handedIn(flow, iterations, context);
        }
    }

    /** {@code derive(password, salt, 1000)}: how often, a method of the same class says that calls this one. */
    private static void handedIn(FlowView flow, Expr.Local iterations, RuleContext context) {
        List<Variable> parameters = flow.method().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            int index = i;
            if (parameters.get(i).id() != iterations.id()) {
                continue;
            }
            for (MethodDecl caller : flow.type().methods()) {
                Walk.expressions(caller, expr -> {
                    if (expr instanceof Expr.Call call
                            && call.args().size() == parameters.size()
                            && call.method().name().equals(flow.method().name())
                            && context.program().method(call.method()) == flow.method()
                            && count(call.args().get(index)) instanceof Integer few
                            && few < LEAST) {
                        context.report(call.args().get(index).span(), Messages.fewIterations(few, LEAST), List.of());
                    }
                });
            }
        }
    }

    private static @Nullable Object count(Expr expr) {
        return expr instanceof Expr.Literal literal
                ? literal.value()
                : expr instanceof Expr.Field field ? field.constant() : null;
    }

    /** Whether a hash is repeated too seldom; often enough when it is not written out. */
    static boolean areFew(FlowView flow, Expr.New creation) {
        int salted = creation.type().simpleName().equals("SimpleHash") ? 3 : 2;
        if (creation.args().size() <= salted) {
            return true;
        }
        return flow.value(creation.args().get(salted)).constant() instanceof Integer rounds && rounds < LEAST;
    }

    /** A count, also one that is written as a text. */
    private static int number(@Nullable Object constant) {
        if (constant instanceof String text && text.matches("\\d{1,8}")) {
            return Integer.parseInt(text);
        }
        return constant instanceof Integer count ? count : 0;
    }
}
