package dev.keywright.runtime;

import dev.keywright.runtime.net.Forwarding;
import java.util.concurrent.ThreadLocalRandom;

/** Which connections are answered, and whose forwarding headers say who stands at the other end of them. */
final class Transport {

    private static final System.Logger LOG = System.getLogger("dev.keywright");

    private final TransportPolicy policy;
    private final Forwarding forwarding;
    private final boolean trustsProxies;
    private volatile boolean strangersNoticed;

    Transport(TransportPolicy policy, Forwarding forwarding) {
        this.policy = policy;
        this.forwarding = forwarding;
        this.trustsProxies = forwarding.trustsAny();
    }

    /** Whether the exchange came by TLS, or by a connection that needs none. */
    boolean allows(Exchange exchange, Attempt attempt) {
        noticeStrangersForwarding(exchange);
        return (exchange.secure() && !trustsProxies)
                || attempt.client().secure()
                || policy == TransportPolicy.PLAIN_HTTP_FROM_ANYWHERE
                || (exchange.peer().isLoopbackAddress() && !Forwarding.isForwarded(exchange::headers));
    }

    /** The client's side of the connection. */
    Forwarding.Client client(Exchange exchange) {
        return forwarding.client(exchange.peer(), exchange.secure(), exchange::headers);
    }

    /** Warns once about forwarding headers from strangers; looked for in plain requests and in some of the others. */
    private void noticeStrangersForwarding(Exchange exchange) {
        if (strangersNoticed
                || (exchange.secure() && (ThreadLocalRandom.current().nextInt() & 63) != 0)) {
            return;
        }
        if (!forwarding.trusts(exchange.peer()) && Forwarding.isForwarded(exchange::headers)) {
            strangersNoticed = true;
            LOG.log(System.Logger.Level.WARNING, Messages.forwardingFromStrangers());
        }
    }
}
