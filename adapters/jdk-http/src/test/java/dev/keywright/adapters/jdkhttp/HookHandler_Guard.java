package dev.keywright.adapters.jdkhttp;

import dev.keywright.runtime.Attempt;
import dev.keywright.runtime.EndpointPolicy;
import dev.keywright.runtime.Exchange;
import dev.keywright.runtime.Guard;
import dev.keywright.runtime.GuardedEndpoint;
import dev.keywright.runtime.HmacPolicy;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.Verdict;
import java.util.List;

/** As the processor writes it. */
public final class HookHandler_Guard implements Guard {

    private static final String TYPE = "dev.keywright.adapters.jdkhttp.HookHandler";
    private static final EndpointPolicy HANDLE = EndpointPolicy.of(
                    TYPE + "#handle(com.sun.net.httpserver.HttpExchange)")
            .hmac(HmacPolicy.of("CANONICAL", "shop-webhook", "300 seconds", "1 KiB"))
            .build();

    private final Keywright keywright;

    public HookHandler_Guard(Keywright keywright) {
        this.keywright = keywright;
    }

    public Verdict handle(Exchange exchange) {
        Attempt attempt = keywright.attempt(HANDLE, exchange);
        boolean held = attempt.transportAllowed()
                && attempt.withinOpenLimits()
                && attempt.signaturePresented()
                && attempt.credentialsKnown()
                && attempt.bodyCaptured()
                && attempt.signatureValid()
                && attempt.inGoodStanding()
                && attempt.nonceUnseen()
                && attempt.nonceRecorded();
        return held ? attempt.admitted() : attempt.denied();
    }

    @Override
    public String guardedType() {
        return TYPE;
    }

    @Override
    public String digest() {
        return Digests.of(TYPE + "#handle(com.sun.net.httpserver.HttpExchange) @HmacSigned("
                + "bodyLimit=1 KiB,replayAcknowledged=false,scheme=CANONICAL,secret=shop-webhook,"
                + "tolerance=300 seconds)");
    }

    @Override
    public List<GuardedEndpoint> endpoints() {
        return List.of(
                new GuardedEndpoint(HANDLE, "handle", List.of("com.sun.net.httpserver.HttpExchange"), this::handle));
    }
}
