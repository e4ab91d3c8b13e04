package dev.keywright.checks.report;

import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.finding.Undecided;
import java.io.IOException;

/** Workflow commands of GitHub Actions, which shows them as annotations at the lines of a change. */
public final class GitHubWriter implements ReportWriter {

    @Override
    public void write(Report report, Appendable out) throws IOException {
        for (Finding finding : report.active()) {
            String command = command(finding.severity());
            out.append("::").append(command);
            out.append(" file=").append(property(finding.location().path()));
            out.append(",line=")
                    .append(Integer.toString(finding.location().start().line()));
            out.append(",endLine=")
                    .append(Integer.toString(finding.location().end().line()));
            if (finding.location().start().line() == finding.location().end().line()) {
                out.append(",col=")
                        .append(Integer.toString(finding.location().start().column()));
                out.append(",endColumn=")
                        .append(Integer.toString(finding.location().end().column()));
            }
            out.append(",title=").append(property(finding.rule()));
            out.append("::").append(data(finding.message())).append('\n');
        }
        for (Report.Failure failure : report.failures()) {
            warning(failure.path(), failure.reason(), out);
        }
        for (Undecided place : report.undecided()) {
            if (place.kind() == Undecided.Kind.CRASH || place.kind() == Undecided.Kind.UNPARSED) {
                warning(place.location().path(), place.text(), out);
            }
        }
        String summary = Messages.summary(report) + ". " + Messages.score(report.score()) + '.';
        out.append("::notice title=Keywright::").append(data(summary)).append('\n');
    }

    private static void warning(String path, String text, Appendable out) throws IOException {
        out.append("::warning file=")
                .append(property(path))
                .append("::")
                .append(data(text))
                .append('\n');
    }

    private static String command(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
        };
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
