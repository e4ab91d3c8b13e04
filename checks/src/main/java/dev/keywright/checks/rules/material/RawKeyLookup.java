package dev.keywright.checks.rules.material;

import com.google.auto.service.AutoService;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.Certainty;
import dev.keywright.checks.flow.Event;
import dev.keywright.checks.flow.Flag;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.Label;
import dev.keywright.checks.flow.Lead;
import dev.keywright.checks.flow.Value;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.LookUpName;
import dev.keywright.checks.models.NameVerdict;
import dev.keywright.checks.models.Role;
import dev.keywright.checks.models.SecretNames;
import dev.keywright.checks.models.SinkKind;
import dev.keywright.checks.rules.FlowRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Flags a key or token from a request that is used as it is to look something up. The store then holds credentials in the
 * clear, and the time of a look-up by value tells about them.
 */
@AutoService(Rule.class)
public final class RawKeyLookup implements FlowRule {

    private static final RuleInfo INFO = new RuleInfo(
            "RawKeyLookup",
            List.of(208, 522),
            Severity.WARNING,
            "Flags received keys and tokens that are looked up by value.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Lead lead(String word, boolean literal, SecretNames names) {
        return Lead.anywhere(!literal
                && LookUpName.properties(word).stream()
                        .anyMatch(property -> names.classify(property)
                                .filter(NameVerdict::strong)
                                .isPresent()));
    }

    @Override
    public void check(FlowView flow, RuleContext context) {
        for (Event.Sink event : flow.sinks(SinkKind.LOOKUP, sink -> received(flow, sink) != null)) {
            Label secret = received(flow, event);
            if (secret != null) {
                context.report(
                        event.span(),
                        Messages.rawLookup(secret, event.method().name()),
                        secret.trace().steps());
            }
        }
    }

    private static @Nullable Label received(FlowView flow, Event.Sink sink) {
        Value value = sink.value();
        boolean asked = LookUpName.properties(sink.method().name()).stream()
                .anyMatch(property -> flow.names()
                        .classify(property)
                        .filter(verdict -> verdict.kind() == Kind.KEY || verdict.kind() == Kind.TOKEN)
                        .isPresent());
        for (Label label : value.allLabels()) {
            boolean credential = label.kind() == Kind.KEY || label.kind() == Kind.TOKEN;
            boolean received = label.role() == Role.PRESENTED && label.certainty() == Certainty.RECEIVED
                    // findByResetToken(body.get("resetToken")): what came in a request, under a name that says enough.
                    || asked && label.certainty() == Certainty.NAMED && value.is(Flag.PRESENTED);
            if (credential && received) {
                return label;
            }
        }
        return null;
    }
}
