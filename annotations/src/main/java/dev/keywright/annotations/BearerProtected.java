package dev.keywright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The caller must present a bearer token (RFC 6750) that this application issued, or a JWT that an adapter verifies, in
 * {@code Authorization: Bearer <token>}.
 *
 * <p>Placement and inheritance are those of {@link ApiKeyProtected}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface BearerProtected {

    /** The scopes that the token must hold, all of them. Grammar as in {@link ApiKeyProtected#scopes()}. */
    String[] scopes() default {};

    /** The name of the token verifier to ask; empty for the application's default one. */
    String verifier() default "";

    /** The largest request body in bytes, as {@code "64 KiB"}; empty leaves it to the framework. */
    String bodyLimit() default "";
}
