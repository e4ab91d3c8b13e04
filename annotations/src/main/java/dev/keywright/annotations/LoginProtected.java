package dev.keywright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The endpoint itself checks a password or issues tokens. Failed attempts are counted per address and per account, with a
 * growing delay and a temporary lock.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface LoginProtected {

    /** Where the request names the account: a JSON member or form field of the body. */
    String account();

    /** How many failures are borne, in the grammar of {@link RateLimited#value()}. */
    String failures() default "5 per 15 minutes";
}
