package dev.keywright.checks.rules.comparison;

import dev.keywright.checks.flow.Event;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Naming;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.SecretNames;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A signature that came with a message, compared with the one that was just made of the message: {@code
 * createSign(params, partnerKey).equals(params.get("sign"))}. Whoever makes it, the sign is that the one side is called a
 * signature and handed in, and the other the answer of a call that hashes, or that is handed a key.
 */
final class ComputedSignatures {

    private static final Set<String> SIGNATURES = Set.of("sign", "signature", "sig", "hmac");

    private static final Set<String> HASHING =
            Set.of("hash", "md5", "md", "sha", "sha1", "sha256", "sha512", "hmac", "digest");

    private static final Set<String> KEYS = Set.of("key", "secret", "token", "secretkey", "appkey");

    /** What signs no message: the signature of a method or a type. */
    private static final Set<String> OF_CODE =
            Set.of("method", "type", "class", "descriptor", "bytecode", "generic", "jvm", "asm", "field", "function");

    private static final Set<String> ENTRIES =
            Set.of("get", "getParameter", "getHeader", "getString", "getFirst", "getOrDefault");

    private ComputedSignatures() {}

    static boolean compares(FlowView flow, Slice slice, Program program, Event.Comparison event) {
        Expr left = event.leftExpr();
        Expr right = event.rightExpr();
        return event.how() == Event.How.CALL
                && event.inner() == null
                && left != null
                && right != null
                && (isPair(flow, slice, program, left, right) || isPair(flow, slice, program, right, left));
    }

    private static boolean isPair(FlowView flow, Slice slice, Program program, Expr computed, Expr sent) {
        if (!isSignature(sent) || !isHandedIn(flow, slice, sent) || isOfCode(flow)) {
            return false;
        }
        Expr.Call[] making = new Expr.Call[1];
        slice.madeFrom(computed, part -> {
            if (making[0] == null && part instanceof Expr.Call call && makes(flow, program, call)) {
                making[0] = call;
            }
            return making[0] != null;
        });
        return making[0] != null && !slice.madeFrom(sent, part -> part == making[0]);
    }

    private static boolean makes(FlowView flow, Program program, Expr.Call call) {
        if (call.args().isEmpty() || ENTRIES.contains(call.method().name())) {
            return false;
        }
        if (hashes(call)) {
            return true;
        }
        if (!SecretNames.says(call.method().name(), SIGNATURES)
                || SecretNames.says(call.method().name(), OF_CODE)) {
            return false;
        }
        if (call.args().stream().anyMatch(argument -> isKey(flow, argument))) {
            return true;
        }
        MethodDecl own = program.method(call.method());
        return own != null
                && own.body() != null
                && Walk.any(own, part -> part instanceof Expr.Call inner && hashes(inner));
    }

    private static boolean hashes(Expr.Call call) {
        return SecretNames.says(call.method().name(), HASHING)
                || HASHING.contains(call.method().owner().simpleName().toLowerCase(Locale.ROOT));
    }

    private static boolean isKey(FlowView flow, Expr argument) {
        String name = Naming.ofRead(argument);
        List<String> words = SecretNames.split(name);
        return !words.isEmpty()
                && (KEYS.contains(words.get(words.size() - 1))
                        || flow.names()
                                .classify(name)
                                .filter(verdict -> verdict.strong() && verdict.kind() == Kind.KEY)
                                .isPresent());
    }

    /** A parameter of the method, or what one of them, or a request, is asked for. */
    private static boolean isHandedIn(FlowView flow, Slice slice, Expr sent) {
        return slice.madeFrom(
                sent,
                part -> part instanceof Expr.Call call
                                && ENTRIES.contains(call.method().name())
                        || part instanceof Expr.Local local
                                && flow.method().parameters().stream()
                                        .anyMatch(parameter -> parameter.id() == local.id()
                                                && parameter.varType().isString()));
    }

    private static boolean isSignature(Expr expr) {
        String name = entry(expr);
        List<String> words = SecretNames.split(name != null ? name : Naming.ofPlace(expr));
        return !words.isEmpty() && SIGNATURES.contains(words.get(words.size() - 1));
    }

    /** {@code params.get("sign")}: what a map is asked for says it, and not the asking. */
    private static @Nullable String entry(Expr expr) {
        return expr instanceof Expr.Call call
                        && ENTRIES.contains(call.method().name())
                        && !call.args().isEmpty()
                        && call.args().get(0) instanceof Expr.Literal literal
                        && literal.value() instanceof String text
                ? text
                : null;
    }

    private static boolean isOfCode(FlowView flow) {
        return SecretNames.says(flow.type().simpleName(), OF_CODE)
                || SecretNames.says(flow.method().name(), OF_CODE);
    }
}
