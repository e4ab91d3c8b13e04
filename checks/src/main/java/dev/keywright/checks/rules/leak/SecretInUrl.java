package dev.keywright.checks.rules.leak;

import com.google.auto.service.AutoService;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.Event;
import dev.keywright.checks.flow.Flag;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.Label;
import dev.keywright.checks.flow.Piece;
import dev.keywright.checks.flow.Value;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.SecretNames;
import dev.keywright.checks.models.SinkKind;
import dev.keywright.checks.rules.DeclarationRule;
import dev.keywright.checks.rules.FlowRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Flags a secret in a URL: in its query, its path or its user part. URLs stand in access logs, proxies, browser histories and
 * referrers.
 */
@AutoService(Rule.class)
public final class SecretInUrl implements DeclarationRule, FlowRule {

    private static final RuleInfo INFO = new RuleInfo(
            "SecretInUrl",
            List.of(598),
            Severity.ERROR,
            "Flags secrets that are put into the query, path or user part of a URL.");

    private static final Pattern PARAMETER = Pattern.compile("[?&]([\\w.\\-\\[\\]]{1,60})=$");
    /** What a URL goes on with where its {@code ?} or {@code &} is chosen: {@code (url.contains("?") ? "&" : "?") + "api_key="}. */
    private static final Pattern NAMED_PART = Pattern.compile("^([\\w.\\-\\[\\]]{1,60})=$");

    private static final Pattern WEB_URL = Pattern.compile("(?i)^[\"'\\s]*(?:https?|wss?)://.*", Pattern.DOTALL);
    /** {@code mongodb://user:}: what follows is the password of a connection. */
    private static final Pattern CONNECTION = Pattern.compile("(?i)^[a-z][a-z0-9+.:\\-]{1,30}://(?:[^/@\\s]*:)?$");

    /** Made to be carried in a URL once, and to be of no use afterwards. */
    private static final Set<String> ONE_TIME = Set.of(
            "code",
            "state",
            "nonce",
            "otp",
            "ticket",
            "reset",
            "confirm",
            "confirmation",
            "verify",
            "verification",
            "activation",
            "invite",
            "invitation",
            "signature",
            "sig",
            "sign",
            "x-amz-signature",
            "hmac",
            "csrf",
            "_csrf",
            "id_token_hint",
            "request");

    private static final Set<String> SIGNING = Set.of("sign", "hash", "mac");

    /** What a picture shows to the user's own device; nobody asks a server for it. */
    private static final String ONE_TIME_CODES = "otpauth:";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /**
     * A secret in a URL, under a parameter's name where it has one.
     *
     * @param part whether it is somewhere in a query whose parameters are not seen
     */
    private record Hit(Label secret, String parameter, boolean connection, boolean part) {
        Hit(Label secret, String parameter) {
            this(secret, parameter, false, false);
        }

        static Hit inQuery(Label secret) {
            return new Hit(secret, "", false, true);
        }
    }

    @Override
    public void check(TypeDecl type, RuleContext context) {
        ClientInterfaces.parameters(
                type,
                context.models().names(),
                (parameter, name) ->
                        context.report(parameter.nameSpan(), Messages.sentInUrl(parameter.name(), name), List.of()));
    }

    @Override
    public void check(FlowView flow, RuleContext context) {
        Set<Object> told = new HashSet<>();
        for (Event.Sink event : flow.sinks(SinkKind.URL_QUERY, sink -> inQuery(sink) != null)) {
            report(inQuery(event), event, told, context);
        }
        for (Event.Text event : flow.texts(text -> inText(text.value(), false, flow.names()) != null)) {
            if (isToBeSigned(flow, event)) {
                continue;
            }
            report(inText(event.value(), false, flow.names()), event, told, context);
        }
        for (Event.Sink event : flow.sinks(SinkKind.URL, sink -> inText(sink.value(), true, flow.names()) != null)) {
            if (isToldWhereItIsBuilt(flow, event, context.program())) {
                continue;
            }
            report(inText(event.value(), true, flow.names()), event, told, context);
        }
    }

