package dev.keywright.adapters.spring;

import dev.keywright.runtime.token.BearerVerifier;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bearer verifiers of an application. A bean of this type replaces the one that is made from {@code BearerVerifier}
 * beans, {@code TokenService} among them.
 *
 * @param standard the verifier of {@code @BearerProtected} without a verifier; null when there is none
 * @param named all of them, by the names of their beans as far as these can stand in an annotation
 */
public record BearerVerifiers(@Nullable BearerVerifier standard, Map<String, BearerVerifier> named) {}
