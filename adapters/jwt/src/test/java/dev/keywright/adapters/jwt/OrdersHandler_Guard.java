package dev.keywright.adapters.jwt;

import dev.keywright.annotations.internal.grammar.DeclarationDigest;
import dev.keywright.runtime.Attempt;
import dev.keywright.runtime.BearerPolicy;
import dev.keywright.runtime.EndpointPolicy;
import dev.keywright.runtime.Exchange;
import dev.keywright.runtime.Guard;
import dev.keywright.runtime.GuardedEndpoint;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.Verdict;
import java.util.List;

/** As the processor writes it. */
public final class OrdersHandler_Guard implements Guard {

    private static final String TYPE = "dev.keywright.adapters.jwt.OrdersHandler";
    private static final EndpointPolicy HANDLE = EndpointPolicy.of(
                    TYPE + "#handle(com.sun.net.httpserver.HttpExchange)")
            .bearer(BearerPolicy.of("", "", "orders:read"))
            .build();

    private final Keywright keywright;

    public OrdersHandler_Guard(Keywright keywright) {
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
        if (!attempt.bearerPresented()) {
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

    @Override
    public String guardedType() {
        return TYPE;
    }

    @Override
    public String digest() {
        return DeclarationDigest.of(List.of(TYPE + " @BearerProtected(bodyLimit=,scopes=[orders:read],verifier=)"));
    }

    @Override
    public List<GuardedEndpoint> endpoints() {
        return List.of(
                new GuardedEndpoint(HANDLE, "handle", List.of("com.sun.net.httpserver.HttpExchange"), this::handle));
    }
}
