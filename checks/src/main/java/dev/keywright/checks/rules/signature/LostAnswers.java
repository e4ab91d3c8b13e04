package dev.keywright.checks.rules.signature;

import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.Statements;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.rules.RuleContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Verifications whose answer decides nothing: dropped, only logged, or caught. */
final class LostAnswers {

    private static final Set<String> ALL =
            Set.of("Exception", "Throwable", "RuntimeException", "SecurityException", "GeneralSecurityException");

    private LostAnswers() {}

    static void check(MethodDecl method, Checks checks, RuleContext context) {
        Statements.everywhere(method.body(), stmt -> {
            if (stmt instanceof Stmt.Block block) {
                sequence(block.statements(), method, checks, context);
            } else if (stmt instanceof Stmt.Switch choice) {
                choice.cases().forEach(each -> sequence(each.body(), method, checks, context));
            } else if (stmt instanceof Stmt.If test) {
                alone(test.then(), checks, context);
                alone(test.otherwise(), checks, context);
                unheeded(test, checks, context);
            }
        });
    }

    private static void sequence(List<Stmt> statements, MethodDecl method, Checks checks, RuleContext context) {
        for (int i = 0; i < statements.size(); i++) {
            Stmt stmt = statements.get(i);
            if (stmt instanceof Stmt.Expression expression
                    && expression.expr() instanceof Expr.Call call
                    && checks.isIgnorable(call)
                    && !refusesAnyway(statements.subList(i + 1, statements.size()))
                    && !isDecoy(call)) {
                context.report(call.span(), Messages.IGNORED, List.of());
            } else if (stmt instanceof Stmt.LocalVariable local
                    && local.initializer() instanceof Expr.Call call
                    && checks.isAnswer(call)
                    && !isAsked(local.variable().id(), method)) {
                context.report(call.span(), Messages.IGNORED, List.of());
            } else if (stmt instanceof Stmt.Try attempt) {
                Stmt next = i + 1 < statements.size() ? statements.get(i + 1) : null;
                swallowed(attempt, next, method, checks, context);
            }
        }
    }

    private static void alone(@Nullable Stmt stmt, Checks checks, RuleContext context) {
        if (stmt instanceof Stmt.Expression expression
                && expression.expr() instanceof Expr.Call call
                && checks.isIgnorable(call)
                && !isDecoy(call)) {
            context.report(call.span(), Messages.IGNORED, List.of());
        }
    }

    /** Work done for its time only: whatever it answers, the caller is turned away. */
    private static boolean refusesAnyway(List<Stmt> rest) {
        return !rest.isEmpty()
                && rest.stream().allMatch(stmt -> Outcome.onlyNotes(stmt) || Outcome.leaves(stmt))
                && Outcome.refuses(rest.get(rest.size() - 1));
    }

    /** A comparison with a made-up hash takes the time that a real one takes, and means nothing else. */
    private static boolean isDecoy(Expr.Call call) {
        return call.args().stream()
                .anyMatch(argument -> argument instanceof Expr.Literal
                        || SignatureCheckBypassed.name(argument)
                                .toLowerCase(Locale.ROOT)
                                .matches(".*(dummy|fake|decoy|nobody|not_?found|invalid).*"));
    }

    /** Whether anything but a log line asks what a variable holds. */
    private static boolean isAsked(int variable, MethodDecl method) {
        boolean[] asked = new boolean[1];
        Statements.everywhere(method.body(), stmt -> {
            for (Expr expr : Statements.expressions(stmt)) {
                Walk.expressions(
                        expr,
                        part -> part instanceof Expr.Call call && Outcome.isLogging(call),
                        part -> asked[0] |= Macs.isLocal(part, variable));
            }
            asked[0] |= stmt instanceof Stmt.Assert;
        });
        return asked[0];
    }

    /** {@code if (!verify(…)) log.warn(…);} and on it goes. */
    private static void unheeded(Stmt.If test, Checks checks, RuleContext context) {
        boolean refused = SignatureCheckBypassed.negates(test.condition(), checks);
        boolean admitted = test.condition() instanceof Expr.Call call && checks.isIgnorable(call);
        if ((refused || admitted)
                && Outcome.onlyNotes(test.then())
                && (test.otherwise() == null ? refused : Outcome.onlyNotes(test.otherwise()))
                && hasSignature(test.condition(), checks)) {
            context.report(test.condition().span(), Messages.UNHEEDED, List.of());
        }
    }

