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
import dev.keywright.checks.ir.UnaryOp;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.models.SecretNames;
import dev.keywright.checks.rules.DeclarationRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.HashSet;
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

    private static final Pattern DEBUG_FLAG = Pattern.compile(
            "(is|get)?_?(debug|debugMode|testMode|devMode|skip(Signature|Verification|Check|Auth).*|disable(d)?(Signature|Verification|Check|Auth).*|bypass.*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SAID_OF_ITSELF = Pattern.compile(
            "user-agent|x-forwarded-for|x-real-ip|referer|origin|(x-)?(debug|test|dev|internal|skip|bypass|no-?auth)(-.*)?",
            Pattern.CASE_INSENSITIVE);
    /** An address that opens a door is SpoofableClientAddress's. */
    static final Pattern ADDRESS = Pattern.compile("x-forwarded-for|x-real-ip", Pattern.CASE_INSENSITIVE);

    private static final Set<String> ANSWERING = Set.of(
            "status",
            "body",
            "build",
            "ok",
            "of",
            "header",
            "entity",
            "json",
            "write",
            "end",
            "put",
            "add",
            "get",
            "equals",
            "sendError",
            "setStatus",
            "setStatusCode",
            "append",
            "format",
            "valueOf",
            "getHeader",
            "just",
            "setHeader");
    private static final Set<String> GUARDING = Set.of(
            "auth",
            "authentication",
            "authorization",
            "authenticate",
            "security",
            "login",
            "token",
            "jwt",
            "permission",
            "access",
            "signature");
    private static final Pattern SIGNATURE_NAME =
            Pattern.compile(".*(signature|hmac)|sig|sign|mac", Pattern.CASE_INSENSITIVE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TypeDecl type, RuleContext context) {
        if (!context.file()
                .mayMention(
                        "erif",
                        "getUserAgent",
                        "isEqual",
                        "matches",
                        "checkpw",
                        "ignature",
                        "oken",
                        "ecret",
                        "mac",
                        "Mac")) {
            return;
        }
        Verifications verifications = Verifications.of(context);
        CheckWords words = CheckWords.of(context);
        for (MethodDecl method : type.methods()) {
            WarnedAcceptance.check(method, context);
            UnsignedObjects.check(method, context);
            if (method.body() != null && (verifications.mayBeIn(method) || words.mayBeIn(context.file(), method))) {
                Slice slice = context.slice(method);
                Checks checks = new Checks(context.program(), slice, verifications.of(method, slice));
                LostAnswers.check(method, checks, context);
                OpenFilters.check(method, slice, context);
                Statements.everywhere(method.body(), stmt -> {
                    if (stmt instanceof Stmt.If test) {
                        check(test, type, method, checks, context);
                    }
                });
            }
        }
    }

    private static void check(Stmt.If test, TypeDecl type, MethodDecl method, Checks checks, RuleContext context) {
        if (UnsetSecrets.check(test, method, checks, context)) {
            return;
        }
        if (!checkAccepted(test, method, checks, context) && !checkProceeding(test, type, method, checks, context)) {
            checkNoted(test, method, checks, context);
            checkAlternative(test, checks, context);
            checkSkipped(test, method, checks, context);
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

    /** {@code if (secret == null) return true;} in a method that otherwise verifies. */
    private static boolean checkAccepted(Stmt.If test, MethodDecl method, Checks checks, RuleContext context) {
        if (!Macs.isBoolean(method) || !Outcome.accepts(test.then()) || !isVerifying(method, checks)) {
            return false;
        }
        for (Expr operand : Absence.operands(test.condition(), BinaryOp.OR_OR)) {
            Expr absent = Absence.absent(operand);
            if (absent != null
                    && checks.isCredential(absent)
                    && (checks.verifiesMac()
                            || checks.compares(absent)
                            || checks.verifies(absent)
                            || absent instanceof Expr.Field && answersByCheck(method, checks))) {
                report(operand, absent, method, checks, Messages.ACCEPTED_WHEN_ABSENT, context);
                return true;
            }
            if (reportSaid(operand, checks, context)) {
                return true;
            }
        }
        return false;
    }

    /** {@code if (signature == null) { process(body); return; }} where the verified request is processed by the same call. */
    private static boolean checkProceeding(
            Stmt.If test, TypeDecl type, MethodDecl method, Checks checks, RuleContext context) {
        if (!Outcome.leaves(test.then())
                || Outcome.refuses(test.then())
                || !checks.checksAnything() && !isGuard(type)
                || checks.verifiesIn(test.then())
                || !goesOn(test, method)) {
            return false;
        }
        for (Expr operand : Absence.operands(test.condition(), BinaryOp.OR_OR)) {
            Expr absent = Absence.absent(operand);
            if (absent != null
                    && checks.verifiesMac()
                    && SIGNATURE_NAME.matcher(name(absent)).matches()
                    && checks.verifies(absent)) {
                report(operand, absent, method, checks, Messages.ACCEPTED_WHEN_ABSENT, context);
                return true;
            }
            String said = saidOfItself(operand, checks.slice());
            if (said != null && !ADDRESS.matcher(said).matches()) {
                context.report(operand.span(), Messages.bypassed(said), List.of());
                return true;
            }
        }
        return false;
    }

    /** {@code AuthFilter}: what it does with a request is to let it pass or not. */
    private static boolean isGuard(TypeDecl type) {
        List<String> words = SecretNames.split(type.simpleName());
        int last = words.size() - 1;
        return last > 0
                && Set.of("filter", "interceptor", "guard").contains(words.get(last))
                && words.stream().anyMatch(GUARDING::contains);
    }

    /** Whether a branch makes a call that the method makes again behind it: neither a log line nor part of an answer. */
    private static boolean goesOn(Stmt.If test, MethodDecl method) {
        Set<String> inBranch = new HashSet<>();
        Walk.expressions(test.then(), part -> {
            if (part instanceof Expr.Call call && isWork(call)) {
                inBranch.add(signature(call));
            }
        });
        return !inBranch.isEmpty()
                && Walk.any(
                        method,
                        part -> part instanceof Expr.Call call
                                && call.span().start() > test.span().end()
                                && isWork(call)
                                && inBranch.contains(signature(call)));
    }

    private static boolean isWork(Expr.Call call) {
        return !call.args().isEmpty()
                && !Outcome.isLogging(call)
                && !ANSWERING.contains(call.method().name());
    }

    private static String signature(Expr.Call call) {
        String on = call.receiver() == null ? "" : name(call.receiver());
        return on + "." + call.method().name() + "/" + call.args().size();
    }

    private static boolean reportSaid(Expr operand, Checks checks, RuleContext context) {
        String said =
                DEBUG_FLAG.matcher(name(operand)).matches() ? name(operand) : saidOfItself(operand, checks.slice());
        if (said != null) {
            context.report(operand.span(), Messages.bypassed(said), List.of());
        }
        return said != null;
    }

    /** {@code if (signature == null) log(…); else if (!verify(signature)) refuse}: whoever sends none gets through. */
    private static void checkNoted(Stmt.If test, MethodDecl method, Checks checks, RuleContext context) {
        Stmt otherwise = test.otherwise();
        Stmt.If second = otherwise instanceof Stmt.If next ? next : null;
        if (second == null
                || !Outcome.onlyNotes(test.then())
                || !negates(second.condition(), checks)
                || !(Outcome.refuses(second.then()) || Outcome.leaves(second.then()))) {
            return;
        }
        for (Expr operand : Absence.operands(test.condition(), BinaryOp.OR_OR)) {
            Expr value = Absence.absent(operand);
            if (value != null && checks.isCredential(value) && checks.verifies(value)) {
                report(operand, value, method, checks, Messages.SKIPPED_WHEN_ABSENT, context);
                return;
            }
        }
    }

    /** {@code if (signature != null && !verify(signature)) refuse} and its nested form, with nothing that refuses null. */
    private static void checkSkipped(Stmt.If test, MethodDecl method, Checks checks, RuleContext context) {
        List<Expr> conjuncts = Absence.operands(test.condition(), BinaryOp.AND_AND);
        boolean negated = conjuncts.stream().anyMatch(conjunct -> isNegatedCheck(conjunct, checks))
                && (Outcome.refuses(test.then()) || Outcome.leaves(test.then()));
        boolean nested = !negated
                && test.otherwise() == null
                && !Outcome.leaves(test.then())
                && (firstRefusal(test.then(), checks) || throwingCheck(test.then(), checks));
        if (!negated && !nested) {
            return;
        }
        for (Expr conjunct : conjuncts) {
            Expr value = Absence.present(conjunct);
            if (value != null
                    && checks.isCredential(value)
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
                    && (Outcome.refuses(inner.then()) || Outcome.leaves(inner.then()))
                    && negates(inner.condition(), checks)) {
                found[0] = true;
            }
        });
        return found[0];
    }

    private static boolean throwingCheck(Stmt body, Checks checks) {
        return Walk.any(body, part -> part instanceof Expr.Call call && checks.isThrowingCheck(call));
    }

    /** Whether a condition, or one of its alternatives, holds when a verification fails. */
    static boolean negates(Expr condition, Checks checks) {
        return Absence.operands(condition, BinaryOp.OR_OR).stream()
                .anyMatch(operand -> isNegatedCheck(operand, checks));
    }

    private static boolean isNegatedCheck(Expr expr, Checks checks) {
        return expr instanceof Expr.Unary not && not.op() == UnaryOp.NOT && checks.isCheck(not.operand());
    }

    private static boolean refusedElsewhere(Expr value, MethodDecl method) {
        boolean[] found = new boolean[1];
        Statements.everywhere(method.body(), stmt -> {
            if (stmt instanceof Stmt.If other
                    && (Outcome.refuses(other.then()) || Outcome.alwaysThrows(other.then()))) {
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
        return checks.verifiesMac()
                || (Checks.isNamedAsCheck(method) && (checks.compares() || checks.checksAnything()))
                || answersByCheck(method, checks);
    }

    /** {@code return matches(body, signature);} makes a verification of a method, whatever it is called. */
    private static boolean answersByCheck(MethodDecl method, Checks checks) {
        boolean[] found = new boolean[1];
        Statements.everywhere(
                method.body(),
                stmt -> found[0] |= stmt instanceof Stmt.Return returned
                        && returned.value() instanceof Expr.Call call
                        && checks.isAnswer(call));
        return found[0];
    }

    static @Nullable String saidOfItself(Expr condition, Slice slice) {
        String[] said = new String[1];
        slice.madeFrom(condition, part -> {
            if (part instanceof Expr.Call call
                    && call.method().name().toLowerCase(Locale.ROOT).contains("header")
                    && !call.args().isEmpty()
                    && RequestParts.constant(call.args().get(0)) instanceof String text
                    && SAID_OF_ITSELF.matcher(text).matches()) {
                said[0] = text;
                return true;
            }
            if (part instanceof Expr.Call call
                    && call.method().name().equals("getUserAgent")
                    && call.args().size() <= 1) {
                said[0] = "User-Agent";
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
