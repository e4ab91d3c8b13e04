package dev.keywright.checks.rules.transport;

import com.google.auto.service.AutoService;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.finding.TraceStep;
import dev.keywright.checks.flow.Certainty;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.Label;
import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.rules.DeclarationRule;
import dev.keywright.checks.rules.FlowRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Flags a request to an {@code http://} address beyond this machine that carries a credential: everybody on the way reads it. */
@AutoService(Rule.class)
public final class SecretOverPlainHttp implements FlowRule, DeclarationRule {

    private static final RuleInfo INFO = new RuleInfo(
            "SecretOverPlainHttp",
            List.of(319),
            Severity.ERROR,
            "Flags credentials that are sent to an http:// address beyond this machine.");

    /** A host that is this machine, a placeholder or a name of no public domain is none of ours to judge. */
    private static final Pattern PLAIN = Pattern.compile(
            "http://(?!localhost|127\\.|\\[::1]|0\\.0\\.0\\.0|10\\.0\\.2\\.2|169\\.254\\.|host\\.docker\\.internal|%|\\$|\\{|[^/.:]*(?:[/:]|$)|[^/]*\\.(?:local|localhost|test|internal|svc|cluster\\.local)\\b).+",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> CARRYING = Set.of(
            "header",
            "headers",
            "addHeader",
            "setHeader",
            "setRequestProperty",
            "addRequestProperty",
            "setBasicAuth",
            "setBearerAuth",
            "POST",
            "PUT",
            "bodyValue",
            "setEntity",
            "basicAuth",
            "bearerAuth",
            "basicAuthentication",
            "bearerTokenAuthentication",
            "bearerToken",
            "putHeader",
            "defaultHeader",
            "defaultHeaders",
            "setDefaultHeader",
            "authorization",
            "setAuthorization",
            "property");
    /** What puts a field into a form, or a header into a set of them, that is sent later. */
    private static final Set<String> FIELDS = Set.of(
            "add",
            "set",
            "put",
            "addEncoded",
            "addFormDataPart",
            "addTextBody",
            "addPart",
            "param",
            "field",
            "queryString",
            "formParam",
            "setParameter");

    private static final Set<String> SENDING = Set.of(
            "exchange",
            "postForObject",
            "postForEntity",
            "postForLocation",
            "put",
            "send",
            "sendAsync",
            "execute",
            "build",
            "newCall",
            "retrieve",
            "connect",
            "request",
            "post",
            "get");

    private static final Set<String> WRITING = Set.of("write", "writeBytes", "writeUTF", "print", "println", "append");

    /** What makes an Authorization header of its arguments, whatever they are called. */
    private static final Set<String> AUTHORIZING = Set.of(
            "setBasicAuth",
            "setBearerAuth",
            "basicAuth",
            "bearerAuth",
            "basicAuthentication",
            "bearerTokenAuthentication",
            "bearerToken");

    private static final Pattern AUTHORIZATION = Pattern.compile("(?i)(proxy[-_])?authorization");

    /** {@code X-Postmark-Server-Token}: what a header is called says it, whatever its value's variable is called. */
    private static final Pattern CREDENTIAL = Pattern.compile(
            "(?i)(?!.*(csrf|xsrf|page|next|idempot|request-?id|cancel|continu)).*(token|(api|access|auth|app|license|subscription|secret)[-_]?key|secret|passw(or)?d)");

    private static final Pattern SETS_HEADER = Pattern.compile("(?i).*(header|requestproperty)");

    /** What goes to the address, and how that came to be known for a secret. */
    private record Carried(String what, List<TraceStep> trace) {}

    /** A name that looks like an address: nobody sends anything there. */
    private static final Pattern NAMESPACE = Pattern.compile(
            "(?i)(.*_)?(NS|XMLNS|NAMESPACE|NAMESPACE_URI|NAMESPACEURI)(_.*)?|[a-z]\\w*(NS|Namespace|NamespaceUri)");

    /** An address that answers programs, and is the name of nothing. */
    private static final Pattern API = Pattern.compile("(?i)http://(api[.-].*|[^/]+/(api|rest|v\\d+)(/.*)?)");

    private static final Pattern VOCABULARY = Pattern.compile(
            "(?i)http://((www|docs)\\.(w3|oasis-open)\\.org|schemas?\\.[\\w.]+|xmlns\\.[\\w.]+|xml\\.[\\w.]+|java\\.sun\\.com)/.*"
                    // What a parser of XML can do: http://apache.org/xml/features/validation/dynamic.
                    + "|http://[\\w.]+/(xml|sax|dom|xslt)/(features|properties|attributes)/.*");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(FlowView flow, RuleContext context) {
        if (flow.method().body() == null
                || flow.isTestLike()
                || !context.program().mayMention("http://")) {
            return;
        }
        List<Expr> addresses = new ArrayList<>();
        Walk.expressions(flow.method(), expr -> {
            // What never runs has no value.
            if (isPlain(expr) && flow.value(expr).text() != null) {
                addresses.add(expr);
            }
        });
        if (addresses.isEmpty()) {
            return;
        }
        Slice slice = context.slice(flow.method());
        for (Expr address : addresses) {
            Carried secret = carried(address, slice, flow);
            secret = secret == null ? madeFor(address, flow) : secret;
            if (secret != null) {
                context.report(address.span(), Messages.plainHttp(secret.what()), secret.trace());
            }
        }
    }

    /** A declared client whose address is written and one of whose parameters is a credential. */
    @Override
    public void check(TypeDecl type, RuleContext context) {
        if (context.file().mayMention("http://")) {
            DeclaredClients.check(type, SecretOverPlainHttp::isPlain, context);
            TokenEndpoints.check(type, SecretOverPlainHttp::isPlain, context);
        }
    }

    /** {@code new Provider("http://api.example.com/v3/", user, apiKey)}: a client that is made for an address and with a key. */
    private static @Nullable Carried madeFor(Expr address, FlowView flow) {
        Carried[] found = new Carried[1];
        if (API.matcher(String.valueOf(flow.value(address).text())).matches()) {
            Walk.expressions(flow.method(), expr -> {
                if (expr instanceof Expr.New client && client.args().contains(address)) {
                    for (Expr argument : client.args()) {
                        for (Label label : flow.value(argument).labels()) {
                            if (label.sure() && (label.kind() == Kind.KEY || label.kind() == Kind.PASSWORD)) {
                                found[0] =
                                        new Carried(label.what(), label.trace().steps());
                            }
                        }
                    }
                }
            });
        }
        return found[0];
    }

    private static @Nullable Carried carried(Expr address, Slice slice, FlowView flow) {
        for (Expr.Call call : slice.calls()) {
            String name = call.method().name();
            boolean carries = CARRYING.contains(name) || isWritten(call, slice);
            if ((carries || SENDING.contains(name))
                    && slice.madeFrom(call, part -> part == address)
                    && !slice.madeFrom(call, part -> isSafe(part, flow))) {
                Carried secret = carries ? inArguments(call, slice, flow) : inHeaders(call, slice, flow);
                if (secret != null) {
                    return secret;
                }
            }
        }
        return null;
    }

    /** {@code connection.getOutputStream().write(form)}: the body of what is sent there. */
    private static boolean isWritten(Expr.Call call, Slice slice) {
        return WRITING.contains(call.method().name())
                && call.receiver() != null
                && slice.madeFrom(
                        call.receiver(),
                        part -> part instanceof Expr.Call open
                                && open.method().name().equals("getOutputStream"));
    }

    /** An address that is made of a text that turned out to be another by then. */
    private static boolean isSafe(Expr part, FlowView flow) {
        List<Expr> args = part instanceof Expr.New creation
                ? creation.args()
                : part instanceof Expr.Call call ? call.args() : List.of();
        String text = args.size() == 1 ? flow.value(args.get(0)).text() : null;
        return text != null && text.toLowerCase(Locale.ROOT).startsWith("https://");
    }

    private static @Nullable Carried inArguments(Expr.Call call, Slice slice, FlowView flow) {
        for (Expr argument : call.args()) {
            Label secret = secret(argument, slice, flow);
            if (secret != null) {
                return new Carried(secret.what(), secret.trace().steps());
            }
        }
        String header = authorizing(call, flow);
        return header == null ? null : new Carried(header, List.of());
    }

    /** What stands in an Authorization header, or in one that is called a token, is a credential by the header's name. */
    private static @Nullable String authorizing(Expr.Call call, FlowView flow) {
        if (AUTHORIZING.contains(call.method().name())) {
            return call.args().isEmpty() ? null : Messages.AUTHORIZATION;
        }
        if (call.args().size() != 2 || Expr.Literal.isNull(call.args().get(1))) {
            return null;
        }
        Expr header = call.args().get(0);
        String name = flow.value(header).text();
        String known = name == null && header instanceof Expr.Field constant ? constant.name() : name;
        String value = flow.value(call.args().get(1)).text();
        if (known == null || value != null && value.isBlank()) {
            return null;
        }
        if (AUTHORIZATION.matcher(known).matches()) {
            return Messages.AUTHORIZATION;
        }
        boolean named = value == null
                && SETS_HEADER.matcher(call.method().name()).matches()
                && CREDENTIAL.matcher(known).matches();
        return named ? Messages.CREDENTIAL_HEADER : null;
    }

    /** The secret in a header that was set on what is sent, or on what it is made from. */
    private static @Nullable Carried inHeaders(Expr.Call call, Slice slice, FlowView flow) {
        Carried[] found = new Carried[1];
        slice.madeFrom(call, part -> {
            if (found[0] != null) {
                return true;
            }
            if (part instanceof Expr.Call setter
                    && (CARRYING.contains(setter.method().name()) || isField(setter))) {
                found[0] = inArguments(setter, slice, flow);
            } else if (part instanceof Expr.Local local) {
                found[0] = headersOf(local, slice, flow);
            }
            return found[0] != null;
        });
        return found[0];
    }

    private static @Nullable Carried headersOf(Expr.Local local, Slice slice, FlowView flow) {
        for (Expr.Call call : slice.calls()) {
            String name = call.method().name();
            boolean sets = CARRYING.contains(name) || isField(call);
            if (sets && call.receiver() instanceof Expr.Local receiver && receiver.id() == local.id()) {
                Carried secret = inArguments(call, slice, flow);
                if (secret != null) {
                    return secret;
                }
            }
        }
        return null;
    }

    /** {@code form.add("password", password)}. */
    private static boolean isField(Expr.Call call) {
        return FIELDS.contains(call.method().name()) && call.args().size() >= 2;
    }

    private static @Nullable Label secret(Expr argument, Slice slice, FlowView flow) {
        Label[] found = new Label[1];
        slice.madeFrom(argument, part -> {
            for (Label label : flow.value(part).allLabels()) {
                if (label.kind() != Kind.DIGEST && label.kind() != Kind.MAC && label.certainty() != Certainty.HINTED) {
                    found[0] = label;
                    return true;
                }
            }
            return false;
        });
        return found[0];
    }

    private static boolean isPlain(Expr expr) {
        Object value = expr instanceof Expr.Literal literal
                ? literal.value()
                : expr instanceof Expr.Field field ? field.constant() : null;
        boolean namespace = expr instanceof Expr.Field named
                && NAMESPACE.matcher(named.name()).matches();
        return value instanceof String text
                && !namespace
                && text.toLowerCase(Locale.ROOT).startsWith("http://")
                && PLAIN.matcher(text).matches()
                && !VOCABULARY.matcher(text).matches();
    }
}
