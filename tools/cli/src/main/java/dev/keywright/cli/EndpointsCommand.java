package dev.keywright.cli;

import dev.keywright.checks.Analyzer;
import dev.keywright.checks.report.EndpointRow;
import dev.keywright.checks.report.EndpointRows;
import dev.keywright.checks.report.EndpointWriters;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the HTTP endpoints and what guards them. */
@Command(
        name = "endpoints",
        mixinStandardHelpOptions = true,
        description = "Lists every HTTP endpoint: its guard, scopes and limits, and what is open.")
final class EndpointsCommand implements Callable<Integer> {

    /** The formats of the list. */
    enum Format {
        TEXT,
        JSON,
        OPENAPI;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private SourceOptions sourceOptions = new SourceOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "One of: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}. openapi is the security schemes and"
                            + " requirements of OpenAPI 3.1.")
    private Format format = Format.TEXT;

    @Override
    public Integer call() throws UsageException {
        Outputs outputs = new Outputs(Objects.requireNonNull(spec).commandLine());
        Progress progress = new Progress(outputs.err(), Terminal.isInteractive(), System::currentTimeMillis);
        Sources sources = Sources.read(sourceOptions, progress, settings -> settings);
        progress.end();
        List<EndpointRow> rows =
                EndpointRows.of(LargeStack.get(() -> new Analyzer(sources::settings).endpoints(sources.program())));
        outputs.failures(sources.failures());
        outputs.write(sourceOptions.output, out -> write(rows, out));
        return sources.failures().isEmpty() ? ExitStatus.NOTHING_TO_STOP_FOR : ExitStatus.INCOMPLETE;
    }

    private void write(List<EndpointRow> rows, Appendable out) throws IOException {
        switch (format) {
            case TEXT -> EndpointWriters.text(rows, out);
            case JSON -> EndpointWriters.json(rows, out);
            case OPENAPI -> EndpointWriters.openApi(rows, out);
        }
    }
}
