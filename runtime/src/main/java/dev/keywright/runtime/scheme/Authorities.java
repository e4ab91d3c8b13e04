package dev.keywright.runtime.scheme;

import dev.keywright.runtime.Exchange;
import dev.keywright.runtime.net.Addresses;
import dev.keywright.runtime.signature.CanonicalScheme;
import dev.keywright.runtime.signature.Rfc9421Scheme;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The origins under which clients know the application, against which a signed authority is matched. */
public final class Authorities {

    private final List<Origin> origins;
    private final List<String> names;
    private final Map<String, List<Origin>> byName;

    /** Without any, only loopback authorities are the application's. */
    public Authorities(List<Origin> origins) {
        this.origins = List.copyOf(origins);
        this.names = origins.stream().map(Origin::authority).distinct().toList();
        this.byName = origins.stream().collect(Collectors.groupingBy(Origin::authority));
    }

    /** Whether none is configured. */
    public boolean isEmpty() {
        return names.isEmpty();
    }

    /** The authorities, as CANONICAL signs them. */
    List<String> names() {
        return names;
    }

    /** What the request names, as CANONICAL signs it; empty when it names nothing. */
    String received(Exchange exchange) {
        String host = exchange.authority();
        if (host == null) {
            return "";
        }
        // One of ours is normalized already; our own text of it, so that it need not be compared again.
        int known = names.indexOf(host);
        return known >= 0 ? names.get(known) : CanonicalScheme.normalizeAuthority(host);
    }

    /** Whether an authority is the application's. */
    boolean isOurs(String authority) {
        return names.isEmpty() ? isLoopback(authority) : names.contains(authority);
    }

    /**
     * The origins to try for a request: those that it names, or all, because a proxy puts its own name into Host while the
     * client signed the one it knows us by.
     */
    List<Origin> candidates(Exchange exchange) {
        String received = received(exchange);
        if (origins.isEmpty()) {
            String scheme = exchange.secure() ? "https" : "http";
            String host = exchange.authority();
            return List.of(new Origin(scheme, received, Rfc9421Scheme.authority(scheme, host == null ? "" : host)));
        }
        return byName.getOrDefault(received, origins);
    }

    /** Until proved otherwise only {@code localhost} and loopback addresses are this application. */
    private static boolean isLoopback(String authority) {
        int end = authority.startsWith("[") ? authority.indexOf(']') + 1 : authority.indexOf(':');
        String host = (end <= 0 ? authority : authority.substring(0, end)).toLowerCase(Locale.ROOT);
        if (host.equals("localhost")) {
            return true;
        }
        byte[] literal = Addresses.parse(host);
        try {
            return literal != null && InetAddress.getByAddress(literal).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
