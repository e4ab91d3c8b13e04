package dev.keywright.benchmarks;

import dev.keywright.runtime.Exchange;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request whose parts cost nothing to get at, so that the guard alone is measured. It knows each header by two spellings:
 * the one that its sender wrote, and lower case.
 */
final class RecordedExchange implements Exchange {

    private final String method;
    private final Map<String, List<String>> headers = new HashMap<>();
    private final InetAddress peer;
    private final byte[] content;

    RecordedExchange(String method, byte[] content) {
        this.method = method;
        this.content = content;
        this.peer = InetAddress.getLoopbackAddress();
    }

    void header(String name, String value) {
        headers.put(name, List.of(value));
        headers.put(name.toLowerCase(Locale.ROOT), List.of(value));
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String rawPath() {
        return "/orders";
    }

    @Override
    public @Nullable String rawQuery() {
        return null;
    }

    @Override
    public List<String> headers(String name) {
        List<String> values = headers.get(name);
        return values == null ? List.of() : values;
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
        return new Body() {
            @Override
            public byte[] capture(long limitBytes) {
                return content;
            }

            @Override
            public boolean isCaptured() {
                return true;
            }
        };
    }
}
