package dev.keywright.checks.rules.signature;

import com.google.auto.service.AutoService;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.ir.BinaryOp;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Statements;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.UnaryOp;
import dev.keywright.checks.rules.DeclarationRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Flags ways around a verification: its answer is not used, it is skipped when the secret or the credential is missing, an
 * exception counts as success, or the caller's own word (its user agent, a debug flag) switches it off.
 */
@AutoService(Rule.class)
public final class SignatureCheckBypassed implements DeclarationRule {

    private static final RuleInfo INFO = new RuleInfo(
            "SignatureCheckBypassed",
            List.of(347, 636),
            Severity.ERROR,
            "Flags ways around a verification: an unused answer, a missing value or an exception taken as success.");

    private static final Pattern VERIFYING_NAME = Pattern.compile(
            "(is|has)?_?(verif|valid|check|authenticat|authoriz|genuine|trusted|matches).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern CREDENTIAL_NAME = Pattern.compile(
            ".*(signature|hmac|token|secret|api_?key|password|passwd|credential|authorization|authheader|digest).*|^(sig|mac|key|auth|header)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DEBUG_FLAG = Pattern.compile(
            "(is|get)?_?(debug|debugMode|testMode|devMode|skip(Signature|Verification|Check|Auth).*|disable(d)?(Signature|Verification|Check|Auth).*|bypass.*)",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> SAID_OF_ITSELF =
            Set.of("user-agent", "x-forwarded-for", "x-real-ip", "x-debug", "x-test", "x-bypass", "referer", "origin");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TypeDecl type, RuleContext context) {
        if (!context.file()
                .mayMention("erif", "isEqual", "matches", "checkpw", "ignature", "oken", "ecret", "mac", "Mac")) {
            return;
        }
        Verifications verifications = new Verifications(context.program());
        for (MethodDecl method : type.methods()) {
            if (method.body() != null) {
                Slice slice = new Slice(method);
                Checks checks = new Checks(slice, verifications.of(method, slice));
                Statements.each(method.body(), stmt -> checkStatement(stmt, method, checks, context));
            }
        }
    }

    private static void checkStatement(Stmt stmt, MethodDecl method, Checks checks, RuleContext context) {
        if (stmt instanceof Stmt.Expression expression
                && expression.expr() instanceof Expr.Call call
                && checks.isIgnorable(call)) {
            context.report(call.span(), Messages.IGNORED, List.of());
        } else if (stmt instanceof Stmt.If test) {
            checkAccepted(test, method, checks, context);
            checkAlternative(test, checks, context);
            checkSkipped(test, method, checks, context);
        } else if (stmt instanceof Stmt.Try attempt && checks.verifiesIn(attempt.body())) {
            for (Stmt.Catch caught : attempt.catches()) {
                if ((Macs.isBoolean(method) && Outcome.accepts(caught.body()))
                        || swallowsRefusal(attempt, caught, checks)) {
                    context.report(caught.span(), Messages.ACCEPTED_ON_ERROR, List.of());
                }
            }
        }
    }

    /** {@code if (internalAddress || verify(signature))}: the first alternative needs no signature. */
    private static void checkAlternative(Stmt.If test, Checks checks, RuleContext context) {
        List<Expr> alternatives = Absence.operands(test.condition(), BinaryOp.OR_OR);
        if (alternatives.size() < 2 || alternatives.stream().noneMatch(checks::isCheck)) {
            return;
        }
        for (Expr alternative : alternatives) {
            String said = checks.isCheck(alternative) ? null : saidOfItself(alternative, checks.slice());
            if (said != null) {
                context.report(alternative.span(), Messages.bypassed(said), List.of());
            }
        }
    }

    /** A refusal that is thrown where it is caught at once, and nobody stops. */
    private static boolean swallowsRefusal(Stmt.Try attempt, Stmt.Catch caught, Checks checks) {
        boolean catchesAll = caught.types().stream()
                .map(TypeRef::simpleName)
                .anyMatch(name ->
                        name.equals("Exception") || name.equals("Throwable") || name.equals("RuntimeException"));
        return catchesAll
                && attempt.finalizer() == null
                && throwsRefusal(attempt.body(), checks)
                && !leaves(caught.body());
    }

    private static boolean throwsRefusal(Stmt body, Checks checks) {
        boolean[] found = new boolean[1];
        Statements.each(body, stmt -> {
            if (stmt instanceof Stmt.If test && isNegatedCheck(test.condition(), checks)) {
                Statements.each(test.then(), inner -> found[0] |= inner instanceof Stmt.Throw);
            }
        });
        return found[0];
    }

    private static boolean leaves(Stmt body) {
        boolean[] found = new boolean[1];
        Statements.each(body, stmt -> found[0] |= stmt instanceof Stmt.Throw || stmt instanceof Stmt.Return);
        return found[0] || Outcome.refuses(body);
    }

