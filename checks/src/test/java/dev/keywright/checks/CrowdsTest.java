package dev.keywright.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.config.Settings;
import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.frontend.javaparser.JavaParserFrontEnd;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrowdsTest {

    @Test
    void whatBeganAtOnePlaceMakesErrorsOfTheFourNearestOnly() {
        List<Finding> findings = findings(6, "");
        assertThat(findings).hasSize(6);
        assertThat(findings.subList(0, 4)).allMatch(finding -> finding.severity() == Severity.ERROR);
        assertThat(findings.subList(4, 6)).allMatch(finding -> finding.severity() == Severity.WARNING);
    }

    @Test
    void fourAreNoCrowd() {
        assertThat(findings(4, "")).hasSize(4).allMatch(finding -> finding.severity() == Severity.ERROR);
    }

    @Test
    void whatTheSourceSilencesKeepsItsPlaceInTheCrowdSoThatNoOtherMovesUp() {
        assertThat(findings(6, "@SuppressWarnings(\"SecretLogged\") ").stream()
                        .filter(finding -> !finding.suppressed()))
                .hasSize(2)
                .allMatch(finding -> finding.severity() == Severity.WARNING);
    }

    @Test
    void whatIsToldInTheMethodWhereItBeganIsNone() {
        StringBuilder source = new StringBuilder("class Sample { void all(String password) {\n");
        for (int i = 0; i < 6; i++) {
            source.append("String a" + i + " = password.trim(); System.out.println(a" + i + ");\n");
        }
        assertThat(analyze(source + "} }\n")).hasSize(6).allMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** One parameter that is kept in a field, whose getter so many methods log. */
    private static List<Finding> findings(int readers, String beforeTheFirstFour) {
        StringBuilder source = new StringBuilder(
                "class Sample {\n"
                        + "private String kept;\nSample(String password) { kept = password; }\nString kept() { return kept; }\n");
        for (int i = 0; i < readers; i++) {
            source.append(i < 4 ? beforeTheFirstFour : "")
                    .append("void log" + i + "() { System.out.println(kept()); }\n");
        }
        return analyze(source + "}\n");
    }

    private static List<Finding> analyze(String source) {
        return new Analyzer(Settings.defaults())
                        .analyze(JavaParserFrontEnd.builder()
                                .threads(1)
                                .build()
                                .parse(Map.of("src/main/java/Sample.java", source)))
                        .findings()
                        .stream()
                        .filter(finding -> finding.rule().equals("SecretLogged"))
                        .toList();
    }
}
