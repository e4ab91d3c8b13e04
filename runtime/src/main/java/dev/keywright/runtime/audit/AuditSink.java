package dev.keywright.runtime.audit;

import java.util.List;

/** Takes audit events. Implementations are safe for use by many threads, return quickly and do not throw. */
@FunctionalInterface
public interface AuditSink {

    /** Takes one event. */
    void accept(AuditEvent event);

    /** Hands each event to all of these sinks; what one of them throws keeps it from no other. */
    static AuditSink all(List<AuditSink> sinks) {
        return sinks.size() == 1 ? sinks.get(0) : new CompositeAuditSink(sinks);
    }

    /** Takes a change of a store's state; does nothing unless said otherwise. */
    default void storeChanged(StoreEvent event) {}

    /** Whether admitted requests are wanted too; asked for each request. */
    default boolean wantsAdmitted() {
        return false;
    }
}