    /** {@code buildCanonicalString(…)}, {@code composeStringToSign(…)}: looks like an address, and goes into a MAC. */
    private static boolean isToBeSigned(FlowView flow, Event event) {
        boolean signed = isToBeSigned(flow.method().name());
        for (Event next = event; next != null && !signed; next = next.inner()) {
            signed = next.at() instanceof Expr.Call call
                    && isToBeSigned(call.method().name());
        }
        return signed;
    }

    private static boolean isToBeSigned(String method) {
        List<String> words = SecretNames.split(method);
        int to = words.indexOf("to");
        return words.contains("canonical")
                || words.contains("canonicalized")
                || to > 0 && to < words.size() - 1 && SIGNING.contains(words.get(to + 1));
    }

    /** {@code get(buildUrl())}: a text that tells by itself was told of in the method that puts it together. */
    private static boolean isToldWhereItIsBuilt(FlowView flow, Event.Sink event, Program program) {
        List<Expr> args = event.inner() == null && event.at() instanceof Expr.Call call ? call.args() : List.of();
        if (event.argument() >= args.size() || !(args.get(event.argument()) instanceof Expr.Call builder)) {
            return false;
        }
        Hit hit = inText(event.value(), false, flow.names());
        return hit != null
                && program.method(builder.method()) != null
                && builder.args().stream()
                        .noneMatch(arg -> flow.value(arg).allLabels().contains(hit.secret()));
    }

    private static void report(@Nullable Hit hit, Event event, Set<Object> told, RuleContext context) {
        if (hit == null || !told.add(key(hit, event))) {
            return;
        }
        Severity severity = oneTime(hit) || hit.connection() || hit.secret().far() ? Severity.WARNING : Severity.ERROR;
        context.report(
                severity,
                event.span(),
                Messages.inUrl(hit.secret(), hit.parameter()),
                event.way(hit.secret(), Messages.inAddress()),
                null);
    }

    /** A text that grows piece by piece is told once; each call of a builder's query method is told by itself. */
    private static Object key(Hit hit, Event event) {
        if (hit.part() || hit.connection() && event instanceof Event.Text) {
            return List.of(hit.secret().origin(), hit.secret().what());
        }
        return hit.parameter().isEmpty() || event instanceof Event.Sink sink && sink.kind() == SinkKind.URL_QUERY
                ? event.span()
                : List.of(hit.secret().origin(), hit.secret().what(), hit.parameter());
    }

    private static boolean oneTime(Hit hit) {
        String what = hit.secret().what().toLowerCase(Locale.ROOT);
        return ONE_TIME.contains(hit.parameter().toLowerCase(Locale.ROOT))
                || hit.secret().kind() == Kind.MAC
                // OpenID Connect sends it back as a hint who logs out; it opens nothing.
                || what.contains("idtoken")
                || what.contains("id_token")
                || what.contains("reset")
                || what.contains("verif")
                || what.contains("activat")
                || what.contains("confirm")
                || what.contains("invit")
                || what.contains("otp")
                || what.contains("csrf");
    }

    private static @Nullable Hit inQuery(Event.Sink event) {
        Label secret = Leaks.shown(event.value());
        String name = secret == null ? "" : parameter(event);
        // template.query("select …", password): what has blanks in it names no parameter
        return secret == null || name.indexOf(' ') >= 0 ? null : new Hit(secret, name);
    }

    /** The name before the value in a builder's {@code queryParam(name, value)}; empty when it is not written there. */
    private static String parameter(Event.Sink event) {
        int before = event.argument() - 1;
        if (event.inner() != null
                || !(event.at() instanceof Expr.Call call)
                || before < 0
                || before >= call.args().size()) {
            return "";
        }
        Expr name = call.args().get(before);
        if (name instanceof Expr.Literal literal && literal.value() instanceof String text) {
            return text;
        }
        // The name of a constant says what its value is, where a library declares it.
        return name instanceof Expr.Field field
                ? field.constant() instanceof String text ? text : field.isStatic() ? field.name() : ""
                : "";
    }

