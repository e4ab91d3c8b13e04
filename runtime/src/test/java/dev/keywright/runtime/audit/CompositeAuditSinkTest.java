package dev.keywright.runtime.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keywright.runtime.key.KeyStore.Health;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CompositeAuditSinkTest {

    private static final class Recorder implements AuditSink {
        final List<Object> heard = new ArrayList<>();
        final boolean admitted;
        boolean broken;

        Recorder(boolean admitted) {
            this.admitted = admitted;
        }

        @Override
        public void accept(AuditEvent event) {
            take(event);
        }

        @Override
        public void storeChanged(StoreEvent event) {
            take(event);
        }

        private void take(Object event) {
            if (broken) {
                throw new IllegalStateException("full");
            }
            heard.add(event);
        }

        @Override
        public boolean wantsAdmitted() {
            return admitted;
        }
    }

    private final Recorder refusals = new Recorder(false);
    private final Recorder all = new Recorder(true);
    private final AuditSink both = AuditSink.all(List.of(refusals, all));

    private static AuditEvent event(Reason reason) {
        return new AuditEvent(Instant.EPOCH, "id", "a#b()", reason, null, null, "::1", "GET", "/", 0);
    }

    @Test
    void admissionsReachThoseAloneWhoWantThem() {
        assertThat(both.wantsAdmitted()).isTrue();
        both.accept(event(Reason.ADMITTED));
        both.accept(event(Reason.KEY_REVOKED));
        assertThat(refusals.heard).containsExactly(event(Reason.KEY_REVOKED));
        assertThat(all.heard).containsExactly(event(Reason.ADMITTED), event(Reason.KEY_REVOKED));
        assertThat(AuditSink.all(List.of(refusals, new Recorder(false))).wantsAdmitted())
                .isFalse();
    }

    @Test
    void oneThatThrowsKeepsNothingFromTheOthersAndIsNotHushedUp() {
        refusals.broken = true;
        StoreEvent down = new StoreEvent(Instant.EPOCH, "nonces", Health.DOWN);
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> both.accept(event(Reason.KEY_REVOKED)));
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> both.storeChanged(down));
        assertThat(all.heard).containsExactly(event(Reason.KEY_REVOKED), down);
    }

    @Test
    void oneSinkIsThatSink() {
        assertThat(AuditSink.all(List.of(all))).isSameAs(all);
    }
}
