package dev.keywright.checks.rules.endpoint;

import com.google.auto.service.AutoService;
import dev.keywright.checks.config.Settings;
import dev.keywright.checks.endpoint.EffectivePolicy;
import dev.keywright.checks.endpoint.Endpoint;
import dev.keywright.checks.endpoint.HttpMethod;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.rules.EndpointRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.List;
import java.util.Set;

/**
 * Flags endpoints for which nobody has said who may call them.
 *
 * <p>In a module that uses Keywright an endpoint without a mechanism is either forgotten or open on purpose, and
 * {@code @PublicEndpoint} says the latter. A warning only where a configuration like a {@code SecurityFilterChain} may
 * protect it by its path, or where a supertype is neither among the sources nor on the class path.
 */
@AutoService(Rule.class)
public final class UnprotectedEndpoint implements EndpointRule {

    private static final RuleInfo INFO = new RuleInfo(
            "UnprotectedEndpoint",
            List.of(306),
            Severity.ERROR,
            "Flags endpoints with neither a mechanism nor @PublicEndpoint, in modules that use Keywright.");

    /** Answers to the framework itself: the error page shows what another endpoint has refused. */
    private static final String ERROR_CONTROLLER = "org.springframework.boot.web.servlet.error.ErrorController";

    private static final String NEWER_ERROR_CONTROLLER = "org.springframework.boot.webmvc.error.ErrorController";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Endpoint endpoint, RuleContext context) {
        if (!isWanted(endpoint, context.settings()) || isAccountedFor(endpoint) || isErrorPage(endpoint, context)) {
            return;
        }
        String configuration = endpoint.module().securityConfiguration();
        String unseen = endpoint.policy().unseen();
        if (endpoint.registration() != null && configuration == null) {
            // What stands before a registered route in another class is not seen.
            context.report(Severity.WARNING, endpoint.anchor(), Sentences.openRoute(endpoint), List.of(), null);
        } else if (configuration == null && unseen != null) {
            String message = Sentences.perhapsInherited(endpoint, unseen);
            context.report(Severity.WARNING, endpoint.anchor(), message, List.of(), null);
        } else if (configuration == null) {
            context.report(endpoint.anchor(), Sentences.unprotected(endpoint), List.of());
        } else {
            String message = Sentences.perhapsUnprotected(endpoint, configuration);
            context.report(Severity.WARNING, endpoint.anchor(), message, List.of(), null);
        }
    }

    private static boolean isWanted(Endpoint endpoint, Settings settings) {
        return switch (settings.endpointPolicy()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case WHEN_KEYWRIGHT_IS_USED -> endpoint.module().usesKeywright();
        };
    }

    private static boolean isAccountedFor(Endpoint endpoint) {
        EffectivePolicy policy = endpoint.policy();
        return policy.isProtected()
                || policy.isDeclaredOpen()
                || policy.login() != null
                || policy.protectedElsewhere()
                || endpoint.methods().equals(Set.of(HttpMethod.OPTIONS));
    }

    private static boolean isErrorPage(Endpoint endpoint, RuleContext context) {
        String type = endpoint.type().name();
        return context.program().isSubtype(type, ERROR_CONTROLLER)
                || context.program().isSubtype(type, NEWER_ERROR_CONTROLLER);
    }
}
