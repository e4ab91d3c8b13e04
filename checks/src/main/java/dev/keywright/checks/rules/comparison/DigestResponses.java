package dev.keywright.checks.rules.comparison;

import dev.keywright.checks.flow.Event;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Naming;
import dev.keywright.checks.ir.Words;
import dev.keywright.checks.models.SecretNames;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * HTTP's digest authentication (RFC 7616): the response that a client sent, compared with the digest that the server has
 * computed from the password's hash. Neither is called a secret; the words of the protocol around them say what they are.
 */
final class DigestResponses {

    private static final Words CLIENT_NONCE = Words.holding("cnonce", "Cnonce", "cNonce", "CNonce");
    private static final Words REALM = Words.holding("realm");

    /** {@code clientDigest}: the response by another name. */
    private static final Set<String> SENT = Set.of("client", "request", "received", "provided", "given", "user");

    private static final Set<String> HASHING = Set.of("digest", "encode", "md5", "md5Hex", "hash");

    private DigestResponses() {}

    static boolean compares(FlowView flow, Slice slice, Event.Comparison event) {
        return event.how() == Event.How.CALL
                && event.inner() == null
                && flow.file().mayMention(CLIENT_NONCE)
                && flow.file().mayMention(REALM)
                && (isPair(slice, event.leftExpr(), event.rightExpr())
                        || isPair(slice, event.rightExpr(), event.leftExpr()));
    }

    private static boolean isPair(Slice slice, @Nullable Expr computed, @Nullable Expr response) {
        if (computed == null || response == null) {
            return false;
        }
        if (!lastWord(response).equals("response")) {
            return isDigest(response)
                    && SENT.contains(SecretNames.split(Naming.ofRead(response)).get(0))
                    && isDigest(computed)
                    && slice.madeFrom(
                            computed,
                            part -> part instanceof Expr.Call call
                                    && HASHING.contains(call.method().name()));
        }
        return isDigest(computed) || slice.madeFrom(computed, DigestResponses::isDigest);
    }

    private static boolean isDigest(Expr expr) {
        return lastWord(expr).equals("digest") && !(expr instanceof Expr.Literal);
    }

    private static String lastWord(Expr expr) {
        // What a map of the header's parts is asked for says it, and not the asking.
        String name = expr instanceof Expr.Call call
                        && call.args().size() == 1
                        && call.args().get(0) instanceof Expr.Literal literal
                        && literal.value() instanceof String entry
                ? entry
                : Naming.ofRead(expr);
        List<String> words = SecretNames.split(name);
        return words.isEmpty() ? "" : words.get(words.size() - 1);
    }
}
