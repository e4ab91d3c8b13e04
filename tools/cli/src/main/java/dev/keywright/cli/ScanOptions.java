package dev.keywright.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code scan} reports, and what fails it. */
final class ScanOptions {

    /** The formats of a report. */
    enum Format {
        TEXT,
        SARIF,
        JSON,
        HTML,
        GITHUB;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** From which severity on findings fail the scan. */
    enum FailOn {
        ERROR,
        WARNING,
        NEVER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "One of: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    Format format = Format.TEXT;

    @Option(names = "--baseline", paramLabel = "FILE", description = "Report only findings that are not in this file.")
    @Nullable
    Path baseline;

    @Option(names = "--write-baseline", description = "Write all findings to the baseline instead.")
    boolean writeBaseline;

    @Option(names = "--min-score", paramLabel = "N", description = "Fail when the score, 0 to 100, is lower.")
    int minScore;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description =
                    "Fail when there are findings like this: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    FailOn failOn = FailOn.ERROR;

    @Option(names = "--explain-unknown", description = "List the places that the analysis could not decide.")
    boolean explainUnknown;

    void check() throws UsageException {
        if (minScore < 0 || minScore > 100) {
            throw new UsageException(Messages.scoreOutOfRange(minScore));
        }
    }
}
