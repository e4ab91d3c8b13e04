package dev.keywright.checks.rules.material;

import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.LiteralSecrets;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.SecretNames;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Constants that are called a password, and that a typed one is compared with: there a plain word is no placeholder. */
final class PasswordConstants {

    /** Whose password such a constant is; DEFAULT_PASSWORD, EMPTY_PASSWORD and MASKED_PASSWORD are asked for otherwise. */
    private static final Set<String> OF =
            Set.of("password", "passwd", "pwd", "pass", "admin", "root", "login", "user", "auth", "system", "master");

    private static final Set<String> LETTING_IN =
            Set.of("login", "authenticate", "check", "verify", "validate", "valid", "signin", "logon", "auth");

    private PasswordConstants() {}

    /** {@code ADMIN_PASSWORD.equals(password)} in a method that lets somebody in: a word of letters opens the door, too. */
    static boolean opens(FlowView flow, String text, @Nullable Expr at) {
        return at instanceof Expr.Field field
                && field.isStatic()
                && OF.containsAll(SecretNames.split(field.name()))
                && flow.names()
                        .classify(field.name())
                        .filter(verdict -> verdict.strong() && verdict.kind() == Kind.PASSWORD)
                        .isPresent()
                && text.chars().anyMatch(Character::isLetterOrDigit)
                && !HardcodedSecret.isPlaceholder(text)
                && !LiteralSecrets.isNameOf(field.name(), text)
                && SecretNames.says(flow.method().name(), LETTING_IN);
    }
}
