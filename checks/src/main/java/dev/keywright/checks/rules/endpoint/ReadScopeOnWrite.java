package dev.keywright.checks.rules.endpoint;

import com.google.auto.service.AutoService;
import dev.keywright.checks.endpoint.EffectivePolicy;
import dev.keywright.checks.endpoint.Endpoint;
import dev.keywright.checks.endpoint.HttpMethod;
import dev.keywright.checks.endpoint.Mechanism;
import dev.keywright.checks.endpoint.Words;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.rules.EndpointRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.List;
import java.util.Set;

/**
 * Flags endpoints that change something for callers who may only read.
 *
 * <p>Usually copied from the reading endpoint above. A second mechanism that must also hold, as a signature, silences the
 * rule: then the scope is not all that guards the endpoint.
 */
@AutoService(Rule.class)
public final class ReadScopeOnWrite implements EndpointRule {

    private static final RuleInfo INFO = new RuleInfo(
            "ReadScopeOnWrite",
            List.of(863),
            Severity.ERROR,
            "Flags POST, PUT, PATCH and DELETE endpoints that are guarded by read scopes alone.");

    private static final Set<String> READING =
            Set.of("read", "reader", "readonly", "ro", "view", "viewer", "list", "get", "query");
    private static final Set<String> READING_FIRST = Set.of("read", "readonly", "view");
    private static final Set<String> WRITING = Set.of(
            "write",
            "writer",
            "readwrite",
            "rw",
            "admin",
            "manage",
            "create",
            "update",
            "delete",
            "edit",
            "modify",
            "all",
            "full",
            "owner");
    private static final Set<String> QUERYING = Set.of(
            "search",
            "export",
            "query",
            "queries",
            "graphql",
            "filter",
            "find",
            "lookup",
            "list",
            "report",
            "reports",
            "preview",
            "validate",
            "validation",
            "check",
            "count",
            "calculate",
            "calculation",
            "estimate",
            "render",
            "read",
            "get",
            "fetch",
            "download",
            "verify",
            "compare",
            "match",
            "suggest",
            "autocomplete",
            "aggregate",
            "stats",
            "statistics",
            "analyze",
            "quote",
            "simulate",
            "explain",
            "resolve",
            "introspect",
            "select",
            "view");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Endpoint endpoint, RuleContext context) {
        EffectivePolicy policy = endpoint.policy();
        if (!isWriting(endpoint) || isQuery(endpoint) || policy.mechanisms().size() > 1 && !policy.anyOf()) {
            return;
        }
        for (Mechanism mechanism : policy.mechanisms()) {
            if (!mechanism.scopes().isEmpty() && mechanism.scopes().stream().allMatch(ReadScopeOnWrite::isForReading)) {
                String message =
                        Sentences.readScopeOnWrite(endpoint, mechanism.scopes().get(0));
                context.report(anchor(endpoint, mechanism), message, List.of());
                return;
            }
        }
    }

    private static boolean isWriting(Endpoint endpoint) {
        return !endpoint.methods().isEmpty() && endpoint.methods().stream().allMatch(HttpMethod::writes);
    }

    /** A POST whose words say that it only asks: a search has too many parameters for a query string. */
    private static boolean isQuery(Endpoint endpoint) {
        if (!endpoint.methods().equals(Set.of(HttpMethod.POST))) {
            return false;
        }
        List<String> name = Words.of(endpoint.method().name());
        return !name.isEmpty() && QUERYING.contains(name.get(0))
                || endpoint.paths().stream()
                        .map(path -> Words.of(path.substring(path.lastIndexOf('/') + 1)))
                        .anyMatch(words -> words.stream().anyMatch(QUERYING::contains));
    }

    private static boolean isForReading(String scope) {
        List<String> words = Words.of(scope);
        return !words.isEmpty()
                && !scope.contains("*")
                && words.stream().noneMatch(WRITING::contains)
                && (READING.contains(words.get(words.size() - 1)) || READING_FIRST.contains(words.get(0)));
    }

    /** The scopes where they stand on the very method; else the method's name, since the class serves others rightly. */
    private static Span anchor(Endpoint endpoint, Mechanism mechanism) {
        Expr scopes = mechanism.annotation().value("scopes");
        boolean onMethod = scopes != null
                && endpoint.method().owner().equals(endpoint.type().name())
                && endpoint.method().annotations().stream()
                        .anyMatch(annotation -> annotation.span().start()
                                        <= scopes.span().start()
                                && scopes.span().end() <= annotation.span().end());
        return onMethod && scopes != null ? scopes.span() : endpoint.anchor();
    }
}
