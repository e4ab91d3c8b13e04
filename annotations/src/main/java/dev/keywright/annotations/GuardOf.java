package dev.keywright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stands on a generated guard and names what it was made from. Written by the annotation processor, never by hand.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface GuardOf {

    /** The binary name of the guarded class. */
    String type();

    /** The digest of the declarations that the guard enforces, as {@code sha256:<hex>}. */
    String digest();
}
