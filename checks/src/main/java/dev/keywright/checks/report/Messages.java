package dev.keywright.checks.report;

import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.report.Report.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of the reports. */
final class Messages {

    static final String NO_FINDINGS = "No findings.";
    static final String EXPLAIN_UNDECIDED = "--explain-unknown lists them";

    static final String SCHEME_UNKNOWN =
            "Guarded by a framework or in front of the application; how, is not known here.";
    static final String SCHEME_API_KEY = "The key, in this header or as 'Authorization: ApiKey <key>'.";

    private Messages() {}

    static String mend(String rule, int count) {
        return "mend " + count(count, "finding") + " of " + rule;
    }

    static String guard(long count) {
        return "guard " + count(count, "open endpoint");
    }

    static String limit(long count) {
        return "limit the rate of " + count(count, "endpoint");
    }

    static String count(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }

    static String severity(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /** As {@code 2 errors and 1 warning in 120 files (98,000 lines)}. */
    static String summary(Report report) {
        List<String> counts = new ArrayList<>();
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
            long count = report.count(severity);
            if (count > 0) {
                counts.add(count(count, severity(severity)));
            }
        }
        String found = counts.isEmpty() ? "No findings" : String.join(", ", counts);
        return found + " in " + count(report.files(), "file") + " (" + count(report.lines(), "line") + ")";
    }

    /** What was silenced, as {@code 3 suppressed in the source, 12 in the baseline}; empty when nothing was. */
    static String silenced(Report report) {
        List<String> parts = new ArrayList<>();
        int suppressed = report.in(State.SUPPRESSED).size();
        int baselined = report.in(State.BASELINED).size();
        if (suppressed > 0) {
            parts.add(suppressed + " suppressed in the source");
        }
        if (baselined > 0) {
            parts.add(baselined + " in the baseline");
        }
        return String.join(", ", parts);
    }

    static String undecided(int count) {
        return count(count, "place") + " undecided";
    }

    static String score(Score score) {
        return "Score " + score.value() + " of 100";
    }

    static String improvement(Score.Improvement improvement) {
        return "+" + improvement.gain() + "  " + improvement.what();
    }

    static String schemeSignature(String scheme) {
        return "The signature of the request with a shared secret, by the scheme " + scheme + ".";
    }
}
