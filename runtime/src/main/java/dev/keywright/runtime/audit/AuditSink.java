package dev.keywright.runtime.audit;

/** Takes audit events. Implementations are safe for use by many threads, return quickly and do not throw. */
@FunctionalInterface
public interface AuditSink {

    /** Takes one event. */
    void accept(AuditEvent event);

    /** Whether admitted requests are wanted too; asked for each request. */
    default boolean wantsAdmitted() {
        return false;
    }
}
