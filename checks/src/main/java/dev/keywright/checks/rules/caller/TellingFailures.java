package dev.keywright.checks.rules.caller;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Pattern.Type;
import dev.keywright.checks.ir.Statements;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A security framework says by the type of its exception why a log-in failed; whoever answers each type with a text of its
 * own tells which accounts exist: {@code catch (UnknownAccountException e)} beside {@code catch
 * (IncorrectCredentialsException e)}, or the same asked by {@code instanceof}.
 */
final class TellingFailures {

    private static final Pattern UNKNOWN = Pattern.compile(
            "(UnknownAccount|UnknownUser|UsernameNotFound|UserNotFound|AccountNotFound|NoSuchUser|NoSuchAccount)Exception");
    private static final Pattern WRONG = Pattern.compile(
            "(IncorrectCredentials?|BadCredentials?|InvalidCredentials?|(Invalid|Wrong|Incorrect|Bad)Password|FailedLogin|CredentialNotFound|PasswordMismatch)Exception");

    private TellingFailures() {}

    /** What an unknown account is answered with, and a wrong password. */
    record Pair(Answer unknown, Answer wrong) {}

    /** The first pair of answers that differ; null when there is none. */
    static @Nullable Pair of(MethodDecl method) {
        Pair[] found = new Pair[1];
        Statements.everywhere(method.body(), stmt -> {
            if (found[0] == null) {
                found[0] = stmt instanceof Stmt.Try attempt
                        ? ofCatches(attempt)
                        : stmt instanceof Stmt.If first ? ofChain(first) : null;
            }
        });
        return found[0];
    }

    private static @Nullable Pair ofCatches(Stmt.Try attempt) {
        Answer unknown = null;
        Answer wrong = null;
        for (Stmt.Catch caught : attempt.catches()) {
            boolean absent = names(caught.types(), UNKNOWN);
            boolean refused = names(caught.types(), WRONG);
            if (absent && refused) {
                return null; // both are answered alike
            }
            unknown = absent && unknown == null ? Answer.of(caught.body()) : unknown;
            wrong = refused && wrong == null ? Answer.of(caught.body()) : wrong;
        }
        return pair(unknown, wrong);
    }

    private static @Nullable Pair ofChain(Stmt.If first) {
        Answer unknown = null;
        Answer wrong = null;
        Stmt next = first;
        while (next instanceof Stmt.If branch) {
            List<TypeRef> types = tested(branch.condition());
            boolean absent = names(types, UNKNOWN);
            boolean refused = names(types, WRONG);
            if (absent && refused) {
                return null;
            }
            unknown = absent && unknown == null ? Answer.of(branch.then()) : unknown;
            wrong = refused && wrong == null ? Answer.of(branch.then()) : wrong;
            next = branch.otherwise();
        }
        return pair(unknown, wrong);
    }

    private static @Nullable Pair pair(@Nullable Answer unknown, @Nullable Answer wrong) {
        return unknown == null || wrong == null || unknown.equals(wrong) ? null : new Pair(unknown, wrong);
    }

    private static boolean names(List<TypeRef> types, Pattern pattern) {
        return types.stream()
                .anyMatch(type -> pattern.matcher(type.simpleName()).matches());
    }

    /** The types that a condition of {@code instanceof} and {@code ||} asks for. */
    private static List<TypeRef> tested(Expr condition) {
        List<TypeRef> types = new ArrayList<>();
        for (Expr part : AuthenticationEnumeration.alternatives(condition)) {
            if (part instanceof Expr.InstanceOf test && test.pattern() instanceof Type type) {
                types.add(type.tested());
            }
        }
        return types;
    }
}
