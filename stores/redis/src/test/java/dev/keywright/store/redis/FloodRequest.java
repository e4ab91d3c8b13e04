package dev.keywright.store.redis;

import dev.keywright.runtime.Exchange;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One request of a flood, over TLS, as an adapter would hand it in. */
final class FloodRequest implements Exchange, Exchange.Body {

    private final InetAddress peer;
    private final Map<String, List<String>> headers = new HashMap<>();
    private byte[] body = new byte[0];

    FloodRequest(InetAddress peer) {
        this.peer = peer;
    }

    /** The n-th of many addresses: each second one IPv4, the others IPv6 networks of their own. */
    static InetAddress address(long n) {
        byte[] bytes;
        if (n % 2 == 0) {
            bytes = new byte[] {10, (byte) (n >> 17), (byte) (n >> 9), (byte) (n >> 1)};
        } else {
            bytes = new byte[16];
            bytes[0] = 0x20;
            bytes[1] = 0x01;
            for (int i = 0; i < 5; i++) {
                bytes[7 - i] = (byte) (n >> (8 * i + 1));
            }
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    FloodRequest header(String name, String value) {
        headers.put(name.toLowerCase(Locale.ROOT), List.of(value));
        return this;
    }

    FloodRequest json(String text) {
        body = text.getBytes(StandardCharsets.UTF_8);
        return header("Content-Type", "application/json").header("Content-Length", Integer.toString(body.length));
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String rawPath() {
        return "/hook";
    }

    @Override
    public String rawQuery() {
        return null;
    }

    @Override
    public List<String> headers(String name) {
        List<String> known = headers.get(name);
        return known != null ? known : headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    @Override
    public InetAddress peer() {
        return peer;
    }

    @Override
    public boolean secure() {
        return true;
    }

    @Override
    public String authority() {
        return "localhost";
    }

    @Override
    public Body body() {
        return this;
    }

    @Override
    public byte[] capture(long limitBytes) {
        return body;
    }

    @Override
    public boolean isCaptured() {
        return true;
    }
}
