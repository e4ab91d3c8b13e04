package dev.keywright.runtime.audit;

import java.util.List;

/** Hands each event to several sinks; one that throws keeps it from no other. */
final class CompositeAuditSink implements AuditSink {

    private final List<AuditSink> sinks;

    CompositeAuditSink(List<AuditSink> sinks) {
        this.sinks = List.copyOf(sinks);
    }

    @Override
    public boolean wantsAdmitted() {
        for (AuditSink sink : sinks) {
            if (sink.wantsAdmitted()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void accept(AuditEvent event) {
        RuntimeException failure = null;
        for (AuditSink sink : sinks) {
            if (event.reason() != Reason.ADMITTED || sink.wantsAdmitted()) {
                try {
                    sink.accept(event);
                } catch (RuntimeException e) {
                    failure = e;
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
