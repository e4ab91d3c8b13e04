package dev.keywright.runtime.audit;

import java.util.List;
import java.util.function.Consumer;

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
        each(sink -> {
            if (event.reason() != Reason.ADMITTED || sink.wantsAdmitted()) {
                sink.accept(event);
            }
        });
    }

    @Override
    public void storeChanged(StoreEvent event) {
        each(sink -> sink.storeChanged(event));
    }

    private void each(Consumer<AuditSink> told) {
        RuntimeException failure = null;
        for (AuditSink sink : sinks) {
            try {
                told.accept(sink);
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