    /** {@code if (secret == null) return true;} in a method that otherwise verifies. */
    private static void checkAccepted(Stmt.If test, MethodDecl method, Checks checks, RuleContext context) {
        if (!Macs.isBoolean(method) || !isVerifying(method, checks) || !Outcome.accepts(test.then())) {
            return;
        }
        for (Expr operand : Absence.operands(test.condition(), BinaryOp.OR_OR)) {
            Expr absent = Absence.absent(operand);
            if (absent != null && isCredential(absent) && (checks.verifiesMac() || checks.compares(absent))) {
                report(operand, absent, method, checks, Messages.ACCEPTED_WHEN_ABSENT, context);
                return;
            }
            String said =
                    DEBUG_FLAG.matcher(name(operand)).matches() ? name(operand) : saidOfItself(operand, checks.slice());
            if (said != null) {
                context.report(operand.span(), Messages.bypassed(said), List.of());
                return;
            }
        }
    }

    /** {@code if (signature != null && !verify(signature)) refuse} and its nested form, with nothing that refuses null. */
    private static void checkSkipped(Stmt.If test, MethodDecl method, Checks checks, RuleContext context) {
        List<Expr> conjuncts = Absence.operands(test.condition(), BinaryOp.AND_AND);
        boolean negated = conjuncts.stream().anyMatch(conjunct -> isNegatedCheck(conjunct, checks));
        boolean nested = !negated && test.otherwise() == null && firstRefusal(test.then(), checks);
        if (!(negated && Outcome.refuses(test.then())) && !nested) {
            return;
        }
        for (Expr conjunct : conjuncts) {
            Expr value = Absence.present(conjunct);
            if (value != null
                    && isCredential(value)
                    && (value instanceof Expr.Field || checks.verifies(value))
                    && !refusedElsewhere(value, method)) {
                report(conjunct, value, method, checks, Messages.SKIPPED_WHEN_ABSENT, context);
                return;
            }
        }
    }

    private static boolean firstRefusal(Stmt body, Checks checks) {
        boolean[] found = new boolean[1];
        Statements.each(body, stmt -> {
            if (stmt instanceof Stmt.If inner
                    && Outcome.refuses(inner.then())
                    && Absence.operands(inner.condition(), BinaryOp.OR_OR).stream()
                            .anyMatch(operand -> isNegatedCheck(operand, checks))) {
                found[0] = true;
            }
        });
        return found[0];
    }

    private static boolean isNegatedCheck(Expr expr, Checks checks) {
        return expr instanceof Expr.Unary not && not.op() == UnaryOp.NOT && checks.isCheck(not.operand());
    }

    private static boolean refusedElsewhere(Expr value, MethodDecl method) {
        boolean[] found = new boolean[1];
        Statements.each(method.body(), stmt -> {
            if (stmt instanceof Stmt.If other && Outcome.refuses(other.then())) {
                for (Expr operand : Absence.operands(other.condition(), BinaryOp.OR_OR)) {
                    Expr absent = Absence.absent(operand);
                    found[0] |= absent != null && name(absent).equals(name(value));
                }
            }
        });
        return found[0];
    }

    /** A caller who leaves something out is the attacker; a secret that nobody has configured is a mistake to warn of. */
    private static void report(
            Expr at, Expr value, MethodDecl method, Checks checks, String message, RuleContext context) {
        boolean callers = checks.comesFromCaller(value, method);
        context.report(callers ? Severity.ERROR : Severity.WARNING, at.span(), message, List.of(), null);
    }

    private static boolean isVerifying(MethodDecl method, Checks checks) {
        return checks.verifiesMac() || (VERIFYING_NAME.matcher(method.name()).matches() && checks.compares());
    }

    private static boolean isCredential(Expr expr) {
        boolean text =
                expr.type().isString() || expr.type().dims() > 0 || !expr.type().resolved();
        return text && CREDENTIAL_NAME.matcher(name(expr)).matches();
    }

    private static @Nullable String saidOfItself(Expr condition, Slice slice) {
        String[] said = new String[1];
        slice.madeFrom(condition, part -> {
            if (part instanceof Expr.Call call
                    && call.method().name().toLowerCase(Locale.ROOT).contains("header")
                    && !call.args().isEmpty()
                    && RequestParts.constant(call.args().get(0)) instanceof String text
                    && SAID_OF_ITSELF.contains(text.toLowerCase(Locale.ROOT))) {
                said[0] = text;
                return true;
            }
            return false;
        });
        return said[0];
    }

    static String name(Expr expr) {
        if (expr instanceof Expr.Local local) {
            return local.name();
        }
        if (expr instanceof Expr.Field field) {
            return field.name();
        }
        if (expr instanceof Expr.Call call) {
            if (call.method().name().equals("trim") && call.receiver() != null) {
                return name(call.receiver());
            }
            return call.args().isEmpty() ? call.method().name().replaceFirst("^get", "") : "";
        }
        return "";
    }
}