    /** A name alone ({@code checkKey}) is too little to demand that a branch refuses. */
    private static boolean hasSignature(Expr condition, Checks checks) {
        return Walk.any(condition, part -> part instanceof Expr.Call call && checks.isIgnorable(call));
    }

    private static void swallowed(
            Stmt.Try attempt, @Nullable Stmt next, MethodDecl method, Checks checks, RuleContext context) {
        boolean verifies = checks.verifiesIn(attempt.body());
        Set<Integer> verified = new HashSet<>();
        boolean lastThrows = lastIsThrowingCheck(attempt.body(), checks);
        Statements.each(attempt.body(), stmt -> verified.addAll(assigned(stmt, checks)));
        for (Stmt.Catch caught : attempt.catches()) {
            boolean goesOn = !Outcome.leaves(caught.body())
                    && !Outcome.refuses(caught.body())
                    && !isThrownByHelper(caught.body(), context.program());
            boolean taken = verifies
                    && Macs.isBoolean(method)
                    && (Outcome.accepts(caught.body())
                            || (goesOn && next instanceof Stmt.Return && Outcome.accepts(next))
                            || (goesOn
                                    && next instanceof Stmt.Return said
                                    && holdsTrue(said, attempt, method, checks)));
            boolean refusalLost = goesOn
                    && attempt.finalizer() == null
                    && caught.types().stream().map(TypeRef::simpleName).anyMatch(ALL::contains)
                    && throwsRefusal(attempt.body(), checks);
            boolean skipped = goesOn
                    && next != null
                    && attempt.finalizer() == null
                    && !Macs.isBoolean(method)
                    && !turnsAway(next)
                    && (isEmpty(caught.body()) || Outcome.onlyNotes(caught.body()))
                    && lastRefuses(attempt.body(), checks);
            if (refusesBefore(attempt, caught)) {
                continue; // a wrong signature has left already: this is about another part of the token
            }
            if (taken
                    || skipped
                    || refusalLost
                    || (goesOn && lastThrows)
                    || (goesOn && replaces(caught.body(), verified))) {
                context.report(caught.span(), Messages.ACCEPTED_ON_ERROR, List.of());
            } else if (verifies) {
                settled(caught.body(), attempt, method, checks, context);
            }
        }
    }

    /** {@code catch (…) { return !strict; }}: whoever makes the check fail is let in wherever a switch says so. */
    private static void settled(Stmt caught, Stmt.Try attempt, MethodDecl method, Checks checks, RuleContext context) {
        Statements.each(caught, stmt -> {
            Expr answer = null;
            if (stmt instanceof Stmt.Return returned && Macs.isBoolean(method)) {
                answer = returned.value();
            } else if (stmt instanceof Stmt.Expression expression
                    && expression.expr() instanceof Expr.Assign assign
                    && assign.target() instanceof Expr.Local kept
                    && Walk.any(attempt.body(), part -> isVerdict(part, kept, checks))) {
                answer = assign.value();
            }
            Expr setting = answer instanceof Expr.Unary not ? not.operand() : answer;
            if (setting instanceof Expr.Field field
                    && field.constant() == null
                    && !Walk.any(method, part -> assigns(part, field))) {
                context.report(Severity.WARNING, setting.span(), Messages.ACCEPTED_ON_ERROR, List.of(), null);
            }
        });
    }

    private static boolean isVerdict(Expr part, Expr.Local kept, Checks checks) {
        return part instanceof Expr.Assign assign
                && assign.target() instanceof Expr.Local local
                && local.id() == kept.id()
                && checks.isCheck(assign.value());
    }

    /** A field that the method itself writes holds its answer, and is no setting. */
    private static boolean assigns(Expr part, Expr.Field field) {
        return part instanceof Expr.Assign assign
                && assign.target() instanceof Expr.Field written
                && written.name().equals(field.name());
    }

