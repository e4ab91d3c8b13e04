package dev.keywright.runtime.audit;

import dev.keywright.runtime.key.KeyStore.Health;
import java.lang.System.Logger.Level;

/** Writes audit events to {@code System.Logger} "dev.keywright.audit", one line each. */
public final class LoggerAuditSink implements AuditSink {

    private static final System.Logger LOG = System.getLogger("dev.keywright.audit");

    private final boolean admitted;

    /** A sink that writes refusals, and admissions too if asked. */
    public LoggerAuditSink(boolean admitted) {
        this.admitted = admitted;
    }

    @Override
    public boolean wantsAdmitted() {
        return admitted;
    }

    @Override
    public void accept(AuditEvent event) {
        LOG.log(level(event.reason()), () -> line(event));
    }

    @Override
    public void storeChanged(StoreEvent event) {
        boolean up = event.health() == Health.UP;
        LOG.log(up ? Level.INFO : Level.WARNING, () -> "store=" + event.store() + " state=" + event.health());
    }

    private static Level level(Reason reason) {
        return reason.status() == 503 || reason == Reason.UNGUARDED ? Level.WARNING : Level.INFO;
    }

    static String line(AuditEvent event) {
        StringBuilder line = new StringBuilder(160)
                .append(
                        event.reason() == Reason.ADMITTED
                                ? "admitted"
                                : "refused " + event.reason().status())
                .append(" reason=")
                .append(event.reason())
                .append(" endpoint=")
                .append(event.endpoint())
                .append(" request=")
                .append(event.requestId())
                .append(" address=")
                .append(event.address())
                .append(" method=")
                .append(event.method())
                .append(" path=")
                .append(event.path());
        if (event.keyId() != null) {
            line.append(" key=").append(event.keyId());
        }
        if (event.owner() != null) {
            line.append(" owner=\"").append(event.owner()).append('"');
        }
        if (event.suppressed() > 0) {
            line.append(" suppressed=").append(event.suppressed());
        }
        return line.toString();
    }
}
