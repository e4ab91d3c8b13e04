package dev.keywright.checks.rules.endpoint;

import com.google.auto.service.AutoService;
import dev.keywright.checks.endpoint.EffectivePolicy;
import dev.keywright.checks.endpoint.Endpoint;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.rules.EndpointRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Flags endpoints that check a credential and that may be asked as often as one likes.
 *
 * <p>Whatever is checked can be guessed, and each check costs: a look-up, a digest, a password hash. An error where Keywright
 * is in use, since one annotation mends it; a warning elsewhere, and where only a framework protects the endpoint, since a
 * limit may stand in a gateway that no source shows, or on a supertype that is not at hand.
 */
@AutoService(Rule.class)
public final class MissingRateLimit implements EndpointRule {

    private static final RuleInfo INFO = new RuleInfo(
            "MissingRateLimit",
            List.of(307, 770),
            Severity.ERROR,
            "Flags protected, log-in, token, password-reset and one-time-code endpoints that nothing limits.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Endpoint endpoint, RuleContext context) {
        EffectivePolicy policy = endpoint.policy();
        if (policy.isLimited() || endpoint.module().limiter() != null) {
            return;
        }
        boolean ours = !policy.mechanisms().isEmpty();
        Optional<Purpose> purpose = ours
                ? Optional.empty()
                : Purpose.of(
                        endpoint, new Inputs(context.program(), context.models().names()));
        Annotation protection = protection(policy);
        if (purpose.isPresent()) {
            Severity severity =
                    endpoint.module().usesKeywright() && policy.unseen() == null ? Severity.ERROR : Severity.WARNING;
            report(endpoint, context, severity, Sentences.guessableWithoutLimit(endpoint, purpose.get()));
        } else if (protection != null && !protection.type().simpleName().equals("DenyAll")) {
            String name = "@" + protection.type().simpleName();
            // Elsewhere a proxy may limit, and every endpoint of a service would be told of.
            Severity unsure = ours || endpoint.module().usesKeywright() ? Severity.WARNING : Severity.NOTE;
            Severity severity = ours && policy.unseen() == null ? Severity.ERROR : unsure;
            report(endpoint, context, severity, Sentences.protectedWithoutLimit(endpoint, name));
        }
    }

    private static @Nullable Annotation protection(EffectivePolicy policy) {
        return policy.mechanisms().isEmpty()
                ? policy.foreignProtection()
                : policy.mechanisms().get(0).annotation();
    }

    private static void report(Endpoint endpoint, RuleContext context, Severity severity, String message) {
        context.report(severity, endpoint.anchor(), message, List.of(), null);
    }
}
