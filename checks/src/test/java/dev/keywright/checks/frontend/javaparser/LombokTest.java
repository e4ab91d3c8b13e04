package dev.keywright.checks.frontend.javaparser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.TypeRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class LombokTest {

    @Test
    void anotherAnnotationOfTheSameNameWritesNothing() {
        Parsing parsed = Parsing.of("import my.Data; @Data class A { String password; void f() { getPassword(); } }");
        assertThat(names(parsed)).containsExactly("f");
        assertThat(parsed.call("getPassword").method().resolved()).isFalse();
    }

    @Test
    void staticFieldsAndFinalOnesAreNotSet() {
        Parsing parsed =
                Parsing.of("import lombok.Data; @Data class A { static int count; final String a = \"x\"; String b; }");
        assertThat(names(parsed)).containsExactlyInAnyOrder("getA", "getB", "setB");
    }

    @Test
    void aWrittenAccessorStays() {
        Parsing parsed =
                Parsing.of("import lombok.*; @Getter class A { String b; public String getB() { return \"\"; } }");
        assertThat(names(parsed)).containsExactly("getB");
    }

    @Test
    void accessorsAreCalledAndGiveTheField() {
        Parsing parsed = Parsing.of("""
                import lombok.Data;
                @Data class A { private String password; private boolean active; private boolean isOn; }
                class B { void f(A a) { a.getPassword().trim(); a.isActive(); a.isOn(); a.setPassword("x"); a.setOn(true); } }
                """);
        assertThat(parsed.call("trim").method().owner()).isEqualTo(TypeRef.STRING);
        assertThat(List.of("getPassword", "isActive", "isOn", "setPassword", "setOn"))
                .allSatisfy(name -> {
                    Expr.Call call = parsed.call(name);
                    assertThat(call.method().resolved()).isTrue();
                    assertThat(parsed.program.method(call.method())).isNotNull();
                });
        MethodDecl getter = parsed.program.method(parsed.call("getPassword").method());
        assertThat(getter.body().toString()).contains("Field").contains("password");
    }

    @Test
    void theLoggerIsThere() {
        Parsing parsed = Parsing.of(
                "import lombok.extern.slf4j.Slf4j; @Slf4j class A { void f() { log.info(\"x\"); class L { void g() { log.warn(\"\"); } } } }");
        assertThat(parsed.call("info").method().owner()).isEqualTo(TypeRef.of("org.slf4j.Logger"));
        assertThat(parsed.call("warn").method().owner()).isEqualTo(TypeRef.of("org.slf4j.Logger"));
    }

    @Test
    void constructorsAreKnown() {
        Parsing parsed = Parsing.of("""
                import lombok.*;
                @AllArgsConstructor @NoArgsConstructor class A { String a; int b; }
                @RequiredArgsConstructor class B { final String a; int b; }
                class C { void f() { new A("x", 1); new A(); new B("x"); } }
                """);
        assertThat(parsed.all(Expr.New.class))
                .hasSize(3)
                .allMatch(made -> made.constructor().resolved());
    }

    @Test
    void valIsInferred() {
        Parsing parsed = Parsing.of("import lombok.val; class A { void f() { val x = \"s\"; x.trim(); } }");
        assertThat(parsed.call("trim").method().owner()).isEqualTo(TypeRef.STRING);
    }

    private static List<String> names(Parsing parsed) {
        return parsed.type("A").methods().stream().map(MethodDecl::name).toList();
    }
}
