package dev.keywright.checks.rules.material;

import com.google.auto.service.AutoService;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.Flag;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.Label;
import dev.keywright.checks.flow.Value;
import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.Variable;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.models.NameVerdict;
import dev.keywright.checks.models.SecretNames;
import dev.keywright.checks.rules.DeclarationRule;
import dev.keywright.checks.rules.FlowRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Flags configuration that gives a secret a value of the program's own when none is set. The forgotten setting then goes
 * unnoticed, and everybody who has the code has the secret.
 */
@AutoService(Rule.class)
public final class DefaultSecretFallback implements DeclarationRule, FlowRule {

    private static final RuleInfo INFO = new RuleInfo(
            "DefaultSecretFallback",
            List.of(1392),
            Severity.ERROR,
            "Flags secrets that fall back to a built-in value.");

    private static final Set<String> WITH_DEFAULT = Set.of(
            "getOrDefault",
            "getProperty",
            "getString",
            "getValue",
            "get",
            "getenv",
            "orElse",
            "requireNonNullElse",
            "defaultIfBlank",
            "defaultIfEmpty",
            "defaultString",
            "firstNonNull",
            "getIfBlank");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TypeDecl type, RuleContext context) {
        for (FieldDecl field : type.fields()) {
            annotated(field.annotations(), field.name(), context);
        }
        for (MethodDecl method : type.methods()) {
            for (Variable parameter : method.parameters()) {
                annotated(parameter.annotations(), parameter.name(), context);
            }
        }
    }

    private static void annotated(List<Annotation> annotations, String name, RuleContext context) {
        for (Annotation annotation : annotations) {
            String simple = annotation.type().simpleName();
            String key = name;
            String builtIn = null;
            Expr value = annotation.value("value");
            if (simple.equals("Value")
                    && value instanceof Expr.Literal literal
                    && literal.value() instanceof String text) {
                int open = text.indexOf("${");
                int colon = text.indexOf(':', open);
                int close = text.lastIndexOf('}');
                if (open >= 0 && colon > open && close > colon) {
                    key = text.substring(open + 2, colon);
                    builtIn = text.substring(colon + 1, close);
                }
            } else if (simple.equals("ConfigProperty")
                    && annotation.value("defaultValue") instanceof Expr.Literal literal
                    && literal.value() instanceof String text) {
                builtIn = text;
                key = annotation.value("name") instanceof Expr.Literal named && named.value() instanceof String k
                        ? k
                        : name;
            }
            if (builtIn != null && isValue(builtIn) && (isSecret(key, context) || isSecret(name, context))) {
                context.report(annotation.span(), Messages.fallback("'" + name + "'"), List.of());
            }
        }
    }

    private static boolean isSecret(String name, RuleContext context) {
        SecretNames names = context.models().names();
        String last = name.substring(name.lastIndexOf('.') + 1);
        return names.classify(last).filter(NameVerdict::strong).isPresent()
                || names.classify(name).filter(NameVerdict::strong).isPresent();
    }

    private static boolean isValue(String text) {
        String lower = text.toLowerCase(Locale.ROOT).strip();
        return !lower.isEmpty()
                && !lower.startsWith("${")
                && !lower.startsWith("#{")
                && !lower.equals("null")
                && !lower.equals("''")
                && !lower.equals("none");
    }

    @Override
    public void check(FlowView flow, RuleContext context) {
        Consumer<Expr> look = expr -> {
            Expr wrong = fallback(flow, expr);
            if (wrong != null) {
                Label secret = configured(flow, expr);
                context.report(
                        wrong.span(),
                        Messages.fallback(secret == null ? "The secret" : "The " + secret.what()),
                        List.of());
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

    /** The built-in value of an expression that gives a configured secret one. */
    private static @Nullable Expr fallback(FlowView flow, Expr expr) {
        if (expr instanceof Expr.Conditional conditional) {
            if (isConfigured(flow, conditional.then()) && isLiteral(flow, conditional.otherwise())) {
                return conditional.otherwise();
            }
            return isConfigured(flow, conditional.otherwise()) && isLiteral(flow, conditional.then())
                    ? conditional.then()
                    : null;
        }
        if (expr instanceof Expr.Call call
                && WITH_DEFAULT.contains(call.method().name())
                && !call.args().isEmpty()) {
            Expr last = call.args().get(call.args().size() - 1);
            boolean pair = call.args().size() >= 2 && isConfigured(flow, call);
            boolean wrapped = call.method().name().equals("orElse")
                    && call.receiver() != null
                    && isConfigured(flow, call.receiver());
            boolean first =
                    call.args().size() == 2 && isConfigured(flow, call.args().get(0));
            return (pair || wrapped || first) && isLiteral(flow, last) ? last : null;
        }
        return null;
    }

    private static boolean isLiteral(FlowView flow, Expr expr) {
        Value value = flow.value(expr);
        return value.text() != null && isValue(value.text());
    }

    private static boolean isConfigured(FlowView flow, Expr expr) {
        return configured(flow, expr) != null;
    }

    private static @Nullable Label configured(FlowView flow, Expr expr) {
        Value value = flow.value(expr);
        boolean configured = value.is(Flag.CONFIGURED)
                || value.contents().values().stream().anyMatch(held -> held.is(Flag.CONFIGURED));
        return configured
                ? value.allLabels().stream().filter(Label::sure).findFirst().orElse(null)
                : null;
    }
}
