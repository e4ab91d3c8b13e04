package dev.keywright.runtime;

import dev.keywright.runtime.scheme.Origin;
import dev.keywright.runtime.signature.CanonicalScheme;
import dev.keywright.runtime.signature.Rfc9421Scheme;
import java.net.URI;
import java.util.Locale;

/** The origins under which clients know an application (RFC 6454: a scheme, a host, a port). */
final class Origins {

    private static final System.Logger LOG = System.getLogger("dev.keywright");

    private Origins() {}

    /** Warns that an endpoint takes signatures for loopback authorities alone. */
    static void warnOfNone(String endpoint) {
        LOG.log(System.Logger.Level.WARNING, Messages.noOrigins(endpoint));
    }

    /** What signatures for an origin name. */
    static Origin read(URI origin) {
        String path = origin.getRawPath();
        boolean bare = (path == null || path.isEmpty() || path.equals("/"))
                && origin.getRawQuery() == null
                && origin.getRawFragment() == null
                && origin.getRawUserInfo() == null;
        if (!bare || origin.getHost() == null || origin.getScheme() == null) {
            throw new IllegalArgumentException(Messages.badOrigin(origin));
        }
        String scheme = origin.getScheme().toLowerCase(Locale.ROOT);
        String authority = origin.getRawAuthority();
        return new Origin(
                scheme, CanonicalScheme.normalizeAuthority(authority), Rfc9421Scheme.authority(scheme, authority));
    }
}
