package dev.keywright.checks.report;

import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.finding.Fix;
import dev.keywright.checks.finding.Location;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.finding.TraceStep;
import dev.keywright.checks.finding.Undecided;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The report as one HTML file that needs nothing else. Text of the scanned code is escaped; beyond that a content security
 * policy lets no script and no style run but the report's own, so that a scanned file cannot act in the reader's browser.
 */
public final class HtmlWriter implements ReportWriter {

    private static final int LINES_AROUND = 3;

    @Override
    public void write(Report report, Appendable out) throws IOException {
        String style = resource("report.css");
        String script = resource("report.js");
        Html html = new Html(out);
        html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-"
                + digest(style) + "'; script-src 'sha256-" + digest(script)
                + "'; base-uri 'none'; form-action 'none'\">\n");
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.raw("<title>Keywright report</title>\n<style>").raw(style).raw("</style>\n</head>\n<body>\n");
        header(report, html);
        filter(html);
        findings(report, html);
        endpoints(report.endpoints(), html);
        undecided(report, html);
        html.raw("<script>").raw(script).raw("</script>\n</body>\n</html>\n");
    }

    private static void header(Report report, Html html) throws IOException {
        html.raw("<header>\n<h1>Keywright report</h1>\n<div class=\"summary\"><div class=\"score\">");
        html.text(Integer.toString(report.score().value())).raw("<small> of 100</small></div>\n");
        html.raw("<ul class=\"counts\">");
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
            String name = Messages.severity(severity);
            html.raw("<li class=\"").text(name).raw("\">");
            html.text(Messages.count(report.count(severity), name)).raw("</li>");
        }
        html.raw("<li class=\"faint\">")
                .text(Messages.count(report.files(), "file"))
                .raw("</li>");
        html.raw("<li class=\"faint\">")
                .text(Messages.count(report.lines(), "line"))
                .raw("</li>");
        String silenced = Messages.silenced(report);
        if (!silenced.isEmpty()) {
            html.raw("<li class=\"faint\">").text(silenced).raw("</li>");
        }
        html.raw("</ul></div>\n");
        if (!report.score().improvements().isEmpty()) {
            html.raw("<h2>What would raise the score most</h2>\n<ul>\n");
            for (Score.Improvement improvement : report.score().improvements()) {
                html.raw("<li>").text(Messages.improvement(improvement)).raw("</li>\n");
            }
            html.raw("</ul>\n");
        }
        html.raw("</header>\n");
    }

    /** Hidden until the script runs: without it everything is shown. */
    private static void filter(Html html) throws IOException {
        html.raw("""
                <form class="filter" id="filter" role="search" hidden>
                <input type="search" id="search" aria-label="Search findings and endpoints" placeholder="Search">
                <div>
                <label><input type="checkbox" value="error" checked> errors</label>
                <label><input type="checkbox" value="warning" checked> warnings</label>
                <label><input type="checkbox" value="note" checked> notes</label>
                <label><input type="checkbox" value="silenced"> silenced</label>
                <span id="shown" class="faint" role="status"></span>
                <span class="faint"><kbd>/</kbd> search <kbd>j</kbd> <kbd>k</kbd> next, previous <kbd>1</kbd>–<kbd>4</kbd> \
                filters <kbd>Esc</kbd> clear</span>
                </div>
                </form>
                """);
    }

    private static void findings(Report report, Html html) throws IOException {
        html.raw("<main>\n<h2>Findings</h2>\n");
        if (report.results().isEmpty()) {
            html.raw("<p>").text(Messages.NO_FINDINGS).raw("</p>\n");
        }
        for (Report.Result result : report.results()) {
            finding(report, result, html);
        }
        html.raw("</main>\n");
    }

    private static void finding(Report report, Report.Result result, Html html) throws IOException {
        Finding finding = result.finding();
        String severity = Messages.severity(finding.severity());
        String state = result.state().name().toLowerCase(Locale.ROOT);
        boolean silenced = result.state() != Report.State.NEW;
        html.raw("<article tabindex=\"-1\" class=\"finding ").text(severity).raw(silenced ? " silenced" : "");
        html.raw("\" data-severity=\"")
                .text(severity)
                .raw("\" data-state=\"")
                .text(state)
                .raw("\" id=\"f-");
        html.text(finding.fingerprint())
                .raw("\">\n<h3><span class=\"tag\">")
                .text(severity)
                .raw(" ");
        html.text(finding.rule()).raw("</span> ").text(finding.message()).raw("</h3>\n<div class=\"faint\"><code>");
        html.text(place(finding.location())).raw("</code>");
        for (int cwe : finding.cwe()) {
            html.raw(" CWE-").text(Integer.toString(cwe));
        }
        html.raw(silenced ? " (" + state + ")" : "").raw("</div>\n");
        Optional<CharSequence> source =
                report.sources().apply(finding.location().path());
        if (source.isPresent()) {
            excerpt(source.get(), finding.location(), html);
        }
        if (!finding.trace().isEmpty()) {
            html.raw("<ol class=\"trace\">\n");
            for (TraceStep step : finding.trace()) {
                html.raw("<li><code>").text(place(step.location())).raw("</code> ");
                html.text(step.text()).raw("</li>\n");
            }
            html.raw("</ol>\n");
        }
        Fix fix = finding.fix();
        if (fix != null) {
            html.raw("<div>Fix: ").text(fix.description()).raw("</div>\n");
        }
        html.raw("</article>\n");
    }

    /** Some lines around a finding, the finding marked. */
    private static void excerpt(CharSequence source, Location location, Html html) throws IOException {
        int from = location.span().start();
        int to = Math.min(location.span().end(), source.length());
        if (from < 0 || from > to) {
            return;
        }
        html.raw("<pre>");
        SourceLines lines = SourceLines.around(source, from, location.start().line(), LINES_AROUND);
        int number = lines.firstLine();
        for (SourceLines.Line line : lines.lines()) {
            html.raw("<span class=\"n\">")
                    .text(String.format(Locale.ROOT, "%4d ", number++))
                    .raw("</span>");
            int start = Math.max(from, line.start());
            int end = Math.min(to, line.end());
            if (start < end) {
                html.text(source.subSequence(line.start(), start)).raw("<mark>");
                html.text(source.subSequence(start, end)).raw("</mark>");
                html.text(source.subSequence(end, line.end()));
            } else {
                html.text(source.subSequence(line.start(), line.end()));
            }
            html.raw("\n");
        }
        html.raw("</pre>\n");
    }

    private static void endpoints(List<EndpointRow> endpoints, Html html) throws IOException {
        if (endpoints.isEmpty()) {
            return;
        }
        html.raw("<h2>Endpoints</h2>\n<table>\n<thead><tr>");
        for (String name : List.of("Method", "Path", "Access", "Guard", "Scopes", "Limits", "Handler")) {
            html.raw("<th scope=\"col\">" + name + "</th>");
        }
        html.raw("</tr></thead>\n<tbody>\n");
        for (EndpointRow row : endpoints) {
            String access = row.access().name().toLowerCase(Locale.ROOT);
            html.raw("<tr>");
            cell("Method", row.method(), html);
            cell("Path", row.path(), html);
            html.raw("<td data-name=\"Access\" class=\"" + access + "\">" + access + "</td>");
            cell("Guard", row.guard(), html);
            cell("Scopes", String.join(", ", row.scopes()), html);
            cell("Limits", String.join("; ", row.limits()), html);
            cell("Handler", row.handler() + " " + place(row.location()), html);
            html.raw("</tr>\n");
        }
        html.raw("</tbody>\n</table>\n");
    }

    private static void cell(String name, String value, Html html) throws IOException {
        html.raw("<td data-name=\"" + name + "\">").text(value).raw("</td>");
    }

    private static void undecided(Report report, Html html) throws IOException {
        int count = report.undecided().size() + report.failures().size();
        if (count == 0) {
            return;
        }
        html.raw("<details>\n<summary>").text(Messages.undecided(count)).raw("</summary>\n<ul>\n");
        for (Report.Failure failure : report.failures()) {
            html.raw("<li><code>")
                    .text(failure.path())
                    .raw("</code> ")
                    .text(failure.reason())
                    .raw("</li>\n");
        }
        for (Undecided place : report.undecided()) {
            html.raw("<li><code>")
                    .text(place(place.location()))
                    .raw("</code> ")
                    .text(place.text())
                    .raw("</li>\n");
        }
        html.raw("</ul>\n</details>\n");
    }

    private static String place(Location location) {
        return location.span().known()
                ? location.path() + ':' + location.start().line()
                : location.path();
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = HtmlWriter.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
