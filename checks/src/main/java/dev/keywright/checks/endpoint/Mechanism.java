package dev.keywright.checks.endpoint;

import dev.keywright.checks.ir.Annotation;
import java.util.List;

/**
 * One of Keywright's ways to prove who calls.
 *
 * @param scopes what the credential must hold, as far as the values are known
 * @param annotation as written; inside {@code @AnyOf}, the inner one
 * @param alternative whether it stands inside {@code @AnyOf}, so that another one of those may be presented instead
 */
public record Mechanism(Kind kind, List<String> scopes, Annotation annotation, boolean alternative) {

    /** The credential that is presented. */
    public enum Kind {
        API_KEY,
        HMAC,
        BEARER
    }

    public Mechanism {
        scopes = List.copyOf(scopes);
    }
}
