package dev.keywright.checks.frontend.javaparser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.TypeDecl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenSourceTest {

    @TempDir
    Path folder;

    @Test
    void aFileThatIsNotThereIsToldAndIsEmptyInTheProgram() {
        List<String> told = new ArrayList<>();
        Program program = front(told).parse(List.of(folder.resolve("Missing.java")), folder);
        assertThat(told).containsExactly("Missing.java: there is no such file");
        assertThat(program.files()).singleElement().satisfies(file -> {
            assertThat(file.path()).isEqualTo("Missing.java");
            assertThat(file.complete()).isFalse();
            assertThat(file.types()).isEmpty();
        });
    }

    @Test
    void aFileOverTheLimitIsNotRead() throws IOException {
        Path file = Files.writeString(folder.resolve("Big.java"), "class Big { /* " + "x".repeat(2000) + " */ }");
        List<String> told = new ArrayList<>();
        JavaParserFrontEnd front = JavaParserFrontEnd.builder()
                .largestFile(1000)
                .listener(listener(told))
                .build();
        assertThat(front.parse(List.of(file), folder).types()).isEmpty();
        assertThat(told).singleElement().asString().startsWith("Big.java: it is larger");
    }

    @Test
    void aFolderInPlaceOfAFileIsTold() throws IOException {
        Path notAFile = Files.createDirectory(folder.resolve("Dir.java"));
        List<String> told = new ArrayList<>();
        front(told).parse(List.of(notAFile), folder);
        assertThat(told).singleElement().asString().startsWith("Dir.java: it cannot be read");
    }

    @Test
    void oneBadFileDoesNotHarmTheOthers() throws IOException {
        Path good = Files.writeString(folder.resolve("Good.java"), "class Good {}");
        Program program = front(new ArrayList<>()).parse(List.of(folder.resolve("No.java"), good), folder);
        assertThat(program.type("Good")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u001a",
                "}",
                "}}}}",
                "{{{{",
                "class",
                "class {",
                "class A",
                "\"",
                "'",
                "/*",
                "\"\"\"",
                "\\u",
                "\\u00",
                "@",
                "import",
                "package ;",
                "<?xml version=\"1.0\"?><a/>",
                "#!/bin/sh\necho",
                "\u0000\u0001\u0002",
                "class A { int x = 0x; long y = 99999999999999999999; char c = ''; String s = \"\\q\"; }",
                "class A { void f() { switch } }",
                "class A extends A {} class B extends C {} class C extends B { void f() { g(); } }",
                "class A<T extends T> { T t; void f() { t.x(); } }",
                "class A<T extends U, U extends T> { T t; void f() { t.x(); } }",
                "class A extends A.B { static class B extends A {} void f() { f(); } }",
                "interface I extends I { int X = X; int Y = Z; int Z = Y; }",
                "record R(int a, int a) {} enum E { A, A }",
                "class A { int a = b; int b = a; static final String S = S + S; static final int N = N * 2; }",
            })
    void nonsenseDoesNoHarm(String source) {
        Parsing parsed = Parsing.of(source);
        assertThat(parsed.unreadable).isEmpty();
        assertThat(parsed.program.files()).hasSize(1);
    }

    @Test
    void theMembersAroundABrokenOneAreKept() {
        Parsing parsed = Parsing.of("""
                package p;
                class A {
                    void before() { log("x"); }
                    garbage garbage garbage;
                    void broken() { int = 3 4; }
                    int half( { }
                    void after() { log("y"); }
                }
                class B { int kept; }
                """);
        assertThat(methods(parsed, "p.A")).contains("before", "after");
        assertThat(parsed.type("p.B").fields()).hasSize(1);
        assertThat(parsed.program.files().get(0).complete()).isFalse();
        assertThat(parsed.syntaxErrors).singleElement().asString().startsWith("A.java:4: ");
    }

    @Test
    void theStatementsAroundABrokenOneAreKept() {
        Parsing parsed = Parsing.of("class A { void f() { a(); int x = ; b(); } void g() { foo(; c(); } }");
        assertThat(parsed.calls("a")).hasSize(1);
        assertThat(parsed.calls("b")).hasSize(1);
        assertThat(parsed.calls("c")).hasSize(1);
        assertThat(parsed.program.files().get(0).complete()).isFalse();
    }

    @Test
    void aFileCutOffInTheMiddleKeepsItsStart() {
        Parsing parsed = Parsing.of("class A { void f() { log(secret); } void g() { if (x) { log(");
        assertThat(methods(parsed, "A")).contains("f");
        assertThat(parsed.program.files().get(0).complete()).isFalse();
    }

    @Test
    void aBrokenImportDoesNotTakeTheClassAlong() {
        Parsing parsed = Parsing.of("package a; import b.; import java.util.List; class A { List<String> x; }");
        assertThat(parsed.type("a.A").fields().get(0).type().name()).isEqualTo("java.util.List");
    }

    @Test
    void offsetsStayThoseOfTheFileAfterRecovery() {
        String source = "class A {\n garbage garbage garbage;\n void f() { log(1); } }";
        Parsing parsed = Parsing.of(source);
        assertThat(parsed.source(parsed.call("log"))).isEqualTo("log(1)");
    }

    @Test
    void theSameClassTwiceIsNoCrash() {
        Parsing parsed = Parsing.of(Map.of(
                "a/A.java", "import java.util.List; class A { List<String> x; }",
                "b/A.java", "import java.awt.List; class A { List x; void f() { x.add(\"\"); } }"));
        assertThat(parsed.unreadable).isEmpty();
        assertThat(parsed.program.files()).allMatch(file -> file.types().size() == 1);
    }

    @Test
    void byteOrderMarksAndEncodingsAreUnderstood() throws IOException {
        String source = "class A { String s = \"gr\u00fc\u00df\"; }";
        List<byte[]> encodings = List.of(
                source.getBytes(StandardCharsets.UTF_8),
                ("\ufeff" + source).getBytes(StandardCharsets.UTF_8),
                source.getBytes(StandardCharsets.ISO_8859_1),
                ("\ufeff" + source).getBytes(StandardCharsets.UTF_16LE),
                ("\ufeff" + source).getBytes(StandardCharsets.UTF_16BE));
        for (byte[] bytes : encodings) {
            Path file = Files.write(folder.resolve("A.java"), bytes);
            Program program = front(new ArrayList<>()).parse(List.of(file), folder);
            TypeDecl type = program.type("A");
            assertThat(type).isNotNull();
            assertThat(type.fields().get(0).initializer()).asString().contains("gr\u00fc\u00df");
            assertThat(program.files().get(0).text().toString()).isEqualTo(source);
        }
    }

    @Test
    void unicodeEscapesOutsideOfLiteralsKeepTheFilesOffsets() {
        Parsing parsed =
                Parsing.of("class A { void \\u0066() { log(\\u0028x\\uu0029); log2(\"\\u0041\", '\\u0042'); } }");
        assertThat(methods(parsed, "A")).containsExactly("f");
        assertThat(parsed.source(parsed.call("log"))).isEqualTo("log(\\u0028x\\uu0029)");
        assertThat(parsed.call("log2").args().toString()).contains("value=A").contains("value=B");
    }

    /** The parser by itself stops at more than one {@code u} within a literal (JLS 3.3). */
    @Test
    void escapesWithManyLettersWithinLiteralsKeepTheFilesOffsets() {
        Parsing parsed = Parsing.of(
                "class A { void f() { a(\"\\uuu0041\\uu0042\", '\\uu0043'); b(\"\\\\uu0041 \\\\\\uu0044\"); /* \\uu */ c(); } }");
        assertThat(parsed.call("a").args().toString()).contains("value=AB").contains("value=C");
        assertThat(parsed.call("b").args().toString()).contains("value=\\uu0041 \\D");
        assertThat(parsed.source(parsed.call("a"))).isEqualTo("a(\"\\uuu0041\\uu0042\", '\\uu0043')");
        assertThat(parsed.source(parsed.call("c"))).isEqualTo("c()");
    }

    private static List<String> methods(Parsing parsed, String type) {
        return parsed.type(type).methods().stream().map(MethodDecl::name).toList();
    }

    private static ParseListener listener(List<String> told) {
        return new ParseListener() {
            @Override
            public void unreadable(String path, String reason) {
                told.add(path + ": " + reason);
            }
        };
    }

    private static JavaParserFrontEnd front(List<String> told) {
        return JavaParserFrontEnd.builder().listener(listener(told)).build();
    }
}
