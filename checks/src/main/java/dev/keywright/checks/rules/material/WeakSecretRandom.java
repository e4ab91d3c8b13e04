package dev.keywright.checks.rules.material;

import com.google.auto.service.AutoService;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.Event;
import dev.keywright.checks.flow.Flag;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.Value;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.models.NameVerdict;
import dev.keywright.checks.models.SecretNames;
import dev.keywright.checks.models.SinkKind;
import dev.keywright.checks.rules.FlowRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Flags tokens, keys, passwords, salts, nonces and one-time codes that are made by a generator that can be predicted: Random,
 * Math.random, ThreadLocalRandom, the clock, RandomStringUtils.
 */
@AutoService(Rule.class)
public final class WeakSecretRandom implements FlowRule {

    private static final RuleInfo INFO = new RuleInfo(
            "WeakSecretRandom",
            List.of(338, 330),
            Severity.ERROR,
            "Flags secrets made by generators that can be predicted.");

    private static final Set<String> MAKING =
            Set.of("generate", "create", "make", "new", "next", "random", "build", "get", "gen", "issue", "rand");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(FlowView flow, RuleContext context) {
        Set<Object> told = new HashSet<>();
        Set<String> variables = new HashSet<>();
        for (Event.Sink event : flow.sinks(SinkKind.KEY_MATERIAL, sink -> isWeak(sink.value()))) {
            if (told.add(event.span())) {
                context.report(event.span(), Messages.weakRandom("the key"), List.of());
            }
        }
        flow.events().stream()
                .filter(Event.Named.class::isInstance)
                .map(Event.Named.class::cast)
                .filter(named -> isWeak(named.value()) && isText(named.type()) && needsRandom(flow, named))
                .sorted(Comparator.comparingInt(named -> named.span().start()))
                .forEach(named -> {
                    // What is made from a variable that was told of is told of already.
                    if (!mentions(named.at(), variables) && told.add(named.span())) {
                        variables.add(named.name());
                        context.report(named.span(), Messages.weakRandom(named.name()), List.of());
                    }
                });
    }

    private static boolean mentions(Expr expr, Set<String> variables) {
        boolean[] found = new boolean[1];
        if (!variables.isEmpty()) {
            Walk.expressions(
                    expr, part -> found[0] |= part instanceof Expr.Local local && variables.contains(local.name()));
        }
        return found[0];
    }

    private static boolean isWeak(Value value) {
        return value.is(Flag.WEAK_RANDOM) && !value.is(Flag.STRONG_RANDOM);
    }

    /** {@code otp()}, {@code verificationCode()}: named after what it makes. */
    private static boolean isNoun(FlowView flow, List<String> words) {
        return words.size() <= 2
                && (flow.names().list("random").contains(words.get(words.size() - 1))
                        || words.get(words.size() - 1).equals("code"));
    }

    private static boolean isText(TypeRef type) {
        return switch (type.name()) {
            case "int", "long", "byte", "char", "?", "java.lang.Integer", "java.lang.Long", "java.math.BigInteger" ->
                true;
            default ->
                type.simpleName().equals("String")
                        || type.simpleName().equals("UUID")
                        || type.simpleName().equals("StringBuilder")
                        || type.simpleName().equals("CharSequence");
        };
    }

    private static boolean needsRandom(FlowView flow, Event.Named named) {
        String name = named.name();
        boolean number = named.type().dims() == 0 && named.type().isPrimitive();
        List<String> words = SecretNames.split(name);
        if (words.isEmpty()) {
            return false;
        }
        if (flow.names().classify(name).filter(NameVerdict::strong).isPresent()) {
            return !number || words.contains("otp") || words.contains("pin") || words.contains("code");
        }
        String last = words.get(words.size() - 1);
        boolean method = name.equals(flow.method().name());
        boolean makes = method && MAKING.contains(words.get(0));
        boolean sessionId = words.size() > 1
                && last.equals("id")
                && words.get(words.size() - 2).equals("session");
        boolean code = words.size() > 1
                && last.equals("code")
                && Set.of(
                                "verification",
                                "otp",
                                "reset",
                                "auth",
                                "login",
                                "confirmation",
                                "activation",
                                "recovery",
                                "sms",
                                "invite")
                        .contains(words.get(words.size() - 2));
        boolean bare = flow.names().list("random").contains(last) && !last.equals("key") && !last.equals("pin");
        boolean broken = words.stream().anyMatch(flow.names().list("breaks")::contains);
        if (method && !makes && !sessionId && !isNoun(flow, words) || broken) {
            return false;
        }
        return sessionId || code || bare && (!number || last.equals("otp"));
    }
}