    /** What stands behind the check happens also when an exception came before it: it ends the attempt and turns callers away. */
    private static boolean lastRefuses(Stmt.Block body, Checks checks) {
        List<Stmt> statements = body.statements();
        return !statements.isEmpty()
                && statements.get(statements.size() - 1) instanceof Stmt.If test
                && SignatureCheckBypassed.negates(test.condition(), checks)
                && Outcome.leaves(test.then());
    }

    /** {@code boolean valid = true; try { valid = verify(…); } catch (…) {} return valid;} */
    private static boolean holdsTrue(Stmt.Return said, Stmt.Try attempt, MethodDecl method, Checks checks) {
        if (!(said.value() instanceof Expr.Local answer)) {
            return false;
        }
        boolean[] before = new boolean[1];
        Statements.everywhere(
                method.body(),
                stmt -> before[0] |= stmt instanceof Stmt.LocalVariable local
                        && local.variable().id() == answer.id()
                        && local.initializer() != null
                        && Outcome.isLiteral(local.initializer(), true));
        return before[0] && Walk.any(attempt.body(), part -> isVerdict(part, answer, checks));
    }

    private static boolean turnsAway(Stmt next) {
        return Outcome.refuses(next)
                || next instanceof Stmt.Return returned
                        && (returned.value() == null || Expr.Literal.isNull(returned.value()));
    }

    /** {@code throwInvalid();}: a method of the program's own that ends in a throw. */
    private static boolean isThrownByHelper(Stmt branch, Program program) {
        if (!(Statements.last(branch) instanceof Stmt.Expression expression)
                || !(expression.expr() instanceof Expr.Call call)) {
            return false;
        }
        MethodDecl helper = program.method(call.method());
        return helper != null && helper.body() != null && Outcome.alwaysThrows(helper.body());
    }

    private static boolean isEmpty(Stmt branch) {
        return branch instanceof Stmt.Block block && block.statements().isEmpty();
    }

    private static boolean refusesBefore(Stmt.Try attempt, Stmt.Catch caught) {
        for (Stmt.Catch earlier : attempt.catches()) {
            if (earlier == caught) {
                return false;
            }
            boolean signature =
                    earlier.types().stream().anyMatch(type -> type.simpleName().contains("Signature"));
            if (signature && Outcome.leaves(earlier.body()) && !Outcome.accepts(earlier.body())) {
                return true;
            }
        }
        return false;
    }

    private static boolean lastIsThrowingCheck(Stmt.Block body, Checks checks) {
        if (body.statements().isEmpty()) {
            return false;
        }
        Stmt last = body.statements().get(body.statements().size() - 1);
        return last instanceof Stmt.Expression expression
                && expression.expr() instanceof Expr.Call call
                && checks.isThrowingCheck(call);
    }

    /** The variables that a statement gives the result of a verification that throws. */
    private static List<Integer> assigned(Stmt stmt, Checks checks) {
        List<Integer> ids = new ArrayList<>();
        if (stmt instanceof Stmt.Expression expression
                && expression.expr() instanceof Expr.Assign assign
                && assign.target() instanceof Expr.Local local
                && Walk.any(assign.value(), part -> part instanceof Expr.Call call && checks.isThrowingCheck(call))) {
            ids.add(local.id());
        }
        return ids;
    }

    /** Whether a catch gives one of these variables something else than null. */
    private static boolean replaces(Stmt body, Set<Integer> variables) {
        return !variables.isEmpty()
                && Walk.any(
                        body,
                        part -> part instanceof Expr.Assign assign
                                && assign.target() instanceof Expr.Local local
                                && variables.contains(local.id())
                                && !(assign.value() instanceof Expr.Literal));
    }

    private static boolean throwsRefusal(Stmt body, Checks checks) {
        boolean[] found = new boolean[1];
        Statements.each(body, stmt -> {
            if (stmt instanceof Stmt.If test && SignatureCheckBypassed.negates(test.condition(), checks)) {
                Statements.each(test.then(), inner -> found[0] |= inner instanceof Stmt.Throw);
            }
        });
        return found[0];
    }
}
