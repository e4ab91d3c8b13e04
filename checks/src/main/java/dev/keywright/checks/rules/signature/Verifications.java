package dev.keywright.checks.rules.signature;

import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.Variable;
import dev.keywright.checks.ir.WordClosure;
import dev.keywright.checks.rules.RuleContext;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the {@link Verification}s of a method: its own, and those in helpers that give it a boolean. */
final class Verifications {

    private static final int DEEPEST = 2;

    private static final Set<String> COMPARISONS = Set.of(
            "isEqual",
            "equals",
            "equalsIgnoreCase",
            "contentEquals",
            "constantTimeEquals",
            "constantTimeEqual",
            "constantTimeAreEqual",
            "constantEquals",
            "secureEquals",
            "secureCompare",
            "slowEquals",
            "safeEquals",
            "safeEqual",
            "fixedTimeEqual",
            "fixedTimeEquals",
            "timingSafeEquals",
            "timingSafeEqual");

    private final Program program;
    private final Macs macs;
    private final boolean mayBe;
    private final BitSet leading;

    /** By the depth at which a method is looked at: how deep is still looked depends on it. */
    private final List<Map<MethodDecl, List<Verification>>> verifications = new ArrayList<>();

    private Verifications(Program program) {
        this.program = program;
        this.macs = new Macs(program);
        this.leading = WordClosure.of(program, Macs::mayCompute, Macs.DEEPEST + DEEPEST, any -> true);
        this.mayBe = program.files().stream()
                .anyMatch(file -> !file.isSearchable() || file.words().any(leading));
        for (int depth = 0; depth <= DEEPEST; depth++) {
            verifications.add(new IdentityHashMap<>());
        }
    }

    /** Those of the checked program, for all rules and files. */
    static Verifications of(RuleContext context) {
        return context.shared(Verifications.class, Verifications::new);
    }

    /** A token against forged forms is bound to a session and meant to be sent more than once: it signs no request. */
    static boolean ofForms(TypeDecl type) {
        String name = type.simpleName().toLowerCase(Locale.ROOT);
        return name.contains("csrf") || name.contains("xsrf");
    }

    /** Whether there may be any in the program. */
    boolean mayBe() {
        return mayBe;
    }

    /** Whether there may be one in a method: something in it must lead to a computation. */
    boolean mayBeIn(MethodDecl method) {
        SourceFile file = program.fileOf(method.owner());
        return mayBe && (file == null || file.mayMention(leading, method.span()));
    }

    List<Verification> of(MethodDecl method, Slice slice) {
        return of(method, slice, 0);
    }

    private List<Verification> of(MethodDecl method, @Nullable Slice known, int depth) {
        if (!mayBeIn(method)) {
            return List.of();
        }
        Map<MethodDecl, List<Verification>> answers = verifications.get(depth);
        List<Verification> found = answers.get(method);
        if (found == null) {
            found = List.copyOf(find(known == null ? new Slice(method) : known, depth));
            answers.put(method, found);
        }
        return found;
    }

    private List<Verification> find(Slice slice, int depth) {
        List<Verification> found = new ArrayList<>();
        for (Expr.Call call : slice.calls()) {
            Verification verification = direct(call, slice);
            if (verification == null && depth < DEEPEST) {
                verification = throughHelper(call, depth);
            }
            if (verification != null) {
                found.add(verification);
            }
        }
        return found;
    }

    private @Nullable Verification direct(Expr.Call call, Slice slice) {
        if (call.method().name().equals("verify")) {
            return bySignature(call, slice);
        }
        if (!COMPARISONS.contains(call.method().name())) {
            return null;
        }
        Expr left = call.args().size() == 1
                ? call.receiver()
                : call.args().size() == 2 ? call.args().get(0) : null;
        if (left == null) {
            return null;
        }
        Expr right = call.args().get(call.args().size() - 1);
        Expr.Call leftMac = mac(left, slice);
        Expr.Call rightMac = mac(right, slice);
        if (leftMac != null && rightMac == null) {
            return new Verification(call, leftMac, macs.inputs(leftMac, slice), right);
        }
        if (rightMac != null && leftMac == null) {
            return new Verification(call, rightMac, macs.inputs(rightMac, slice), left);
        }
        if (leftMac != null) {
            return null;
        }
        Verification byLeft = byHash(call, left, right, slice);
        return byLeft != null ? byLeft : byHash(call, right, left, slice);
    }

