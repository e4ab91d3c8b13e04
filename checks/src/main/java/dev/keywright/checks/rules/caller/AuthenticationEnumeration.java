package dev.keywright.checks.rules.caller;

import com.google.auto.service.AutoService;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.ir.BinaryOp;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Naming;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.Statements;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.UnaryOp;
import dev.keywright.checks.rules.DeclarationRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Flags a log-in that answers an unknown account otherwise than a wrong password, so that accounts can be listed by asking.
 */
@AutoService(Rule.class)
public final class AuthenticationEnumeration implements DeclarationRule {

    private static final RuleInfo INFO = new RuleInfo(
            "AuthenticationEnumeration",
            List.of(204, 208),
            Severity.ERROR,
            "Flags a log-in that answers an unknown account otherwise, or sooner, than a wrong credential.");

    private static final Pattern LOOK_UP = Pattern.compile(
            "(find|load|get|lookup|fetch|select|query|list|search)(one|first)?(user|account|member|customer|person|principal|by(user|email|login|name|account|phone)).*|(find|load|get|lookup|fetch)(stored)?password(of|for)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FINDER =
            Pattern.compile("(?i:find|load|get|lookup|fetch|select|query|list|search|by)([A-Z].*|One|First)?");
    private static final Pattern ACCOUNTS = Pattern.compile(
            "(.*(user|account|member|customer|principal|person|people|login|employee|player).*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern KEPT_HASHES =
            Pattern.compile("(.*[a-z])?(hashes|Hashes|passwords|Passwords)(By[A-Z].*)?");
    private static final Pattern PASSWORD =
            Pattern.compile(".*(password|passwd|pwd|passwort|kennwort|credential).*|pass", Pattern.CASE_INSENSITIVE);
    private static final Set<String> CHECKS = Set.of(
            "matches",
            "checkpw",
            "equals",
            "verify",
            "verifyPassword",
            "checkPassword",
            "isPasswordValid",
            "isEqual",
            "validatePassword",
            "passwordMatches",
            "authenticate");

    /** {@code Objects.isNull(user)}, {@code ObjectUtils.isEmpty(user)}. */
    private static final Set<String> ABSENT = Set.of("isNull", "isEmpty", "isBlank");

    private static final Pattern EXISTS = Pattern.compile("exists|has|contains(Key)?|exists?By[A-Z]\\w*");
    private static final Pattern ACCOUNT_EXISTS = Pattern.compile(
            "(user|account|member)(Name)?Exists|(does|has)(User|Account|Member)(Exist)?|exists?User\\w*");

    /** Whoever changes a password is logged in. */
    private static final Pattern OF_A_KNOWN_CALLER = Pattern.compile(
            "(change|update|modify|edit|delete|remove|confirm|set|edit|deactivate|disable|reauth).*",
            Pattern.CASE_INSENSITIVE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TypeDecl type, RuleContext context) {
        if (!context.file()
                .mayMention(
                        "assw",
                        "ASSW",
                        "pwd",
                        "Pwd",
                        "redential",
                        "kennwort",
                        "Kennwort",
                        "UserNotFound",
                        "UnknownAccount")) {
            return;
        }
        for (MethodDecl method : type.methods()) {
            if (method.body() != null) {
                check(method, context);
            }
        }
        Expr early = EarlyRefusal.inTemplate(type, context);
        if (early != null) {
            context.report(Severity.WARNING, early.span(), Messages.EARLY, List.of(), null);
        }
    }

    private static void check(MethodDecl method, RuleContext context) {
        Slice slice = context.slice(method);
        slice.calls().stream()
                .filter(AuthenticationEnumeration::tellsUnknown)
                .forEach(call -> context.report(call.span(), Messages.NOT_HIDDEN, List.of()));
        TellingFailures.Pair told = TellingFailures.of(method);
        if (told != null) {
            context.report(
                    told.unknown().span(),
                    Messages.enumeration(told.unknown().toString(), told.wrong().toString()),
                    List.of());
            return;
        }
        if (OF_A_KNOWN_CALLER.matcher(method.name()).matches()) {
            return;
        }
        boolean looksUp = slice.calls().stream().anyMatch(AuthenticationEnumeration::isLookUp);
        Refusal wrong = looksUp ? wrongPassword(method, slice) : null;
        Refusal unknown = wrong == null ? null : unknownAccount(method, slice);
        if (wrong != null && unknown != null && !unknown.answer().equals(wrong.answer())) {
            context.report(
                    unknown.span(),
                    Messages.enumeration(
                            unknown.answer().toString(), wrong.answer().toString()),
                    List.of());
        } else {
            Expr early = EarlyRefusal.of(method, slice, context.program());
            if (early != null) {
                context.report(Severity.WARNING, early.span(), Messages.EARLY, List.of(), null);
            }
        }
    }

    /** Spring Security's switch. */
    private static boolean tellsUnknown(Expr.Call call) {
        return call.method().name().equals("setHideUserNotFoundExceptions")
                && call.args().size() == 1
                && call.args().get(0) instanceof Expr.Literal literal
                && Boolean.FALSE.equals(literal.value());
    }

    private record Refusal(Answer answer, Span span) {}

    private static @Nullable Refusal wrongPassword(MethodDecl method, Slice slice) {
        Refusal[] found = new Refusal[1];
        Statements.everywhere(method.body(), stmt -> {
            if (stmt instanceof Stmt.If test && found[0] == null) {
                boolean negated = test.condition() instanceof Expr.Unary not
                        && not.op() == UnaryOp.NOT
                        && isChecked(not.operand(), slice);
                Stmt refusal =
                        negated ? test.then() : holdsWhenRight(test.condition(), slice) ? test.otherwise() : null;
                Answer answer = refusal == null ? null : Answer.of(refusal);
                if (answer != null) {
                    found[0] = new Refusal(answer, test.span());
                }
            } else if (stmt instanceof Stmt.Return returned
                    && returned.value() instanceof Expr.Conditional choice
                    && isPasswordCheck(choice.condition())
                    && found[0] == null) {
                Answer answer = Answer.of(choice.otherwise());
                if (answer != null) {
                    found[0] = new Refusal(answer, choice.span());
                }
            }
        });
        return found[0];
    }

    /** {@code matches(typed, user.getPassword()) && user.isActive()}: what else is asked is asked of a known account. */
    private static boolean holdsWhenRight(Expr condition, Slice slice) {
        return condition instanceof Expr.Binary both && both.op() == BinaryOp.AND_AND
                ? holdsWhenRight(both.left(), slice) || holdsWhenRight(both.right(), slice)
                : isChecked(condition, slice);
    }

    /** The check itself, or the variable that keeps its answer. */
    private static boolean isChecked(Expr condition, Slice slice) {
        return isPasswordCheck(condition)
                || condition instanceof Expr.Local kept
                        && kept.type().name().equals("boolean")
                        && slice.madeFrom(kept, AuthenticationEnumeration::isPasswordCheck)
                        && !slice.madeFrom(kept, part -> part instanceof Expr.Binary);
    }

    private static @Nullable Refusal unknownAccount(MethodDecl method, Slice slice) {
        Refusal[] found = new Refusal[1];
        Statements.everywhere(method.body(), stmt -> {
            if (stmt instanceof Stmt.Block block && found[0] == null) {
                found[0] = behindThePresent(block, slice);
            } else if (stmt instanceof Stmt.Try attempt && found[0] == null && EarlyRefusal.looksUp(attempt)) {
                for (Stmt.Catch caught : attempt.catches()) {
                    Answer answer = EarlyRefusal.isNotFound(caught) ? Answer.of(caught.body()) : null;
                    if (answer != null) {
                        found[0] = new Refusal(answer, answer.span());
                    }
                }
            } else if (stmt instanceof Stmt.If test && found[0] == null) {
                Answer answer = null;
                for (Expr alternative : alternatives(test.condition())) {
                    Expr absent = absent(alternative);
                    answer = answer == null
                                    && absent != null
                                    && slice.madeFrom(absent, AuthenticationEnumeration::isLookUp)
                            ? Answer.of(test.then())
                            : answer;
                }
                Expr there = present(test.condition());
                if (answer == null
                        && there != null
                        && test.otherwise() != null
                        && !(test.otherwise() instanceof Stmt.If)
                        && slice.madeFrom(there, AuthenticationEnumeration::isLookUp)) {
                    answer = Answer.of(test.otherwise());
                }
                if (answer != null) {
                    found[0] = new Refusal(answer, answer.span());
                }
            }
        });
        return found[0] != null ? found[0] : orElseThrow(slice);
    }

    /** {@code if (user != null) { …; return answer; } return "no such user";} with an answer on every way through the first. */
    private static @Nullable Refusal behindThePresent(Stmt.Block block, Slice slice) {
        for (int i = 0; i + 1 < block.statements().size(); i++) {
            Stmt next = block.statements().get(i + 1);
            if (block.statements().get(i) instanceof Stmt.If test
                    && test.otherwise() == null
                    && (next instanceof Stmt.Return || next instanceof Stmt.Throw)
                    && alwaysEnds(test.then())) {
                Expr there = present(test.condition());
                Answer answer = there != null && slice.madeFrom(there, AuthenticationEnumeration::isLookUp)
                        ? Answer.of(next)
                        : null;
                if (answer != null) {
                    return new Refusal(answer, answer.span());
                }
            }
        }
        return null;
    }

    private static boolean alwaysEnds(Stmt branch) {
        return Statements.last(branch) instanceof Stmt.If both && both.otherwise() != null
                ? alwaysEnds(both.then()) && alwaysEnds(both.otherwise())
                : Statements.endsMethod(branch);
    }

    private static @Nullable Refusal orElseThrow(Slice slice) {
        for (Expr.Call call : slice.calls()) {
            if (call.method().name().equals("orElseThrow")
                    && call.args().size() == 1
                    && call.receiver() != null
                    && slice.madeFrom(call.receiver(), AuthenticationEnumeration::isLookUp)
                    && call.args().get(0) instanceof Expr.Lambda lambda) {
                Answer answer = Answer.of(lambda.body());
                return answer == null ? null : new Refusal(answer, answer.span());
            }
        }
        return null;
    }

    /** The operands of {@code ||}. */
    static List<Expr> alternatives(Expr condition) {
        List<Expr> all = new ArrayList<>();
        Expr rest = condition;
        while (rest instanceof Expr.Binary or && or.op() == BinaryOp.OR_OR) {
            all.add(0, or.right());
            rest = or.left();
        }
        all.add(0, rest);
        return all;
    }

    /** What a condition finds to be there: {@code user != null}, {@code user.isPresent()}, {@code !list.isEmpty()}. */
    private static @Nullable Expr present(Expr condition) {
        if (condition instanceof Expr.Binary binary && binary.op() == BinaryOp.NOT_EQUAL) {
            return binary.besideNull();
        }
        if (condition instanceof Expr.Unary not && not.op() == UnaryOp.NOT) {
            return not.operand() instanceof Expr.Call call
                            && call.method().name().equals("isPresent")
                    ? null
                    : absent(not.operand());
        }
        return condition instanceof Expr.Call call && call.method().name().equals("isPresent") ? call.receiver() : null;
    }

    static @Nullable Expr absent(Expr condition) {
        if (condition instanceof Expr.Binary binary && binary.op() == BinaryOp.EQUAL) {
            if (binary.left() instanceof Expr.Call size
                    && size.method().name().equals("size")
                    && binary.right() instanceof Expr.Literal zero
                    && Integer.valueOf(0).equals(zero.value())) {
                return size.receiver();
            }
            return binary.besideNull();
        }
        if (condition instanceof Expr.Call asked
                && ABSENT.contains(asked.method().name())
                && asked.args().size() == 1) {
            return asked.args().get(0);
        }
        if (condition instanceof Expr.Unary not
                && not.op() == UnaryOp.NOT
                && not.operand() instanceof Expr.Call call
                && call.method().name().equals("isPresent")) {
            return call.receiver();
        }
        if (condition instanceof Expr.Unary not && not.op() == UnaryOp.NOT && isThere(not.operand())) {
            return not.operand();
        }
        return condition instanceof Expr.Call call && call.method().name().equals("isEmpty") ? call.receiver() : null;
    }

    /** {@code users.exists(name)}, {@code accounts.containsKey(name)}. */
    private static boolean isThere(Expr expr) {
        return expr instanceof Expr.Call call
                && call.args().size() == 1
                && call.receiver() != null
                && (EXISTS.matcher(call.method().name()).matches() && isAccounts(call.receiver())
                        || ACCOUNT_EXISTS.matcher(call.method().name()).matches());
    }

    static boolean isLookUp(Expr expr) {
        if (!(expr instanceof Expr.Call call) || call.args().isEmpty()) {
            return false;
        }
        String name = call.method().name();
        return LOOK_UP.matcher(name).matches()
                || isThere(expr)
                || (FINDER.matcher(name).matches() && call.receiver() != null && isAccounts(call.receiver()));
    }

    /** A repository, service or map of accounts, by its name or its type's. */
    private static boolean isAccounts(Expr receiver) {
        String name = Naming.ofPlace(receiver);
        return ACCOUNTS.matcher(name).matches()
                || KEPT_HASHES.matcher(name).matches()
                || ACCOUNTS.matcher(receiver.type().simpleName()).matches();
    }

    /** {@code isPasswordCorrect(typed)}: a method that is named for what it is asked about. */
    static boolean isNamedForPassword(Expr.Call call) {
        return !call.args().isEmpty() && PASSWORD.matcher(call.method().name()).matches();
    }

    static boolean isPasswordCheck(Expr expr) {
        return expr instanceof Expr.Call call
                && CHECKS.contains(call.method().name())
                && (EarlyRefusal.isSlowOwner(call.method().owner().simpleName())
                        || isPassword(call.receiver())
                        || call.args().stream().anyMatch(AuthenticationEnumeration::isPassword));
    }

    private static boolean isPassword(@Nullable Expr expr) {
        if (expr instanceof Expr.Local local) {
            return PASSWORD.matcher(local.name()).matches();
        }
        if (expr instanceof Expr.Field field) {
            return PASSWORD.matcher(field.name()).matches();
        }
        return expr instanceof Expr.Call call
                && (PASSWORD.matcher(call.method().name()).matches()
                        || call.args().stream()
                                .anyMatch(argument -> argument instanceof Expr.Literal literal
                                        && literal.value() instanceof String text
                                        && PASSWORD.matcher(text).matches()));
    }
}
