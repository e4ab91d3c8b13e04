package dev.keywright.runtime;

import dev.keywright.runtime.audit.AuditEvent;
import dev.keywright.runtime.audit.Auditor;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.limit.AddressLimit;
import dev.keywright.runtime.limit.AddressLimits;
import dev.keywright.runtime.limit.LimitFactory;
import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How checks end: puts off whoever fails a lot, writes the audit, counts, and makes the answer to a refusal. */
final class Endings {

    private static final System.Logger LOG = System.getLogger("dev.keywright");

    private final Auditor auditor;
    private final StoreWatch stores;
    private final InstantSource clock;
    private final @Nullable AddressLimit failureThrottle;
    private final @Nullable GuardObserver observer;
    private final AtomicBoolean observerNoticed = new AtomicBoolean();
    private final Map<Outcome, LongAdder> handlerOutcomes = new EnumMap<>(Outcome.class);

    static Endings of(Settings settings, Auditor auditor, StoreWatch stores, InstantSource clock, LimitFactory limits) {
        // A table of its own: whoever fails a lot must not push counters of limits into sharing.
        AddressLimit failureThrottle = settings.failureThrottle == null
                ? null
                : new AddressLimits(settings.trackedAddresses, limits)
                        .limit("failures", "failures", settings.failureThrottle);
        return new Endings(auditor, stores, clock, failureThrottle, settings.observer);
    }

    private Endings(
            Auditor auditor,
            StoreWatch stores,
            InstantSource clock,
            @Nullable AddressLimit failureThrottle,
            @Nullable GuardObserver observer) {
        this.observer = observer;
        this.auditor = auditor;
        this.stores = stores;
        this.clock = clock;
        this.failureThrottle = failureThrottle;
        for (Outcome outcome : Outcome.values()) {
            handlerOutcomes.put(outcome, new LongAdder());
        }
    }

    Map<Reason, Long> outcomes() {
        Map<Reason, Long> counts = new EnumMap<>(Reason.class);
        for (Reason reason : Reason.values()) {
            counts.put(reason, auditor.counted(reason));
        }
        return counts;
    }

    Map<Outcome, Long> handlerOutcomes() {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        handlerOutcomes.forEach((outcome, count) -> counts.put(outcome, count.sum()));
        return counts;
    }

    boolean isObserved() {
        return observer != null;
    }

    private void observe(Consumer<GuardObserver> told) {
        if (observer == null) {
            return;
        }
        try {
            told.accept(observer);
        } catch (RuntimeException e) {
            if (observerNoticed.compareAndSet(false, true)) {
                LOG.log(System.Logger.Level.ERROR, Messages.observerThrew(), e);
            }
        }
    }

    private void decided(Attempt attempt, Reason reason, String endpoint) {
        auditor.count(reason);
        if (reason.status() == 503 || stores.anyDown()) {
            stores.look();
        }
        if (observer != null) {
            String mechanism = reason == Reason.CREDENTIAL_MISSING ? "none" : attempt.presented();
            long nanos = System.nanoTime() - attempt.startedNanos;
            observe(told -> told.decided(endpoint, mechanism, reason, nanos));
        }
    }

    void completed(Attempt attempt, Outcome outcome) {
        observe(told -> told.completed(attempt.plan().policy.endpoint(), outcome));
        java.util.Objects.requireNonNull(handlerOutcomes.get(outcome)).increment();
    }

    /** The handler of an admitted exchange refused the log-in, or ended without saying that it succeeded. */
    void loginFailed(Attempt attempt) {
        auditor.count(Reason.LOGIN_FAILED);
        long suppressed = auditor.permit(Reason.LOGIN_FAILED, clock.millis());
        if (suppressed >= 0) {
            auditor.write(event(
                    attempt,
                    Reason.LOGIN_FAILED,
                    suppressed,
                    attempt.plan().policy.endpoint()));
        }
    }

    void admitted(Attempt attempt) {
        decided(attempt, Reason.ADMITTED, attempt.plan().policy.endpoint());
        if (auditor.wantsAdmitted()) {
            auditor.write(
                    event(attempt, Reason.ADMITTED, 0, attempt.plan().policy.endpoint()));
        }
    }

    Denied refuse(Attempt attempt, Reason why, long waitNanos, String endpoint) {
        Reason reason = why;
        long wait = waitNanos;
        if (reason.status() == 401 && failureThrottle != null) {
            // The credential was looked at all the same, so that a valid one passes; only a failure is put off.
            long throttled = failureThrottle.take(attempt.clientAddress());
            if (throttled > 0) {
                reason = Reason.THROTTLED;
                wait = throttled;
            }
        }
        decided(attempt, reason, endpoint);
        long suppressed = auditor.permit(reason, clock.millis());
        if (suppressed >= 0) {
            auditor.write(event(attempt, reason, suppressed, endpoint));
        }
        List<Header> more = new ArrayList<>();
        if (reason.status() == 429) {
            more.add(new Header("Retry-After", Long.toString(Math.max(1, (wait + 999_999_999L) / 1_000_000_000L))));
            more.addAll(reason == Reason.THROTTLED ? List.of() : attempt.rateLimitHeaders());
        } else if (reason.status() == 503) {
            more.add(new Header("Retry-After", "5"));
        }
        // Closing after a 401 only where the body was left unread would tell how far the check got.
        boolean close =
                (reason.status() == 401 || !attempt.exchange().body().isCaptured()) && mayHaveBody(attempt.exchange());
        return attempt.plan().denials.denied(reason, attempt.requestId(), more, close);
    }

    private static boolean mayHaveBody(Exchange exchange) {
        if (!exchange.headers("Transfer-Encoding").isEmpty()) {
            return true;
        }
        List<String> length = exchange.headers("Content-Length");
        return !length.isEmpty() && !(length.size() == 1 && length.get(0).equals("0"));
    }

    private AuditEvent event(Attempt attempt, Reason reason, long suppressed, String endpoint) {
        Exchange exchange = attempt.exchange();
        String keyId = attempt.auditKeyId();
        String owner = attempt.auditOwner();
        InetAddress address = attempt.clientAddress();
        return new AuditEvent(
                Instant.ofEpochMilli(clock.millis()),
                attempt.requestId().value(),
                Auditor.safe(endpoint),
                reason,
                keyId == null ? null : Auditor.safe(keyId),
                owner == null ? null : Auditor.safe(owner),
                address.getHostAddress(),
                Auditor.safe(exchange.method()),
                Auditor.safePath(exchange.rawPath()),
                suppressed);
    }
}
