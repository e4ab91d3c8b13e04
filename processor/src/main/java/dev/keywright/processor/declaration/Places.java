package dev.keywright.processor.declaration;

import dev.keywright.processor.descriptor.Credential;
import dev.keywright.processor.model.Mirrors;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/** Where the credentials of one element are read from. Two that share a place could not be told apart by the guard. */
final class Places {

    /** The fields of a signature; a key in one of them would be taken for a part of it. */
    private static final List<String> SIGNATURE =
            List.of("x-api-signature", "x-api-timestamp", "x-api-nonce", "x-api-key-id");

    private final Element element;
    private final Problems problems;
    private final Set<String> taken = new HashSet<>();

    Places(Element element, Problems problems) {
        this.element = element;
        this.problems = problems;
    }

    /** Takes the headers of a credential; one that is taken already is a problem where this one is written. */
    void take(Credential credential, AnnotationMirror mirror) {
        boolean shared = false;
        for (String header : headers(credential)) {
            if (!taken.add(header) && !shared) {
                shared = true;
                String message = credential instanceof Credential.ApiKey
                        ? Messages.sameHeader(header)
                        : Messages.sameSignature(header);
                problems.add(element, mirror, Mirrors.written(mirror, "header"), message);
            }
        }
    }

    private static List<String> headers(Credential credential) {
        return credential instanceof Credential.ApiKey key
                ? List.of(key.header().toLowerCase(Locale.ROOT))
                : SIGNATURE;
    }
}
