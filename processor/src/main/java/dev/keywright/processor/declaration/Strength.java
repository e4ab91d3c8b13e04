package dev.keywright.processor.declaration;

import dev.keywright.annotations.internal.grammar.DurationGrammar;
import dev.keywright.annotations.internal.grammar.GrammarException;
import dev.keywright.processor.descriptor.Access;
import dev.keywright.processor.descriptor.Credential;

/** Whether one access demands at least what another does. */
final class Strength {

    private Strength() {}

    static boolean covers(Access access, Access demanded) {
        if (demanded.isPublic()) {
            return true;
        }
        return demanded.required().stream().allMatch(wanted -> requires(access, wanted))
                && coversChoice(access, demanded);
    }

    private static boolean coversChoice(Access access, Access demanded) {
        if (demanded.anyOf().isEmpty()) {
            return true;
        }
        boolean narrower = !access.anyOf().isEmpty() && access.anyOf().stream().allMatch(one -> isAmong(one, demanded));
        return narrower || access.required().stream().anyMatch(one -> isAmong(one, demanded));
    }

    private static boolean isAmong(Credential one, Access demanded) {
        return demanded.anyOf().stream().anyMatch(wanted -> covers(one, wanted));
    }

    private static boolean requires(Access access, Credential wanted) {
        return access.required().stream().anyMatch(one -> covers(one, wanted));
    }

    private static boolean covers(Credential one, Credential wanted) {
        if (one instanceof Credential.ApiKey key && wanted instanceof Credential.ApiKey other) {
            return key.store().equals(other.store()) && key.scopes().containsAll(other.scopes());
        }
        if (one instanceof Credential.Bearer token && wanted instanceof Credential.Bearer other) {
            return token.verifier().equals(other.verifier()) && token.scopes().containsAll(other.scopes());
        }
        if (one instanceof Credential.Hmac hmac && wanted instanceof Credential.Hmac other) {
            return hmac.scheme().equals(other.scheme())
                    && hmac.secretName().equals(other.secretName())
                    && isAtMost(hmac.tolerance(), other.tolerance());
        }
        return false;
    }

    private static boolean isAtMost(String tolerance, String other) {
        try {
            return DurationGrammar.parse(tolerance).compareTo(DurationGrammar.parse(other)) <= 0;
        } catch (GrammarException alreadyReported) {
            return true;
        }
    }
}
