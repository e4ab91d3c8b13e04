package dev.keywright.checks.rules.material;

import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.Event;
import dev.keywright.checks.flow.Flag;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.LiteralSecrets;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.NameVerdict;
import dev.keywright.checks.models.SecretNames;
import dev.keywright.checks.models.SinkKind;
import dev.keywright.checks.rules.RuleContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A field that begins with a written secret, and keeps it where nobody sets another one. */
final class FieldDefaults {

    private static final Set<String> SETTINGS = Set.of("config", "configuration", "properties", "settings");

    private static final Set<String> REREAD = Set.of("getBytes", "toCharArray");

    private FieldDefaults() {}

    /** {@code private String cookieEncryptKey = DEFAULT_KEY;} in a class of settings, which gives it away by a setter. */
    static void check(TypeDecl type, RuleContext context) {
        List<String> words = SecretNames.split(type.simpleName());
        if (words.isEmpty() || !SETTINGS.contains(words.get(words.size() - 1))) {
            return;
        }
        for (FieldDecl field : type.fields()) {
            String text = written(field);
            if (text != null
                    && !field.isStatic()
                    && !field.isFinal()
                    && !LiteralSecrets.looksSecret(text) // told as a literal
                    && isDefaultKey(field)
                    && context.models()
                            .names()
                            .classify(field.name())
                            .filter(NameVerdict::strong)
                            .filter(verdict -> verdict.kind() == Kind.KEY || verdict.kind() == Kind.PASSWORD)
                            .isPresent()) {
                context.report(field.nameSpan(), Messages.fallback("'" + field.name() + "'"), List.of());
            }
        }
    }

    /** A constant that is called the default, and a key or a password: what stands there is what is used. */
    private static boolean isDefaultKey(FieldDecl field) {
        return field.initializer() instanceof Expr.Field constant
                && constant.name().toUpperCase(Locale.ROOT).contains("DEFAULT");
    }

    /** {@code private char[] pass = "…".toCharArray(); … new PBEKeySpec(pass)}, where an option may set another one. */
    static void check(FlowView flow, RuleContext context) {
        for (Event.Sink event : flow.sinks(SinkKind.KEY_MATERIAL, sink -> sink.inner() == null)) {
            if (event.at() instanceof Expr.New made
                    && made.type().simpleName().endsWith("KeySpec")
                    && event.argument() < made.args().size()
                    && !event.value().is(Flag.LITERAL)) {
                FieldDecl field = field(flow.type(), root(made.args().get(event.argument())));
                if (field != null && !field.isFinal() && written(field) != null) {
                    context.reportOnce(
                            List.of(flow.file().path(), field.nameSpan()),
                            Severity.ERROR,
                            field.nameSpan(),
                            Messages.fallback("'" + field.name() + "'"),
                            List.of());
                }
            }
        }
    }

    private static @Nullable FieldDecl field(TypeDecl type, @Nullable Expr read) {
        return read instanceof Expr.Field named && (named.target() == null || named.target() instanceof Expr.This)
                ? type.fields().stream()
                        .filter(field -> field.name().equals(named.name()))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** The text that a field begins with; null where that is none, or blank. */
    private static @Nullable String written(FieldDecl field) {
        Expr begins = field.initializer() == null ? null : root(field.initializer());
        Object constant = begins instanceof Expr.Literal literal
                ? literal.value()
                : begins instanceof Expr.Field other ? other.constant() : null;
        return constant instanceof String text && !text.isBlank() ? text : null;
    }

    private static @Nullable Expr root(Expr expr) {
        return expr instanceof Expr.Call call
                        && call.receiver() != null
                        && REREAD.contains(call.method().name())
                ? call.receiver()
                : expr;
    }
}
