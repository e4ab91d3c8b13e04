package dev.keywright.checks.rules.endpoint;

import com.google.auto.service.AutoService;
import dev.keywright.checks.endpoint.Endpoint;
import dev.keywright.checks.endpoint.HttpMethod;
import dev.keywright.checks.endpoint.Words;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Modifier;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.Statements;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.Variable;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.NameVerdict;
import dev.keywright.checks.rules.DeclarationRule;
import dev.keywright.checks.rules.EndpointRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Flags credentials that are accepted from a URL's query.
 *
 * <p>URLs are written down everywhere: access logs, proxies, browser histories, Referer headers. A parameter that may also
 * come from a form's body is silent where only a form can bring it.
 */
@AutoService(Rule.class)
public final class SecretFromQueryParameter implements EndpointRule, DeclarationRule {

    private static final RuleInfo INFO = new RuleInfo(
            "SecretFromQueryParameter",
            List.of(598),
            Severity.ERROR,
            "Flags API keys, tokens and passwords that are accepted from the query of a URL.");

    /** Credentials that are meant to travel in a link: they work once, or not for long, and prove nothing else. */
    private static final Set<String> ONE_TIME = Set.of(
            "reset",
            "verification",
            "verify",
            "confirm",
            "confirmation",
            "activation",
            "activate",
            "magic",
            "invite",
            "invitation",
            "csrf",
            "xsrf",
            "once",
            "email",
            "unsubscribe",
            "recovery",
            "code",
            "otp",
            "signature",
            "callback",
            "download",
            "share");

    private static final Set<String> HEADERS = Set.of("RequestHeader", "HeaderParam", "Header", "RestHeader");

