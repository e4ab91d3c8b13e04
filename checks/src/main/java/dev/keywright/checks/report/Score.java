package dev.keywright.checks.report;

import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.report.EndpointRow.Access;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * How well a project stands, 0 to 100; the formula is in docs/score.md.
 *
 * @param value the score
 * @param code its part for the findings, 0 to 100
 * @param endpoints its part for the endpoints, 0 to 100, or -1 when there are none
 * @param improvements what would raise it, the most first
 */
public record Score(int value, int code, int endpoints, List<Improvement> improvements) {

    /** What would raise the score, and by how much. */
    public record Improvement(String what, int gain) {}

    private static final double HALVING_DENSITY = 10;
    private static final double CODE_SHARE = 0.6;
    private static final double GUARDED_SHARE = 0.7;
    private static final int LONGEST_LIST = 5;

    public Score {
        improvements = List.copyOf(improvements);
    }

    /** The score of the findings that count, in so many lines, and of the endpoints. */
    public static Score of(List<Finding> findings, long lines, List<EndpointRow> endpoints) {
        double code = code(findings, lines);
        double guarded = share(endpoints, false, false);
        double now = total(code, endpoints, guarded);
        List<Improvement> improvements = new ArrayList<>();
        for (String rule : new TreeSet<>(findings.stream().map(Finding::rule).toList())) {
            List<Finding> rest =
                    findings.stream().filter(each -> !each.rule().equals(rule)).toList();
            int count = findings.size() - rest.size();
            add(improvements, Messages.mend(rule, count), total(code(rest, lines), endpoints, guarded), now);
        }
        long open =
                endpoints.stream().filter(each -> each.access() == Access.OPEN).count();
        add(improvements, Messages.guard(open), total(code, endpoints, share(endpoints, true, false)), now);
        long unlimited = endpoints.stream().filter(each -> !isLimited(each)).count();
        add(improvements, Messages.limit(unlimited), total(code, endpoints, share(endpoints, false, true)), now);
        improvements.sort(Comparator.comparingInt(Improvement::gain).reversed());
        return new Score(
                round(now),
                round(code),
                endpoints.isEmpty() ? -1 : round(100 * guarded),
                improvements.subList(0, Math.min(LONGEST_LIST, improvements.size())));
    }

    private static void add(List<Improvement> improvements, String what, double then, double now) {
        int gain = round(then) - round(now);
        if (gain > 0) {
            improvements.add(new Improvement(what, gain));
        }
    }

    private static double code(List<Finding> findings, long lines) {
        double weight = 0;
        for (Finding finding : findings) {
            weight += switch (finding.severity()) {
                case ERROR -> 10;
                case WARNING -> 3;
                case NOTE -> 0.5;
            };
        }
        double density = weight / Math.max(1, lines / 1000.0);
        return 100 * Math.pow(2, -density / HALVING_DENSITY);
    }

    private static double total(double code, List<EndpointRow> endpoints, double share) {
        return endpoints.isEmpty() ? code : CODE_SHARE * code + (1 - CODE_SHARE) * 100 * share;
    }

    /** The weighted share of endpoints that are guarded and limited, or would be if all were the one or the other. */
    private static double share(List<EndpointRow> endpoints, boolean guardAll, boolean limitAll) {
        if (endpoints.isEmpty()) {
            return 1;
        }
        double guarded = 0;
        double limited = 0;
        for (EndpointRow endpoint : endpoints) {
            guarded += guardAll || endpoint.access() != Access.OPEN ? 1 : 0;
            limited += limitAll || isLimited(endpoint) ? 1 : 0;
        }
        return (GUARDED_SHARE * guarded + (1 - GUARDED_SHARE) * limited) / endpoints.size();
    }

    private static boolean isLimited(EndpointRow endpoint) {
        return !endpoint.limits().isEmpty() || endpoint.access() == Access.PUBLIC;
    }

    private static int round(double value) {
        return (int) Math.floor(value);
    }
}
