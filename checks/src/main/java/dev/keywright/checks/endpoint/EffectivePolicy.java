package dev.keywright.checks.endpoint;

import dev.keywright.checks.ir.Annotation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What guards and limits one endpoint, after inheritance: the families override separately, the method over the class, an
 * overriding method inherits.
 *
 * @param mechanisms Keywright's, all of which hold unless {@code anyOf}; empty when it has none
 * @param anyOf whether exactly one of them is presented
 * @param publicEndpoint {@code @PublicEndpoint}, where it is in force
 * @param login {@code @LoginProtected}, where it is in force
 * @param limits Keywright's limits in force
 * @param foreignProtection an annotation of a framework, or one whose name says so, that protects the endpoint
 * @param foreignOpen an annotation of a framework that opens the endpoint on purpose
 * @param foreignLimit an annotation of a library, or one whose name says so, that limits the endpoint
 * @param limitedInCode whether the endpoint's own code asks a limiter
 * @param protectedElsewhere whether the settings say that every path of it is protected in front of the application
 * @param limitedElsewhere the same for limits
 * @param unseen the simple name of a supertype that is not known, from which more may be inherited; null when all are known
 */
public record EffectivePolicy(
        List<Mechanism> mechanisms,
        boolean anyOf,
        @Nullable Annotation publicEndpoint,
        @Nullable Annotation login,
        List<Annotation> limits,
        @Nullable Annotation foreignProtection,
        @Nullable Annotation foreignOpen,
        @Nullable Annotation foreignLimit,
        boolean limitedInCode,
        boolean protectedElsewhere,
        boolean limitedElsewhere,
        @Nullable String unseen) {

    public EffectivePolicy {
        mechanisms = List.copyOf(mechanisms);
        limits = List.copyOf(limits);
    }

    /** The same, for a route before which another handler seems to ask who calls. */
    EffectivePolicy guardedBefore() {
        return new EffectivePolicy(
                mechanisms,
                anyOf,
                publicEndpoint,
                login,
                limits,
                foreignProtection,
                foreignOpen,
                foreignLimit,
                limitedInCode,
                true,
                limitedElsewhere,
                unseen);
    }

    /** Whether a caller must prove who they are, by Keywright or by a framework's annotation. */
    public boolean isProtected() {
        return !mechanisms.isEmpty() || foreignProtection != null;
    }

    /** Whether somebody has said that the endpoint is open on purpose. */
    public boolean isDeclaredOpen() {
        return publicEndpoint != null || foreignOpen != null;
    }

    /** Whether something counts the calls. {@code @LoginProtected} counts failures, which is what guessing consists of. */
    public boolean isLimited() {
        return !limits.isEmpty() || login != null || foreignLimit != null || limitedInCode || limitedElsewhere;
    }
}
