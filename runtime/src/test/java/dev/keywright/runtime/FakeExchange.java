package dev.keywright.runtime;

import dev.keywright.runtime.body.BodyBudget;
import dev.keywright.runtime.body.StreamBody;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request as a test writes it. */
final class FakeExchange implements Exchange {

    private final Map<String, List<String>> headers = new TreeMap<>();
    private String method;
    private URI uri;
    private InetAddress peer = address("203.0.113.7");
    private boolean secure = true;
    private byte[] content = new byte[0];
    private BodyBudget budget = new BodyBudget(1 << 20);
    private @Nullable Body body;

    private FakeExchange(String method, String target) {
        this.method = method;
        this.uri = URI.create("https://localhost" + target);
    }

    static FakeExchange get(String target) {
        return new FakeExchange("GET", target);
    }

    static FakeExchange post(String target, String content) {
        FakeExchange exchange = new FakeExchange("POST", target);
        exchange.content = content.getBytes(StandardCharsets.UTF_8);
        return exchange.header("Content-Length", Integer.toString(exchange.content.length));
    }

    FakeExchange header(String name, String value) {
        headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                .add(value);
        return this;
    }

    FakeExchange headers(Map<String, String> more) {
        more.forEach(this::header);
        return this;
    }

    FakeExchange method(String value) {
        this.method = value;
        return this;
    }

    FakeExchange target(String value) {
        this.uri = URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + value);
        return this;
    }

    FakeExchange host(String value) {
        this.uri = URI.create(
                "https://" + value + uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
        return this;
    }

    FakeExchange content(String value) {
        this.content = value.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    FakeExchange content(byte[] value) {
        this.content = value;
        return this;
    }

    /** Puts a header in the place of all of its name. */
    FakeExchange replace(String name, String... values) {
        headers.put(name.toLowerCase(Locale.ROOT), List.of(values));
        return this;
    }

    FakeExchange from(String address) {
        this.peer = address(address);
        return this;
    }

    FakeExchange plain() {
        this.secure = false;
        return this;
    }

    FakeExchange budget(BodyBudget value) {
        this.budget = value;
        return this;
    }

    URI uri() {
        return uri;
    }

    byte[] bytes() {
        return content;
    }

    static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String rawPath() {
        return uri.getRawPath();
    }

    @Override
    public @Nullable String rawQuery() {
        return uri.getRawQuery();
    }

    @Override
    public List<String> headers(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    @Override
    public InetAddress peer() {
        return peer;
    }

    @Override
    public boolean secure() {
        return secure;
    }

    @Override
    public String authority() {
        return uri.getRawAuthority();
    }

    @Override
    public Body body() {
        Body known = body;
        if (known == null) {
            known = new StreamBody(() -> new ByteArrayInputStream(content), -1, budget, Duration.ofSeconds(10), null);
            body = known;
        }
        return known;
    }
}
