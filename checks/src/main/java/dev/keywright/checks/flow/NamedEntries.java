package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.models.Effect;
import dev.keywright.checks.models.NameVerdict;
import dev.keywright.checks.models.Operand;
import dev.keywright.checks.models.Role;
import dev.keywright.checks.models.SecretNames;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is put or read under a name: the name of a credential says what the entry is. */
final class NamedEntries {

    private static final Set<String> READING =
            Set.of("get", "opt", "read", "find", "fetch", "path", "at", "value", "string", "text", "lookup");

    /** What holds texts for people: "password" is a label there. */
    private static final Set<String> TEXTS = Set.of(
            "message",
            "messages",
            "msg",
            "msgs",
            "bundle",
            "label",
            "labels",
            "i18n",
            "text",
            "texts",
            "resource",
            "resources",
            "locale",
            "translation",
            "translations",
            "translator",
            "errors",
            "error",
            "schema",
            "column",
            "columns",
            "field",
            "fields",
            "view",
            "page",
            "ui",
            "icon",
            "icons",
            "type",
            "types",
            "class",
            "provider",
            "providers",
            "factory",
            "registry",
            "handlers",
            "help",
            "docs");

    private final MethodFlow flow;

    NamedEntries(MethodFlow flow) {
        this.flow = flow;
    }

    /** What is put under a credential's name is one, where the variable it stands in does not say so itself. */
    Value keyed(CallSite site, @Nullable String key, Value value, @Nullable Expr expr) {
        if (key == null
                || value.constant() != null
                || value.is(Flag.CLEAN)
                || value.is(Flag.ENUM)
                || value.labels().stream().anyMatch(Label::sure)
                || !(expr instanceof Expr.Local || expr instanceof Expr.Field)
                || !isPlainText(expr.type())
                || SecretNames.says(CallSite.nameOf(site.receiverExpr()), TEXTS)) {
            return value;
        }
        Optional<NameVerdict> verdict =
                flow.engine.declared().signs().credentialName(PropertyKeys.lastSegments(key), false);
        if (verdict.isEmpty()) {
            return value;
        }
        String what = Messages.quote(key);
        return value.plus(Label.of(
                verdict.get().kind(),
                value.is(Flag.PRESENTED) ? Role.PRESENTED : Role.NEUTRAL,
                Certainty.NAMED,
                what,
                flow.file(),
                expr.span(),
                what + " is named like a secret"));
    }

    Value namedSource(CallSite site, Effect.NamedSource source) {
        Value result =
                source.role() == Role.PRESENTED ? Value.NONE.with(Flag.PRESENTED) : Value.NONE.with(Flag.CONFIGURED);
        String name = name(site, source);
        boolean text = TextTypes.isTextual(site.resultType())
                // What a typed key is made from is the name of what is got by it.
                || site.resultType().simpleName().equals("Key");
        if (name == null || !text) {
            return result;
        }
        boolean header = source.role() == Role.PRESENTED;
        String last = header ? name : PropertyKeys.lastSegments(name);
        Optional<NameVerdict> verdict = flow.engine.declared().signs().credentialName(last, header);
        if (verdict.isEmpty() || !header && isKeyId(last)) {
            return result;
        }
        return result.plus(Label.of(
                verdict.get().kind(),
                source.role(),
                header ? Certainty.RECEIVED : Certainty.CONFIGURED,
                source.what() + " '" + name + "'",
                flow.file(),
                site.callSpan(),
                source.what() + " '" + name + "' read"));
    }

    /** The name that is asked for, also where a helper is handed it: {@code getTheParameter("password")}. */
    private @Nullable String name(CallSite site, Effect.NamedSource source) {
        String written = Operands.constantText(site, source.name());
        int index = source.name().index();
        if (written != null
                || source.role() != Role.PRESENTED
                // What stands for many classes' methods is no wrapper of one request.
                || flow.method().annotations().stream()
                        .anyMatch(annotation -> annotation.type().simpleName().equals("Override"))
                || index < 0
                || index >= site.argExprs().size()
                || !(site.argExprs().get(index) instanceof Expr.Local)) {
            return written;
        }
        return flow.conditions.constant(site.argExprs().get(index)) instanceof String given ? given : null;
    }

    /** {@code json.get("access_token")}, {@code prefs.getString("password", null)}: an entry under a credential's name. */
    Value read(CallSite site, Value before) {
        if (site.args().isEmpty()
                || site.args().size() > 2
                || site.receiverExpr() == null
                || !READING.contains(SecretNames.first(site.method().name()))
                || !isEntry(site.resultType())) {
            return before;
        }
        SecretNames names = flow.engine.declared().names();
        String name = Operands.constantText(site, new Operand(0, false, false));
        String holder = CallSite.nameOf(site.receiverExpr());
        if (name == null
                || PropertyKeys.isMessageKey(name)
                || isKeyId(name)
                || names.classify(PropertyKeys.lastSegments(name))
                        .filter(NameVerdict::strong)
                        .isEmpty()
                || SecretNames.says(holder, TEXTS)) {
            return before;
        }
        Role role = before.is(Flag.PRESENTED) || site.receiver().is(Flag.PRESENTED) || names.hasWord("caller", holder)
                ? Role.PRESENTED
                : names.hasWord("keeper", holder) ? Role.EXPECTED : Role.NEUTRAL;
        NameVerdict verdict = names.classify(PropertyKeys.lastSegments(name)).get();
        String what = Messages.quote(name);
        return before.joinCarried(Value.label(Label.of(
                verdict.kind(),
                role,
                Certainty.NAMED,
                what,
                flow.file(),
                site.callSpan(),
                what + " is named like a secret")));
    }

    /** {@code "aws.accesskey"} beside {@code "aws.secretkey"}. */
    private boolean isKeyId(String name) {
        return flow.engine.declared().signs().isKeyId(PropertyKeys.lastSegments(name), flow.file());
    }

    private static boolean isPlainText(TypeRef type) {
        return type.isString()
                || type.simpleName().equals("String")
                || type.name().equals("char") && type.dims() == 1;
    }

    private static boolean isEntry(TypeRef type) {
        return TextTypes.isTextual(type)
                || type.simpleName().equals("Object")
                || type.simpleName().startsWith("Json");
    }
}
