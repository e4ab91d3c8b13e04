package dev.keywright.runtime.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class AuditorTest {

    @Test
    void escapesWhatCouldForgeALineAndCutsIt() {
        assertThat(Auditor.safe("/a\r\nadmitted reason=\"x\"\u001b[0m\u2028é"))
                .isEqualTo("/a\\u000d\\u000aadmitted\\u0020reason=\\u0022x\\u0022\\u001b[0m\\u2028\\u00e9");
        assertThat(Auditor.safe("x".repeat(1_000))).hasSize(256);
        assertThat(Auditor.safe("\n".repeat(1_000)))
                .hasSizeLessThanOrEqualTo(256)
                .doesNotContain("\n");
    }

    @Test
    void samplesAFloodByReasonAndSaysHowManyItLeftOut() {
        Auditor auditor = new Auditor(event -> {});
        int written = 0;
        for (int i = 0; i < 1_000; i++) {
            written += auditor.permit(Reason.CREDENTIAL_UNKNOWN, 5_000) >= 0 ? 1 : 0;
        }
        assertThat(written).isEqualTo(20);
        assertThat(auditor.permit(Reason.KEY_REVOKED, 5_000)).isZero();
        assertThat(auditor.permit(Reason.CREDENTIAL_UNKNOWN, 6_000)).isEqualTo(980);
    }

    @Test
    void keepsASinkThatThrowsAwayFromRequests() {
        new Auditor(event -> {
                    throw new IllegalStateException("full");
                })
                .write(new AuditEvent(Instant.EPOCH, "id", "a#b()", Reason.ADMITTED, null, null, "::1", "GET", "/", 0));
    }

    @Test
    void writesOneLine() {
        AuditEvent event =
                new AuditEvent(Instant.EPOCH, "id", "a#b()", Reason.KEY_EXPIRED, "key", "acme", "::1", "GET", "/x", 3);
        assertThat(LoggerAuditSink.line(event))
                .isEqualTo("refused 401 reason=KEY_EXPIRED endpoint=a#b() request=id address=::1 method=GET path=/x"
                        + " key=key owner=\"acme\" suppressed=3");
    }
}
