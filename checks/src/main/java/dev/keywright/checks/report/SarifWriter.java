package dev.keywright.checks.report;

import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.finding.Fix;
import dev.keywright.checks.finding.Location;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.finding.TraceStep;
import dev.keywright.checks.finding.Undecided;
import dev.keywright.checks.rules.RuleInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * SARIF 2.1.0, with what GitHub code scanning shows: help, CWE tags, security severity, code flows, fixes, fingerprints.
 * Silenced findings are results with a suppression.
 */
public final class SarifWriter implements ReportWriter {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String ROOT = "SRCROOT";

    @Override
    public void write(Report report, Appendable out) throws IOException {
        new Run(report, new JsonWriter(out)).write();
        out.append('\n');
    }

    /** One run of the tool. */
    private static final class Run {

        private final Report report;
        private final JsonWriter json;
        private final Map<String, Integer> ruleIndexes = new TreeMap<>();

        Run(Report report, JsonWriter json) {
            this.report = report;
            this.json = json;
        }

        void write() throws IOException {
            json.object(() -> {
                json.field("$schema", SCHEMA);
                json.field("version", "2.1.0");
                json.array("runs", () -> json.object(this::run));
            });
        }

        private void run() throws IOException {
            json.object(
                    "tool",
                    () -> json.object("driver", () -> {
                        json.field("name", "Keywright");
                        json.field("version", report.version());
                        json.array("rules", report.rules(), this::rule);
                        json.array(
                                "notifications",
                                List.of(Undecided.Kind.values()),
                                kind -> json.object(() -> json.field("id", kind.name())));
                    }));
            json.object(
                    "originalUriBaseIds",
                    () -> json.object(ROOT, () -> json.field("uri", Uris.absolute(report.root(), true))));
            json.field("columnKind", "utf16CodeUnits");
            json.array("invocations", () -> json.object(this::invocation));
            json.array("results", report.results(), this::result);
        }

        private void rule(RuleInfo rule) throws IOException {
            ruleIndexes.put(rule.name(), ruleIndexes.size());
            String page = RulePages.page(rule.name()).orElse(rule.flags());
            json.object(() -> {
                json.field("id", rule.name());
                json.field("name", rule.name());
                json.object("shortDescription", () -> json.field("text", rule.flags()));
                json.object("fullDescription", () -> json.field("text", rule.flags()));
                json.object("help", () -> {
                    json.field("text", page);
                    json.field("markdown", page);
                });
                json.object("defaultConfiguration", () -> json.field("level", Messages.severity(rule.severity())));
                json.object("properties", () -> {
                    json.field("precision", "high");
                    json.field("problem.severity", problemSeverity(rule.severity()));
                    json.field("security-severity", securitySeverity(rule.severity()));
                    json.array("tags", () -> {
                        json.value("security");
                        for (int cwe : rule.cwe()) {
                            json.value("external/cwe/cwe-" + cwe);
                        }
                    });
                });
            });
        }

        private void invocation() throws IOException {
            json.field("executionSuccessful", report.failures().isEmpty() && !crashed());
            json.array("toolExecutionNotifications", () -> {
                for (Undecided place : report.undecided()) {
                    json.object(() -> {
                        json.object(
                                "descriptor",
                                () -> json.field("id", place.kind().name()));
                        json.field("level", notificationLevel(place.kind()));
                        text("message", place.text());
                        json.array("locations", () -> location(place.location(), null));
                    });
                }
                for (Report.Failure failure : report.failures()) {
                    json.object(() -> {
                        json.field("level", "error");
                        text("message", failure.path() + ": " + failure.reason());
                    });
                }
            });
        }

        private boolean crashed() {
            return report.undecided().stream().anyMatch(place -> place.kind() == Undecided.Kind.CRASH);
        }

        private void result(Report.Result result) throws IOException {
            Finding finding = result.finding();
            json.object(() -> {
                json.field("ruleId", finding.rule());
                Integer index = ruleIndexes.get(finding.rule());
                if (index != null) {
                    json.field("ruleIndex", index);
                }
                json.field("level", Messages.severity(finding.severity()));
                text("message", finding.message());
                json.array("locations", () -> location(finding.location(), null));
                if (!finding.trace().isEmpty()) {
                    flow(finding.trace());
                }
                json.object("partialFingerprints", () -> json.field("keywright/v1", finding.fingerprint()));
                Fix fix = finding.fix();
                if (fix != null) {
                    json.array("fixes", () -> json.object(() -> fix(fix)));
                }
                suppression(result.state());
            });
        }

