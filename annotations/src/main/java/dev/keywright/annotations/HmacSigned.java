package dev.keywright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The caller must sign the request with a shared secret.
 *
 * <p>The signature covers the body and is accepted once: its timestamp must lie within the window of {@link #tolerance()}
 * backwards and 30 seconds forwards, and its nonce must be new, except under schemes that say otherwise
 * ({@link SignatureScheme}). The body is read up to {@link #bodyLimit()} before the handler runs.
 *
 * <p>Placement and inheritance are those of {@link ApiKeyProtected}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface HmacSigned {

    /** The form of the signature. */
    SignatureScheme scheme() default SignatureScheme.RFC_9421;

    /**
     * The <em>name</em> under which the application's configuration holds the secret, never the secret itself. Grammar:
     * {@code [a-z][a-z0-9.-]*}, at most 64 characters.
     */
    String secret();

    /** How old the signature's timestamp may be, as {@code "300 seconds"} or {@code "5 minutes"}; at most one day. */
    String tolerance() default "300 seconds";

    /** The largest request body, as {@code "1 MiB"}. A larger one is refused with 413 before it is read to its end. */
    String bodyLimit() default "1 MiB";

    /**
     * Set to true to accept, under a scheme without replay protection ({@link SignatureScheme#GITHUB},
     * {@link SignatureScheme#SHOPIFY}), that the handler itself must be idempotent.
     */
    boolean replayAcknowledged() default false;
}
