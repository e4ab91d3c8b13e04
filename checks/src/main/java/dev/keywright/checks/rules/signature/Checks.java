package dev.keywright.checks.rules.signature;

import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.Statements;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Walk;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The calls of one method that verify something: those that answer with a boolean, and those that throw. */
record Checks(Program program, Slice slice, List<Verification> verifications, Map<String, Boolean> helpers) {

    static final int DEEPEST = 3;
    private static final Set<String> COMPARES =
            Set.of("equals", "isEqual", "matches", "verify", "checkpw", "equalsIgnoreCase");
    private static final Pattern CHECKING = Pattern.compile(
            "(is|has)?(verif|valid|check|match).*(signature|hmac|token|key|secret|webhook|credential).*");
    private static final Pattern VERIFYING_NAME = Pattern.compile(
            "(is|has|require|ensure|assert)?_?(verif|valid|check|authenticat|authoriz|genuine|trusted|matches).*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GENERIC =
            Pattern.compile("(is|has)?_?(valid|verif|authentic|genuine|match|check).*", Pattern.CASE_INSENSITIVE);
    /** {@code tokenType}, {@code signatureAlgorithm}: what kind of credential it is, and none. */
    private static final Pattern KIND_NAME =
            Pattern.compile(".*(type|kind|format|algorithm|alg|scheme)", Pattern.CASE_INSENSITIVE);

    private static final Pattern CREDENTIAL_NAME = Pattern.compile(
            ".*(signature|hmac|token|secret|api_?key|password|passwd|credential|authorization|authheader|digest).*"
                    + "|^(sig|sign|mac|key|auth|header)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SIGNATURE_HEADER =
            Pattern.compile(".*(signature|hmac|-sign|-token|-mac)$", Pattern.CASE_INSENSITIVE);

    Checks(Program program, Slice slice, List<Verification> verifications) {
        this(program, slice, verifications, new HashMap<>());
    }

    /** Whether a method's name says that it verifies. */
    static boolean isNamedAsCheck(MethodDecl method) {
        return VERIFYING_NAME.matcher(method.name()).matches();
    }

    /** Whether a call's answer, dropped on the floor, is a verification that never refuses. */
    boolean isIgnorable(Expr.Call call) {
        if (!isBooleanOrUnknown(call.type())) {
            return false;
        }
        return Verifiers.answers(call)
                || verifications.stream().anyMatch(each -> each.comparison() == call && each.computed() == call)
                || (call.method().name().startsWith("is") && takesSignature(call))
                || isCheckingHelper(call);
    }

    /** As {@link #isIgnorable}, for an answer that is kept and never asked for: whatever the helper is called. */
    boolean isAnswer(Expr.Call call) {
        return isIgnorable(call) || helperChecks(call, 0);
    }

    private boolean isCheckingHelper(Expr.Call call) {
        MethodDecl helper = program.method(call.method());
        return helper != null && isNamedAsCheck(helper) && helperChecks(call, 0);
    }

    private static boolean isBooleanOrUnknown(TypeRef type) {
        return type.simpleName().equals("boolean") || type.name().equals("?");
    }

    /** Whether an expression is, or holds, a verification that answers with a boolean. */
    boolean isCheck(Expr expr) {
        return Walk.any(expr, part -> part instanceof Expr.Call call && isCheckCall(call));
    }

    boolean isCheckCall(Expr.Call call) {
        return verifications.stream().anyMatch(each -> each.comparison() == call)
                || Verifiers.answers(call)
                || CHECKING.matcher(call.method().name().toLowerCase(Locale.ROOT))
                        .matches()
                || (GENERIC.matcher(call.method().name()).matches() && takesSignature(call))
                || helperChecks(call, 0);
    }

    /** A method of the program that gives a boolean and verifies inside. */
    private boolean helperChecks(Expr.Call call, int depth) {
        MethodDecl helper = program.method(call.method());
        if (helper == null
                || helper.body() == null
                || !Macs.isBoolean(helper)
                || helper.parameters().isEmpty()
                || depth >= DEEPEST) {
            return false;
        }
        Boolean known = helpers.get(helper.key());
        if (known == null) {
            helpers.put(helper.key(), false);
            known = Walk.any(
                    helper,
                    part -> part instanceof Expr.Call inner
                            && (Verifiers.answers(inner) || helperChecks(inner, depth + 1)));
            helpers.put(helper.key(), known);
        }
        return known;
    }

    /** Whether a call verifies and throws when that fails: a library's, or a method of the program that does so. */
    boolean isThrowingCheck(Expr.Call call) {
        if (Verifiers.throwing(call)) {
            return true;
        }
        MethodDecl helper = program.method(call.method());
        if (helper == null || helper.body() == null || Macs.isBoolean(helper) || !isNamedAsCheck(helper)) {
            return false;
        }
        boolean[] throwing = new boolean[1];
        Checks inner = new Checks(program, new Slice(helper), List.of(), helpers);
        Statements.each(
                helper.body(),
                stmt -> throwing[0] |= stmt instanceof Stmt.If test
                        && Walk.any(
                                test.condition(),
                                part -> part instanceof Expr.Call check
                                        && (Verifiers.answers(check) || inner.helperChecks(check, 0)))
                        && Outcome.alwaysThrows(test.then()));
        return throwing[0];
    }

    /** Whether an argument is a signature by its name, or read from a header that carries one. */
    private boolean takesSignature(Expr.Call call) {
        return call.args().stream().anyMatch(argument -> slice.madeFrom(argument, Checks::isSignature));
    }

    private static boolean isSignature(Expr part) {
        if (part instanceof Expr.Local local) {
            return local.name().toLowerCase(Locale.ROOT).matches(".*(signature|hmac)");
        }
        return part instanceof Expr.Call read
                && read.method().name().toLowerCase(Locale.ROOT).contains("header")
                && read.args().stream()
                        .anyMatch(name -> RequestParts.constant(name) instanceof String text
                                && SIGNATURE_HEADER.matcher(text).matches());
    }

    boolean verifiesMac() {
        return !verifications.isEmpty();
    }

    boolean checksAnything() {
        return slice.calls().stream().anyMatch(this::isCheckCall);
    }

    boolean compares() {
        return slice.calls().stream()
                .anyMatch(call -> COMPARES.contains(call.method().name()));
    }

    /** Whether a comparison of the method looks at this value. */
    boolean compares(Expr value) {
        return looksAt(value, call -> COMPARES.contains(call.method().name()));
    }

    boolean verifiesIn(Stmt body) {
        return Walk.any(body, part -> part instanceof Expr.Call call && isCheckCall(call));
    }

    /** Whether a verification of the method looks at this value. */
    boolean verifies(Expr value) {
        return looksAt(value, call -> isCheckCall(call) || isThrowingCheck(call));
    }

    private boolean looksAt(Expr value, Predicate<Expr.Call> wanted) {
        String name = SignatureCheckBypassed.name(value);
        Predicate<Expr> same =
                part -> !name.isEmpty() && SignatureCheckBypassed.name(part).equals(name);
        return slice.calls().stream().filter(wanted).anyMatch(call -> slice.madeFrom(call, same));
    }

    /** Whether a value is a text or an array that is a credential by its name, or by what it is made from. */
    boolean isCredential(Expr value) {
        boolean text = value.type().isString()
                || value.type().dims() > 0
                || !value.type().resolved()
                || value.type().simpleName().equals("Optional");
        return text
                && !KIND_NAME.matcher(SignatureCheckBypassed.name(value)).matches()
                && (CREDENTIAL_NAME.matcher(SignatureCheckBypassed.name(value)).matches()
                        || slice.madeFrom(value, part -> isSignature(part) || isNamedSecret(part)));
    }

    private static boolean isNamedSecret(Expr part) {
        return (part instanceof Expr.Field || part instanceof Expr.Local)
                && SignatureCheckBypassed.name(part).toLowerCase(Locale.ROOT).contains("secret");
    }

    /** Whether a value is one that the caller sends: a parameter of the method or read from a request. */
    boolean comesFromCaller(Expr value, MethodDecl method) {
        return slice.madeFrom(
                value,
                part -> (part instanceof Expr.Local local
                                && method.isParameter(local)
                                && !local.name().toLowerCase(Locale.ROOT).contains("secret"))
                        || (part instanceof Expr.Call call
                                && call.method().name().toLowerCase(Locale.ROOT).contains("header")));
    }
}
