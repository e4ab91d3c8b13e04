package dev.keywright.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.keywright.checks.config.Level;
import dev.keywright.checks.config.Settings;
import dev.keywright.checks.finding.AnalysisResult;
import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.finding.Undecided;
import dev.keywright.checks.frontend.javac.JavacFrontEnd;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.rules.DeclarationRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AnalyzerTest {

    /** A rule for tests that finds every call of {@code bad}. */
    private record BadCalls(String name, Severity severity) implements DeclarationRule {

        @Override
        public RuleInfo info() {
            return new RuleInfo(name, List.of(1), severity, "Flags calls of bad.");
        }

        @Override
        public void check(TypeDecl type, RuleContext context) {
            for (MethodDecl method : type.methods()) {
                Walk.expressions(method, expr -> {
                    if (expr instanceof Expr.Call call && call.method().name().equals("bad")) {
                        context.report(call.span(), "bad is called", List.of());
                    }
                });
            }
        }
    }

    private record Scripted(String name, BiConsumer<TypeDecl, RuleContext> body) implements DeclarationRule {

        @Override
        public RuleInfo info() {
            return new RuleInfo(name, List.of(1), Severity.ERROR, "Flags as told.");
        }

        @Override
        public void check(TypeDecl type, RuleContext context) {
            body.accept(type, context);
        }
    }

    private static final Rule BAD = new BadCalls("Bad", Severity.ERROR);
    private static final String TWO = """
            package a;
            class A {
                void one() { bad(); }
                void two() {
                    bad();
                    bad();
                }
                void bad() {}
            }
            """;

    private final Map<String, String> sources = new LinkedHashMap<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RuntimeException",
                "StackOverflowError",
                "LinkageError",
                "AssertionError",
            })
    void aCrashOfARuleIsUndecidedAndDisturbsNobody(String kind) {
        Rule crashing = new Scripted("Crashing", (type, context) -> crash(kind));
        sources.put("a/A.java", TWO);
        sources.put("b/B.java", "class B { void x() { bad(); } class C { void y() { bad(); } } void bad() {} }");

        AnalysisResult result = analyze(Settings.defaults(), crashing, BAD);

        assertThat(result.findings()).hasSize(5);
        assertThat(result.undecided())
                .extracting(Undecided::kind, place -> place.location().path())
                .containsExactly(tuple(Undecided.Kind.CRASH, "a/A.java"), tuple(Undecided.Kind.CRASH, "b/B.java"));
        assertThat(result.undecided().get(0).text())
                .contains("Crashing failed with")
                .contains(kind)
                .doesNotContain("s3cret");
    }

    private static void crash(String kind) {
        switch (kind) {
            case "StackOverflowError" -> throw new StackOverflowError("s3cret");
            case "LinkageError" -> throw new LinkageError("s3cret");
            case "AssertionError" -> throw new AssertionError("s3cret");
            default -> throw new RuntimeException("s3cret");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unchecked", "bad", "Ba", "keywright:Other", "rawtypes\", \"Other"})
    void otherWordsDoNotSuppress(String word) {
        sources.put("A.java", "class A { @SuppressWarnings({\"" + word + "\"}) void a() { bad(); } void bad() {} }");

        assertThat(analyze(Settings.defaults(), BAD).findings())
                .extracting(Finding::suppressed)
                .containsExactly(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@SuppressWarnings(\"Bad\") class A { void a() { bad(); } void bad() {} }",
                "class A { @SuppressWarnings(\"keywright\") void a() { bad(); } void bad() {} }",
                "class A { @SuppressWarnings({\"x\", \"keywright:Bad\"}) void a() { bad(); } void bad() {} }",
                "class A { static final String B = \"Bad\"; @SuppressWarnings(B) void a() { bad(); } void bad() {} }",
                "class A { void a() { @SuppressWarnings(value = \"Bad\") int x = bad(); } int bad() { return 0; } }",
                "class A { @SuppressWarnings(\"all\") void a() { Runnable r = () -> { bad(); }; } void bad() {} }",
                "@SuppressWarnings(\"Bad\") class A { class B { class C { void a() { bad(); } } } void bad() {} }",
            })
    void aDeclarationSilencesWhatIsInsideIt(String source) {
        sources.put("A.java", source);

        assertThat(analyze(Settings.defaults(), BAD).findings())
                .extracting(Finding::suppressed)
                .containsExactly(true);
    }

    @Test
    void aSilencedLocalVariableSilencesNothingBesideIt() {
        sources.put(
                "A.java",
                "class A { void a() { @SuppressWarnings(\"Bad\") int x = bad(); int y = bad(); } int bad() { return 0; } }");

        assertThat(analyze(Settings.defaults(), BAD).findings())
                .extracting(Finding::suppressed)
                .containsExactly(true, false);
    }

    @Test
    void localAndAnonymousTypesAreCheckedToo() {
        sources.put("A.java", """
                class A {
                    Runnable field = new Runnable() { public void run() { bad(); } };
                    void a() {
                        class Local { void b() { bad(); } }
                        Runnable r = () -> new Object() { void c() { bad(); } }.c();
                    }
                    static void bad() {}
                }
                """);

        assertThat(analyze(Settings.defaults(), BAD).findings()).hasSize(3);
    }

    @Test
    void theSameFindingComesOnceAndTheGraverCounts() {
        sources.put("A.java", "class A {}");
        Rule twice = new Scripted("Twice", (type, context) -> {
            context.report(Severity.WARNING, type.nameSpan(), "first", List.of(), null);
            context.report(Severity.ERROR, type.nameSpan(), "second", List.of(), null);
            context.report(Severity.NOTE, type.nameSpan(), "third", List.of(), null);
        });

        assertThat(analyze(Settings.defaults(), twice).findings())
                .extracting(Finding::message)
                .containsExactly("second");
    }

    @Test
    void findingsComeByFileAndPosition() {
        sources.put("b/B.java", TWO.replace("class A", "class B"));
        sources.put("a/A.java", TWO);

        assertThat(analyze(Settings.defaults(), new BadCalls("Z", Severity.NOTE), BAD)
                        .findings())
                .extracting(finding -> finding.location().path().charAt(0)
                        + finding.rule()
                        + finding.location().start().line())
                .containsExactly(
                        "bBad3", "bZ3", "bBad5", "bZ5", "bBad6", "bZ6", "aBad3", "aZ3", "aBad5", "aZ5", "aBad6", "aZ6");
    }

    @Test
    void settingsChangeSeveritiesAndSwitchRulesOff() {
        sources.put("A.java", "class A { void a() { bad(); } void bad() {} }");
        Settings settings = Settings.builder()
                .level("Bad", Level.NOTE)
                .level("Off", Level.OFF)
                .build();

        assertThat(analyze(settings, BAD, new BadCalls("Off", Severity.ERROR)).findings())
                .extracting(Finding::rule, Finding::severity)
                .containsExactly(tuple("Bad", Severity.NOTE));
    }

    @Test
    void testsGeneratedAndExcludedSourcesAreNotReported() {
        String text = "class A { void a() { bad(); } void bad() {} }";
        sources.put("src/test/java/A.java", text);
        sources.put("target/generated-sources/annotations/B.java", text.replace("class A", "class B"));
        sources.put("src/main/java/Old.java", text.replace("class A", "class Old"));
        sources.put(
                "src/main/java/G.java", "@javax.annotation.processing.Generated(\"x\") " + text.replace(" A ", " G "));
        Settings settings = Settings.builder().exclude("**/Old.java").build();

        assertThat(analyze(settings, BAD).findings()).isEmpty();
        assertThat(analyze(settings.withTests(), BAD).findings())
                .extracting(finding -> finding.location().path())
                .containsExactly("src/test/java/A.java");
        assertThat(analyze(Settings.builder().includeGenerated(true).build(), BAD)
                        .findings())
                .hasSize(3);
    }

    @Test
    void aFingerprintSurvivesMovedAndReformattedLines() {
        sources.put("a/A.java", TWO);
        List<String> before = fingerprints();
        sources.put(
                "a/A.java",
                "// moved\n\n" + TWO.replace("bad();", "bad(\n    );").replace("void two", "int x;\n  void two"));

        assertThat(fingerprints())
                .isEqualTo(before)
                .doesNotHaveDuplicates()
                .allMatch(each -> each.matches("[0-9a-f]{32}"));
    }

    @Test
    void aFingerprintChangesWithItsMethod() {
        sources.put("a/A.java", TWO);
        List<String> before = fingerprints();
        sources.put("a/A.java", TWO.replace("one()", "other()"));
        List<String> after = fingerprints();

        assertThat(after.get(0)).isNotEqualTo(before.get(0));
        assertThat(after.subList(1, 3)).isEqualTo(before.subList(1, 3));
    }

    @Test
    void whatTheBaselineAcceptsIsSuppressedAndNewFindingsAreNot(@TempDir Path folder) throws Exception {
        sources.put("a/A.java", TWO);
        Path file = folder.resolve("old.txt");
        List<String> old = fingerprints();
        Files.writeString(file, "# old\n" + old.get(0) + " Bad a/A.java\n\n" + old.get(2) + "\n");

        assertThat(analyze(Settings.builder().baseline(file).build(), BAD).findings())
                .extracting(Finding::suppressed)
                .containsExactly(true, false, true);
    }

    @Test
    void aBaselineThatIsGoneAcceptsNothing(@TempDir Path folder) {
        sources.put("a/A.java", TWO);

        assertThat(analyze(Settings.builder().baseline(folder.resolve("none")).build(), BAD)
                        .findings())
                .extracting(Finding::suppressed)
                .containsExactly(false, false, false);
    }

    @Test
    void aFileThatDoesNotParseIsSaidToBe() {
        SourceFile broken =
                new SourceFile("A.java", "", List.of(), List.of(), new int[] {0}, "class", false, false, false);
        Program program = new Program(List.of(broken), name -> Optional.empty());

        assertThat(new Analyzer(Settings.defaults()).analyze(program).undecided())
                .extracting(Undecided::kind)
                .containsExactly(Undecided.Kind.UNPARSED);
    }

    @Test
    void deepNestingIsWalkedWithoutATrace() {
        String blocks = "{".repeat(3_000) + "bad();" + "}".repeat(3_000);
        sources.put("A.java", "class A { void a() { " + blocks + " } void bad() {} }");

        assertThat(analyze(Settings.defaults(), BAD).findings()).hasSize(1);
    }

    private List<String> fingerprints() {
        return analyze(Settings.defaults(), BAD).findings().stream()
                .map(Finding::fingerprint)
                .toList();
    }

    private AnalysisResult analyze(Settings settings, Rule... rules) {
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach((path, text) -> files.add(JavacFrontEnd.source(path, text)));
        Program program = JavacFrontEnd.parseSources(files, List.of(), 0);
        return new Analyzer(file -> settings, List.of(rules)).analyze(program);
    }
}
