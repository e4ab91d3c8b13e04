package dev.keywright.runtime;

import dev.keywright.runtime.audit.AuditSink;
import dev.keywright.runtime.audit.LoggerAuditSink;
import dev.keywright.runtime.key.KeyHasher;
import dev.keywright.runtime.key.KeyStore;
import dev.keywright.runtime.login.AttemptStore;
import dev.keywright.runtime.login.MemoryAttemptStore;
import dev.keywright.runtime.net.Cidr;
import dev.keywright.runtime.replay.NonceStore;
import dev.keywright.runtime.scheme.Origin;
import dev.keywright.runtime.secret.Secrets;
import dev.keywright.runtime.shared.SharedLimits;
import dev.keywright.runtime.token.BearerVerifier;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a {@link Keywright.Builder} has collected, with what holds unless it says otherwise. */
final class Settings {

    private static final int HEAP_BYTES_PER_ADDRESS = 4_096;

    final Map<String, KeyStore> keyStores = new HashMap<>();
    final Set<Origin> origins = new LinkedHashSet<>();
    KeyHasher keyHasher = KeyHasher.sha256();
    Duration lastUseInterval = Duration.ofMinutes(1);
    Secrets secrets = Secrets.environment();

    @Nullable
    NonceStore nonceStore;

    final Map<String, BearerVerifier> bearerVerifiers = new HashMap<>();
    AttemptStore attemptStore = new MemoryAttemptStore();
    byte @Nullable [] accountKey;

    @Nullable
    SharedLimits sharedLimits;

    @Nullable
    InstantSource clock;

    @Nullable
    GuardObserver observer;

    AuditSink auditSink = new LoggerAuditSink(false);
    List<Cidr> proxies = List.of();
    ForwardedHeader forwardedHeader = ForwardedHeader.X_FORWARDED;
    TransportPolicy transport = TransportPolicy.TLS_REQUIRED;
    DenialDetail denialDetail = DenialDetail.UNIFORM;
    boolean hideCredentials;
    Duration clockSkew = Duration.ofSeconds(30);
    long bodyBudgetBytes = 64L << 20;
    Duration bodyReadTimeout = Duration.ofSeconds(10);

    @Nullable
    String failureThrottle = "20 per minute";

    int trackedAddresses = (int) Math.min(100_000, Runtime.getRuntime().maxMemory() / HEAP_BYTES_PER_ADDRESS);
    String requestIdHeader = "X-Request-Id";
}
