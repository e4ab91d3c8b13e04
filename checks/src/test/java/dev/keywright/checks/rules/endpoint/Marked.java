package dev.keywright.checks.rules.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.Analyzer;
import dev.keywright.checks.config.Settings;
import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.frontend.javac.JavacFrontEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.tools.JavaFileObject;

final class Marked {

    static List<Finding> check(String rule, String... sources) {
        return check(Settings.defaults(), rule, sources);
    }

    static List<Finding> check(Settings settings, String rule, String... sources) {
        List<JavaFileObject> files = new ArrayList<>();
        TreeSet<String> expected = new TreeSet<>();
        for (int i = 0; i < sources.length; i++) {
            String path = "src/main/java/shop/File" + i + ".java";
            files.add(JavacFrontEnd.source(path, sources[i]));
            String[] lines = sources[i].split("\n");
            for (int line = 0; line < lines.length; line++) {
                if (lines[line].contains("// BUG: " + rule)) {
                    expected.add(path + ":" + (line + 1));
                }
            }
        }
        List<Finding> findings = new Analyzer(settings)
                .analyze(JavacFrontEnd.parseSources(files, List.of(), 17)).findings().stream()
                        .filter(finding -> finding.rule().equals(rule))
                        .toList();
        TreeSet<String> actual = new TreeSet<>();
        findings.forEach(finding -> actual.add(
                finding.location().path() + ":" + finding.location().start().line()));
        assertThat(actual).as(findings.toString()).isEqualTo(expected);
        return findings;
    }

    private Marked() {}
}
