package dev.keywright.adapters.jdkhttp;

import com.sun.net.httpserver.HttpHandler;
import dev.keywright.runtime.ApiKeyPolicy;
import dev.keywright.runtime.Attempt;
import dev.keywright.runtime.EndpointPolicy;
import dev.keywright.runtime.Exchange;
import dev.keywright.runtime.Guard;
import dev.keywright.runtime.GuardedEndpoint;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.Verdict;
import java.util.List;

/** As the processor writes it. */
public final class EchoHandler_Guard implements Guard {

    private static final String TYPE = "dev.keywright.adapters.jdkhttp.EchoHandler";
    private static final EndpointPolicy HANDLE = EndpointPolicy.of(
                    TYPE + "#handle(com.sun.net.httpserver.HttpExchange)")
            .apiKey(ApiKeyPolicy.of("X-API-Key", "", "", "orders:write"))
            .build();

    private final Keywright keywright;

    public EchoHandler_Guard(Keywright keywright) {
        this.keywright = keywright;
    }

    public Verdict handle(Exchange exchange) {
        Attempt attempt = keywright.attempt(HANDLE, exchange);
        if (!attempt.transportAllowed()) {
            return attempt.denied();
        }
        if (!attempt.withinOpenLimits()) {
            return attempt.denied();
        }
        if (!attempt.apiKeyPresented()) {
            return attempt.denied();
        }
        if (!attempt.credentialsKnown()) {
            return attempt.denied();
        }
        if (!attempt.inGoodStanding()) {
            return attempt.denied();
        }
        if (!attempt.scopesHeld()) {
            return attempt.denied();
        }
        return attempt.admitted();
    }

    public HttpHandler protect(HttpHandler handler) {
        return JdkHttpGuards.protect(this, handler);
    }

    @Override
    public String guardedType() {
        return TYPE;
    }

    @Override
    public String digest() {
        return Digests.of(TYPE + " @ApiKeyProtected(bodyLimit=,header=X-API-Key,scopes=[orders:write],store=)");
    }

    @Override
    public List<GuardedEndpoint> endpoints() {
        return List.of(
                new GuardedEndpoint(HANDLE, "handle", List.of("com.sun.net.httpserver.HttpExchange"), this::handle));
    }
}
