package dev.keywright.checks.rules.leak;

import com.google.auto.service.AutoService;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.Certainty;
import dev.keywright.checks.flow.Event;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.Label;
import dev.keywright.checks.models.Role;
import dev.keywright.checks.models.SinkKind;
import dev.keywright.checks.rules.FlowRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.List;

/**
 * Flags a secret in an exception's message, an error page or a problem detail. Exceptions are logged far from where they are
 * made, and error pages are read by callers.
 */
@AutoService(Rule.class)
public final class SecretInErrorMessage implements FlowRule {

    private static final RuleInfo INFO = new RuleInfo(
            "SecretInErrorMessage", List.of(209), Severity.ERROR, "Flags secrets in the text of exceptions and error answers.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(FlowView flow, RuleContext context) {
        for (Event.Sink event : flow.sinks(SinkKind.ERROR, sink -> Leaks.shown(sink.value()) != null)) {
            Label secret = Leaks.shown(event.value());
            if (secret == null) {
                continue;
            }
            String name = event.method().name();
            String sink = name.equals("<init>") ? event.method().owner().simpleName() : name;
            // What the caller sent himself he knows already; it still ends up in logs.
            boolean own = secret.role() == Role.PRESENTED || secret.certainty() == Certainty.NAMED && secret.object();
            context.report(
                    own ? Severity.WARNING : Severity.ERROR,
                    event.span(),
                    Messages.inError(secret, sink),
                    secret.trace().steps(),
                    null);
        }
    }
}
