package dev.keywright.checks.report;

import dev.keywright.checks.endpoint.EffectivePolicy;
import dev.keywright.checks.endpoint.Endpoint;
import dev.keywright.checks.endpoint.Mechanism;
import dev.keywright.checks.finding.Location;
import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.report.EndpointRow.Access;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Endpoints as rows of a table. */
public final class EndpointRows {

    private EndpointRows() {}

    /** One row for each endpoint and each of its paths. */
    public static List<EndpointRow> of(List<Endpoint> endpoints) {
        List<EndpointRow> rows = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            List<String> paths = endpoint.paths().isEmpty() ? List.of("") : endpoint.paths();
            paths.forEach(path -> rows.add(row(endpoint, path)));
        }
        return rows;
    }

    private static EndpointRow row(Endpoint endpoint, String path) {
        EffectivePolicy policy = endpoint.policy();
        Set<String> scopes = new LinkedHashSet<>();
        policy.mechanisms().forEach(mechanism -> scopes.addAll(mechanism.scopes()));
        Span span = endpoint.anchor();
        Location location = new Location(
                endpoint.file().path(),
                span,
                endpoint.file().position(span.start()),
                endpoint.file().position(span.end()));
        List<String> verbs =
                endpoint.methods().stream().sorted().map(Enum::name).toList();
        return new EndpointRow(
                verbs.isEmpty() ? "*" : String.join(" ", verbs),
                path,
                endpoint.type().name() + '#' + endpoint.method().name(),
                guard(policy),
                access(policy),
                List.copyOf(scopes),
                limits(policy),
                location,
                security(policy));
    }

    /** The mechanisms that are required, with each of those that are alternatives. */
    private static List<List<SecurityScheme>> security(EffectivePolicy policy) {
        if (policy.mechanisms().isEmpty()) {
            return access(policy) == Access.GUARDED ? List.of(List.of(SecurityScheme.unknown())) : List.of();
        }
        List<SecurityScheme> required = schemes(policy, false);
        if (policy.foreignProtection() != null) {
            required.add(SecurityScheme.unknown());
        }
        List<SecurityScheme> alternatives = schemes(policy, true);
        if (alternatives.isEmpty()) {
            return List.of(required);
        }
        List<List<SecurityScheme>> security = new ArrayList<>();
        for (SecurityScheme alternative : alternatives) {
            List<SecurityScheme> all = new ArrayList<>(required);
            all.add(alternative);
            security.add(all);
        }
        return security;
    }

    private static List<SecurityScheme> schemes(EffectivePolicy policy, boolean alternative) {
        List<SecurityScheme> schemes = new ArrayList<>();
        for (Mechanism mechanism : policy.mechanisms()) {
            if (mechanism.alternative() == alternative) {
                schemes.add(SecurityScheme.of(mechanism));
            }
        }
        return schemes;
    }

    private static Access access(EffectivePolicy policy) {
        if (policy.isProtected() || policy.protectedElsewhere() || policy.login() != null) {
            return Access.GUARDED;
        }
        return policy.isDeclaredOpen() ? Access.PUBLIC : Access.OPEN;
    }

    private static String guard(EffectivePolicy policy) {
        if (!policy.mechanisms().isEmpty()) {
            return words(policy);
        }
        Annotation annotation =
                firstOf(policy.foreignProtection(), policy.login(), policy.publicEndpoint(), policy.foreignOpen());
        if (annotation != null) {
            return "@" + annotation.type().simpleName();
        }
        return policy.protectedElsewhere() ? "elsewhere" : "";
    }

    /** As {@code API key and bearer token}, {@code API key or HMAC signature}, or both with the alternatives last. */
    private static String words(EffectivePolicy policy) {
        List<String> required = new ArrayList<>();
        List<String> alternatives = new ArrayList<>();
        policy.mechanisms().forEach(each -> (each.alternative() ? alternatives : required).add(mechanism(each)));
        if (!alternatives.isEmpty()) {
            String either = String.join(" or ", alternatives);
            required.add(required.isEmpty() || alternatives.size() == 1 ? either : "(" + either + ")");
        }
        return String.join(" and ", required);
    }

    private static @Nullable Annotation firstOf(@Nullable Annotation... annotations) {
        for (Annotation annotation : annotations) {
            if (annotation != null) {
                return annotation;
            }
        }
        return null;
    }

    private static String mechanism(Mechanism mechanism) {
        return switch (mechanism.kind()) {
            case API_KEY -> "API key";
            case HMAC -> "HMAC signature";
            case BEARER -> "bearer token";
        };
    }

    private static List<String> limits(EffectivePolicy policy) {
        List<String> limits = new ArrayList<>();
        for (Annotation limit : policy.limits()) {
            Expr value = limit.value("value");
            limits.add(
                    value instanceof Expr.Literal literal && literal.value() instanceof String text
                            ? text
                            : "@" + limit.type().simpleName());
        }
        Annotation login = policy.login();
        if (login != null) {
            limits.add(failures(login));
        }
        Annotation foreign = policy.foreignLimit();
        if (foreign != null) {
            limits.add("@" + foreign.type().simpleName());
        }
        if (policy.limitedInCode()) {
            limits.add("in code");
        }
        if (policy.limitedElsewhere()) {
            limits.add("elsewhere");
        }
        return limits;
    }

    /** Log-in protection counts failures alone. */
    private static String failures(Annotation login) {
        Expr value = login.value("failures");
        if (value == null) {
            return "5 failures per 15 minutes";
        }
        return value instanceof Expr.Literal literal && literal.value() instanceof String text
                ? text.strip().replaceFirst("^(\\d+)\\s*", "$1 failures ")
                : "@" + login.type().simpleName();
    }
}
