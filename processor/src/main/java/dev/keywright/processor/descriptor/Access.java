package dev.keywright.processor.descriptor;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a caller gets in.
 *
 * @param required the credentials that must all be presented
 * @param anyOf the credentials of which exactly one must be presented; empty when there is no such choice
 * @param publicReason why the endpoint is open on purpose; null when it is not
 */
public record Access(
        List<Credential> required,
        List<Credential> anyOf,
        @Nullable String publicReason) {

    public Access {
        required = List.copyOf(required);
        anyOf = List.copyOf(anyOf);
    }

    /** Open on purpose. */
    public static Access open(String reason) {
        return new Access(List.of(), List.of(), reason);
    }

    /** Whether the endpoint is open on purpose. */
    public boolean isPublic() {
        return publicReason != null;
    }

    /** All credentials that are accepted. */
    public Stream<Credential> credentials() {
        return Stream.concat(required.stream(), anyOf.stream());
    }
}
