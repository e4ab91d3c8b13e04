package dev.keywright.checks.rules.transport;

import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.Variable;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.rules.RuleContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Clients that are interfaces: their address stands in an annotation, or where Retrofit or Feign makes them. */
final class DeclaredClients {

    private static final Set<String> CLIENTS =
            Set.of("FeignClient", "RegisterRestClient", "HttpExchange", "Client", "ReactiveFeignClient");
    private static final List<String> ADDRESSES = List.of("url", "baseUri", "value", "name");
    private static final Set<String> SENT = Set.of("RequestHeader", "Header", "HeaderParam", "Param", "Query", "Field");
    private static final Pattern CREDENTIAL = Pattern.compile(
            "(proxy-?)?authorization|(x-)?(api|auth|access)-?(key|token)|.*(secret|password|bearer.?token|apikey).*");
    private static final Set<String> MADE_BY = Set.of("create", "target");

    private DeclaredClients() {}

    static void check(TypeDecl type, Predicate<Expr> isPlain, RuleContext context) {
        Expr address = address(type, isPlain);
        if (address != null) {
            Variable credential = credential(type);
            if (credential != null) {
                String message = Messages.plainHttp("'" + credential.name() + "'");
                context.report(address.span(), message, List.of());
            }
        }
        for (MethodDecl method : type.methods()) {
            Walk.expressions(method, expr -> {
                if (expr instanceof Expr.Call call
                        && MADE_BY.contains(call.method().name())) {
                    made(call, isPlain, context);
                }
            });
        }
    }

    private static @Nullable Expr address(TypeDecl type, Predicate<Expr> isPlain) {
        for (Annotation annotation : type.annotations()) {
            if (CLIENTS.contains(annotation.type().simpleName())) {
                for (String attribute : ADDRESSES) {
                    Expr value = annotation.value(attribute);
                    if (value != null && isPlain.test(value)) {
                        return value;
                    }
                }
            }
        }
        return null;
    }

    /** {@code new Retrofit.Builder().baseUrl("http://…").build().create(Api.class)}, {@code Feign….target(Api.class, "http://…")}. */
    private static void made(Expr.Call call, Predicate<Expr> isPlain, RuleContext context) {
        TypeDecl client = null;
        for (Expr argument : call.args()) {
            if (argument instanceof Expr.ClassLiteral literal) {
                client = context.program().type(literal.named().name());
            }
        }
        Variable credential = client == null ? null : credential(client);
        if (credential == null) {
            return;
        }
        Walk.expressions(call, part -> {
            if (isPlain.test(part)) {
                context.report(part.span(), Messages.plainHttp("'" + credential.name() + "'"), List.of());
            }
        });
    }

    private static @Nullable Variable credential(TypeDecl type) {
        for (MethodDecl method : type.methods()) {
            for (Variable parameter : method.parameters()) {
                for (Annotation annotation : parameter.annotations()) {
                    if (SENT.contains(annotation.type().simpleName()) && isCredential(parameter, annotation)) {
                        return parameter;
                    }
                }
            }
        }
        return null;
    }

    private static boolean isCredential(Variable parameter, Annotation annotation) {
        Expr name = annotation.value("value") != null ? annotation.value("value") : annotation.value("name");
        return isNamed(parameter.name())
                || (name instanceof Expr.Literal literal && isNamed(String.valueOf(literal.value())))
                || (name instanceof Expr.Field field && isNamed(field.name()));
    }

    private static boolean isNamed(String name) {
        return CREDENTIAL.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }
}
