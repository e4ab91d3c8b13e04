package dev.keywright.checks.rules.material;

import com.google.auto.service.AutoService;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.Event;
import dev.keywright.checks.flow.Flag;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.Lead;
import dev.keywright.checks.flow.LiteralSecrets;
import dev.keywright.checks.flow.Value;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.Naming;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.NameVerdict;
import dev.keywright.checks.models.SecretNames;
import dev.keywright.checks.models.SinkKind;
import dev.keywright.checks.rules.FlowRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Flags literals that are used as keys, passwords or tokens, and literals in a format that only a vendor's credentials have.
 * Whoever has the code or the class file has the secret, and it cannot be changed without a release.
 */
@AutoService(Rule.class)
public final class HardcodedSecret implements FlowRule {

    private static final RuleInfo INFO = new RuleInfo(
            "HardcodedSecret",
            List.of(798),
            Severity.ERROR,
            "Flags literals that are used as keys, passwords or tokens.");

    private static final Set<String> PLACEHOLDERS = Set.of(
            "changeme",
            "placeholder",
            "example",
            "your",
            "todo",
            "xxxx",
            "***",
            "redacted",
            "masked",
            "dummy",
            "unused",
            "replace",
            "${",
            "#{");

    private static final Set<String> KINDS = Set.of(
            "type",
            "header",
            "param",
            "parameter",
            "attribute",
            "claim",
            "property",
            "metric",
            "event",
            "span",
            "suite");

    private static final Set<String> HEADER_METHODS =
            Set.of("header", "setHeader", "addHeader", "put", "set", "add", "setRequestProperty", "addRequestProperty");

    private static final Set<String> WELL_KNOWN =
            Set.of("SECURITY_CREDENTIALS", "java.naming.security.credentials", "javax.net.ssl.keyStorePassword");

    private static final Pattern PROPERTY = Pattern.compile("[A-Za-z]\\w*(?:[.-]\\w+)*\\.[A-Za-z-]+");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(FlowView flow, RuleContext context) {
        Set<Span> told = new HashSet<>();
        vendorTokens(flow, context, told);
        for (Event.Sink event : flow.sinks(SinkKind.KEY_MATERIAL, HardcodedSecret::isLiteralKey)) {
            if (!PassingStores.guards(event, flow, context) && !isToldByName(event, flow) && told.add(event.span())) {
                context.report(event.span(), Messages.hardcoded("a key or password"), List.of());
            }
        }
        SpringAccounts.check(flow, context, told);
        WrittenAccounts.check(flow, context, told);
        for (Event event : flow.events()) {
            if (event instanceof Event.Named named
                    && isSecret(flow, named)
                    && !isToldElsewhere(flow, named.at(), context.program())
                    && told.add(named.span())) {
                context.report(named.span(), Messages.hardcoded("'" + named.name() + "'"), List.of());
            }
        }
    }

    @Override
    public Lead lead(String word, boolean literal, SecretNames names) {
        if (!literal) {
            return Lead.NO;
        }
        return VendorTokens.mayBe(word) || LiteralSecrets.isRandom(word) ? Lead.ANYWHERE : EmbeddedSecrets.lead(word);
    }

    private static void vendorTokens(FlowView flow, RuleContext context, Set<Span> told) {
        Consumer<Expr> look = expr -> {
            boolean text = expr instanceof Expr.Literal || expr instanceof Expr.Concat;
            String written = text ? flow.value(expr).text() : null;
            String vendor = written == null ? null : VendorTokens.vendor(written);
            // A text that is put together is told once, not again for its parts.
            if (vendor != null && told.stream().noneMatch(span -> span.contains(expr.span()))) {
                told.add(expr.span());
                context.report(expr.span(), Messages.vendorToken(vendor), List.of());
            } else if (written != null
                    && EmbeddedSecrets.isIn(written)
                    && !flow.isTestLike()
                    && told.stream().noneMatch(span -> span.contains(expr.span()))) {
                told.add(expr.span());
                context.report(expr.span(), Messages.hardcoded("a password or key in an address"), List.of());
            } else if (isBasic(flow, expr) && !flow.isTestLike() && told.add(expr.span())) {
                context.report(expr.span(), Messages.hardcoded("a credential"), List.of());
            } else if ((isWrittenHeader(flow, expr) || isWellKnown(flow, expr))
                    && expr instanceof Expr.Call call
                    && told.add(call.args().get(1).span())) {
                context.report(call.args().get(1).span(), Messages.hardcoded("a credential"), List.of());
            }
        };
        if (flow.isInitializers()) {
            for (FieldDecl field : flow.type().fields()) {
                if (field.initializer() != null) {
                    Walk.expressions(field.initializer(), look);
                }
            }
        } else {
            Walk.expressions(flow.method(), look);
        }
    }

