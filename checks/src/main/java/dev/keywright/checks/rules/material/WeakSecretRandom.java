package dev.keywright.checks.rules.material;

import com.google.auto.service.AutoService;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.Certainty;
import dev.keywright.checks.flow.Event;
import dev.keywright.checks.flow.Flag;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.Lead;
import dev.keywright.checks.flow.Value;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Naming;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.NameVerdict;
import dev.keywright.checks.models.SecretNames;
import dev.keywright.checks.models.SinkKind;
import dev.keywright.checks.rules.DeclarationRule;
import dev.keywright.checks.rules.FlowRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Flags tokens, keys, passwords, salts, nonces and one-time codes that are made by a generator that can be predicted: Random,
 * Math.random, ThreadLocalRandom, the clock, RandomStringUtils.
 */
@AutoService(Rule.class)
public final class WeakSecretRandom implements DeclarationRule, FlowRule {

    private static final RuleInfo INFO = new RuleInfo(
            "WeakSecretRandom",
            List.of(338, 330),
            Severity.ERROR,
            "Flags secrets made by generators that can be predicted.");

    private static final Set<String> MAKING =
            Set.of("generate", "create", "make", "new", "next", "random", "build", "get", "gen", "issue", "rand");

    private static final Set<String> CODES = Set.of(
            "verification", "otp", "reset", "auth", "login", "confirmation", "activation", "recovery", "sms", "invite");

