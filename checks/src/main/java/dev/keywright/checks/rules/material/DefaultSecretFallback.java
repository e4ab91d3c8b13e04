package dev.keywright.checks.rules.material;

import com.google.auto.service.AutoService;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.Certainty;
import dev.keywright.checks.flow.Flag;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.Label;
import dev.keywright.checks.flow.LiteralSecrets;
import dev.keywright.checks.flow.Value;
import dev.keywright.checks.ir.BinaryOp;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Statements;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.Variable;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.models.NameVerdict;
import dev.keywright.checks.models.Role;
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
            "orElseGet",
            "requireNonNullElse",
            "requireNonNullElseGet",
            "defaultIfBlank",
            "defaultIfEmpty",
            "defaultString",
            "defaultIfNull",
            "firstNonNull",
            "firstNonBlank",
            "firstNonEmpty",
            "getFirstNonNull",
            "nullToDefault",
            "blankToDefault",
            "emptyToDefault",
            "getIfEmpty",
            "getIfNull",
            "getIfBlank");

    /** Look-ups by a name with a value for when there is none. */
    private static final Set<String> LOOKING_UP = Set.of(
            "getOrDefault",
            "getProperty",
            "getString",
            "getStr",
            "optString",
            "getText",
            "get",
            "getEnv",
            "getenv",
            "getConfig",
            "getInitParameter",
            "property",
            "env");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TypeDecl type, RuleContext context) {
        for (FieldDecl field : type.fields()) {
            AnnotatedDefaults.check(field.annotations(), field.name(), type, context);
        }
        FieldDefaults.check(type, context);
        for (MethodDecl method : type.methods()) {
            AnnotatedDefaults.check(method.annotations(), method.name(), type, context);
            for (Variable parameter : method.parameters()) {
                AnnotatedDefaults.check(parameter.annotations(), parameter.name(), type, context);
            }
        }
    }

    static boolean isValue(String text) {
        String lower = text.toLowerCase(Locale.ROOT).strip();
        return lower.chars().anyMatch(Character::isLetterOrDigit)
                && !lower.startsWith("${")
                && !lower.startsWith("#{")
                && !lower.equals("null")
                && !lower.equals("true")
                && !lower.equals("false")
                && !lower.equals("''")
                && !lower.equals("none");
    }

    @Override
    public void check(FlowView flow, RuleContext context) {
        Consumer<Expr> look = expr -> {
            Expr setting = fallback(flow, expr);
            Expr wrong = setting == null ? SettingDefaults.of(flow, expr) : setting;
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
            FieldDefaults.check(flow, context);
            Statements.each(flow.method().body(), stmt -> {
                if (stmt instanceof Stmt.If test) {
                    whenMissing(flow, test, context);
                }
            });
        }
    }

    /** {@code if (secret == null) { secret = "built in"; }}. */
    private static void whenMissing(FlowView flow, Stmt.If test, RuleContext context) {
        Expr tested = tested(test.condition());
        if (!(tested instanceof Expr.Local || tested instanceof Expr.Field)) {
            return;
        }
        Stmt then = test.then();
        while (then instanceof Stmt.Block block && block.statements().size() == 1) {
            then = block.statements().get(0);
        }
        if (then instanceof Stmt.Expression expression
                && expression.expr() instanceof Expr.Assign assign
                && sameVariable(tested, assign.target())
                && isConfigured(flow, tested)
                && isLiteral(flow, assign.value())
                && !isToldAsLiteral(flow, assign)) {
            Label secret = configured(flow, tested);
            context.report(
                    assign.value().span(),
                    Messages.fallback(secret == null ? "The secret" : "The " + secret.what()),
                    List.of());
        }
    }

    /** A literal that looks like a secret, under the name of one, is HardcodedSecret's. */
    private static boolean isToldAsLiteral(FlowView flow, Expr.Assign assign) {
        String name = assign.target() instanceof Expr.Local local
                ? local.name()
                : assign.target() instanceof Expr.Field field ? field.name() : "";
        return flow.names().classify(name).filter(NameVerdict::strong).isPresent()
                && LiteralSecrets.looksSecret(flow.value(assign.value()).text());
    }

    /** What a condition finds missing: null, empty or blank. */
    private static @Nullable Expr tested(Expr condition) {
        if (condition instanceof Expr.Binary binary && binary.op() == BinaryOp.EQUAL) {
            return binary.besideNull();
        }
        if (condition instanceof Expr.Binary binary && binary.op() == BinaryOp.OR_OR) {
            return tested(binary.left());
        }
        if (condition instanceof Expr.Call call
                && Set.of("isEmpty", "isBlank", "isNullOrEmpty", "isNull")
                        .contains(call.method().name())) {
            return call.args().size() == 1 ? call.args().get(0) : call.receiver();
        }
        return null;
    }

    private static boolean sameVariable(Expr left, Expr right) {
        return left instanceof Expr.Local a && right instanceof Expr.Local b && a.id() == b.id()
                || left instanceof Expr.Field c
                        && right instanceof Expr.Field d
                        && c.name().equals(d.name());
    }

    /** The built-in value of an expression that gives a configured secret one. */
    private static @Nullable Expr fallback(FlowView flow, Expr expr) {
        if (expr instanceof Expr.Call call && DefaultedEntries.isOne(flow, call)) {
            Expr last = call.args().get(call.args().size() - 1);
            return isLiteral(flow, last) ? last : null;
        }
        if (expr instanceof Expr.Conditional conditional) {
            if (DefaultedEntries.isBuiltIn(flow, conditional.otherwise(), conditional.then())) {
                return conditional.otherwise();
            }
            if (DefaultedEntries.isBuiltIn(flow, conditional.then(), conditional.otherwise())) {
                return conditional.then();
            }
            if (isConfigured(flow, conditional.then()) && isLiteral(flow, conditional.otherwise())) {
                return conditional.otherwise();
            }
            if (isConfigured(flow, conditional.otherwise()) && isLiteral(flow, conditional.then())) {
                return conditional.then();
            }
            Expr tested = tested(conditional.condition());
            return tested != null
                            && isEntry(flow.value(tested))
                            && isWord(flow, conditional.then())
                            && Walk.any(conditional.otherwise(), part -> sameVariable(tested, part))
                    ? conditional.then()
                    : null;
        }
        if (expr instanceof Expr.Call call
                && WITH_DEFAULT.contains(call.method().name())
                && !call.args().isEmpty()) {
            Expr last = call.args().get(call.args().size() - 1);
            boolean pair = call.args().size() >= 2 && isConfigured(flow, call);
            boolean wrapped = call.method().name().startsWith("orElse")
                    && call.receiver() != null
                    && isConfigured(flow, call.receiver());
            boolean first = call.args().size() >= 2
                    && call.args().subList(0, call.args().size() - 1).stream()
                            .anyMatch(arg -> isConfigured(flow, arg) || isSecretEntry(flow, arg));
            boolean entry = call.args().size() == 2 && isSecretEntry(flow, call);
            Expr builtIn = last instanceof Expr.Lambda ? supplied(flow, last) : last;
            return (pair || wrapped || first || entry) && builtIn != null && isLiteral(flow, builtIn) ? builtIn : null;
        }
        return null;
    }

    /** An entry under a secret's name that was read here and is not what a caller handed in. */
    private static boolean isEntry(Value value) {
        return !value.dependsOnCaller()
                && !value.is(Flag.PRESENTED)
                && value.labels().stream()
                        .anyMatch(label -> label.certainty() == Certainty.NAMED && label.role() != Role.PRESENTED);
    }

    /** A text that can be a secret, and is not what is shown to people when there is none. */
    private static boolean isWord(FlowView flow, Expr expr) {
        String text = flow.value(expr).text();
        return text != null
                && isValue(text)
                && text.length() >= 4
                && text.chars().allMatch(c -> c > ' ' && c < 127)
                && text.indexOf('<') < 0
                && text.indexOf('[') < 0
                && text.indexOf('(') < 0;
    }

    /** The one value that a supplier gives. */
    private static @Nullable Expr supplied(FlowView flow, Expr supplier) {
        if (supplier instanceof Expr.Lambda lambda) {
            Stmt body = lambda.body();
            while (body instanceof Stmt.Block block && block.statements().size() == 1) {
                body = block.statements().get(0);
            }
            if (body instanceof Stmt.Return result) {
                return result.value();
            }
            return body instanceof Stmt.Expression expression ? expression.expr() : null;
        }
        return null;
    }

    /** {@code settings.get("client-secret")}: an entry under a secret's name, of whatever it is. */
    private static boolean isSecretEntry(FlowView flow, Expr expr) {
        if (!(expr instanceof Expr.Call call)
                || !LOOKING_UP.contains(call.method().name())
                || call.args().isEmpty()) {
            return false;
        }
        String key = flow.value(call.args().get(0)).text();
        return key != null
                && flow.value(expr).labels().stream().anyMatch(Label::sure)
                && (flow.names().classify(key).filter(NameVerdict::strong).isPresent()
                        || flow.names()
                                .classify(key.substring(key.lastIndexOf('.') + 1))
                                .filter(NameVerdict::strong)
                                .isPresent());
    }

    private static boolean isLiteral(FlowView flow, Expr expr) {
        Value value = flow.value(expr);
        return value.text() != null
                && isValue(value.text())
                && !isOtherKey(flow, value.text())
                && !isNameBesideAnother(flow, value.text());
    }

    /** {@code "password"} beside {@code "username"}: under which names both are found in what a secret store gives. */
    private static boolean isNameBesideAnother(FlowView flow, String text) {
        return text.equals("password")
                && Walk.any(
                        flow.method(), part -> part instanceof Expr.Literal name && "username".equals(name.value()));
    }

    /** {@code getString(SECRET_VARIABLE, "app.auth.secret")}: the name of another place where it may be configured. */
    private static boolean isOtherKey(FlowView flow, String text) {
        return text.indexOf('.') > 0
                && text.chars().allMatch(c -> Character.isLowerCase(c) || c == '.' || c == '-' || c == '_')
                && flow.names()
                        .classify(text.substring(text.lastIndexOf('.') + 1))
                        .filter(NameVerdict::strong)
                        .isPresent();
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
