package dev.keywright.checks.frontend.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.ir.BinaryOp;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JavacFrontEndTest {

    @Test
    void aFileThatIsNotThereIsIncompleteAndDoesNotDisturbTheOthers() {
        Program program = JavacFrontEnd.parse(List.of(Path.of("no", "such", "File.java")), List.of(), 0);
        assertThat(program.files()).singleElement().satisfies(file -> {
            assertThat(file.complete()).isFalse();
            assertThat(file.path()).isEqualTo("no/such/File.java");
        });
    }

    @Test
    void aSyntaxErrorLeavesTheRestOfTheFile() {
        Program program =
                program("class A { int one() { return 1; } int two() { return (; } int three() { return 3; } }");
        assertThat(program.files().get(0).complete()).isFalse();
        assertThat(method(program, "A", "one").body()).isNotNull();
    }

    @Test
    void missingClassesAreNamedByTheirImportsAndHarmNothing() {
        Program program = program("""
                import com.missing.Gone;
                class A extends Gone {
                    void run(Gone gone, Other other, String s) {
                        gone.call(s);
                        other.value().call(s);
                        Other.make(s);
                        s.trim();
                    }
                }
                """);
        TypeDecl type = Objects.requireNonNull(program.type("A"));
        assertThat(type.supertypes()).containsExactly(TypeRef.of("com.missing.Gone"));
        List<Expr.Call> calls = calls(program, "A", "run");
        assertThat(calls.get(0).method().resolved()).isFalse();
        assertThat(calls.get(0).method().owner()).isEqualTo(TypeRef.of("com.missing.Gone"));
        assertThat(calls.get(0).type()).isEqualTo(TypeRef.UNKNOWN);
        assertThat(Objects.requireNonNull(calls.get(1).receiver()).type()).isEqualTo(TypeRef.UNKNOWN);
        assertThat(calls.get(2).receiver()).isNull();
        assertThat(calls.get(2).method().isStatic()).isTrue();
        assertThat(calls.get(2).method().owner()).isEqualTo(TypeRef.unresolved("Other"));
        assertThat(calls.get(3).method().key()).isEqualTo("java.lang.String#trim()");
    }

    @Test
    void concatenationIsFlatAndNeighbouringLiteralsAreOne() {
        Program program = program("""
                class A {
                    static final String P = "p" + 1;
                    String f(int n, String s) { return 1 + n + "a" + "b" + P + (s + n); }
                }
                """);
        Expr.Concat concat = (Expr.Concat) returned(program, "A", "f");
        assertThat(concat.parts()).hasSize(4);
        assertThat(concat.parts().get(0))
                .isInstanceOfSatisfying(
                        Expr.Binary.class, sum -> assertThat(sum.op()).isEqualTo(BinaryOp.PLUS));
        assertThat(((Expr.Literal) concat.parts().get(1)).value()).isEqualTo("ab");
        assertThat(((Expr.Field) concat.parts().get(2)).constant()).isEqualTo("p1");
        assertThat(concat.parts().get(3)).isInstanceOf(Expr.Concat.class);
    }

    @Test
    void capturedVariablesKeepTheirNumberInLambdasAndAnonymousClasses() {
        Program program = program("""
                class A {
                    Object f(String secret) {
                        Runnable r = () -> use(secret);
                        return new Object() { String again(String own) { return secret; } };
                    }
                    void use(String s) {}
                }
                """);
        MethodDecl method = method(program, "A", "f");
        int id = method.parameters().get(0).id();
        Stmt.LocalVariable lambda = (Stmt.LocalVariable) statements(method).get(0);
        Stmt.Expression body = (Stmt.Expression) ((Expr.Lambda) Objects.requireNonNull(lambda.initializer())).body();
        assertThat(((Expr.Local) ((Expr.Call) body.expr()).args().get(0)).id()).isEqualTo(id);
        TypeDecl anonymous = Objects.requireNonNull(((Expr.New) returned(program, "A", "f")).body());
        assertThat(anonymous.name()).contains("$");
        assertThat(program.type(anonymous.name())).isSameAs(anonymous);
        MethodDecl again = anonymous.methods().get(0);
        assertThat(again.parameters().get(0).id()).isNotEqualTo(id);
        assertThat(((Expr.Local) Objects.requireNonNull(
                                ((Stmt.Return) statements(again).get(0)).value()))
                        .id())
                .isEqualTo(id);
    }

    @Test
    void whatTheCompilerAddsIsNotThere() {
        Program program = program("""
                class A { A(int n) { System.exit(n); } }
                class B { }
                enum E { X { void f() {} }; void f() {} }
                record R(String token) { R { token = token.trim(); } }
                """);
        assertThat(statements(method(program, "A", "<init>"))).hasSize(1);
        assertThat(Objects.requireNonNull(program.type("B")).methods()).isEmpty();
        assertThat(Objects.requireNonNull(program.type("E")).methods())
                .extracting(MethodDecl::name)
                .containsExactly("f");
        TypeDecl record = Objects.requireNonNull(program.type("R"));
        assertThat(record.methods()).extracting(MethodDecl::key).containsExactly("R#<init>(java.lang.String)");
        assertThat(record.fields().get(0).recordComponent()).isTrue();
        assertThat(statements(record.methods().get(0)))
                .as("and the fields are assigned")
                .hasSize(2);
    }

    @Test
    void callsFindTheirDeclarationThroughGenericsAndInheritance() {
        Program program = program("""
                class Base<T extends Comparable<T>> { void take(T value, T... more) {} }
                class Sub extends Base<String> { void go(String s) { take(s, s, s); } }
                """);
        Expr.Call call = calls(program, "Sub", "go").get(0);
        assertThat(call.method().varargs()).isTrue();
        assertThat(program.method(call.method())).isSameAs(method(program, "Base", "take"));
        assertThat(program.isSubtype("Sub", "Base")).isTrue();
        assertThat(program.isSubtype("java.util.ArrayList", "java.util.Collection"))
                .isTrue();
        assertThat(program.exists("java.util.NoSuchThing")).isFalse();
    }

    @Test
    void annotationsOfBinariesAreKnown() {
        Program program =
                program("class A { void f() { new java.util.Date().getYear(); Thread.currentThread().stop(); } }");
        assertThat(calls(program, "A", "f").get(0).method().annotations())
                .extracting(annotation -> annotation.type().name())
                .contains("java.lang.Deprecated");
        assertThat(program.annotations("java.lang.FunctionalInterface")).isNotEmpty();
    }

    @Test
    void spansAreExactlyTheText() {
        String source = "class A {\n  boolean same(String a, String b) {\n    return (a).trim().equals(b);\n  }\n}\n";
        Program program = program(source);
        SourceFile file = program.files().get(0);
        Expr.Call call = (Expr.Call) returned(program, "A", "same");
        assertThat(text(source, call.span())).isEqualTo("(a).trim().equals(b)");
        assertThat(text(source, call.nameSpan())).isEqualTo("equals");
        assertThat(file.position(call.span().start()).line()).isEqualTo(3);
        MethodDecl method = method(program, "A", "same");
        assertThat(text(source, method.nameSpan())).isEqualTo("same");
        assertThat(method.parameters())
                .extracting(each -> text(source, each.nameSpan()))
                .containsExactly("a", "b");
        assertThat(text(source, Objects.requireNonNull(program.type("A")).nameSpan()))
                .isEqualTo("A");
    }

    @Test
    void deepNestingNeitherOverflowsNorHides() {
        String plus = "s" + " + \"x\" + s".repeat(10_000);
        String chain = "b" + ".append(s)".repeat(5_000);
        String cases = IntStream.range(0, 5_000)
                .mapToObj(i -> "case " + i + ": return;")
                .collect(Collectors.joining());
        Program program = program("class A { String f(String s) { return " + plus + "; }"
                + " void g(String s, StringBuilder b) { " + chain + "; }"
                + " void h(int n) { switch (n) { " + cases + " } } }");
        assertThat(((Expr.Concat) returned(program, "A", "f")).parts()).hasSize(20_001);
        assertThat(program.files().get(0).complete()).isTrue();
        assertThat(((Stmt.Switch) statements(method(program, "A", "h")).get(0)).cases())
                .hasSize(5_000);
    }

    @Test
    void aModuleDeclarationDoesNotHideTheRest() {
        Program program = JavacFrontEnd.parseSources(
                List.of(
                        JavacFrontEnd.source("module-info.java", "module m { }"),
                        JavacFrontEnd.source("A.java", "class A { java.sql.Connection c; }")),
                List.of(),
                0);
        assertThat(Objects.requireNonNull(program.field("A", "c")).type()).isEqualTo(TypeRef.of("java.sql.Connection"));
    }

    @Test
    void testCodeIsKnownByItsFolder() {
        assertThat(TestSources.isTest("/home/u/shop/src/test/java/A.java")).isTrue();
        assertThat(TestSources.isTest("src/integrationTest/java/A.java")).isTrue();
        assertThat(TestSources.isTest("src/main/java/com/test/A.java")).isFalse();
        assertThat(TestSources.isTest("latest/A.java")).isFalse();
    }

    private static Program program(String source) {
        return JavacFrontEnd.parseSources(List.of(JavacFrontEnd.source("A.java", source)), List.of(), 0);
    }

    private static MethodDecl method(Program program, String type, String name) {
        return Objects.requireNonNull(program.type(type)).methods().stream()
                .filter(method -> method.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Stmt> statements(MethodDecl method) {
        return Objects.requireNonNull(method.body()).statements();
    }

    private static Expr returned(Program program, String type, String name) {
        List<Stmt> statements = statements(method(program, type, name));
        return Objects.requireNonNull(((Stmt.Return) statements.get(statements.size() - 1)).value());
    }

    private static List<Expr.Call> calls(Program program, String type, String name) {
        return statements(method(program, type, name)).stream()
                .flatMap(statement ->
                        statement instanceof Stmt.Expression expression && expression.expr() instanceof Expr.Call call
                                ? Stream.of(call)
                                : Stream.empty())
                .toList();
    }

    private static String text(String source, Span span) {
        return source.substring(span.start(), span.end());
    }
}
