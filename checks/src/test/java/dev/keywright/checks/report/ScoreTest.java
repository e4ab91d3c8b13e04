package dev.keywright.checks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.report.EndpointRow.Access;
import dev.keywright.checks.report.Score.Improvement;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScoreTest {

    @Test
    void oneErrorInAThousandLinesIsHalf() {
        assertThat(Score.of(findings(Severity.ERROR, 1), 1000, List.of()).value())
                .isEqualTo(50);
        assertThat(Score.of(findings(Severity.ERROR, 2), 1000, List.of()).value())
                .isEqualTo(25);
        assertThat(Score.of(findings(Severity.ERROR, 2), 2000, List.of()).value())
                .isEqualTo(50);
    }

    @Test
    void aSmallProjectIsNotPunishedForBeingSmall() {
        assertThat(Score.of(findings(Severity.ERROR, 1), 3, List.of()).value()).isEqualTo(50);
    }

    @Test
    void anyFindingKeepsItUnderAHundred() {
        assertThat(Score.of(findings(Severity.NOTE, 1), 1_000_000, List.of()).value())
                .isEqualTo(99);
        assertThat(Score.of(List.of(), 10, List.of()).value()).isEqualTo(100);
    }

    @Test
    void openEndpointsWeighMoreThanUnlimitedOnes() {
        int open =
                Score.of(List.of(), 10, List.of(row(Access.OPEN, "1 per day"))).value();
        int unlimited = Score.of(List.of(), 10, List.of(row(Access.GUARDED))).value();

        assertThat(open).isEqualTo(72);
        assertThat(unlimited).isEqualTo(88);
        assertThat(Score.of(List.of(), 10, List.of(row(Access.PUBLIC))).value()).isEqualTo(100);
    }

    @Test
    void whatWouldRaiseItMostComesFirst() {
        Score score = Score.of(findings(Severity.ERROR, 1), 1000, List.of(row(Access.OPEN)));

        assertThat(score.improvements())
                .containsExactly(
                        new Improvement("mend 1 finding of R", 30),
                        new Improvement("guard 1 open endpoint", 28),
                        new Improvement("limit the rate of 1 endpoint", 12));
    }

    private static List<Finding> findings(Severity severity, int count) {
        return Collections.nCopies(count, Samples.finding("R", severity, Samples.nowhere(), "m", "0a", null));
    }

    private static EndpointRow row(Access access, String... limits) {
        return new EndpointRow("GET", "/", "C#m", "", access, List.of(), List.of(limits), Samples.nowhere(), List.of());
    }
}
