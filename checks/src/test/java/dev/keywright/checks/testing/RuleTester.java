package dev.keywright.checks.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.BothWays;
import dev.keywright.checks.config.Settings;
import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.frontend.javac.JavacFrontEnd;
import dev.keywright.checks.frontend.javaparser.JavaParserFrontEnd;
import dev.keywright.checks.ir.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;

/**
 * Analyses sources with both front ends. A line marked {@code // BUG: Rule} must have a finding of the rule, every other line
 * must be silent. Library types stay unresolved: that is how a scan sees them.
 */
public final class RuleTester {

    private final String rule;
    private final Settings settings;

    private RuleTester(String rule, Settings settings) {
        this.rule = rule;
        this.settings = settings;
    }

    public static RuleTester of(Class<?> rule) {
        return new RuleTester(rule.getSimpleName(), Settings.defaults());
    }

    public RuleTester with(Settings other) {
        return new RuleTester(rule, other);
    }

    /** Checks one program made of these files; gives the findings of the rule by the JavaParser front end. */
    public List<Finding> check(String... sources) {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < sources.length; i++) {
            files.put("src/main/java/sample/File" + i + ".java", sources[i]);
        }
        List<JavaFileObject> objects = new ArrayList<>();
        files.forEach((path, text) -> objects.add(JavacFrontEnd.source(path, text)));
        check("javac", files, JavacFrontEnd.parseSources(objects, List.of(), 17));
        return check(
                "javaparser",
                files,
                JavaParserFrontEnd.builder().threads(1).build().parse(files));
    }

    /** Checks statements in the body of a method that has a request's usual parts at hand. */
    public List<Finding> checkMembers(String imports, String members) {
        return check("package sample;\n" + imports + "\nclass Sample {\n" + members + "\n}\n");
    }

    private List<Finding> check(String frontEnd, Map<String, String> files, Program program) {
        List<Finding> findings = BothWays.analyze(settings, program).findings().stream()
                .filter(finding -> finding.rule().equals(rule) && !finding.suppressed())
                .toList();
        TreeSet<String> expected = new TreeSet<>();
        files.forEach((path, text) -> {
            String[] lines = text.split("\n", -1);
            for (int line = 0; line < lines.length; line++) {
                if (lines[line].contains("// BUG: " + rule)) {
                    expected.add(path + ":" + (line + 1) + " " + lines[line].strip());
                }
            }
        });
        TreeSet<String> actual = findings.stream()
                .map(finding -> {
                    String path = finding.location().path();
                    int line = finding.location().start().line();
                    return path + ":" + line + " "
                            + files.get(path).split("\n", -1)[line - 1].strip();
                })
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(actual).as(frontEnd + ": " + findings).isEqualTo(expected);
        return findings;
    }
}
