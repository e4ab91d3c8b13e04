package dev.keywright.checks.rules.caller;

import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.ir.BinaryOp;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Naming;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.Statements;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.UnaryOp;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.rules.RuleContext;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A log-in that gives an unknown account its answer before a slow hash is computed: the clock then tells which accounts
 * exist, however alike the answers are.
 */
final class EarlyRefusal {

    private static final Set<String> SLOW_OWNERS =
            Set.of("BCrypt", "BcryptUtil", "SCryptUtil", "Argon2", "OpenBSDBCrypt", "CredentialHandler");
    private static final Set<String> SLOW = Set.of(
            "matches",
            "checkpw",
            "checkPassword",
            "verifyPassword",
            "passwordMatches",
            "validatePassword",
            "isPasswordValid",
            "passwordsMatch");
    private static final Pattern HASHES = Pattern.compile(
            ".*(encoder|crypt|hasher|argon|pbkdf|password_?service|passwords).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORK = Pattern.compile(
            ".*(dummy|fake|hash|encode|crypt|matches|verify|checkpw|mitigat|mutate|timing).*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_FOUND = Pattern.compile(
            "(UsernameNotFound|UserNotFound|AccountNotFound|UserMayOrMayNotExist|NoSuchUser|NoResult|EntityNotFound|EmptyResultDataAccess).*Exception.*");
    private static final Set<String> STEPS = Set.of("filter", "map", "flatMap", "filterWhen");

    private EarlyRefusal() {}

    /** The place where it is given; null when there is none. */
    static @Nullable Expr of(MethodDecl method, Slice slice, Program program) {
        Expr.Call slow = slice.calls().stream()
                .filter(call -> isSlow(call) || isSlowHelper(call, program))
                .findFirst()
                .orElse(null);
        if (slow == null) {
            return null;
        }
        Expr[] found = new Expr[1];
        found[0] = refusedInside(method, slow, slice, program);
        Statements.everywhere(method.body(), stmt -> {
            if (found[0] == null && stmt.span().start() < slow.span().start()) {
                boolean behind = stmt instanceof Stmt.If
                        && stmt.span().end() >= slow.span().start();
                found[0] = behind ? null : refusal(stmt, slice);
            }
        });
        return found[0] != null ? found[0] : shortcut(slice);
    }

    private static @Nullable Expr refusal(Stmt stmt, Slice slice) {
        if (stmt instanceof Stmt.If test && slice.madeFrom(test.condition(), AuthenticationEnumeration::isLookUp)) {
            Expr absent = AuthenticationEnumeration.absent(test.condition());
            return absent != null && Statements.endsMethod(test.then()) && !works(test.then())
                    ? value(test.then(), absent)
                    : null;
        }
        if (stmt instanceof Stmt.Try attempt && looksUp(attempt)) {
            for (Stmt.Catch caught : attempt.catches()) {
                if (isNotFound(caught) && Statements.endsMethod(caught.body()) && !works(caught.body())) {
                    return value(caught.body(), null);
                }
            }
        }
        return null;
    }

    /**
     * Spring Security's provider in two steps: one looks the user up, the other asks the encoder, and is not reached when the
     * first refuses. Null for other types, and where the first does the second's work before it refuses.
     */
    static @Nullable Expr inTemplate(TypeDecl type, RuleContext context) {
        if (type.supertypes().stream()
                .noneMatch(parent -> parent.simpleName().equals("AbstractUserDetailsAuthenticationProvider"))) {
            return null;
        }
        MethodDecl lookUp = null;
        boolean slow = false;
        for (MethodDecl method : type.methods()) {
            if (method.body() != null && method.name().equals("retrieveUser")) {
                lookUp = method;
            } else if (method.body() != null && method.name().equals("additionalAuthenticationChecks")) {
                slow = Walk.any(method, part -> part instanceof Expr.Call call && asksHash(call));
            }
        }
        if (lookUp == null || lookUp.body() == null || !slow || works(lookUp.body())) {
            return null;
        }
        Slice slice = context.slice(lookUp);
        Expr[] found = new Expr[1];
        Statements.everywhere(lookUp.body(), stmt -> {
            if (found[0] == null) {
                found[0] = refusal(stmt, slice);
            }
        });
        return found[0];
    }

    /** {@code record.isPasswordCorrect(typed)}, which asks the slow hash: the program's own way to it. */
    private static boolean isSlowHelper(Expr.Call call, Program program) {
        MethodDecl helper = AuthenticationEnumeration.isNamedForPassword(call)
                        && call.args().size() <= 2
                ? program.method(call.method())
                : null;
        return helper != null
                && helper.body() != null
                && Walk.any(helper, part -> part instanceof Expr.Call inner && asksHash(inner));
    }

    /** The program's own look-up throws that there is no such account, and nobody catches it to do the work all the same. */
    private static @Nullable Expr refusedInside(MethodDecl method, Expr.Call slow, Slice slice, Program program) {
        for (Expr.Call call : slice.calls()) {
            if (call.span().end() < slow.span().start()
                    && call.args().size() == 1
                    && isMadeOf(slow, call, slice)
                    && throwsNotFound(program.method(call.method()))
                    && !isCaught(method, call, slow)) {
                return call;
            }
        }
        return null;
    }

