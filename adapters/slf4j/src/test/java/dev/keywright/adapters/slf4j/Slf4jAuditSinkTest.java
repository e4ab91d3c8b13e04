package dev.keywright.adapters.slf4j;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.keywright.runtime.audit.AuditEvent;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.audit.StoreEvent;
import dev.keywright.runtime.key.KeyStore.Health;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class Slf4jAuditSinkTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.keywright.audit");
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

    @BeforeEach
    void listen() {
        heard.start();
        logger.addAppender(heard);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(heard);
    }

    private static AuditEvent event(Reason reason, String keyId, long suppressed) {
        String owner = keyId == null ? null : "acme";
        return new AuditEvent(
                Instant.EPOCH, "r1", "shop.Orders#read()", reason, keyId, owner, "192.0.2.1", "GET", "/o", suppressed);
    }

    private Map<String, Object> only() {
        assertThat(heard.list).hasSize(1);
        Map<String, Object> fields = new TreeMap<>();
        heard.list.get(0).getKeyValuePairs().forEach(pair -> fields.put(pair.key, pair.value));
        return fields;
    }

    @Test
    void aRefusalOfAStrangerHasNoNames() {
        new Slf4jAuditSink(false).accept(event(Reason.CREDENTIAL_MISSING, null, 0));
        assertThat(only())
                .isEqualTo(Map.of(
                        "reason", "CREDENTIAL_MISSING",
                        "status", 401,
                        "endpoint", "shop.Orders#read()",
                        "request_id", "r1",
                        "address", "192.0.2.1",
                        "method", "GET",
                        "path", "/o"));
        assertThat(heard.list.get(0).getFormattedMessage()).isEqualTo("request refused");
        assertThat(heard.list.get(0).getLevel()).isEqualTo(Level.INFO);
    }

    @Test
    void whoItWasAndHowManyWereLeftOutAreFieldsToo() {
        new Slf4jAuditSink(false).accept(event(Reason.NONCE_STORE_UNAVAILABLE, "k1", 7));
        assertThat(only())
                .containsEntry("key_id", "k1")
                .containsEntry("owner", "acme")
                .containsEntry("suppressed", 7L);
        assertThat(heard.list.get(0).getLevel()).isEqualTo(Level.WARN);
    }

    @Test
    void aStoreThatGoesAndComesIsTold() {
        new Slf4jAuditSink(false).storeChanged(new StoreEvent(Instant.EPOCH, "limits", Health.DOWN));
        assertThat(only()).isEqualTo(Map.of("store", "limits", "state", "DOWN"));
        new Slf4jAuditSink(false).storeChanged(new StoreEvent(Instant.EPOCH, "limits", Health.UP));
        assertThat(heard.list.stream().map(ILoggingEvent::getLevel)).containsExactly(Level.WARN, Level.INFO);
    }

    @Test
    void admissionsAreWrittenOnlyWhenAskedFor() {
        assertThat(new Slf4jAuditSink(false).wantsAdmitted()).isFalse();
        assertThat(new Slf4jAuditSink(true).wantsAdmitted()).isTrue();
        new Slf4jAuditSink(true).accept(event(Reason.ADMITTED, "k1", 0));
        assertThat(heard.list.get(0).getMessage()).isEqualTo("request admitted");
    }
}
