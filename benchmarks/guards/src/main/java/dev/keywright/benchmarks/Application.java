package dev.keywright.benchmarks;

import dev.keywright.runtime.Attempt;
import dev.keywright.runtime.Denied;
import dev.keywright.runtime.EndpointPolicy;
import dev.keywright.runtime.Exchange;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.Verdict;
import dev.keywright.runtime.key.MemoryKeyStore;
import dev.keywright.runtime.secret.Secrets;
import dev.keywright.runtime.token.BearerVerifier;
import dev.keywright.runtime.token.MemoryTokenStore;
import dev.keywright.runtime.token.TokenService;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The one application of a measured process: its threads share it, and each has a credential and an endpoint of its own. The
 * settings are the defaults, but for audit events, which nobody reads here, and the throttle on failures, which would refuse
 * all but the first of them.
 */
final class Application {

    static final MemoryKeyStore KEYS = new MemoryKeyStore();
    static final MemoryTokenStore TOKENS = new MemoryTokenStore();
    static final TokenService TOKEN_SERVICE =
            TokenService.builder(TOKENS).withoutRefresh().build();
    static final RollingNonces NONCES = new RollingNonces();
    static final Map<String, String> SECRETS = new ConcurrentHashMap<>();
    static final Map<String, BearerVerifier> VERIFIERS = new ConcurrentHashMap<>();

    private static final AtomicInteger COUNT = new AtomicInteger();

    private Application() {}

    /** Set up by the first kit, whose verifier the others share. */
    private static final class Holder {
        static final Keywright KEYWRIGHT = Keywright.builder()
                .keyStore(KEYS)
                .bearerVerifier(TOKEN_SERVICE)
                .bearerVerifier("jwt", token -> VERIFIERS.get("jwt").verify(token))
                .secrets(Secrets.from(SECRETS::get))
                .nonceStore(NONCES)
                .publicOrigins(URI.create("https://localhost"))
                .withoutFailureThrottle()
                .auditSink(event -> {})
                .build();
    }

    static Keywright keywright() {
        return Holder.KEYWRIGHT;
    }

    /** Tells kits of one process apart. */
    static int next() {
        return COUNT.getAndIncrement();
    }

    /** 32 letters and digits that are in no source. */
    static byte[] randomSecret() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random).getBytes(StandardCharsets.UTF_8);
    }

    /** What a generated guard does for an API key. */
    static Verdict byKey(EndpointPolicy policy, Exchange exchange) {
        Attempt attempt = keywright().attempt(policy, exchange);
        if (!attempt.transportAllowed()
                || !attempt.withinOpenLimits()
                || !attempt.apiKeyPresented()
                || !attempt.credentialsKnown()
                || !attempt.inGoodStanding()
                || !attempt.scopesHeld()
                || !attempt.withinCredentialLimits()) {
            return attempt.denied();
        }
        return attempt.admitted();
    }

    /** What a generated guard does for a bearer token. */
    static Verdict byToken(EndpointPolicy policy, Exchange exchange) {
        Attempt attempt = keywright().attempt(policy, exchange);
        if (!attempt.transportAllowed()
                || !attempt.withinOpenLimits()
                || !attempt.bearerPresented()
                || !attempt.credentialsKnown()
                || !attempt.inGoodStanding()
                || !attempt.scopesHeld()
                || !attempt.withinCredentialLimits()) {
            return attempt.denied();
        }
        return attempt.admitted();
    }

    /** What a generated guard does for a signature. */
    static Verdict bySignature(EndpointPolicy policy, Exchange exchange) {
        Attempt attempt = keywright().attempt(policy, exchange);
        if (!attempt.transportAllowed()
                || !attempt.withinOpenLimits()
                || !attempt.signaturePresented()
                || !attempt.credentialsKnown()
                || !attempt.bodyCaptured()
                || !attempt.signatureValid()
                || !attempt.inGoodStanding()
                || !attempt.nonceUnseen()
                || !attempt.nonceRecorded()) {
            return attempt.denied();
        }
        return attempt.admitted();
    }

    /** What a generated guard does for a log-in. */
    static Verdict byLogin(EndpointPolicy policy, Exchange exchange) {
        Attempt attempt = keywright().attempt(policy, exchange);
        if (!attempt.transportAllowed()
                || !attempt.withinOpenLimits()
                || !attempt.bodyCaptured()
                || !attempt.loginAllowed()) {
            return attempt.denied();
        }
        return attempt.admitted();
    }

    /** What a generated guard does for limits alone. */
    static Verdict byLimit(EndpointPolicy policy, Exchange exchange) {
        Attempt attempt = keywright().attempt(policy, exchange);
        if (!attempt.transportAllowed() || !attempt.withinOpenLimits()) {
            return attempt.denied();
        }
        return attempt.admitted();
    }

    /** The verdict, if it is an admission: a benchmark that measures the wrong thing must not go on. */
    static Verdict admitted(Verdict verdict) {
        if (verdict instanceof Denied denied) {
            throw new IllegalStateException("The request under measurement must be admitted: " + denied);
        }
        return verdict;
    }

    /** The verdict, if it is a refusal. */
    static Verdict refused(Verdict verdict) {
        if (!(verdict instanceof Denied)) {
            throw new IllegalStateException("The request under measurement must be refused.");
        }
        return verdict;
    }
}
