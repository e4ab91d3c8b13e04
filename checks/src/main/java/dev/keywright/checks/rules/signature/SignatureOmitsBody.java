package dev.keywright.checks.rules.signature;

import com.google.auto.service.AutoService;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.rules.DeclarationRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Flags hand-written verification of a signed request whose MAC does not cover the body, or covers one that was parsed and
 * written again: the signature then vouches for something else than what the handler acts on.
 */
@AutoService(Rule.class)
public final class SignatureOmitsBody implements DeclarationRule {

    private static final RuleInfo INFO = new RuleInfo(
            "SignatureOmitsBody",
            List.of(347),
            Severity.ERROR,
            "Flags verification of a request's signature that does not cover the request's body as it was sent.");

    private static final Set<String> BODYLESS =
            Set.of("GetMapping", "DeleteMapping", "GET", "DELETE", "HEAD", "Get", "Delete");
    private static final Set<String> MEASURES = Set.of("length", "size", "hashCode", "isEmpty", "isBlank");
    private static final Set<String> WRITERS = Set.of(
            "writeValueAsString",
            "writeValueAsBytes",
            "toJson",
            "toJSONString",
            "stringify",
            "toJsonString",
            "valueToTree");

    private static final Set<String> READERS =
            Set.of("readTree", "readValue", "fromJson", "parseString", "parseObject");

    private static final Set<String> SELF_WRITERS =
            Set.of("toString", "encode", "encodePrettily", "toBuffer", "toJSONString", "toJson", "toPrettyString");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TypeDecl type, RuleContext context) {
        Verifications verifications = Verifications.of(context);
        if (!verifications.mayBe() || Verifications.ofForms(type)) {
            return;
        }
        for (MethodDecl method : type.methods()) {
            if (method.body() != null
                    && !method.parameters().isEmpty()
                    && verifications.mayBeIn(method)
                    && !isBodyless(method)) {
                RequestParts parts = new RequestParts(method);
                Slice slice = context.slice(method);
                for (Verification verification : verifications.of(method, slice)) {
                    check(verification, parts, slice, context);
                }
            }
        }
    }

    private static void check(Verification verification, RequestParts parts, Slice slice, RuleContext context) {
        if (!slice.madeFrom(verification.presented(), parts::isHeader) && !isSignatureParameter(verification, slice)) {
            return;
        }
        boolean rewritten = covered(SignatureOmitsBody::isRewritten, context).by(verification, parts, slice);
        if (rewritten || covered(SignatureOmitsBody::isSentBody, context).by(verification, parts, slice)) {
            if (rewritten) {
                context.report(
                        Severity.WARNING, verification.computed().span(), Messages.RESERIALISED, List.of(), null);
            }
        } else if (parts.readsBody(slice)
                || (parts.hasRequest(slice)
                        && covered(
                                        (part, of, in) -> of.isRequestLine(part) || of.isFilter() && isStamp(part, of),
                                        context)
                                .by(verification, parts, slice))) {
            context.report(verification.computed().span(), Messages.OMITS_BODY, List.of());
        }
    }

    private static Covered covered(Covered.Part part, RuleContext context) {
        return new Covered(context.program(), part, SignatureOmitsBody::isMeasure);
    }

    /** {@code payload = timestamp + request.getMethod() + …}: called one, and made of other parts of the request. */
    private static boolean isComposed(Expr part, RequestParts parts, Slice slice) {
        return part instanceof Expr.Local local
                && !parts.isParameter(local)
                && slice.madeFrom(local, parts::isRequestLine)
                && !slice.madeFrom(local, parts::mayReadBody)
                && !slice.madeFrom(
                        local,
                        other -> other instanceof Expr.Local named && named.id() != local.id() && parts.isBody(named));
    }

    /** The header of a timestamp or a nonce: what a filter verifies is then the request, and not a token. */
    private static boolean isStamp(Expr part, RequestParts parts) {
        return part instanceof Expr.Call && (parts.isTimestamp(part) || parts.isNonce(part));
    }

    private static boolean isSentBody(Expr part, RequestParts parts, Slice slice) {
        return parts.isBody(part) && !parts.isParsedBody(part) && !isComposed(part, parts, slice);
    }

    /** A parsed body that is written as text again, by a mapper or by itself. */
    private static boolean isRewritten(Expr expr, RequestParts parts, Slice slice) {
        return expr instanceof Expr.Call call
                && ((WRITERS.contains(call.method().name())
                                && call.args().stream().anyMatch(each -> isParsed(each, parts, slice)))
                        || (SELF_WRITERS.contains(call.method().name())
                                && call.receiver() != null
                                && isParsed(call.receiver(), parts, slice)));
    }

    private static boolean isParsed(Expr expr, RequestParts parts, Slice slice) {
        return parts.isParsedBody(expr)
                || (expr instanceof Expr.Local local
                        && !local.type().isString()
                        && slice.madeFrom(expr, part -> parts.isParsedBody(part) || isRead(part, parts, slice)));
    }

    /** {@code mapper.readTree(body)}: the whole text as a tree; a field of it that is signed is another matter. */
    private static boolean isRead(Expr part, RequestParts parts, Slice slice) {
        return part instanceof Expr.Call call
                && READERS.contains(call.method().name())
                && call.args().stream().anyMatch(each -> slice.madeFrom(each, parts::isBody));
    }

    /** The length of a body, or its hash code, says next to nothing of it. */
    private static boolean isMeasure(Expr expr) {
        return expr instanceof Expr.ArrayLength
                || (expr instanceof Expr.Call call
                        && call.args().isEmpty()
                        && MEASURES.contains(call.method().name()));
    }

    private static boolean isSignatureParameter(Verification verification, Slice slice) {
        return slice.madeFrom(
                verification.presented(),
                part -> part instanceof Expr.Local local
                        && local.name().toLowerCase(Locale.ROOT).matches(".*(signature|hmac|sig)$"));
    }

    private static boolean isBodyless(MethodDecl method) {
        return method.annotations().stream()
                .map(Annotation::type)
                .anyMatch(type -> BODYLESS.contains(type.simpleName()));
    }
}
