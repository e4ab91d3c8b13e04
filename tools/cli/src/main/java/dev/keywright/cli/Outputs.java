package dev.keywright.cli;

import dev.keywright.checks.report.Report.Failure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Where a command writes. */
final class Outputs {

    /** Writes a report. */
    interface Content {
        void write(Appendable out) throws IOException;
    }

    private final CommandLine commandLine;

    Outputs(CommandLine commandLine) {
        this.commandLine = commandLine;
    }

    PrintWriter out() {
        return commandLine.getOut();
    }

    PrintWriter err() {
        return commandLine.getErr();
    }

    void failures(List<Failure> failures) {
        failures.forEach(failure -> err().println(failure.path() + ": " + failure.reason()));
    }

    /** Writes to a file in UTF-8, or to standard output when there is none. */
    void write(@Nullable Path file, Content content) throws UsageException {
        if (file == null) {
            try {
                content.write(out());
            } catch (IOException e) {
                throw new UncheckedIOException(e); // a PrintWriter keeps its errors to itself
            }
            return;
        }
        try (Writer writer = Files.newBufferedWriter(file)) {
            content.write(writer);
        } catch (IOException e) {
            throw new UsageException(Messages.cannotWrite(file, e));
        }
    }
}
