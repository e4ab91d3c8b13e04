package dev.keywright.store.jdbc;

import dev.keywright.runtime.ApiKeyPolicy;
import dev.keywright.runtime.Attempt;
import dev.keywright.runtime.EndpointPolicy;
import dev.keywright.runtime.Exchange;
import dev.keywright.runtime.Guard;
import dev.keywright.runtime.GuardedEndpoint;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.Verdict;
import dev.keywright.runtime.key.KeyHasher;
import java.util.List;

/** As the processor writes it. */
public final class OrdersHandler_Guard implements Guard {

    private static final String TYPE = "dev.keywright.store.jdbc.OrdersHandler";
    private static final EndpointPolicy HANDLE = EndpointPolicy.of(
                    TYPE + "#handle(com.sun.net.httpserver.HttpExchange)")
            .apiKey(ApiKeyPolicy.of("X-API-Key", "", "", "orders:write"))
            .build();

    private final Keywright keywright;

    public OrdersHandler_Guard(Keywright keywright) {
        this.keywright = keywright;
    }

    public Verdict handle(Exchange exchange) {
        Attempt attempt = keywright.attempt(HANDLE, exchange);
        if (!attempt.transportAllowed()
                || !attempt.withinOpenLimits()
                || !attempt.apiKeyPresented()
                || !attempt.credentialsKnown()
                || !attempt.inGoodStanding()
                || !attempt.scopesHeld()) {
            return attempt.denied();
        }
        return attempt.admitted();
    }

    @Override
    public String guardedType() {
        return TYPE;
    }

    /** SHA-256 of the one line that declares the handler. */
    @Override
    public String digest() {
        return KeyHasher.sha256()
                .digest(TYPE + " @ApiKeyProtected(bodyLimit=,header=X-API-Key,scopes=[orders:write],store=)\n");
    }

    @Override
    public List<GuardedEndpoint> endpoints() {
        return List.of(
                new GuardedEndpoint(HANDLE, "handle", List.of("com.sun.net.httpserver.HttpExchange"), this::handle));
    }
}
