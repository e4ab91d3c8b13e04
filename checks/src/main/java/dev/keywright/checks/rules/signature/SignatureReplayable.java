package dev.keywright.checks.rules.signature;

import com.google.auto.service.AutoService;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.BinaryOp;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.rules.DeclarationRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Flags verification of a signed request that admits the same request again: no timestamp, one that is not signed or never
 * compared with the clock, or a nonce that is checked and added in two steps.
 */
@AutoService(Rule.class)
public final class SignatureReplayable implements DeclarationRule {

    private static final RuleInfo INFO = new RuleInfo(
            "SignatureReplayable",
            List.of(294, 367, 770),
            Severity.ERROR,
            "Flags verification of a signed request that would admit the same request again.");

    /** Headers of schemes that a vendor has fixed without protection against replay. */
    private static final Set<String> VENDORS = Set.of(
            "x-hub-signature",
            "x-hub-signature-256",
            "x-shopify-hmac-sha256",
            "x-shopify-hmac-sha1",
            "x-gitea-signature",
            "x-gogs-signature",
            "x-line-signature",
            "x-bitbucket-signature",
            "x-wc-webhook-signature",
            "x-square-signature");

    private static final Set<BinaryOp> ORDER =
            Set.of(BinaryOp.LESS, BinaryOp.LESS_EQUAL, BinaryOp.GREATER, BinaryOp.GREATER_EQUAL);
    private static final Set<String> ORDER_CALLS = Set.of("isBefore", "isAfter", "compareTo", "before", "after");
    private static final Set<String> CLOCK_CALLS = Set.of(
            "currentTimeMillis", "now", "instant", "millis", "getTime", "getEpochSecond", "nanoTime", "currentTime");
    private static final Set<String> ASKS_PRESENCE =
            Set.of("isBlank", "isEmpty", "isNotBlank", "isNotEmpty", "hasText", "hasLength", "isNull", "nonNull");
    private static final Set<String> SCHEMES_WITHOUT_REPLAY_PROTECTION = Set.of("GITHUB", "SHOPIFY");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TypeDecl type, RuleContext context) {
        checkPresets(type.annotations(), context);
        boolean nonces = context.file().mayMention("once", "jti", "eplay");
        Verifications verifications = Verifications.of(context);
        boolean macs = verifications.mayBe() && !Verifications.ofForms(type);
        for (MethodDecl method : type.methods()) {
            checkPresets(method.annotations(), context);
            if ((macs || nonces)
                    && method.body() != null
                    && !method.parameters().isEmpty()) {
                Slice slice = context.slice(method);
                RequestParts parts = new RequestParts(method);
                List<Verification> found = verifications.of(method, slice);
                found.stream()
                        .filter(verification -> parts.handlesRequest())
                        .forEach(verification -> checkTime(verification, method, parts, slice, context));
                Predicate<Expr> isNonce = found.isEmpty() ? Nonces::isNamed : parts::isNonce;
                if ((!found.isEmpty() || nonces) && !Nonces.check(method, slice, isNonce, context)) {
                    Nonces.checkBound(type, method, slice, isNonce, context);
                }
            }
        }
    }

    private static void checkTime(
            Verification verification, MethodDecl method, RequestParts parts, Slice slice, RuleContext context) {
        if (!slice.madeFrom(verification.presented(), parts::isHeader)) {
            return;
        }
        Span span = verification.comparison().span();
        Predicate<Expr> once = part -> parts.isTimestamp(part) || parts.isNonce(part);
        boolean signed = new Covered(
                        context.program(), (part, of, in) -> of.isTimestamp(part) || of.isNonce(part), closed -> false)
                .by(verification, parts, slice);
        boolean present = signed || slice.expressions().stream().anyMatch(once);
        if (!present || (!signed && !isBounded(slice, parts))) {
            Severity severity = isVendors(verification, slice, parts) ? Severity.WARNING : Severity.ERROR;
            context.report(severity, span, Messages.NO_TIMESTAMP, List.of(), null);
        } else if (!signed) {
            context.report(span, Messages.TIMESTAMP_UNSIGNED, List.of());
        } else if (!isBounded(slice, parts)
                && slice.expressions().stream().noneMatch(parts::isNonce)
                && !handsTimeOn(verification, slice, parts, context)
                && !isBoundedBeside(method, context)) {
            context.report(span, Messages.TIMESTAMP_UNCHECKED, List.of());
        }
    }

    /** Whether another method of the class, given the request as well, looks at its time: the one door has two locks. */
    private static boolean isBoundedBeside(MethodDecl method, RuleContext context) {
        TypeDecl type = context.program().type(method.owner());
        return type != null
                && type.methods().stream()
                        .filter(other -> other != method && other.body() != null)
                        .anyMatch(other -> {
                            RequestParts parts = new RequestParts(other);
                            return parts.hasRequest() && isBounded(new Slice(other), parts);
                        });
    }

    /** Whether an ordering comparison sees the timestamp and the clock. */
    private static boolean isBounded(Slice slice, RequestParts parts) {
        return slice.expressions().stream()
                .filter(SignatureReplayable::isOrdering)
                .anyMatch(comparison -> slice.madeFrom(comparison, parts::isTimestamp)
                        && slice.madeFrom(comparison, SignatureReplayable::isClock));
    }

    private static boolean isOrdering(Expr expr) {
        return (expr instanceof Expr.Binary binary && ORDER.contains(binary.op()))
                || (expr instanceof Expr.Call call
                        && ORDER_CALLS.contains(call.method().name()));
    }

    private static boolean isClock(Expr expr) {
        return expr instanceof Expr.Call call
                        && CLOCK_CALLS.contains(call.method().name())
                || expr instanceof Expr.New made
                        && made.args().isEmpty()
                        && made.type().simpleName().equals("Date");
    }

    /** Whether the timestamp goes to a helper that judges it: {@code isFresh(timestamp)}. One that cannot be seen may. */
    private static boolean handsTimeOn(
            Verification verification, Slice slice, RequestParts parts, RuleContext context) {
        // What verifies may look at the clock itself, where it can be seen.
        if (looksAtClock(verification.comparison(), parts, context)
                || looksAtClock(verification.computed(), parts, context)) {
            return true;
        }
        return slice.calls().stream()
                .filter(call -> call != verification.comparison()
                        && call != verification.computed()
                        && !ASKS_PRESENCE.contains(call.method().name())
                        && call.args().stream().anyMatch(argument -> Walk.any(argument, parts::isTimestamp)))
                .anyMatch(call -> {
                    MethodDecl helper = context.program().method(call.method());
                    if (helper != null) {
                        return helper.body() != null && comparesWithClock(new Slice(helper));
                    }
                    String type = call.type().simpleName();
                    return call.receiver() == null
                            && (type.equals("boolean") || type.equals("void") || type.equals("?"));
                });
    }

    /** {@code isValid(body, signature, timestamp)}: a helper that is handed the timestamp and asks the clock. */
    private static boolean looksAtClock(Expr check, RequestParts parts, RuleContext context) {
        MethodDecl helper = check instanceof Expr.Call call
                        && call.args().stream().anyMatch(argument -> Walk.any(argument, parts::isTimestamp))
                ? context.program().method(call.method())
                : null;
        return helper != null && helper.body() != null && comparesWithClock(new Slice(helper));
    }

    private static boolean comparesWithClock(Slice slice) {
        return slice.expressions().stream()
                .filter(SignatureReplayable::isOrdering)
                .anyMatch(comparison -> slice.madeFrom(comparison, SignatureReplayable::isClock));
    }

    private static boolean isVendors(Verification verification, Slice slice, RequestParts parts) {
        return slice.madeFrom(
                verification.presented(),
                part -> isVendors(RequestParts.constant(part))
                        || parts.injectedHeaders(part).stream().anyMatch(SignatureReplayable::isVendors));
    }

    private static boolean isVendors(Object header) {
        return header instanceof String text && VENDORS.contains(text.toLowerCase(Locale.ROOT));
    }

    /** A preset of ours whose scheme has no protection against replay and is not acknowledged. */
    private static void checkPresets(List<Annotation> annotations, RuleContext context) {
        for (Annotation annotation : annotations) {
            if (annotation.type().is("dev.keywright.annotations.HmacSigned")
                    && SCHEMES_WITHOUT_REPLAY_PROTECTION.contains(constant(annotation.value("scheme")))
                    && !(annotation.value("replayAcknowledged") instanceof Expr.Literal acknowledged
                            && Boolean.TRUE.equals(acknowledged.value()))) {
                context.report(Severity.WARNING, annotation.span(), Messages.PRESET, List.of(), null);
            }
            if (annotation.type().is("dev.keywright.annotations.AnyOf")) {
                checkPresets(nested(annotation.value("hmac")), context);
            }
        }
    }

    /** The name of an enum constant, also where a static import brings it in and the enum itself is not at hand. */
    private static String constant(@Nullable Expr value) {
        if (value instanceof Expr.Field field) {
            return field.name();
        }
        if (value instanceof Expr.Local name) {
            return name.name();
        }
        return value instanceof Expr.Unknown missing
                ? missing.type().simpleName()
                : ""; // as a compiler reads Missing.CONSTANT
    }

    /** One annotation, or an array of them. */
    private static List<Annotation> nested(@Nullable Expr value) {
        if (value instanceof Expr.AnnotationValue one) {
            return List.of(one.annotation());
        }
        return value instanceof Expr.NewArray array && array.elements() != null
                ? array.elements().stream()
                        .flatMap(each -> nested(each).stream())
                        .toList()
                : List.of();
    }
}
