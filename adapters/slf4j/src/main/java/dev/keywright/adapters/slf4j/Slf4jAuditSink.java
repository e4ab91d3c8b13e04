package dev.keywright.adapters.slf4j;

import dev.keywright.runtime.audit.AuditEvent;
import dev.keywright.runtime.audit.AuditSink;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.audit.StoreEvent;
import dev.keywright.runtime.key.KeyStore.Health;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Writes audit events to the logger "dev.keywright.audit", as key-value pairs of SLF4J 2: {@code reason}, {@code status},
 * {@code endpoint}, {@code request_id}, {@code address}, {@code method}, {@code path}; {@code key_id} and {@code owner} where
 * one was recognised; {@code suppressed} where events were left out. The message is one of three constants; that a store went down or came back has
 * {@code store} and {@code state}. Values are escaped already. Safe for use by many threads.
 */
public final class Slf4jAuditSink implements AuditSink {

    private static final Logger LOG = LoggerFactory.getLogger("dev.keywright.audit");
    private static final String ADMITTED = "request admitted";
    private static final String REFUSED = "request refused";
    private static final String STORE = "store changed";

    private final boolean admitted;

    /** A sink that writes refusals, and admissions too if asked. */
    public Slf4jAuditSink(boolean admitted) {
        this.admitted = admitted;
    }

    @Override
    public boolean wantsAdmitted() {
        return admitted;
    }

    @Override
    public void accept(AuditEvent event) {
        Reason reason = event.reason();
        LoggingEventBuilder entry = LOG.atLevel(level(reason))
                .addKeyValue("reason", reason.name())
                .addKeyValue("status", reason.status())
                .addKeyValue("endpoint", event.endpoint())
                .addKeyValue("request_id", event.requestId())
                .addKeyValue("address", event.address())
                .addKeyValue("method", event.method())
                .addKeyValue("path", event.path());
        if (event.keyId() != null) {
            entry = entry.addKeyValue("key_id", event.keyId());
        }
        if (event.owner() != null) {
            entry = entry.addKeyValue("owner", event.owner());
        }
        if (event.suppressed() > 0) {
            entry = entry.addKeyValue("suppressed", event.suppressed());
        }
        entry.log(reason == Reason.ADMITTED ? ADMITTED : REFUSED);
    }

    @Override
    public void storeChanged(StoreEvent event) {
        boolean up = event.health() == Health.UP;
        LOG.atLevel(up ? Level.INFO : Level.WARN)
                .addKeyValue("store", event.store())
                .addKeyValue("state", event.health().name())
                .log(STORE);
    }

    private static Level level(Reason reason) {
        return reason.status() == 503 || reason == Reason.UNGUARDED ? Level.WARN : Level.INFO;
    }
}
