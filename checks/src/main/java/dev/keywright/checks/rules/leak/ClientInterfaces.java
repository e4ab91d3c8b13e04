package dev.keywright.checks.rules.leak;

import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.Variable;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.NameVerdict;
import dev.keywright.checks.models.SecretNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Interfaces whose calls a library turns into requests: Retrofit, Feign, MicroProfile, Micronaut, Spring's HTTP interfaces. */
final class ClientInterfaces {

    private static final Set<String> CLIENTS = Set.of("FeignClient", "RegisterRestClient", "Client", "HttpExchange");
    private static final Set<String> EXCHANGES =
            Set.of("HttpExchange", "GetExchange", "PostExchange", "PutExchange", "PatchExchange", "DeleteExchange");
    private static final Set<String> RETROFIT =
            Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "HTTP");
    private static final Set<String> QUERY = Set.of("RequestParam", "QueryParam", "QueryValue", "RestQuery");

    /** Annotations that put a parameter where an address names it. */
    private static final Set<String> BOUND = Set.of("Param", "PathVariable", "Path");

    private ClientInterfaces() {}

    /** Tells of each parameter that such an interface sends as a part of the query and that is a secret by its name. */
    static void parameters(TypeDecl type, SecretNames names, BiConsumer<Variable, String> found) {
        if (type.kind() != TypeDecl.Kind.INTERFACE) {
            return;
        }
        boolean client = has(type.annotations(), CLIENTS);
        for (MethodDecl method : type.methods()) {
            if (method.body() != null) {
                continue;
            }
            boolean retrofit = has(method.annotations(), RETROFIT);
            boolean spring = client || has(method.annotations(), EXCHANGES);
            String template = template(method);
            for (Variable parameter : method.parameters()) {
                String name = query(parameter, retrofit, spring);
                name = name != null ? name : inTemplate(parameter, template);
                if (name != null && (isSecret(name, names) || isSecret(parameter.name(), names))) {
                    found.accept(parameter, name);
                }
            }
        }
    }

    private static @Nullable String query(Variable parameter, boolean retrofit, boolean client) {
        for (Annotation annotation : parameter.annotations()) {
            String simple = annotation.type().simpleName();
            if (retrofit && simple.equals("Query") || client && QUERY.contains(simple)) {
                return written(annotation, parameter.name());
            }
        }
        return null;
    }

    /** The address that Feign's or Spring's annotation writes, its query included; empty when there is none. */
    private static String template(MethodDecl method) {
        for (Annotation annotation : method.annotations()) {
            if (annotation.type().simpleName().equals("RequestLine")
                    || EXCHANGES.contains(annotation.type().simpleName())
                    || RETROFIT.contains(annotation.type().simpleName())) {
                for (String attribute : List.of("value", "url")) {
                    if (annotation.value(attribute) instanceof Expr.Literal literal
                            && literal.value() instanceof String text) {
                        return text;
                    }
                }
            }
        }
        return "";
    }

    /** The query parameter whose value is a parameter of the method: {@code ?apikey={apiKey}}. */
    private static @Nullable String inTemplate(Variable parameter, String template) {
        int query = template.indexOf('?');
        if (query < 0) {
            return null;
        }
        for (Annotation annotation : parameter.annotations()) {
            if (BOUND.contains(annotation.type().simpleName())) {
                int hole = template.indexOf("={" + written(annotation, parameter.name()) + "}", query);
                if (hole > 0) {
                    int start = Math.max(template.lastIndexOf('?', hole), template.lastIndexOf('&', hole));
                    return template.substring(start + 1, hole);
                }
            }
        }
        return null;
    }

    private static String written(Annotation annotation, String otherwise) {
        for (String attribute : List.of("value", "name")) {
            if (annotation.value(attribute) instanceof Expr.Literal literal
                    && literal.value() instanceof String text
                    && !text.isEmpty()) {
                return text;
            }
        }
        return otherwise;
    }

    private static boolean isSecret(String name, SecretNames names) {
        NameVerdict verdict = names.classify(name).orElse(null);
        boolean token = verdict != null
                && verdict.kind() == Kind.TOKEN
                && name.toLowerCase(Locale.ROOT).endsWith("token");
        return verdict != null && (verdict.strong() || token);
    }

    private static boolean has(List<Annotation> annotations, Set<String> wanted) {
        List<String> simple = new ArrayList<>();
        annotations.forEach(annotation -> simple.add(annotation.type().simpleName()));
        return simple.stream().anyMatch(wanted::contains);
    }
}
