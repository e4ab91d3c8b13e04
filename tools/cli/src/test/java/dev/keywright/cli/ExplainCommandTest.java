package dev.keywright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ExplainCommandTest {

    private final Cli cli = new Cli();

    @Test
    void anUnknownRuleIsAUsageErrorWithASuggestion() {
        assertThat(cli.run("explain", "UnprotectedEndpont")).isEqualTo(ExitStatus.USAGE);
        assertThat(cli.err()).contains("did you mean 'UnprotectedEndpoint'?");
    }

    @Test
    void aRuleThatIsNotAFileNameIsRefused() {
        assertThat(cli.run("explain", "../../secret")).isEqualTo(ExitStatus.USAGE);
        assertThat(cli.err()).contains("Rules: ");
    }

    @Test
    void aPageIsPrintedWhateverTheCase() {
        assertThat(cli.run("explain", "unprotectedendpoint")).isEqualTo(ExitStatus.NOTHING_TO_STOP_FOR);
        assertThat(cli.out()).contains("UnprotectedEndpoint").contains("## ");
    }
}