    /** {@code signature.verify(given)} of the JDK, after the updates with what it covers. */
    private static @Nullable Verification bySignature(Expr.Call call, Slice slice) {
        boolean ofJdk = call.receiver() != null
                && call.receiver().type().simpleName().equals("Signature")
                && !call.args().isEmpty()
                && slice.calls().stream()
                        .anyMatch(
                                other -> other.method().name().equals("initVerify") && Macs.sameReceiver(other, call));
        if (!ofJdk) {
            return null;
        }
        List<Expr> inputs = new ArrayList<>();
        slice.calls().stream()
                .filter(other -> other.method().name().equals("update") && Macs.sameReceiver(other, call))
                .forEach(other -> inputs.addAll(other.args()));
        return new Verification(call, call, inputs, call.args().get(0));
    }

    /** A plain hash that is compared with what was sent as a signature. */
    private static @Nullable Verification byHash(Expr.Call call, Expr computed, Expr given, Slice slice) {
        if (!slice.madeFrom(given, Verifications::isSentSignature)) {
            return null;
        }
        Expr.Call[] hash = new Expr.Call[1];
        slice.madeFrom(computed, part -> {
            if (hash[0] == null && Macs.hashes(part)) {
                hash[0] = (Expr.Call) part;
            }
            return hash[0] != null;
        });
        boolean same = hash[0] != null && slice.madeFrom(given, part -> part == hash[0]);
        return hash[0] == null || same ? null : new Verification(call, hash[0], hash[0].args(), given);
    }

    /** {@code request.getHeader("X-Signature")}, {@code request.getHeader(SIGN)}. */
    private static boolean isSentSignature(Expr expr) {
        return expr instanceof Expr.Call call
                && (call.method().name().toLowerCase(Locale.ROOT).contains("header")
                        || call.method().name().equals("getFirst"))
                && call.args().stream()
                        .map(argument -> String.valueOf(RequestParts.constant(argument)))
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .anyMatch(name -> name.contains("sign") || name.endsWith("sig") || name.contains("hmac"));
    }

    private Expr.@Nullable Call mac(Expr side, Slice slice) {
        List<Expr.Call> found = new ArrayList<>(1);
        slice.madeFrom(side, part -> {
            if (macs.computes(part)) {
                found.add((Expr.Call) part);
                return true;
            }
            return false;
        });
        return found.isEmpty() ? null : found.get(0);
    }

    /** A call of a method of this program that gives a boolean and compares inside. */
    private @Nullable Verification throughHelper(Expr.Call call, int depth) {
        if (!call.type().name().equals("boolean") && !call.type().name().equals("?")) {
            return null;
        }
        MethodDecl helper = program.method(call.method());
        if (helper == null
                || helper.body() == null
                || !Macs.isBoolean(helper)
                || call.args().isEmpty()) {
            return null;
        }
        List<Verification> inside = of(helper, null, depth + 1);
        if (inside.isEmpty()) {
            return null;
        }
        Slice inner = new Slice(helper);
        for (Verification verification : inside) {
            List<Expr> inputs = arguments(call, helper, inner, verification.inputs());
            List<Expr> presented = arguments(call, helper, inner, List.of(verification.presented()));
            if (!presented.isEmpty()) {
                return new Verification(call, call, inputs, presented.get(0));
            }
        }
        return null;
    }

    private static List<Expr> arguments(Expr.Call call, MethodDecl helper, Slice inner, List<Expr> values) {
        List<Expr> arguments = new ArrayList<>();
        for (int i = 0; i < Math.min(helper.parameters().size(), call.args().size()); i++) {
            Variable parameter = helper.parameters().get(i);
            if (values.stream().anyMatch(value -> inner.madeFrom(value, part -> Macs.isLocal(part, parameter.id())))) {
                arguments.add(call.args().get(i));
            }
        }
        return arguments;
    }
}
