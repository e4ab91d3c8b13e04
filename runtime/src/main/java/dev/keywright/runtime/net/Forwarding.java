package dev.keywright.runtime.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who the client is when proxies stand between. Forwarding headers count only from trusted networks, are read right to left,
 * and only as far as the elements were written by trusted proxies; what stands left of that, anyone can have written.
 */
public final class Forwarding {

    private static final List<String> ALL =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Real-IP");
    private static final int MOST_ELEMENTS = 64;

    private final boolean standard;
    private final List<Cidr> trusted;

    /**
     * Which proxies are trusted.
     *
     * @param standard whether they set {@code Forwarded}, else {@code X-Forwarded-*}
     * @param trusted their networks
     */
    public Forwarding(boolean standard, List<Cidr> trusted) {
        this.standard = standard;
        this.trusted = List.copyOf(trusted);
    }

    /** The client's side of a connection. */
    public record Client(InetAddress address, boolean secure) {}

    /** One hop as a header tells it. */
    private record Hop(@Nullable String address, @Nullable String proto) {}

    /** Whether any proxy is trusted. */
    public boolean trustsAny() {
        return !trusted.isEmpty();
    }

    /** Whether an address is a trusted proxy's. */
    public boolean trusts(InetAddress address) {
        for (Cidr cidr : trusted) {
            if (cidr.contains(address)) {
                return true;
            }
        }
        return false;
    }

    /** Whether any forwarding header is there. */
    public static boolean isForwarded(Function<String, List<String>> headers) {
        for (String name : ALL) {
            if (!headers.apply(name).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The client, given the socket's peer and whether the socket speaks TLS. */
    public Client client(InetAddress peer, boolean secure, Function<String, List<String>> headers) {
        if (trusted.isEmpty() || !trusts(peer)) {
            return new Client(peer, secure);
        }
        List<Hop> hops = standard ? forwarded(headers) : xForwarded(headers);
        Collections.reverse(hops);
        InetAddress address = peer;
        boolean tls = secure;
        int read = 0;
        for (Hop hop : hops) {
            // Every hop up to the client's must have been TLS where its proxy says what it was.
            tls = hop.proto() == null ? tls : hop.proto().equals("https") && (read == 0 || tls);
            InetAddress next = literal(hop.address());
            if (next == null || ++read > MOST_ELEMENTS) {
                break;
            }
            address = next;
            if (!trusts(next)) {
                break;
            }
        }
        return new Client(address, tls);
    }

    private static List<Hop> xForwarded(Function<String, List<String>> headers) {
        List<String> addresses = elements(headers.apply("X-Forwarded-For"));
        List<String> protos = elements(headers.apply("X-Forwarded-Proto"));
        List<Hop> hops = new ArrayList<>();
        boolean paired = protos.size() == addresses.size();
        // Unless there is one for each hop, every one of them must be https: nobody says which hop each is of.
        String common = protos.isEmpty() ? null : "https";
        for (String proto : protos) {
            if (!proto.equalsIgnoreCase("https")) {
                common = "http";
            }
        }
        for (int i = 0; i < addresses.size(); i++) {
            hops.add(new Hop(addresses.get(i), paired ? protos.get(i).toLowerCase(Locale.ROOT) : common));
        }
        if (hops.isEmpty() && common != null) {
            hops.add(new Hop(null, common));
        }
        return hops;
    }

    private static List<Hop> forwarded(Function<String, List<String>> headers) {
        List<Hop> hops = new ArrayList<>();
        for (String element : elements(headers.apply("Forwarded"))) {
            String address = null;
            String proto = null;
            for (String pair : element.split(";", -1)) {
                int equals = pair.indexOf('=');
                if (equals < 0) {
                    continue;
                }
                String name = pair.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                String value = unquote(pair.substring(equals + 1).strip());
                if (name.equals("for")) {
                    address = value;
                } else if (name.equals("proto")) {
                    proto = value.toLowerCase(Locale.ROOT);
                }
            }
            hops.add(new Hop(address, proto));
        }
        return hops;
    }

    private static List<String> elements(List<String> lines) {
        List<String> elements = new ArrayList<>();
        for (String line : lines) {
            for (String element : line.split(",", -1)) {
                elements.add(element.strip());
            }
        }
        // The rightmost ones are the proxies' own.
        int from = Math.max(0, elements.size() - MOST_ELEMENTS);
        return new ArrayList<>(elements.subList(from, elements.size()));
    }

    private static String unquote(String value) {
        return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }

    private static @Nullable InetAddress literal(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        byte[] bytes = Addresses.parse(withoutPort(text));
        try {
            return bytes == null ? null : InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static String withoutPort(String text) {
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            return end < 0 ? text : text.substring(0, end + 1);
        }
        int colon = text.indexOf(':');
        return colon >= 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
    }
}
