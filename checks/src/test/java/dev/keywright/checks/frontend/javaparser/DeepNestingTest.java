package dev.keywright.checks.frontend.javaparser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Stmt;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Depth and size that real generators make, and a little more. A hang shows as a test that never ends, so each is limited. */
class DeepNestingTest {

    private static Parsing within(Supplier<Parsing> parse) {
        return org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Duration.ofMinutes(2), parse::get);
    }

    private static Parsing body(String body) {
        return within(() -> Parsing.ofBody("", body));
    }

    @Test
    void tenThousandStringsJoinedAreOneNode() {
        Parsing parsed = body("String s = p" + " + p".repeat(10_000) + ";");
        assertThat(parsed.all(Expr.Concat.class))
                .singleElement()
                .satisfies(concat -> assertThat(concat.parts()).hasSize(10_001));
    }

    @Test
    void tenThousandSumsAreNoOverflow() {
        Parsing parsed = body("int s = n" + " + n".repeat(10_000) + ";");
        assertThat(parsed.unreadable).isEmpty();
        assertThat(parsed.all(Expr.Binary.class)).hasSize(10_000);
    }

    @Test
    void fiveThousandCases() {
        StringBuilder cases = new StringBuilder("switch (n) {");
        for (int i = 0; i < 5000; i++) {
            cases.append("case ").append(i).append(": f(p, n); break;");
        }
        Parsing parsed = body(cases.append('}').toString());
        assertThat(parsed.all(Stmt.Case.class)).hasSize(5000);
    }

    @Test
    void thousandsOfParentheses() {
        Parsing parsed = body("int s = " + "(".repeat(3000) + "n" + ")".repeat(3000) + ";");
        assertThat(parsed.unreadable).isEmpty();
        assertThat(parsed.all(Stmt.LocalVariable.class)).singleElement();
    }

    @Test
    void aChainOfThousandsOfCalls() {
        Parsing parsed = body("new StringBuilder()" + ".append(p)".repeat(5000) + ";");
        assertThat(parsed.calls("append"))
                .hasSize(5000)
                .allMatch(call -> call.method().resolved());
    }

    @Test
    void blocksInBlocks() {
        Parsing parsed = body("if (n > 0) {".repeat(3000) + "f(p, n);" + "}".repeat(3000));
        assertThat(parsed.calls("f")).hasSize(1);
    }

    @Test
    void elseIfs() {
        Parsing parsed = body("if (n == 0) {}" + " else if (n == 1) { f(p, n); }".repeat(3000));
        assertThat(parsed.calls("f")).hasSize(3000);
    }

    @Test
    void lambdasInLambdas() {
        Parsing parsed = body("Object o = " + "x -> ".repeat(500) + "1;");
        assertThat(parsed.unreadable).isEmpty();
    }

    @Test
    void lambdasWithBlocksNestedTooDeeplyAreLeftOutAndSaid() {
        Parsing parsed = body("run(() -> { g();".repeat(60) + "});".repeat(60));
        assertThat(parsed.calls("g")).hasSize(10);
        assertThat(parsed.program.files().get(0).complete()).isFalse();
        assertThat(parsed.syntaxErrors).singleElement().asString().contains("nested too deeply here");
    }

    @Test
    void callsInCalls() {
        Parsing parsed = body("g(".repeat(2000) + "n" + ")".repeat(2000) + ";");
        assertThat(parsed.calls("g")).hasSize(2000);
    }

    @Test
    void conditionalsInConditionals() {
        Parsing parsed = body("int s = " + "n > 0 ? n : ".repeat(2000) + "0;");
        assertThat(parsed.all(Expr.Conditional.class)).hasSize(2000);
    }

    @Test
    void classesInClasses() {
        Parsing parsed = within(() -> Parsing.of("class A { int x; ".repeat(150) + "}".repeat(150)));
        assertThat(parsed.program.types()).hasSize(150);
    }

    @Test
    void anonymousClassesInAnonymousClasses() {
        Parsing parsed = body("Object o = " + "new Object() { Object o = ".repeat(40) + "n" + "; }".repeat(40) + ";");
        assertThat(parsed.unreadable).isEmpty();
    }

    @Test
    void genericsInGenerics() {
        Parsing parsed = body("java.util.List<".repeat(60) + "String" + ">".repeat(60) + " deep;");
        assertThat(parsed.unreadable).isEmpty();
    }

    @Test
    void aGeneratedFileOfAHundredThousandLines() {
        StringBuilder source = new StringBuilder("package p;\npublic class Big {\n");
        for (int i = 0; i < 20_000; i++) {
            source.append("  public String m")
                    .append(i)
                    .append("(String a) {\n    String b = a + \"x")
                    .append(i)
                    .append("\";\n    int n = b.length();\n    return b.substring(n - 1);\n  }\n");
        }
        Parsing parsed = within(() -> Parsing.of(source.append("}\n").toString()));
        assertThat(parsed.type("p.Big").methods()).hasSize(20_000);
        assertThat(parsed.calls("substring")).allMatch(call -> call.type().isString());
    }
}
