package dev.keywright.checks.rules.material;

import dev.keywright.checks.flow.Flag;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.models.NameVerdict;
import dev.keywright.checks.models.SecretNames;
import java.util.List;
import java.util.Set;

/** Defaults that only names tell: of a program's own way to read its settings, and of constants that are called a default. */
final class DefaultedEntries {

    private static final Set<String> KINDS = Set.of("property", "setting", "option", "config");

    private DefaultedEntries() {}

    /** {@code settings.getMaybeEncryptedProperty(context, "app.login.password", "admin")}: a name, and a value behind it. */
    static boolean isOne(FlowView flow, Expr.Call call) {
        List<String> words = SecretNames.split(call.method().name());
        int size = call.args().size();
        if (size < 2
                || words.size() < 3
                || !words.get(0).equals("get")
                || !KINDS.contains(words.get(words.size() - 1))) {
            return false;
        }
        String key = flow.value(call.args().get(size - 2)).text();
        return key != null && isSecret(flow, key.substring(key.lastIndexOf('.') + 1));
    }

    /** {@code options.containsKey(SECRET) ? options.get(SECRET) : DEFAULT_SECRET}, with what everybody can read behind it. */
    static boolean isBuiltIn(FlowView flow, Expr branch, Expr other) {
        return branch instanceof Expr.Field constant
                && constant.isStatic()
                && SecretNames.split(constant.name()).get(0).equals("default")
                && isSecret(flow, constant.name())
                && flow.value(branch).is(Flag.LITERAL)
                && other instanceof Expr.Call
                && !flow.value(other).is(Flag.LITERAL);
    }

    private static boolean isSecret(FlowView flow, String name) {
        return flow.names().classify(name).filter(NameVerdict::strong).isPresent();
    }
}
