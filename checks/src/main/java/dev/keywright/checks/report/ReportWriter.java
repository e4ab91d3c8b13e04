package dev.keywright.checks.report;

import java.io.IOException;

/** Writes a report in one format. Writers keep no state and may be shared. */
public interface ReportWriter {

    /** Writes the whole report; the text ends with a line feed. */
    void write(Report report, Appendable out) throws IOException;
}
