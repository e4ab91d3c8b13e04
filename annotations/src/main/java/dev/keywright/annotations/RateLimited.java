package dev.keywright.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How often the endpoint may be called. Beyond that the answer is 429 with {@code Retry-After}.
 *
 * <p>Limits on a method replace those on its class.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@Repeatable(RateLimited.List.class)
public @interface RateLimited {

    /**
     * One or more limits, separated by {@code ;}, that all hold: {@code "60 per minute"}, {@code "10/second"},
     * {@code "10 per second; 100 per hour"}, {@code "5 per 15 minutes"}. Units: second, minute, hour, day.
     */
    String value();

    /** Whose calls are counted together. */
    LimitBy by() default LimitBy.CREDENTIAL;

    /** Holds repeated limits. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.TYPE})
    @interface List {

        /** The limits, all of which hold. */
        RateLimited[] value();
    }
}
