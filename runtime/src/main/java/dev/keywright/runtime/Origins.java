package dev.keywright.runtime;

import dev.keywright.runtime.signature.CanonicalScheme;
import java.net.URI;

/** The origins under which clients know an application (RFC 6454: a scheme, a host, a port). */
final class Origins {

    private Origins() {}

    /** The authority that signatures for an origin name. */
    static String authority(URI origin) {
        String path = origin.getRawPath();
        boolean bare = (path == null || path.isEmpty() || path.equals("/"))
                && origin.getRawQuery() == null
                && origin.getRawFragment() == null
                && origin.getRawUserInfo() == null;
        if (!bare || origin.getHost() == null || origin.getScheme() == null) {
            throw new IllegalArgumentException(Messages.badOrigin(origin));
        }
        return CanonicalScheme.normalizeAuthority(origin.getRawAuthority());
    }
}