    private static final Set<HttpMethod> FORMS = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Endpoint endpoint, RuleContext context) {
        boolean form = !endpoint.methods().isEmpty()
                && FORMS.containsAll(endpoint.methods())
                && endpoint.declarations().stream()
                        .flatMap(declaration -> declaration.parameters().stream())
                        .noneMatch(parameter -> isBody(parameter) || isCredentialHeader(parameter, context));
        for (int i = 0; i < endpoint.method().parameters().size(); i++) {
            checkParameter(endpoint, i, form, context);
        }
    }

    /** The nearest declaration that says where the parameter comes from counts, be it in a supertype or in a class file. */
    private void checkParameter(Endpoint endpoint, int index, boolean form, RuleContext context) {
        MethodDecl runs = endpoint.method();
        for (MethodDecl declaration : endpoint.declarations()) {
            SourceFile file = context.program().fileOf(declaration.owner());
            for (Annotation annotation : declaration.parameters().get(index).annotations()) {
                if (QuerySources.KNOWN.annotation(annotation, file) == null) {
                    continue;
                }
                Span at = place(endpoint, declaration, annotation, index, context);
                if (at != null) {
                    checkAnnotated(
                            annotation, file, runs.parameters().get(index).name(), at, form, context);
                }
                return;
            }
        }
    }

    /**
     * Where a finding points: the annotation where it stands in the class itself, else the parameter of the class's own method,
     * else the class. Null where the method that runs is that of another class, which is told of it.
     */
    private static @Nullable Span place(
            Endpoint endpoint, MethodDecl declaration, Annotation annotation, int index, RuleContext context) {
        String own = endpoint.type().name();
        MethodDecl runs = endpoint.method();
        if (declaration.owner().equals(own)) {
            return annotation.span();
        }
        if (runs.owner().equals(own)) {
            return runs.parameters().get(index).nameSpan();
        }
        TypeDecl inherited = context.program().type(runs.owner());
        boolean answers = inherited != null
                && inherited.kind() != TypeDecl.Kind.INTERFACE
                && !inherited.modifiers().contains(Modifier.ABSTRACT);
        return answers ? null : endpoint.anchor();
    }

    @Override
    public void check(TypeDecl type, RuleContext context) {
        for (FieldDecl field : type.fields()) {
            for (Annotation annotation : field.annotations()) {
                checkAnnotated(annotation, context.file(), field.name(), annotation.span(), true, context);
            }
        }
        for (MethodDecl method : type.methods()) {
            Set<Integer> maps = annotatedMaps(method, context);
            boolean apart = method.body() != null && context.file().mayMention(QueryStrings.WORDS);
            if (maps.isEmpty() && !apart && !context.file().mayMention(QuerySources.KNOWN.words(), method.span())) {
                continue;
            }
            boolean form = isForm(method);
            boolean link = isLink(method);
            Map<Integer, Expr> kept = kept(method);
            Walk.expressions(method, expr -> {
                if (expr instanceof Expr.Call call) {
                    QuerySources.From from = maps.isEmpty() ? null : ofMap(call, maps);
                    from = from == null ? source(call, kept, context) : from;
                    if (from != null) {
                        checkCall(call, from, form, link, context);
                    } else if (apart) {
                        checkApart(call, context.slice(method), context);
                    }
                }
            });
        }
    }

    /** {@code @RequestParam Map<String, String> all}: the parameters that hold every one there is. */
    private static Set<Integer> annotatedMaps(MethodDecl method, RuleContext context) {
        Set<Integer> maps = new HashSet<>();
        for (Variable parameter : method.parameters()) {
            if (parameter.varType().simpleName().endsWith("Map")
                    && parameter.annotations().stream()
                            .anyMatch(
                                    annotation -> QuerySources.KNOWN.annotation(annotation, context.file()) != null)) {
                maps.add(parameter.id());
            }
        }
        return maps;
    }

    private static QuerySources.@Nullable From ofMap(Expr.Call call, Set<Integer> maps) {
        return QuerySources.readsMap(call) && call.receiver() instanceof Expr.Local map && maps.contains(map.id())
                ? QuerySources.From.MIXED
                : null;
    }

    private static void checkApart(Expr.Call call, Slice slice, RuleContext context) {
        Expr asked = QueryStrings.asked(call, slice, context.program());
        String text = asked == null ? null : text(asked);
        String name = text != null && text.endsWith("=") ? text.substring(0, text.length() - 1) : text;
        if (asked != null && name != null && isCredential(name, context)) {
            String where = "by '" + call.method().name() + "'";
            context.report(asked.span(), Sentences.credentialInQuery(name, where), List.of());
        }
    }

    private void checkAnnotated(
            Annotation annotation,
            @Nullable SourceFile file,
            String declared,
            Span at,
            boolean form,
            RuleContext context) {
        QuerySources.From from = QuerySources.KNOWN.annotation(annotation, file);
        if (from == QuerySources.From.QUERY || from == QuerySources.From.MIXED && !form) {
            String written = name(annotation);
            String name = written == null ? declared : written;
            if (isCredential(name, context)) {
                String where = "by @" + annotation.type().simpleName();
                context.report(at, Sentences.credentialInQuery(name, where), List.of());
            }
        }
    }

    /** What the local variables of a method begin with. */
    private static Map<Integer, Expr> kept(MethodDecl method) {
        Map<Integer, Expr> kept = new HashMap<>();
        Statements.everywhere(method.body(), stmt -> {
            if (stmt instanceof Stmt.LocalVariable local && local.initializer() != null) {
                kept.put(local.variable().id(), local.initializer());
            }
        });
        return kept;
    }

    private static QuerySources.@Nullable From source(Expr.Call call, Map<Integer, Expr> kept, RuleContext context) {
        return QuerySources.KNOWN.call(
                call, read -> read instanceof Expr.Local local ? kept.getOrDefault(local.id(), read) : read, context);
    }

    private static void checkCall(
            Expr.Call call, QuerySources.From from, boolean form, boolean link, RuleContext context) {
        String name = text(call.args().get(0));
        if (name == null || from == QuerySources.From.MIXED && form || !isCredential(name, context)) {
            return;
        }
        // Outside an endpoint a password may be that of a log-in form; nobody posts API keys by forms.
        boolean maybeForm = !link && from == QuerySources.From.MIXED && kind(name, context) == Kind.PASSWORD;
        if (!maybeForm) {
            String where = "by '" + call.method().name() + "'";
            context.report(call.args().get(0).span(), Sentences.credentialInQuery(name, where), List.of());
        }
    }

    private static boolean isBody(Variable parameter) {
        return parameter.annotations().stream()
                .anyMatch(annotation -> annotation.type().simpleName().equals("RequestBody"));
    }

    /** What may come in a header instead comes in no form. */
    private static boolean isCredentialHeader(Variable parameter, RuleContext context) {
        return parameter.annotations().stream()
                .anyMatch(annotation -> HEADERS.contains(annotation.type().simpleName())
                        && isCredential(Objects.requireNonNullElse(name(annotation), parameter.name()), context));
    }

    private static boolean isForm(MethodDecl method) {
        Set<String> posting = Set.of("doPost", "doPut");
        return posting.contains(method.name())
                || method.annotations().stream()
                        .map(annotation -> annotation.type().simpleName())
                        .anyMatch(name -> name.toUpperCase(Locale.ROOT).startsWith("POST")
                                || name.toUpperCase(Locale.ROOT).startsWith("PUT"));
    }

    /** What a servlet or a controller is asked by GET has no body. */
    private static boolean isLink(MethodDecl method) {
        return method.name().equals("doGet") && method.parameters().size() == 2
                || method.annotations().stream()
                        .anyMatch(annotation -> annotation.type().simpleName().equals("GetMapping"));
    }

    private static boolean isCredential(String name, RuleContext context) {
        Kind kind = kind(name, context);
        return (kind == Kind.KEY || kind == Kind.TOKEN || kind == Kind.PASSWORD)
                && Words.of(name).stream().noneMatch(ONE_TIME::contains);
    }

    private static @Nullable Kind kind(String name, RuleContext context) {
        return context.models()
                .names()
                .classify(name)
                .filter(NameVerdict::strong)
                .map(NameVerdict::kind)
                .orElse(null);
    }

    private static @Nullable String name(Annotation annotation) {
        for (String attribute : List.of("value", "name")) {
            Expr value = annotation.value(attribute);
            String text = value == null ? null : text(value);
            if (text != null && !text.isEmpty()) {
                return text;
            }
        }
        return null;
    }

    private static @Nullable String text(Expr value) {
        if (value instanceof Expr.Literal literal) {
            return literal.value() instanceof String text ? text : null;
        }
        return value instanceof Expr.Field field && field.constant() instanceof String text ? text : null;
    }
}