    private static final Set<String> SENDING = Set.of("send", "resend", "request", "issue", "mail");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TypeDecl type, RuleContext context) {
        if (!context.file().mayMention("setSeed")) {
            return;
        }
        for (MethodDecl method : type.methods()) {
            Expr.Call seeding = method.body() == null ? null : HandSeeding.in(context.slice(method));
            if (seeding != null) {
                context.report(seeding.span(), Messages.SEEDED_BY_HAND, List.of());
            }
        }
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
        List<Event.Named> weak = flow.events().stream()
                .filter(Event.Named.class::isInstance)
                .map(Event.Named.class::cast)
                .filter(named -> isWeak(named.value())
                        && isText(named.type())
                        && needsRandom(flow, named)
                        && !isOneOfMany(named, flow))
                .sorted(Comparator.comparingInt(named -> named.span().start()))
                .toList();
        weak.stream().filter(named -> !isReturned(named, weak, flow)).forEach(named -> {
            // What is made from a variable that was told of is told of already.
            if (isToldElsewhere(flow, named.at(), context.program())) {
                variables.add(named.name());
            } else if (!mentions(named.at(), variables) && !isToldInside(named.at(), flow) && told.add(named.span())) {
                variables.add(named.name());
                context.report(named.span(), Messages.weakRandom(named.name()), List.of());
            }
        });
        if (told.isEmpty()) {
            seeded(flow, context);
        }
    }

    /** A buffer that a number is put into, and whose text the method gives under a name that says enough: told there. */
    private static boolean isReturned(Event.Named filled, List<Event.Named> weak, FlowView flow) {
        return filled.at() instanceof Expr.Call put
                && put.receiver() instanceof Expr.Local buffer
                && buffer.name().equals(filled.name())
                && weak.stream()
                        .anyMatch(given -> given.name().equals(flow.method().name())
                                && mentions(given.at(), Set.of(buffer.name())));
    }

    /** {@code token = tokens.get(random.nextInt(tokens.size()))}: which of them is drawn, and none is made. */
    private static boolean isOneOfMany(Event.Named named, FlowView flow) {
        return picks(named)
                || named.at() instanceof Expr.Local local
                        && flow.events().stream()
                                .anyMatch(event -> event instanceof Event.Named kept
                                        && kept.name().equals(local.name())
                                        && picks(kept));
    }

    private static boolean picks(Event.Named named) {
        Expr picked = named.at() instanceof Expr.ArrayAccess access
                ? access.array()
                : named.at() instanceof Expr.Call call && call.method().name().equals("get") ? call.receiver() : null;
        String several = Naming.ofRead(picked).toLowerCase(Locale.ROOT);
        return several.equals(named.name().toLowerCase(Locale.ROOT) + "s");
    }

    /** {@code new SecureRandom(new byte[] {1, 2, 3})}: the same seed gives the same keys on every machine that has the code. */
    private static void seeded(FlowView flow, RuleContext context) {
        if (flow.isTestLike()) {
            return;
        }
        Walk.expressions(flow.method(), expr -> {
            if (expr instanceof Expr.New creation
                    && creation.type().simpleName().equals("SecureRandom")
                    && creation.args().size() == 1
                    && flow.value(creation.args().get(0)).is(Flag.LITERAL)) {
                context.report(creation.span(), Messages.SEEDED_BY_HAND, List.of());
            }
        });
    }

    /** What is handed to a method that calls it a secret is told by what it is handed as, where that has such a name too. */
    private static boolean isToldInside(Expr at, FlowView flow) {
        return at instanceof Expr.Call call
                && flow.events().stream()
                        .anyMatch(event -> event instanceof Event.Named inner
                                && inner.at() != at
                                && isWeak(inner.value())
                                && isText(inner.type())
                                && needsRandom(flow, inner)
                                && call.args().stream().anyMatch(arg -> arg == inner.at()));
    }

    private static boolean mentions(Expr expr, Set<String> variables) {
        boolean[] found = new boolean[1];
        if (!variables.isEmpty()) {
            Walk.expressions(
                    expr, part -> found[0] |= part instanceof Expr.Local local && variables.contains(local.name()));
        }
        return found[0];
    }

    /** What a field or a method of this program gives under a name of its own was told of where it was made. */
    private static boolean isToldElsewhere(FlowView flow, Expr expr, Program program) {
        if (expr instanceof Expr.Conditional choice) {
            return isToldElsewhere(flow, choice.then(), choice.otherwise(), program)
                    && isToldElsewhere(flow, choice.otherwise(), choice.then(), program);
        }
        if (expr instanceof Expr.Field field) {
            boolean number = isNumber(field.type());
            return program.type(field.owner().name()) != null
                    && isText(field.type())
                    && needsRandom(flow.names(), field.name(), number, false);
        }
        return expr instanceof Expr.Call call
                && isText(call.type())
                && program.method(call.method()) != null
                && call.args().stream().noneMatch(arg -> isWeak(flow.value(arg)))
                && needsRandom(flow.names(), call.method().name(), isNumber(call.type()), true);
    }

    /** One branch of a choice, where the other one may be harmless. */
    private static boolean isToldElsewhere(FlowView flow, Expr branch, Expr other, Program program) {
        return isToldElsewhere(flow, branch, program) || !isWeak(flow.value(branch)) && isWeak(flow.value(other));
    }

    private static boolean isWeak(Value value) {
        return value.is(Flag.WEAK_RANDOM) && !value.is(Flag.STRONG_RANDOM) && !isSigned(value);
    }

    /** A text with a MAC in it, or a key to be hashed with it, may tell the time as openly as it likes. */
    private static boolean isSigned(Value value) {
        return value.labels().stream()
                .anyMatch(label -> label.kind() == Kind.MAC && label.certainty() == Certainty.COMPUTED
                        || label.kind() == Kind.KEY
                                && value.pieces().stream()
                                        .anyMatch(piece -> piece.text() == null
                                                && !piece.value().is(Flag.WEAK_RANDOM)
                                                && piece.value().labels().contains(label)));
    }

    /** {@code otp()}, {@code verificationCode()}: named after what it makes. */
    private static boolean isNoun(SecretNames names, List<String> words) {
        return words.size() <= 2
                && (names.list("random").contains(words.get(words.size() - 1))
                        || words.get(words.size() - 1).equals("code"));
    }

    private static boolean isText(TypeRef type) {
        return switch (type.name()) {
            case "int", "long", "byte", "char", "?", "java.lang.Integer", "java.lang.Long", "java.math.BigInteger" ->
                true;
            default ->
                type.simpleName().endsWith("String")
                        || type.simpleName().equals("UUID")
                        || type.simpleName().equals("StringBuilder")
                        || type.simpleName().equals("CharSequence");
        };
    }

    private static boolean isNumber(TypeRef type) {
        return type.dims() == 0 && (type.isPrimitive() || type.is("java.lang.Long") || type.is("java.lang.Integer"));
    }

    private static boolean needsRandom(FlowView flow, Event.Named named) {
        boolean number = isNumber(named.type());
        boolean method = named.name().equals(flow.method().name());
        return needsRandom(flow.names(), named.name(), number, method)
                || !method && isSentCode(named.name(), flow.method().name())
                || method
                        && !number
                        && isVerb(named.name())
                        && isMaker(flow.type().simpleName(), flow.names());
    }

    /** {@code code = …} in {@code sendVerificationCode}: what a bare name leaves open, the method says. */
    private static boolean isSentCode(String name, String method) {
        List<String> words = SecretNames.split(name);
        return words.get(words.size() - 1).equals("code")
                && (words.size() == 1 || Set.of("random", "new", "generated").contains(words.get(0)))
                && isSending(SecretNames.split(method));
    }

    private static boolean isSending(List<String> words) {
        int code = words.indexOf("code");
        return code > 0
                && SENDING.contains(words.get(0))
                && (code == 1
                        || CODES.contains(words.get(code - 1))
                        || words.get(code - 1).endsWith("mail"));
    }

    /** {@code generate()}, {@code next()}, {@code newValue()}: what is made, only the class says. */
    private static boolean isVerb(String name) {
        List<String> words = SecretNames.split(name);
        return words.size() <= 2
                && MAKING.contains(words.get(0))
                && (words.size() == 1
                        || Set.of("value", "string", "one", "random").contains(words.get(1)));
    }

    /** {@code SessionTokenGenerator}: a class that is named after what it makes. */
    private static boolean isMaker(String type, SecretNames names) {
        List<String> words = SecretNames.split(type);
        int last = words.size() - 1;
        return last > 0
                && words.get(last).equals("generator")
                && (isBare(words.get(last - 1), names)
                        || isCode(words.subList(0, last))
                        || names.list("random").contains(words.get(last - 1))
                                && names.classify(String.join("_", words.subList(0, last)))
                                        .filter(NameVerdict::strong)
                                        .isPresent());
    }

    private static boolean needsRandom(SecretNames names, String name, boolean number, boolean method) {
        List<String> words = SecretNames.split(name);
        if (words.isEmpty()) {
            return false;
        }
        // A hash is no better than its salt, but nobody draws it.
        if (names.classify(name).filter(NameVerdict::hashed).isPresent()) {
            return false;
        }
        if (names.classify(name).filter(NameVerdict::strong).isPresent()) {
            return !number
                    || names.list("random").contains(words.get(words.size() - 1)) && words.contains("token")
                    || words.contains("otp")
                    || words.contains("pin")
                    || words.contains("code");
        }
        if (words.equals(List.of("remember", "me")) || words.equals(List.of("rememberme"))) {
            return true;
        }
        String last = words.get(words.size() - 1);
        boolean makes = method && MAKING.contains(words.get(0));
        boolean broken = words.stream().anyMatch(names.list("breaks")::contains);
        if (method && !makes && !isSessionId(words) && !isNoun(names, words) || broken) {
            return false;
        }
        return isCode(words) || isBare(last, names) && (!number || last.equals("otp"));
    }

    /** {@code sessionId}, {@code resetCode}. */
    private static boolean isCode(List<String> words) {
        if (words.size() < 2) {
            return false;
        }
        String last = words.get(words.size() - 1);
        return isSessionId(words) || last.equals("code") && CODES.contains(words.get(words.size() - 2));
    }

    private static boolean isSessionId(List<String> words) {
        int size = words.size();
        return size > 1
                && words.get(size - 1).equals("id")
                && (words.get(size - 2).equals("session")
                        || size == 2 && words.get(0).equals("token"));
    }

    private static boolean isBare(String last, SecretNames names) {
        return names.list("random").contains(last) && !last.equals("key") && !last.equals("pin");
    }

    @Override
    public Lead lead(String word, boolean literal, SecretNames names) {
        if (literal) {
            return Lead.NO;
        }
        if (word.endsWith("Generator")) {
            return Lead.anywhere(isMaker(word, names));
        }
        if (word.equals("SecureRandom")) {
            return Lead.ANYWHERE; // It may be given a written seed.
        }
        List<String> words = mayEndSo(word, names) ? SecretNames.split(word) : List.of();
        if (words.isEmpty() || !isCode(words) && !isSending(words) && !isBare(words.get(words.size() - 1), names)) {
            return Lead.NO;
        }
        return words.get(words.size() - 1).equals("token") ? Lead.OUTSIDE_PARSERS : Lead.ANYWHERE;
    }

    private static boolean mayEndSo(String name, SecretNames names) {
        int end = name.length();
        while (end > 0 && !Character.isLetter(name.charAt(end - 1))) {
            end--;
        }
        for (String last : names.list("random")) {
            if (name.regionMatches(true, end - last.length(), last, 0, last.length())) {
                return true;
            }
        }
        return name.regionMatches(true, end - 4, "code", 0, 4) || name.regionMatches(true, end - 2, "id", 0, 2);
    }
}
