package dev.keywright.checks.rules.material;

import dev.keywright.checks.flow.LiteralSecrets;
import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.models.NameVerdict;
import dev.keywright.checks.models.SecretNames;
import dev.keywright.checks.rules.RuleContext;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Annotations that say what is configured, and what is taken when it is not. */
final class AnnotatedDefaults {

    /** Annotations whose {@code defaultValue} is taken when nothing is configured. */
    private static final Set<String> CONFIGURING = Set.of(
            "ConfigProperty", "Property", "Option", "Parameters", "ConfigItem", "Parameter", "AttributeDefinition");

    /** Annotations that are nothing but the default. */
    private static final Set<String> DEFAULTING = Set.of("DefaultValue", "WithDefault");

    /** Spring's expressions: {@code #{environment['api.key'] ?: 'changeme'}}. */
    private static final Pattern ELVIS = Pattern.compile("\\[\\s*'([^']+)'\\s*]\\s*\\?:\\s*'([^']*)'");

    private AnnotatedDefaults() {}

    static void check(List<Annotation> annotations, String name, TypeDecl type, RuleContext context) {
        for (Annotation annotation : annotations) {
            String simple = annotation.type().simpleName();
            String key = name;
            String builtIn = null;
            if (simple.equals("Value")) {
                String text = text(annotation, "value");
                int open = text.indexOf("${");
                int colon = text.indexOf(':', open);
                int close = text.lastIndexOf('}');
                if (open >= 0 && colon > open && close > colon) {
                    key = text.substring(open + 2, colon);
                    builtIn = text.substring(colon + 1, close);
                } else {
                    Matcher elvis = ELVIS.matcher(text);
                    if (elvis.find()) {
                        key = elvis.group(1);
                        builtIn = elvis.group(2);
                    }
                }
            } else if (CONFIGURING.contains(simple)) {
                builtIn = text(annotation, "defaultValue");
                key = Stream.of("name", "names", "property", "value", "key")
                        .map(attribute -> text(annotation, attribute))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(name);
            } else if (DEFAULTING.contains(simple)) {
                builtIn = text(annotation, "value");
            }
            if (builtIn != null
                    && DefaultSecretFallback.isValue(builtIn)
                    && (isSecret(key, context)
                            || isSecret(name, context)
                            || isBareToken(name) && LiteralSecrets.looksSecret(builtIn))
                    && !isAskedFor(builtIn, type)) {
                context.report(annotation.span(), Messages.fallback("'" + name + "'"), List.of());
            }
        }
    }

    /** An option that is called a token, and whose value looks like one. */
    private static boolean isBareToken(String name) {
        return name.equals("token") || name.equals("authorization");
    }

    /** The text of an attribute, of several the last; empty when there is none. */
    private static String text(Annotation annotation, String attribute) {
        Expr value = annotation.value(attribute);
        if (value instanceof Expr.NewArray array
                && array.elements() != null
                && !array.elements().isEmpty()) {
            value = array.elements().get(array.elements().size() - 1);
        }
        return value instanceof Expr.Literal literal && literal.value() instanceof String text ? text : "";
    }

    private static boolean isSecret(String name, RuleContext context) {
        SecretNames names = context.models().names();
        String last = name.substring(name.lastIndexOf('.') + 1);
        return names.classify(last).filter(NameVerdict::strong).isPresent()
                || names.classify(name).filter(NameVerdict::strong).isPresent();
    }

    /** {@code "UNSET".equals(password)}: the value stands for none, and the class looks whether it got one. */
    private static boolean isAskedFor(String builtIn, TypeDecl type) {
        return type.methods().stream()
                .anyMatch(method -> Walk.any(
                        method,
                        part -> part instanceof Expr.Call call
                                && (call.method().name().equals("equals")
                                        || call.method().name().equals("equalsIgnoreCase"))
                                && (isText(call.receiver(), builtIn)
                                        || call.args().stream().anyMatch(argument -> isText(argument, builtIn)))));
    }

    private static boolean isText(@Nullable Expr expr, String text) {
        return expr instanceof Expr.Literal literal && text.equals(literal.value());
    }
}