    /** What libraries look up under a name of their own: {@code put(Context.SECURITY_CREDENTIALS, "…")}. */
    private static boolean isWellKnown(FlowView flow, Expr expr) {
        if (!(expr instanceof Expr.Call call) || call.args().size() != 2 || flow.isTestLike()) {
            return false;
        }
        Expr key = call.args().get(0);
        String name = flow.value(key).text();
        String called = name == null && key instanceof Expr.Field field ? field.name() : name;
        Value value = flow.value(call.args().get(1));
        return called != null
                && WELL_KNOWN.contains(called)
                && value.is(Flag.LITERAL)
                && value.text() != null
                && !value.text().isBlank()
                && !isPlaceholder(value.text());
    }

    private static boolean isLiteralKey(Event.Sink sink) {
        Value value = sink.value();
        // What is drawn from a written alphabet is not written.
        boolean drawn = value.is(Flag.WEAK_RANDOM) || value.is(Flag.STRONG_RANDOM);
        boolean written = value.is(Flag.LITERAL) || value.is(Flag.WRITTEN) || isZeros(sink);
        if (!written || drawn || isTrustStore(sink)) {
            return false;
        }
        if (value.constant() instanceof String text) {
            return !text.isBlank() && !isPlaceholder(text);
        }
        return value.constant() == null && isText(sink);
    }

    /**
     * {@code sign(body, apiSecret)}: what a helper is handed under a secret's name was told of where it got that name; and a
     * placeholder is none.
     */
    private static boolean isToldByName(Event.Sink sink, FlowView flow) {
        if (sink.inner() == null || !(sink.at() instanceof Expr.Call call)) {
            return false;
        }
        for (Expr argument : call.args()) {
            String text =
                    argument.span().equals(sink.span()) ? flow.value(argument).text() : null;
            boolean named = argument instanceof Expr.Local || argument instanceof Expr.Field;
            if (text != null
                    && (text.isBlank()
                            || isPlaceholder(text)
                            || named
                                    && LiteralSecrets.looksSecret(text)
                                    && flow.names()
                                            .classify(Naming.ofRead(argument))
                                            .filter(NameVerdict::strong)
                                            .isPresent())) {
                return true;
            }
        }
        return false;
    }

    /** A key of zeros. For a MAC that is what the absence of a salt looks like. */
    private static boolean isZeros(Event.Sink sink) {
        return sink.value().is(Flag.BLANK)
                && sink.at() instanceof Expr.New creation
                && creation.args().size() >= 2
                && creation.args().get(creation.args().size() - 1) instanceof Expr.Literal algorithm
                && algorithm.value() instanceof String name
                && !name.toLowerCase(Locale.ROOT).startsWith("hmac");
    }

