package dev.keywright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The endpoint itself checks a password or issues tokens. Failed attempts are counted per address and per account, with a
 * growing delay and a temporary lock, which a caller is told with 429 and {@code Retry-After}.
 *
 * <p>An attempt is charged before the handler runs and given back when it answers with 2xx. Any other end is a failure: 401
 * and 403, any other error, an exception, and also a redirect, since many log-in forms redirect whether the password was
 * right or wrong. A handler whose status does not tell says so itself, through the {@code LoginAttempt} of the runtime.
 *
 * <p>Placement and inheritance are those of {@link ApiKeyProtected}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface LoginProtected {

    /**
     * Where the request's body names the account: a JSON pointer (RFC 6901) as {@code "/user/email"} for JSON, or the name of
     * a field as {@code "username"} for {@code application/x-www-form-urlencoded}. A request whose body does not name one
     * account there, in plain sight of every parser, is refused with 400.
     */
    String account();

    /**
     * How many failures are borne from one address for one account: one limit in the grammar of {@link RateLimited#value()}.
     * Its period is also how long the first lock lasts.
     */
    String failures() default "5 per 15 minutes";

    /** The largest request body in bytes, which is read before the handler runs. */
    String bodyLimit() default "64 KiB";
}
