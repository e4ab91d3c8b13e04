package dev.keywright.checks.frontend.javaparser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypesTest {

    @TempDir
    Path folder;

    // What is not known is said to be unknown, or named as far as the imports tell.

    @Test
    void aTypeThatNothingExplainsIsItsSimpleName() {
        Expr.Call call = Parsing.ofBody("", "Missing m = null; m.go();").call("go");
        assertThat(call.method().owner()).isEqualTo(TypeRef.unresolved("Missing"));
        assertThat(call.method().resolved()).isFalse();
        assertThat(call.type()).isEqualTo(TypeRef.UNKNOWN);
    }

    @Test
    void anImportedTypeIsKnownByItsQualifiedNameEvenWhenItsClassIsNot() {
        Expr.Call call = Parsing.ofBody("import org.slf4j.Logger;", "Logger log = null; log.info(p);")
                .call("info");
        assertThat(call.method().owner()).isEqualTo(TypeRef.of("org.slf4j.Logger"));
        assertThat(call.method().resolved()).isFalse();
    }

    @Test
    void twoUnseenPackagesImportedAsAWholeLeaveANameOpen() {
        Parsing parsed = Parsing.ofBody("import a.b.*; import c.d.*;", "Missing m = null; m.go();");
        assertThat(parsed.call("go").method().owner().resolved()).isFalse();
    }

    @Test
    void ourOwnAnnotationsAreKnownBesideAnotherUnseenPackage() {
        Parsing parsed = Parsing.ofBody(
                "import org.springframework.web.bind.annotation.*; import dev.keywright.annotations.*;",
                "SignatureScheme s = null; s.go(); Missing m = null;");
        assertThat(parsed.call("go").method().owner())
                .isEqualTo(TypeRef.of("dev.keywright.annotations.SignatureScheme"));
        assertThat(variable(parsed, "m").varType().resolved()).isFalse();
    }

    @Test
    void oneUnseenPackageImportedAsAWholeIsWhereAnUnknownNameComesFrom() {
        Parsing parsed = Parsing.ofBody(
                "import jakarta.ws.rs.*; import java.util.*;", "NotFoundException e = null; e.go(); List<String> l;");
        assertThat(parsed.call("go").method().owner()).isEqualTo(TypeRef.of("jakarta.ws.rs.NotFoundException"));
        assertThat(variable(parsed, "l").varType().name()).isEqualTo("java.util.List");
    }

    @Test
    void anUnknownVariableIsAFieldThatWasNotFound() {
        Expr.Call call = Parsing.of("class A extends Missing { void f() { log.info(1); other(); } }")
                .call("info");
        assertThat(call.receiver()).isInstanceOfSatisfying(Expr.Field.class, field -> {
            assertThat(field.name()).isEqualTo("log");
            assertThat(field.resolved()).isFalse();
        });
    }

    @Test
    void aStaticImportOfAMissingClassNamesItsOwner() {
        Expr.Call call = Parsing.ofBody("import static x.y.Assertions.check;", "check(p);")
                .call("check");
        assertThat(call.method().owner()).isEqualTo(TypeRef.of("x.y.Assertions"));
        assertThat(call.method().isStatic()).isTrue();
    }

    @Test
    void aFullyQualifiedNameNeedsNoImport() {
        Expr.Call call = Parsing.ofBody("", "org.x.Util.go(p);").call("go");
        assertThat(call.method().owner()).isEqualTo(TypeRef.of("org.x.Util"));
        assertThat(call.receiver()).isNull();
    }

    // What the JDK and the sources declare.

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p.trim().length() | int",
                "\"a\".repeat(n).getBytes() | byte[]",
                "java.util.List.of(p).get(0) | java.lang.String",
                "new java.util.ArrayList<String>().iterator().next() | java.lang.String",
                "new java.util.HashMap<String, Integer>().get(p) | java.lang.Integer",
                "java.util.Map.of(p, n).entrySet().iterator().next().getValue() | java.lang.Integer",
                "java.util.Optional.of(p).map(s -> s.length()).get() | java.lang.Integer",
                "java.util.Optional.ofNullable(p).orElse(null) | java.lang.String",
                "java.util.stream.Stream.of(p).map(s -> s.toCharArray()).findFirst().get() | char[]",
                "java.util.stream.Stream.of(p).map(String::length).toList().get(0) | java.lang.Integer",
                "java.util.Arrays.asList(p, p).get(0) | java.lang.String",
                "java.util.concurrent.CompletableFuture.supplyAsync(() -> p).thenApply(s -> s.trim()).join() | java.lang.String",
                "n > 0 ? p : null | java.lang.String",
                "n + 1L | long",
                "n / 2.0 | double",
                "n == 1 | boolean",
                "p + n | java.lang.String",
                "(Object) p | java.lang.Object",
                "new int[] {1}[0] | int",
                "new String[2].length | int",
                "getClass() | java.lang.Class",
                "String.class | java.lang.Class",
                "this.text | java.lang.String",
                "text.charAt(0) | char",
                "switch (n) { case 1 -> p; default -> text; } | java.lang.String",
                "javax.crypto.Mac.getInstance(p).doFinal(p.getBytes()) | byte[]",
                "java.util.Objects.requireNonNull(p) | java.lang.String",
                "new java.util.ArrayList<>(java.util.List.of(p)) | java.util.ArrayList",
            })
    void anExpressionHasItsType(String expression, String type) {
        Parsing parsed = Parsing.ofBody("", "var x = " + expression + ";");
        TypeRef found = variable(parsed, "x").varType();
        assertThat(found.name() + "[]".repeat(found.dims())).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "new StringBuilder().append(p) | append | java.lang.String",
                "new StringBuilder().append(n) | append | int",
                "new StringBuilder().append('c') | append | char",
                "new StringBuilder().append((Object) null) | append | java.lang.Object",
                "new StringBuilder().append(unknown) | append | java.lang.Object",
                "String.valueOf(n) | valueOf | int",
                "System.out.println(new char[0]) | println | char[]",
                "System.out.printf(p, n, n) | printf | java.lang.String,java.lang.Object[]",
                "java.util.concurrent.Executors.newCachedThreadPool().submit(() -> { n(); }) | submit | java.lang.Runnable",
                "java.util.concurrent.Executors.newCachedThreadPool().submit(() -> { return p; }) | submit | java.util.concurrent.Callable",
                "Math.max(n, 1L) | max | long,long",
                "new java.util.ArrayList<Integer>().remove(n) | remove | int",
            })
    void theRightOverloadIsChosen(String expression, String method, String parameters) {
        Expr.Call call = Parsing.ofBody("", expression + ";").call(method);
        assertThat(call.method().resolved()).isTrue();
        assertThat(call.method().parameterTypes().stream()
                        .map(type -> type.name() + "[]".repeat(type.dims()))
                        .toList())
                .containsExactly(parameters.split(","));
    }

    @Test
    void otherSourcesAreKnownWhateverTheirOrder() {
        Parsing parsed = Parsing.of(
                Map.of(
                        "a/A.java",
                                "package a; import b.*; class A extends Base<String> { void f() { get().trim(); helper(1); } }",
                        "b/Base.java",
                                "package b; public class Base<T> { protected T get() { return null; } protected void helper(long x) {} }"));
        assertThat(parsed.call("trim").method().owner()).isEqualTo(TypeRef.STRING);
        assertThat(parsed.program.method(parsed.call("helper").method())).isNotNull();
        assertThat(parsed.program.method(parsed.call("get").method())).isNotNull();
        assertThat(parsed.program.isSubtype("a.A", "b.Base")).isTrue();
    }

    @Test
    void constantsAreEvaluated() {
        Parsing parsed = Parsing.of("""
                class A { static final String X = B.PREFIX + "-" + (1 + 2); static final long L = 3; void f() { g(X, L, B.SELF); } }
                class B { static final String PREFIX = "p"; static final String SELF = SELF + "x"; }
                """);
        assertThat(parsed.call("g").args())
                .map(arg -> ((Expr.Field) arg).constant())
                .containsExactly("p-3", 3L, null);
    }

    @Test
    void recordsHaveComponentsAccessorsAndAConstructor() {
        Parsing parsed =
                Parsing.of("record R(String a, int... n) { void f() { new R(a(), 1, 2).n().clone(); a.trim(); } }");
        assertThat(parsed.call("a").type()).isEqualTo(TypeRef.STRING);
        assertThat(parsed.call("n").type().dims()).isEqualTo(1);
        assertThat(parsed.all(Expr.New.class))
                .allMatch(made -> made.constructor().resolved());
    }

    @Test
    void patternsBindWhereTheyHold() {
        Parsing parsed = Parsing.of("""
                class A { Integer s; void f(Object o) {
                    if (o instanceof String s && s.isEmpty()) { a(s); }
                    b(s);
                    if (!(o instanceof Long l)) { return; }
                    c(l);
                } }
                """);
        assertThat(parsed.call("a").args().get(0)).isInstanceOf(Expr.Local.class);
        assertThat(parsed.call("b").args().get(0)).isInstanceOf(Expr.Field.class);
        assertThat(parsed.call("c").args().get(0)).isInstanceOf(Expr.Local.class);
    }

    @Test
    void lambdasAndLocalClassesKeepTheNumbersOfWhatTheyCapture() {
        Parsing parsed = Parsing.of(
                "class A { void f(String p) { Runnable r = () -> { new Object() { String q = p; void g() { h(p); } }; }; } }");
        Variable parameter = parsed.type("A").methods().get(0).parameters().get(0);
        assertThat(((Expr.Local) parsed.call("h").args().get(0)).id()).isEqualTo(parameter.id());
        assertThat(parsed.program.type("A$1")).isNotNull();
    }

    @Test
    void aClassPathIsReadAndNothingOfItRuns() throws IOException {
        Path source = Files.writeString(folder.resolve("Lib.java"), """
                package lib;
                public class Lib<T> {
                    static { if (true) throw new IllegalStateException("was loaded"); }
                    public static final String NAME = "n";
                    public T value() { return null; }
                    public static class Inner { public int size(String... all) { return 0; } }
                    public @interface Mark { String value(); }
                    @Mark("x") public void marked() {}
                }
                """);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler.run(null, null, null, "-d", folder.toString(), source.toString()))
                .isZero();
        Path jar = folder.resolve("lib.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String name : List.of("Lib", "Lib$Inner", "Lib$Mark")) {
                zip.putNextEntry(new ZipEntry("lib/" + name + ".class"));
                zip.write(Files.readAllBytes(folder.resolve("lib/" + name + ".class")));
            }
            zip.putNextEntry(new ZipEntry("lib/Broken.class"));
            zip.write(new byte[] {1, 2, 3});
        }
        for (Path entry : List.of(jar, folder)) {
            Map<String, String> texts = Map.of(
                    "A.java",
                    "import lib.*; class A { void f(Lib<String> l) { l.value().trim(); new Lib.Inner().size(Lib.NAME); l.marked(); new Broken(); } }");
            var program = JavaParserFrontEnd.builder()
                    .classPath(List.of(entry, folder.resolve("missing.jar"), source))
                    .build()
                    .parse(texts);
            assertThat(program.type("A").methods().toString())
                    .contains("name=trim, parameterTypes=[]")
                    .contains("lib.Lib.Inner")
                    .contains("constant=n")
                    .contains("lib.Lib.Mark");
        }
    }

    @Test
    void theNewestLanguageIsRead() {
        for (String source : Samples.NEWER) {
            Parsing parsed = Parsing.of(source);
            assertThat(parsed.syntaxErrors).isEmpty();
            assertThat(parsed.program.files().get(0).complete()).isTrue();
        }
        assertThat(Parsing.of(Samples.NEWER.get(1)).call("trim").method().resolved())
                .isTrue();
    }

    @Test
    void testAndGeneratedCodeIsRecognised() {
        var files = Parsing.of(Map.of(
                        "src/test/java/A.java", "class A {}",
                        "target/generated-sources/B.java", "class B {}",
                        "src/main/java/C.java", "import jakarta.annotation.Generated; @Generated(\"x\") class C {}",
                        "src/main/java/D.java", "class D {}"))
                .program
                .files();
        assertThat(files)
                .filteredOn(file -> file.test())
                .map(file -> file.path())
                .containsExactly("src/test/java/A.java");
        assertThat(files)
                .filteredOn(file -> file.generated())
                .map(file -> file.path())
                .containsExactlyInAnyOrder("target/generated-sources/B.java", "src/main/java/C.java");
    }

    @Test
    void filesThatAreNotKeptAreParsedAgainWithTheSameResult() {
        Map<String, String> texts =
                Map.of("shop/Orders.java", Samples.UP_TO_17.get(0), "shop/Money.java", Samples.UP_TO_17.get(1));
        var kept = JavaParserFrontEnd.builder().threads(1).build().parse(texts);
        var dropped = JavaParserFrontEnd.builder()
                .threads(1)
                .keptCharacters(0)
                .build()
                .parse(texts);
        assertThat(IrComparison.compare(kept, dropped).differences()).isEmpty();
    }

    @Test
    void variablesThatBoundEachOtherAreNotFollowedAlongEveryPath() {
        String bounds =
                "<A extends %s<A, B, C, D>, B extends %s<A, B, C, D>, C extends %s<A, B, C, D>, D extends %s<A, B, C, D>>";
        Parsing parsed = Parsing.of("abstract class Node" + bounds.replace("%s", "Node")
                + " { abstract A parent(); void f(A a, B b) { var p = a.parent(); var n = a; } }");
        assertThat(variable(parsed, "n").varType().simpleName()).isEqualTo("Node");
    }

    private static Variable variable(Parsing parsed, String name) {
        return parsed.all(Stmt.LocalVariable.class).stream()
                .map(Stmt.LocalVariable::variable)
                .filter(variable -> variable.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