    /** The password is checked against what was looked up. */
    private static boolean isMadeOf(Expr.Call slow, Expr.Call lookUp, Slice slice) {
        return slow.receiver() != null && slice.madeFrom(slow.receiver(), part -> part == lookUp)
                || slow.args().stream().anyMatch(argument -> slice.madeFrom(argument, part -> part == lookUp));
    }

    private static boolean throwsNotFound(@Nullable MethodDecl helper) {
        if (helper == null || helper.body() == null) {
            return false;
        }
        boolean[] thrown = new boolean[1];
        Statements.everywhere(
                helper.body(),
                stmt -> thrown[0] |= stmt instanceof Stmt.Throw refusal
                        && refusal.value() instanceof Expr.New made
                        && NOT_FOUND.matcher(made.type().simpleName()).matches());
        return thrown[0];
    }

    /** Somebody catches the refusal and does the work, or goes on to the check: it lies behind what is caught. */
    private static boolean isCaught(MethodDecl method, Expr.Call call, Expr.Call slow) {
        boolean[] caught = new boolean[1];
        Statements.everywhere(method.body(), stmt -> {
            if (stmt instanceof Stmt.Try attempt && attempt.body().span().contains(call.span())) {
                boolean skipped = attempt.body().span().contains(slow.span());
                for (Stmt.Catch clause : attempt.catches()) {
                    caught[0] |= works(clause.body()) || !skipped && !Statements.endsMethod(clause.body());
                }
            }
        });
        return caught[0];
    }

    static boolean looksUp(Stmt.Try attempt) {
        return Walk.any(attempt.body(), AuthenticationEnumeration::isLookUp);
    }

    static boolean isNotFound(Stmt.Catch caught) {
        return caught.types().stream()
                .anyMatch(type -> NOT_FOUND.matcher(type.simpleName()).matches());
    }

    /** {@code user.isPresent() && encoder.matches(…)}, {@code find(name).filter(user -> encoder.matches(…))}. */
    private static @Nullable Expr shortcut(Slice slice) {
        for (Expr expr : slice.expressions()) {
            if (expr instanceof Expr.Binary both && both.op() == BinaryOp.AND_AND && holdsSlow(both.right())) {
                Expr present = present(both.left());
                if (present != null && slice.madeFrom(present, AuthenticationEnumeration::isLookUp)) {
                    return both;
                }
            }
            // user == null || !encoder.matches(…): who is unknown is refused by the first half alone
            if (expr instanceof Expr.Binary either && either.op() == BinaryOp.OR_OR && holdsSlow(either.right())) {
                Expr absent = lastAbsent(either.left());
                if (absent != null && slice.madeFrom(absent, AuthenticationEnumeration::isLookUp)) {
                    return either;
                }
            }
            if (expr instanceof Expr.Call step
                    && STEPS.contains(step.method().name())
                    && step.receiver() != null
                    && step.args().stream().anyMatch(argument -> argument instanceof Expr.Lambda && holdsSlow(argument))
                    && slice.madeFrom(step.receiver(), AuthenticationEnumeration::isLookUp)) {
                return step.receiver();
            }
        }
        return null;
    }

    private static @Nullable Expr lastAbsent(Expr condition) {
        if (condition instanceof Expr.Binary either && either.op() == BinaryOp.OR_OR) {
            Expr right = lastAbsent(either.right());
            return right != null ? right : lastAbsent(either.left());
        }
        return AuthenticationEnumeration.absent(condition);
    }

    private static @Nullable Expr present(Expr condition) {
        if (condition instanceof Expr.Binary and && and.op() == BinaryOp.AND_AND) {
            Expr right = present(and.right());
            return right != null ? right : present(and.left());
        }
        if (condition instanceof Expr.Binary test && test.op() == BinaryOp.NOT_EQUAL) {
            return test.besideNull();
        }
        if (condition instanceof Expr.Unary not
                && not.op() == UnaryOp.NOT
                && not.operand() instanceof Expr.Call empty
                && empty.method().name().equals("isEmpty")) {
            return empty.receiver();
        }
        return condition instanceof Expr.Call call && call.method().name().equals("isPresent") ? call.receiver() : null;
    }

    private static boolean holdsSlow(Expr expr) {
        return Walk.any(expr, part -> part instanceof Expr.Call call && isSlow(call));
    }

    static boolean isSlowOwner(String type) {
        return SLOW_OWNERS.contains(type);
    }

    private static boolean isSlow(Expr.Call call) {
        return AuthenticationEnumeration.isPasswordCheck(call) && asksHash(call);
    }

    private static boolean asksHash(Expr.Call call) {
        return SLOW.contains(call.method().name())
                && (SLOW_OWNERS.contains(call.method().owner().simpleName())
                        || HASHES.matcher(call.method().owner().simpleName()).matches()
                        || (call.receiver() != null
                                && HASHES.matcher(Naming.ofPlace(call.receiver()))
                                        .matches()));
    }

    private static boolean works(Stmt branch) {
        return Walk.any(
                branch,
                part -> part instanceof Expr.Call call
                        && (SLOW.contains(call.method().name())
                                || WORK.matcher(call.method().name()).matches()));
    }

    private static @Nullable Expr value(Stmt branch, @Nullable Expr otherwise) {
        Stmt last = Statements.last(branch);
        if (last instanceof Stmt.Throw thrown) {
            return thrown.value();
        }
        return last instanceof Stmt.Return returned && returned.value() != null ? returned.value() : otherwise;
    }
}
