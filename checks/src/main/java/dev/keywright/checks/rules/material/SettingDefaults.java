package dev.keywright.checks.rules.material;

import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.LiteralSecrets;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.models.NameVerdict;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The default in the definition of a setting: {@code new ConfigOption<>("auth.token_secret", …, "…")},
 * {@code key("auth.token-secret").stringType().defaultValue("…")}.
 */
final class SettingDefaults {

    /** What settings with a default of their own are called, and what gives them one. */
    private static final Set<String> SETTINGS = Set.of("Option", "Property", "Setting", "ConfigKey", "ConfigEntry");

    private static final Set<String> DEFINING =
            Set.of("defaultValue", "withDefault", "withDefaultValue", "setDefault", "setDefaultValue", "defaultsTo");

    private SettingDefaults() {}

    /** The default that a setting under a secret's name is given; null for anything else. */
    static @Nullable Expr of(FlowView flow, Expr expr) {
        if (expr instanceof Expr.New made
                && made.args().size() > 1
                && isSetting(made.type().simpleName())) {
            Expr last = made.args().get(made.args().size() - 1);
            return isSecretKey(flow, made.args().get(0))
                            && LiteralSecrets.looksSecret(flow.value(last).text())
                    ? last
                    : null;
        }
        if (!(expr instanceof Expr.Call call)
                || call.args().size() != 1
                || !DEFINING.contains(call.method().name())
                || !LiteralSecrets.looksSecret(flow.value(call.args().get(0)).text())) {
            return null;
        }
        Expr link = call.receiver();
        for (int links = 0; links < 20 && link instanceof Expr.Call named; links++) {
            if (!named.args().isEmpty() && isSecretKey(flow, named.args().get(0))) {
                return call.args().get(0);
            }
            link = named.receiver();
        }
        return null;
    }

    private static boolean isSetting(String type) {
        return SETTINGS.stream().anyMatch(type::endsWith);
    }

    /** The key of a setting, which is written as one: {@code auth.token_secret}, {@code jwt-secret}. */
    private static boolean isSecretKey(FlowView flow, Expr expr) {
        String key = expr instanceof Expr.Literal || expr instanceof Expr.Field
                ? flow.value(expr).text()
                : null;
        return key != null
                && (key.indexOf('.') > 0 || key.indexOf('-') > 0 || key.indexOf('_') > 0)
                && key.indexOf(' ') < 0
                && (flow.names().classify(key).filter(NameVerdict::strong).isPresent()
                        || flow.names()
                                .classify(key.substring(key.lastIndexOf('.') + 1))
                                .filter(NameVerdict::strong)
                                .isPresent());
    }
}
