package dev.keywright.checks.fuzz;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Inputs that grow with a number in the one direction that a shape names. Every one is valid Java, and mentions a secret. */
final class Hostile {

    private Hostile() {}

    /** Shapes by name, and how large each is taken as a start. */
    static Map<String, Shape> shapes() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put("concatenations", new Shape(10_000, n -> body("String s = password" + " + p".repeat(n) + ";")));
        shapes.put("sums", new Shape(5_000, n -> body("int s = n" + " + n".repeat(n) + ";")));
        shapes.put(
                "cases",
                new Shape(
                        5_000,
                        n -> body("switch (n) {" + each(n, i -> "case " + i + ": f(password, n); break;") + "}")));
        shapes.put(
                "case-assignments",
                new Shape(
                        2_000,
                        n -> body("String s = p; switch (n) {" + each(n, i -> "case " + i + ": s = s + p; break;")
                                + "} log.info(s);")));
        shapes.put(
                "else-ifs", new Shape(2_000, n -> body("if (n == 0) {}" + " else if (n == 1) { f(p, n); }".repeat(n))));
        shapes.put("ifs", new Shape(2_000, n -> body(each(n, i -> "if (n > " + i + ") { p = p + password; }"))));
        shapes.put(
                "variables",
                new Shape(
                        2_000,
                        n -> body(each(n, i -> "String v" + i + " = " + (i == 0 ? "password" : "v" + (i - 1)) + " + p;")
                                + each(n, i -> "if (n > " + i + ") { v" + i + " = p; }"))));
        shapes.put("loops", new Shape(1_000, n -> body("for (String q : qs) { p = q + password; }".repeat(n))));
        shapes.put(
                "nested-loops",
                new Shape(12, n -> body("while (n > 0) {".repeat(n) + "p = p + password;" + "}".repeat(n))));
        shapes.put(
                "nested-ifs", new Shape(500, n -> body("if (n > 0) {".repeat(n) + "f(password, n);" + "}".repeat(n))));
        shapes.put(
                "nested-tries",
                new Shape(
                        12,
                        n -> body("try {".repeat(n) + "f(password, n);"
                                + "} catch (Exception e) { p = p + n; } finally { n++; }".repeat(n))));
        shapes.put("nested-calls", new Shape(500, n -> body("g(".repeat(n) + "password" + ")".repeat(n) + ";")));
        shapes.put("call-chain", new Shape(2_000, n -> body("b" + ".append(password)".repeat(n) + ";")));
        shapes.put("unknown-chain", new Shape(2_000, n -> body("u" + ".with(password)".repeat(n) + ";")));
        shapes.put(
                "stream-chain",
                new Shape(100, n -> body("qs.stream()" + ".map(x -> x + password)".repeat(n) + ".toList();")));
        shapes.put("parentheses", new Shape(1_000, n -> body("int s = " + "(".repeat(n) + "n" + ")".repeat(n) + ";")));
        shapes.put("ternaries", new Shape(1_000, n -> body("String s = " + "n > 0 ? p : ".repeat(n) + "password;")));
        shapes.put(
                "nested-ternaries",
                new Shape(
                        100, n -> body("String s = " + "n > 0 ? (".repeat(n) + "p" + ") : password".repeat(n) + ";")));
        shapes.put("arrays", new Shape(5_000, n -> body("String[] s = {" + "password, p, ".repeat(n) + "};")));
        shapes.put(
                "nested-arrays",
                new Shape(
                        50,
                        n -> body("Object" + "[]".repeat(n) + " s = " + "{".repeat(n) + "p" + "}".repeat(n) + ";")));
        shapes.put(
                "casts", new Shape(100, n -> body("Object s = " + "(Object) (".repeat(n) + "p" + ")".repeat(n) + ";")));
        shapes.put(
                "generics",
                new Shape(25, n -> body("java.util.List<".repeat(n) + "String" + ">".repeat(n) + " deep;")));
        shapes.put(
                "generic-news",
                new Shape(
                        25,
                        n -> body("Object o = new " + "java.util.HashMap<String, ".repeat(n) + "String" + ">".repeat(n)
                                + "();")));
        shapes.put(
                "generic-calls",
                new Shape(15, n -> body("Object o = " + "java.util.List.of(".repeat(n) + "p" + ")".repeat(n) + ";")));
        shapes.put("lambdas", new Shape(100, n -> body("Object o = " + "x -> ".repeat(n) + "password;")));
        shapes.put("block-lambdas", new Shape(8, n -> body("run(() -> { g();".repeat(n) + "});".repeat(n))));
        shapes.put(
                "lambda-arguments",
                new Shape(
                        8,
                        n -> body("run(x -> g(".repeat(n) + "p"
                                + "));".replace(";", "").repeat(n) + ";")));
        shapes.put(
                "typed-lambdas",
                new Shape(8, n -> body("run((String a, int b) -> g(".repeat(n) + "p" + "))".repeat(n) + ";")));
        shapes.put(
                "switch-expressions",
                new Shape(
                        8,
                        n -> body("int s = " + "switch (n) { case 1 -> ".repeat(n) + "n" + "; default -> 0; }".repeat(n)
                                + ";")));
        shapes.put(
                "anonymous-classes",
                new Shape(
                        8,
                        n -> body(
                                "Object o = " + "new Object() { Object o = ".repeat(n) + "n" + "; }".repeat(n) + ";")));
        shapes.put(
                "anonymous-methods",
                new Shape(8, n -> body("new Object() { void m() { ".repeat(n) + "g();" + "} }.m();".repeat(n))));
        shapes.put(
                "classes-in-classes",
                new Shape(50, n -> file("class A { String password; ".repeat(n) + "}".repeat(n))));
        shapes.put("annotations", new Shape(20, n -> file("@A(".repeat(n) + "1" + ")".repeat(n) + " class B { }")));
        shapes.put("annotation-arrays", new Shape(50, n -> file("@A({" + "@B(\"p\"), ".repeat(n) + "}) class C { }")));
        shapes.put(
                "instanceofs",
                new Shape(1_000, n -> body("if (" + "p instanceof String && ".repeat(n) + "n > 0) { g(); }")));
        shapes.put(
                "comparisons",
                new Shape(1_000, n -> body("boolean b = " + "p.equals(password) || ".repeat(n) + "n > 0;")));
        shapes.put(
                "less-thans", new Shape(50, n -> body("boolean b = " + "a < (".repeat(n) + "n" + ")".repeat(n) + ";")));
        shapes.put("string-literal", new Shape(200_000, n -> body("String s = \"" + "x1".repeat(n) + "\";")));
        shapes.put("secret-like-literals", new Shape(2_000, n -> body(each(n, i -> "g(\"AKIA" + i + "x\");"))));
        shapes.put("comment", new Shape(200_000, n -> body("/*" + " *".repeat(n) + "/ f(password, n);")));
        shapes.put("identifier", new Shape(100_000, n -> body("String password" + "X".repeat(n) + " = p;")));
        shapes.put("words-in-name", new Shape(5_000, n -> body("String a" + "SecretKey".repeat(n) + " = p; g(a);")));
        shapes.put(
                "methods",
                new Shape(
                        2_500,
                        n -> file(
                                clazz(
                                        "A",
                                        each(
                                                n,
                                                i -> "String m" + i
                                                        + "(String a) {\n String b = a + \"x\";\n int k = b.length();\n return b.substring(k - 1);\n}\n")))));
        shapes.put(
                "fields",
                new Shape(
                        2_500,
                        n -> file(clazz(
                                "A",
                                each(
                                        n,
                                        i -> "private String password" + i + " = f(" + i + "); String g" + i
                                                + "() { return password" + i + "; }\n")))));
        shapes.put(
                "one-field-many-writers",
                new Shape(
                        1_000,
                        n -> file(clazz(
                                "A",
                                "String token; "
                                        + each(n, i -> "void m" + i + "(String a) { token = a + token; }\n")))));
        shapes.put(
                "record-of-secrets",
                new Shape(
                        200,
                        n -> file("record A("
                                + IntStream.range(0, n)
                                        .mapToObj(i -> "String password" + i)
                                        .collect(Collectors.joining(", "))
                                + ") { void m(org.slf4j.Logger log) { log.info(this.toString()); } }")));
        shapes.put(
                "call-cycle",
                new Shape(
                        1_000,
                        n -> file(clazz(
                                "A",
                                each(
                                        n,
                                        i -> "String m" + i + "(String a) { return m" + (i + 1) % n
                                                + "(a + password); }\n")))));
        shapes.put(
                "call-tree",
                new Shape(
                        1_000,
                        n -> file(clazz(
                                "A",
                                each(
                                        n,
                                        i -> "String m" + i + "(String a) { return m" + (2 * i + 1) % n + "(a) + m"
                                                + (2 * i + 2) % n + "(password); }\n")))));
        shapes.put(
                "all-call-three",
                new Shape(
                        1_000,
                        n -> file(clazz(
                                "A",
                                each(
                                        n,
                                        i -> "void m" + i + "(String a) { m" + (i * 7 + 1) % n + "(a); m"
                                                + (i * 13 + 5) % n + "(password); m" + (i * 31 + 3) % n
                                                + "(a); }\n")))));
        shapes.put(
                "sink-helpers",
                new Shape(
                        1_000,
                        n -> file(clazz(
                                "A",
                                "org.slf4j.Logger log; void m0(String a) { log.info(a); }"
                                        + each(
                                                n,
                                                i -> "void m" + (i + 1) + "(String a) { m" + i + "(a); m" + i / 2
                                                        + "(password); }\n")))));
        shapes.put(
                "recursive-classes",
                new Shape(
                        500,
                        n -> files(
                                n,
                                i -> "package p; class C" + i + " { C" + (i + 1) % n
                                        + " next; String password; String go(String a) { return next.go(a + password); } }")));
        shapes.put(
                "mutual-tostring",
                new Shape(
                        500,
                        n -> files(
                                n,
                                i -> "package p; class C" + i + " { C" + (i + 1) % n
                                        + " next; String password; public String toString() { return \"C\" + next + password; } }")));
        shapes.put(
                "wide-inheritance",
                new Shape(
                        1_000,
                        n -> files(
                                n,
                                i -> i == 0
                                        ? "package p; class C0 { String password; String m(String a) { return a; } }"
                                        : "package p; class C" + i
                                                + " extends C0 { String m(String a) { return super.m(a + password); } }")));
        shapes.put(
                "deep-inheritance",
                new Shape(
                        100,
                        n -> files(
                                n,
                                i -> i == 0
                                        ? "package p; class C0 { String password; String m(String a) { return a; } }"
                                        : "package p; class C" + i + " extends C" + (i - 1)
                                                + " { String m(String a) { return super.m(a + password); } }")));
        shapes.put(
                "wide-interface-calls",
                new Shape(
                        500,
                        n -> files(
                                n,
                                i -> i == 0
                                        ? "package p; interface C0 { String m(String a); }"
                                        : "package p; class C" + i
                                                + " implements C0 { C0 other; public String m(String password) { return other.m(password); } }")));
        shapes.put(
                "interface-list",
                new Shape(
                        200,
                        n -> file(each(n, i -> "interface I" + i + " { void m" + i + "(); }\n") + "class A implements "
                                + IntStream.range(0, n).mapToObj(i -> "I" + i).collect(Collectors.joining(", ")) + " { "
                                + each(n, i -> "public void m" + i + "() { m" + (i + 1) % n + "(); }\n") + "}")));
        shapes.put(
                "overloads",
                new Shape(
                        1_000,
                        n -> file(clazz("A", each(n, i -> "void m(T" + i + " a) { m(new T" + (i + 1) + "()); }\n")))));
        shapes.put(
                "same-names",
                new Shape(
                        1_000,
                        n -> files(
                                n,
                                i -> "package p; class C" + i + " { String get(String a) { return a; } String use(C"
                                        + (i + 1) % n + " o, String password) { return o.get(password); } }")));
        shapes.put(
                "unknown-receivers",
                new Shape(
                        1_000,
                        n -> files(
                                n,
                                i -> "package p; class C" + i
                                        + " { String get(String a) { return a; } String use(Foo o, String password) { return o.get(password); } }")));
        shapes.put(
                "local-classes",
                new Shape(300, n -> body(each(n, i -> "class L" + i + " { String m() { return password; } }"))));
        shapes.put(
                "enum-constants",
                new Shape(
                        1_000,
                        n -> file("enum E { "
                                + IntStream.range(0, n)
                                        .mapToObj(i -> "K" + i + " { String m() { return \"password\"; } }")
                                        .collect(Collectors.joining(", "))
                                + "; String m() { return null; } }")));
        shapes.put(
                "imports",
                new Shape(
                        2_000,
                        n -> file(each(n, i -> "import a.b.C" + i + ";\n") + "class A { "
                                + each(n, i -> "C" + i + " f" + i + ";\n") + "}")));
        shapes.put(
                "wildcard-imports",
                new Shape(
                        200,
                        n -> file(each(n, i -> "import a.b" + i + ".*;\n") + "class A { "
                                + each(n, i -> "D" + i + " f" + i + ";\n") + "}")));
        shapes.put(
                "constants",
                new Shape(
                        1_000,
                        n -> file(clazz(
                                "A",
                                "static final String K0 = \"a\"; "
                                        + each(
                                                n,
                                                i -> "static final String K" + (i + 1) + " = K" + i
                                                        + " + \"b\";\n")))));
        shapes.put(
                "constant-cycle",
                new Shape(
                        1_000,
                        n -> file(clazz(
                                "A",
                                each(n, i -> "static final String K" + i + " = K" + (i + 1) % n + " + \"b\";\n")))));
        shapes.put(
                "endpoints",
                new Shape(
                        500,
                        n -> file("@RestController class A { "
                                + each(
                                        n,
                                        i -> "@org.springframework.web.bind.annotation.GetMapping(\"/a" + i
                                                + "\") String m" + i
                                                + "(@org.springframework.web.bind.annotation.RequestParam String token) { return token; }\n")
                                + "}")));
        shapes.put(
                "type-parameters",
                new Shape(
                        200,
                        n -> file("class A<"
                                + IntStream.range(0, n)
                                        .mapToObj(i -> "T" + i + (i == 0 ? "" : " extends T" + (i - 1)))
                                        .collect(Collectors.joining(", "))
                                + "> { T" + (n - 1) + " password; void m() { password.toString(); } }")));
        shapes.put(
                "syntax-errors",
                new Shape(25, n -> file("class A { " + each(n, i -> "void m" + i + "() { int = ; }\n") + "}")));
        shapes.put("open-braces", new Shape(500, n -> file("class A { void m() { " + "{ if (".repeat(n))));
        shapes.put("open-parentheses", new Shape(500, n -> body("g" + "(".repeat(n))));
        shapes.put("open-generics", new Shape(50, n -> body("A" + "<A".repeat(n) + " x;")));
        shapes.put("quotes", new Shape(500, n -> body("\"".repeat(2 * n + 1))));
        shapes.put("unicode-escapes", new Shape(10_000, n -> body("String s = \"" + "\\u0041".repeat(n) + "\";")));
        shapes.put("vendor-text", new Shape(50_000, n -> body("String s = \"" + "eyJhbGci.".repeat(n) + "\";")));
        return shapes;
    }

    /** @param size the start, of which twice and four times are taken too */
    record Shape(int size, IntFunction<Map<String, String>> source) {}

    private static String each(int n, IntFunction<String> part) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < n; i++) {
            text.append(part.apply(i));
        }
        return text.toString();
    }

    private static Map<String, String> file(String text) {
        return Map.of("src/main/java/p/A.java", "package p;\n" + text);
    }

    private static Map<String, String> files(int n, IntFunction<String> text) {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            files.put("src/main/java/p/C" + i + ".java", text.apply(i));
        }
        return files;
    }

    private static String clazz(String name, String members) {
        return "class " + name + " { String password;\n" + members + " }";
    }

    private static Map<String, String> body(String body) {
        return file(
                "class A { String password; void f(String p, int n, java.util.List<String> qs, StringBuilder b, Unknown u)"
                        + " throws Exception {\n" + body + "\n} void g(Object... o) { } void run(Runnable r) { } }");
    }
}