    /** {@code trustStore.store(file, password)}: what is kept there is public. */
    private static boolean isTrustStore(Event.Sink sink) {
        for (Event event = sink; event != null; event = event.inner()) {
            if (event.at() instanceof Expr.Call call
                    && (isTrustStore(call.method().name()) || isTrustStore(Naming.ofPlace(call.receiver())))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTrustStore(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").contains("truststore");
    }

    /** Keys made from a literal are told where they are made, not where they are used. */
    private static boolean isText(Event.Sink sink) {
        if (sink.inner() != null) {
            return true;
        }
        List<Expr> args = sink.at() instanceof Expr.Call call
                ? call.args()
                : sink.at() instanceof Expr.New creation ? creation.args() : List.of();
        if (sink.argument() >= args.size()) {
            return false;
        }
        TypeRef type = args.get(sink.argument()).type();
        return type.dims() > 0
                || type.simpleName().equals("String")
                || type.name().equals("?");
    }

    static boolean isPlaceholder(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith("-----begin public key")
                || lower.startsWith("-----begin certificate")
                || PLACEHOLDERS.stream().anyMatch(lower::contains);
    }

    /** What a field or getter of this program gives under a secret's name was told of where the literal stands. */
    private static boolean isToldElsewhere(FlowView flow, Expr expr, Program program) {
        String name = "";
        if (expr instanceof Expr.Field field && program.type(field.owner().name()) != null) {
            name = field.name();
        } else if (expr instanceof Expr.Call call && call.args().isEmpty() && program.method(call.method()) != null) {
            name = call.method().name();
        }
        return flow.names().classify(name).filter(NameVerdict::strong).isPresent();
    }

    /** {@code CSRF_TOKEN = "appCsrfToken"}: the literal is the name of one, with the words of the constant at its end. */
    private static boolean isItsName(Event.Named named) {
        return named.value().text() != null
                && LiteralSecrets.isNameOf(named.name(), named.value().text());
    }

    /** {@code TOKEN_TYPE_ACCESS_TOKEN = "at+jwt"}: a constant that says of which kind it is, in the middle of its name. */
    private static boolean namesKind(Event.Named named) {
        boolean constant = named.name().indexOf('_') > 0
                && named.name().equals(named.name().toUpperCase(Locale.ROOT));
        return constant
                && !LiteralSecrets.isRandom(
                        named.value().text() == null ? "" : named.value().text())
                && SecretNames.says(named.name(), KINDS);
    }

    /** {@code app2.keyStorePassword}: under which name the secret is looked up. */
    private static boolean isPropertyName(FlowView flow, @Nullable String text) {
        if (text == null) {
            return false;
        }
        int dot = text.lastIndexOf('.');
        return dot > 0
                && PROPERTY.matcher(text).matches()
                && flow.names().classify(text.substring(dot + 1)).isPresent();
    }

    /** {@code Base64.decode("3AvVhmFLUs0KTA3Kprsdag==")}. */
    private static boolean isDecoded(Expr expr) {
        return LiteralSecrets.looksSecret(decoded(expr));
    }

    private static @Nullable String decoded(Expr expr) {
        return expr instanceof Expr.Call call
                        && call.args().size() == 1
                        && call.args().get(0) instanceof Expr.Literal literal
                        && literal.value() instanceof String text
                ? text
                : null;
    }

    /** {@code return "Basic " + encode("user:password")}, with nothing in it that is not written. */
    private static boolean isBasic(FlowView flow, Expr expr) {
        if (!(expr instanceof Expr.Concat concat)
                || concat.parts().size() != 2
                || flow.isInitializers()
                || !Walk.returned(flow.method()).contains(expr)) {
            return false;
        }
        Value made = flow.value(expr);
        return made.is(Flag.LITERAL)
                && made.constant() == null
                && "Basic ".equals(flow.value(concat.parts().get(0)).text())
                && concat.parts().get(1) instanceof Expr.Call encode
                && encode.method().name().toLowerCase(Locale.ROOT).contains("encode");
    }

    /** {@code header("Authorization", "Basic YWRtaW46…")}. */
    private static boolean isWrittenHeader(FlowView flow, Expr expr) {
        if (!(expr instanceof Expr.Call call)
                || call.args().size() != 2
                || !HEADER_METHODS.contains(call.method().name())
                || flow.isTestLike()) {
            return false;
        }
        String name = flow.value(call.args().get(0)).text();
        String value = flow.value(call.args().get(1)).text();
        if (!"authorization".equalsIgnoreCase(name)) {
            return false;
        }
        if (value == null) {
            // "Basic " + encode("user:password")
            Value made = flow.value(call.args().get(1));
            return made.is(Flag.LITERAL) && !made.pieces().isEmpty();
        }
        int scheme = value.indexOf(' ');
        return scheme > 0 && LiteralSecrets.looksSecret(value.substring(scheme + 1));
    }

    private static boolean isSecret(FlowView flow, Event.Named named) {
        Value value = named.value();
        if (value.constant() == null
                && !(value.is(Flag.LITERAL) && (isDecoded(named.at()) || WrittenArrays.isIn(flow, named.at())))) {
            return false;
        }
        NameVerdict verdict = flow.names().classify(named.name()).orElse(null);
        // A bare "key" is one where the text is as long and mixed as only keys are.
        String text = value.text() != null ? value.text() : decoded(named.at());
        boolean key = verdict != null && verdict.kind() == Kind.KEY && text != null && LiteralSecrets.isRandom(text);
        return verdict != null
                && (verdict.strong() || key)
                && !verdict.hashed()
                && verdict.kind() != Kind.MAC
                && verdict.kind() != Kind.DIGEST
                && !flow.isTestLike()
                && (value.constant() == null || LiteralSecrets.looksSecret(value.text()))
                && !isPropertyName(flow, value.text())
                && !isItsName(named)
                && !namesKind(named)
                && VendorTokens.vendor(value.text() == null ? "" : value.text()) == null;
    }
}
