package dev.keywright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The caller must present exactly one of the listed credentials. None, or more than one, is refused with 401.
 *
 * <p>Placement and inheritance are those of {@link ApiKeyProtected}. Mechanisms that stand beside {@code @AnyOf} are
 * required in addition to it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface AnyOf {

    /** API keys that are accepted. */
    ApiKeyProtected[] apiKey() default {};

    /** Signatures that are accepted. */
    HmacSigned[] hmac() default {};

    /** Bearer tokens that are accepted. */
    BearerProtected[] bearer() default {};
}