        private void suppression(Report.State state) throws IOException {
            if (state == Report.State.NEW) {
                return;
            }
            json.array(
                    "suppressions",
                    () -> json.object(() -> {
                        boolean inSource = state == Report.State.SUPPRESSED;
                        json.field("kind", inSource ? "inSource" : "external");
                        json.field("justification", inSource ? "@SuppressWarnings" : "accepted in the baseline");
                    }));
        }

        private void flow(List<TraceStep> trace) throws IOException {
            json.array(
                    "codeFlows",
                    () -> json.object(() -> json.array(
                            "threadFlows",
                            () -> json.object(() -> json.array(
                                    "locations",
                                    trace,
                                    step -> json.object(() -> {
                                        json.object("location", () -> locationBody(step.location(), step.text()));
                                    }))))));
        }

        private void fix(Fix fix) throws IOException {
            Map<String, List<Fix.Edit>> byFile = new LinkedHashMap<>();
            for (Fix.Edit edit : fix.edits()) {
                byFile.computeIfAbsent(edit.location().path(), path -> new ArrayList<>())
                        .add(edit);
            }
            text("description", fix.description());
            json.array(
                    "artifactChanges",
                    byFile.entrySet(),
                    file -> json.object(() -> {
                        artifact(file.getKey());
                        json.array(
                                "replacements",
                                file.getValue(),
                                edit -> json.object(() -> {
                                    json.object("deletedRegion", () -> region(edit.location()));
                                    json.object("insertedContent", () -> json.field("text", edit.replacement()));
                                }));
                    }));
        }

        private void location(Location location, @Nullable String message) throws IOException {
            json.object(() -> locationBody(location, message));
        }

        private void locationBody(Location location, @Nullable String message) throws IOException {
            json.object("physicalLocation", () -> {
                artifact(location.path());
                if (location.span().known()) {
                    json.object("region", () -> {
                        region(location);
                        snippet(location);
                    });
                }
            });
            if (message != null) {
                text("message", message);
            }
        }

        private void artifact(String path) throws IOException {
            json.object("artifactLocation", () -> {
                Optional<String> relative = Uris.below(report.root(), path);
                if (relative.isPresent()) {
                    json.field("uri", Uris.encoded(relative.get()));
                    json.field("uriBaseId", ROOT);
                } else {
                    json.field("uri", Uris.absolute(Path.of(path), false));
                }
            });
        }

        private void region(Location location) throws IOException {
            json.field("startLine", location.start().line());
            json.field("startColumn", location.start().column());
            json.field("endLine", location.end().line());
            json.field("endColumn", location.end().column());
            json.field("charOffset", location.span().start());
            json.field("charLength", location.span().end() - location.span().start());
        }

        private void snippet(Location location) throws IOException {
            Optional<CharSequence> source = report.sources().apply(location.path());
            int start = location.span().start();
            if (source.isPresent() && location.span().end() <= source.get().length()) {
                int end = Math.min(location.span().end(), start + 400);
                CharSequence text = source.get().subSequence(start, end);
                json.object("snippet", () -> json.field("text", text.toString()));
            }
        }

        private void text(String key, String text) throws IOException {
            json.object(key, () -> json.field("text", text));
        }

        private static String notificationLevel(Undecided.Kind kind) {
            return switch (kind) {
                case CRASH -> "error";
                case UNPARSED, TIME -> "warning";
                case BUDGET, UNKNOWN_TYPE -> "note";
            };
        }

        private static String problemSeverity(Severity severity) {
            return severity == Severity.NOTE ? "recommendation" : Messages.severity(severity);
        }

        /** GitHub's bands: high from 7.0, medium from 4.0, low below. */
        private static String securitySeverity(Severity severity) {
            return switch (severity) {
                case ERROR -> "8.0";
                case WARNING -> "5.0";
                case NOTE -> "2.0";
            };
        }
    }
}