    /**
     * A secret right behind {@code ?name=} or {@code &name=}, or anywhere in a text that starts as a web address. A form's
     * body looks like a query without its question mark: it is one only where it reaches a URL.
     */
    private static @Nullable Hit inText(Value value, boolean isUrl, SecretNames names) {
        boolean web = false;
        boolean question = false;
        String before = "";
        StringBuilder start = new StringBuilder();
        boolean first = true;
        for (Piece piece : value.pieces()) {
            String text = piece.text();
            start.append(text == null ? "" : text);
            if (text != null) {
                if (first) {
                    web = WEB_URL.matcher(text).matches() && text.indexOf(' ') < 0;
                }
                question |= text.indexOf('?') >= 0;
                if (first && text.startsWith(ONE_TIME_CODES)) {
                    return null;
                }
                if (text.indexOf('\n') >= 0 || text.indexOf(' ') >= 0) {
                    // An address in a sentence ends with its word.
                    web = false;
                    question = text.lastIndexOf('?') > text.lastIndexOf(' ');
                }
                before = text;
            } else {
                Label secret = Leaks.shown(piece.value());
                Matcher parameter = parameter(before, isUrl || web);
                secret = secret == null ? underItsName(piece.value(), parameter, names) : secret;
                if (secret == null && CONNECTION.matcher(start).matches() && before.endsWith(":")) {
                    secret = behindUser(piece.value());
                }
                if (secret != null && !secret.object()) {
                    boolean named = parameter.reset().find();
                    if (question && (before.endsWith("?") || before.equals("="))) {
                        return Hit.inQuery(secret); // a whole query, or a loop over its parameters
                    }
                    if (named && (question || isUrl || web)) {
                        return new Hit(secret, parameter.group(1));
                    }
                    if (CONNECTION.matcher(start).matches() && start.indexOf("://") > 0 && before.endsWith(":")) {
                        return new Hit(secret, "", true, false);
                    }
                    if ((web || isUrl && first) && !first && part(before)) {
                        return new Hit(secret, "");
                    }
                }
                before = "";
            }
            first = false;
        }
        return null;
    }

    /** A bare {@code token} behind {@code https://user:}: the place is the second sign. */
    private static @Nullable Label behindUser(Value value) {
        return value.is(Flag.CLEAN)
                ? null
                : value.labels().stream()
                        .filter(label -> label.kind() == Kind.TOKEN || label.kind() == Kind.KEY)
                        .findFirst()
                        .orElse(null);
    }

    /** The parameter that a text before a value names; in a URL also where something chosen stands before the name. */
    private static Matcher parameter(String before, boolean url) {
        return (url && NAMED_PART.matcher(before).matches() ? NAMED_PART : PARAMETER).matcher(before);
    }

    /** A bare {@code token} that is sent as {@code ?token=} or {@code &access_token=}: the parameter is the second sign. */
    private static @Nullable Label underItsName(Value value, Matcher parameter, SecretNames names) {
        boolean credential = parameter.find()
                && names.classify(parameter.group(1))
                        .filter(verdict -> verdict.strong() || verdict.kind() == Kind.TOKEN)
                        .isPresent()
                && !ONE_TIME.contains(parameter.group(1).toLowerCase(Locale.ROOT));
        return !credential || value.is(Flag.CLEAN)
                ? null
                : value.labels().stream()
                        .filter(label -> label.kind() == Kind.TOKEN || label.kind() == Kind.KEY)
                        .findFirst()
                        .orElse(null);
    }

    /** Whether what stands before leads into a path, a user part or a query. */
    private static boolean part(String before) {
        return before.endsWith("/")
                || before.endsWith(":")
                || before.endsWith("=")
                || before.endsWith("bot")
                || before.endsWith("?")
                || before.endsWith("&")
                || before.endsWith("//");
    }
}
