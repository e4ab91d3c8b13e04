package dev.keywright.checks.rules.signature;

import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which calls compute a message authentication code, and over what. */
final class Macs {

    static final int DEEPEST = 3;
    private static final Set<String> COMPUTING_WORDS =
            Set.of("compute", "calculate", "generate", "create", "expected", "make", "build", "derive");

    private static final Set<String> SIGNING =
            Set.of("sign", "signature", "createsign", "generatesign", "getsign", "makesign", "gensign", "buildsign");

    private final Program program;

    /** By the depth at which a method is looked at: how deep is still looked depends on it. */
    private final List<Map<MethodDecl, Boolean>> helpers = new ArrayList<>();

    private final Map<String, String> lowered = new HashMap<>();

    Macs(Program program) {
        this.program = program;
        for (int depth = 0; depth < DEEPEST; depth++) {
            helpers.add(new IdentityHashMap<>());
        }
    }

    /** Whether an identifier may be that of a call that computes a MAC without the help of another method. */
    static boolean mayCompute(String word) {
        if (word.equals("doFinal") || word.equals("initVerify")) {
            return true;
        }
        String name = word.toLowerCase(Locale.ROOT);
        return name.startsWith("hmac") || namedAsComputation(name) || namedAsHash(name);
    }

    /** A call that hashes what it is handed: no MAC, but taken for one where its answer is compared with a signature. */
    static boolean hashes(Expr expr) {
        return expr instanceof Expr.Call call
                && !call.args().isEmpty()
                && namedAsHash(call.method().name().toLowerCase(Locale.ROOT));
    }

    private static boolean namedAsHash(String name) {
        return SIGNING.contains(name)
                || name.contains("md5")
                || name.startsWith("sha1")
                || name.startsWith("sha256")
                || name.startsWith("sha512");
    }

    boolean computes(Expr expr) {
        return expr instanceof Expr.Call call && computes(call, 0);
    }

    private boolean computes(Expr.Call call, int depth) {
        String name = call.method().name();
        String owner = call.method().owner().simpleName();
        if (name.equals("doFinal")) {
            return owner.equals("Mac") || owner.equals("HMac") || receiverIsMac(call);
        }
        if (lower(name).startsWith("hmac")) {
            // Guava's Hashing.hmacSha256(key) is a function still to be applied.
            return !owner.equals("Hashing");
        }
        if (name.startsWith("hash") && call.receiver() instanceof Expr.Call made) {
            return lower(made.method().name()).startsWith("hmac");
        }
        MethodDecl helper = program.method(call.method());
        if (helper == null || helper.body() == null) {
            return namedAsComputation(lower(name));
        }
        return !isBoolean(helper)
                && (namedAsComputation(lower(name)) || depth < DEEPEST && helperComputes(helper, depth));
    }

    private boolean helperComputes(MethodDecl helper, int depth) {
        Map<MethodDecl, Boolean> answers = helpers.get(depth);
        Boolean known = answers.get(helper);
        if (known == null) {
            known = Walk.any(helper, part -> part instanceof Expr.Call call && computes(call, depth + 1));
            answers.put(helper, known);
        }
        return known;
    }

    /** What a computing call covers, in terms of the method that holds it. */
    List<Expr> inputs(Expr.Call call, Slice slice) {
        return inputs(call, slice, 0);
    }

    private List<Expr> inputs(Expr.Call call, Slice slice, int depth) {
        if (call.method().name().equals("doFinal")) {
            List<Expr> inputs = new ArrayList<>(call.args());
            slice.calls().stream()
                    .filter(other -> other.method().name().equals("update") && sameReceiver(other, call))
                    .forEach(other -> inputs.addAll(other.args()));
            return inputs;
        }
        MethodDecl helper = program.method(call.method());
        if (helper == null || helper.body() == null || depth >= DEEPEST) {
            return call.args();
        }
        return helperInputs(call, helper, depth);
    }

    private List<Expr> helperInputs(Expr.Call call, MethodDecl helper, int depth) {
        Slice inner = new Slice(helper);
        List<Expr> covered = new ArrayList<>();
        inner.calls().stream()
                .filter(this::computes)
                .forEach(computing -> covered.addAll(inputs(computing, inner, depth + 1)));
        List<Expr> inputs = new ArrayList<>();
        for (int i = 0; i < Math.min(helper.parameters().size(), call.args().size()); i++) {
            int id = helper.parameters().get(i).id();
            if (covered.stream().anyMatch(input -> inner.madeFrom(input, part -> isLocal(part, id)))) {
                inputs.add(call.args().get(i));
            }
        }
        // A hash instead of a MAC: nothing in the helper says which of its parameters it covers.
        return covered.isEmpty() ? call.args() : inputs;
    }

    static boolean isLocal(Expr expr, int id) {
        return expr instanceof Expr.Local local && local.id() == id;
    }

    static boolean isBoolean(MethodDecl method) {
        String type = method.returnType().simpleName();
        return type.equals("boolean") || type.equals("Boolean");
    }

    private static boolean receiverIsMac(Expr.Call call) {
        return call.receiver() != null && call.receiver().type().simpleName().equals("Mac");
    }

    static boolean sameReceiver(Expr.Call one, Expr.Call other) {
        if (one.receiver() instanceof Expr.Local a && other.receiver() instanceof Expr.Local b) {
            return a.id() == b.id();
        }
        return one.receiver() instanceof Expr.Field a
                && other.receiver() instanceof Expr.Field b
                && a.name().equals(b.name());
    }

    /** For a method whose code cannot be seen: {@code computeSignature}, {@code calculateHmac}. */
    private static boolean namedAsComputation(String name) {
        return (name.contains("signature") || name.contains("hmac"))
                && COMPUTING_WORDS.stream().anyMatch(name::startsWith);
    }

    private String lower(String name) {
        return lowered.computeIfAbsent(name, key -> key.toLowerCase(Locale.ROOT));
    }
}
