package dev.keywright.checks.ir;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A field, an enum constant or a record component's field. {@code owner} is the qualified name of its type. */
public record FieldDecl(
        String owner,
        String name,
        TypeRef type,
        Set<Modifier> modifiers,
        List<Annotation> annotations,
        @Nullable Expr initializer,
        boolean enumConstant,
        boolean recordComponent,
        Span span,
        Span nameSpan) {

    public FieldDecl {
        modifiers = Set.copyOf(modifiers);
        annotations = List.copyOf(annotations);
    }

    public boolean isStatic() {
        return modifiers.contains(Modifier.STATIC);
    }

    public boolean isFinal() {
        return modifiers.contains(Modifier.FINAL);
    }
}
