package dev.keywright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The caller must present an API key.
 *
 * <p>The key is read from the header named by {@link #header()}, or from {@code Authorization: ApiKey <key>}; never from
 * the query string or the body. It is accepted exactly once: a request that carries it twice, in one place or in both, is
 * refused with 401.
 *
 * <p>On a class the annotation holds for each of its endpoint methods; on a method it replaces the class's. A method that
 * overrides or implements an annotated one inherits the annotation, and must not weaken it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface ApiKeyProtected {

    /** The scopes that the key must hold, all of them. Grammar of one scope: {@code [a-z0-9][a-z0-9:._*-]*}. */
    String[] scopes() default {};

    /** The header that carries the key: an HTTP field name (RFC 9110, section 5.1). */
    String header() default "X-API-Key";

    /** The name of the key store to ask; empty for the application's default store. */
    String store() default "";

    /** The largest request body in bytes, as {@code "64 KiB"}; empty leaves it to the framework. */
    String bodyLimit() default "";
}
