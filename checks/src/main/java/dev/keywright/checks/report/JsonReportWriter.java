package dev.keywright.checks.report;

import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.finding.Fix;
import dev.keywright.checks.finding.Location;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.finding.TraceStep;
import dev.keywright.checks.finding.Undecided;
import java.io.IOException;
import java.util.Locale;

/** Keywright's own JSON. Fields are added in later versions, never renamed. */
public final class JsonReportWriter implements ReportWriter {

    @Override
    public void write(Report report, Appendable out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.object(() -> {
            json.object("tool", () -> {
                json.field("name", "Keywright");
                json.field("version", report.version());
            });
            json.field("root", report.root().toString());
            json.object("summary", () -> summary(json, report));
            score(json, report.score());
            json.array("findings", report.results(), result -> finding(json, result));
            json.array("endpoints", report.endpoints(), endpoint -> endpoint(json, endpoint));
            json.array("undecided", report.undecided(), place -> undecided(json, place));
            json.array(
                    "failures",
                    report.failures(),
                    failure -> json.object(() -> {
                        json.field("path", failure.path());
                        json.field("reason", failure.reason());
                    }));
        });
        out.append('\n');
    }

    private static void summary(JsonWriter json, Report report) throws IOException {
        json.field("files", report.files());
        json.field("lines", report.lines());
        json.field("errors", report.count(Severity.ERROR));
        json.field("warnings", report.count(Severity.WARNING));
        json.field("notes", report.count(Severity.NOTE));
        json.field("suppressed", report.in(Report.State.SUPPRESSED).size());
        json.field("baselined", report.in(Report.State.BASELINED).size());
        json.field("undecided", report.undecided().size());
    }

    private static void score(JsonWriter json, Score score) throws IOException {
        json.object("score", () -> {
            json.field("value", score.value());
            json.field("code", score.code());
            if (score.endpoints() >= 0) {
                json.field("endpoints", score.endpoints());
            }
            json.array(
                    "improvements",
                    score.improvements(),
                    improvement -> json.object(() -> {
                        json.field("what", improvement.what());
                        json.field("gain", improvement.gain());
                    }));
        });
    }

    private static void finding(JsonWriter json, Report.Result result) throws IOException {
        Finding finding = result.finding();
        json.object(() -> {
            json.field("rule", finding.rule());
            json.field("severity", Messages.severity(finding.severity()));
            json.field("state", lower(result.state()));
            json.field("message", finding.message());
            location(json, finding.location());
            json.array("trace", finding.trace(), step -> step(json, step));
            json.array("cwe", finding.cwe(), json::value);
            Fix fix = finding.fix();
            if (fix != null) {
                json.object("fix", () -> fix(json, fix));
            }
            json.field("fingerprint", finding.fingerprint());
        });
    }

    private static void step(JsonWriter json, TraceStep step) throws IOException {
        json.object(() -> {
            json.field("text", step.text());
            location(json, step.location());
        });
    }

    private static void fix(JsonWriter json, Fix fix) throws IOException {
        json.field("description", fix.description());
        json.array(
                "edits",
                fix.edits(),
                edit -> json.object(() -> {
                    json.field("replacement", edit.replacement());
                    location(json, edit.location());
                }));
    }

    private static void undecided(JsonWriter json, Undecided place) throws IOException {
        json.object(() -> {
            json.field("kind", lower(place.kind()));
            json.field("text", place.text());
            location(json, place.location());
        });
    }

    static void endpoint(JsonWriter json, EndpointRow endpoint) throws IOException {
        json.object(() -> {
            json.field("method", endpoint.method());
            json.field("path", endpoint.path());
            json.field("handler", endpoint.handler());
            json.field("access", lower(endpoint.access()));
            json.field("guard", endpoint.guard());
            json.strings("scopes", endpoint.scopes());
            json.strings("limits", endpoint.limits());
            json.object("location", () -> location(json, endpoint.location()));
        });
    }

    private static void location(JsonWriter json, Location location) throws IOException {
        json.field("path", location.path());
        if (location.span().known()) {
            json.field("line", location.start().line());
            json.field("column", location.start().column());
            json.field("endLine", location.end().line());
            json.field("endColumn", location.end().column());
            json.field("offset", location.span().start());
            json.field("length", location.span().end() - location.span().start());
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
