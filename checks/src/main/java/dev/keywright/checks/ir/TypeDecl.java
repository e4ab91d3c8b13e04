package dev.keywright.checks.ir;

import java.util.List;
import java.util.Set;

/**
 * A class, interface, enum, record or annotation type.
 *
 * @param name qualified, nested types with dots; a local or anonymous class has a name unique in the program that contains
 *     {@code $}
 * @param supertypes the superclass first where there is one, then the interfaces
 * @param methods declared methods, constructors and initializer blocks
 * @param nested member types only; local and anonymous ones stand where they are written
 */
public record TypeDecl(
        String name,
        Kind kind,
        Set<Modifier> modifiers,
        List<Annotation> annotations,
        List<TypeRef> supertypes,
        List<FieldDecl> fields,
        List<MethodDecl> methods,
        List<TypeDecl> nested,
        Span span,
        Span nameSpan) {

    /** What is declared. */
    public enum Kind {
        CLASS,
        INTERFACE,
        ENUM,
        RECORD,
        ANNOTATION
    }

    public TypeDecl {
        modifiers = Set.copyOf(modifiers);
        annotations = List.copyOf(annotations);
        supertypes = List.copyOf(supertypes);
        fields = List.copyOf(fields);
        methods = List.copyOf(methods);
        nested = List.copyOf(nested);
    }

    public String simpleName() {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }
}
