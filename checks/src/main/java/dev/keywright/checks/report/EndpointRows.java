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
                location);
    }

    private static Access access(EffectivePolicy policy) {
        if (policy.isProtected() || policy.protectedElsewhere() || policy.login() != null) {
            return Access.GUARDED;
        }
        return policy.isDeclaredOpen() ? Access.PUBLIC : Access.OPEN;
    }

    private static String guard(EffectivePolicy policy) {
        if (!policy.mechanisms().isEmpty()) {
            List<String> names =
                    policy.mechanisms().stream().map(EndpointRows::mechanism).toList();
            return String.join(policy.anyOf() ? " or " : " and ", names);
        }
        Annotation annotation =
                firstOf(policy.foreignProtection(), policy.login(), policy.publicEndpoint(), policy.foreignOpen());
        if (annotation != null) {
            return "@" + annotation.type().simpleName();
        }
        return policy.protectedElsewhere() ? "elsewhere" : "";
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
        Annotation foreign = firstOf(policy.login(), policy.foreignLimit());
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
}
