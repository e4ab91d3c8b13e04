package dev.keywright.checks.frontend.javac;

import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Modifier;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Variable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Declarations of class files, as far as annotations on them can be inherited. */
final class BinaryDeclarations {

    private final TypeRefs types;
    private final AnnotationMirrors annotations;

    BinaryDeclarations(TypeRefs types, AnnotationMirrors annotations) {
        this.types = types;
        this.annotations = annotations;
    }

    TypeDecl of(TypeElement type, List<TypeRef> supertypes) {
        List<MethodDecl> methods = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (isInherited(method) && isAnnotated(method)) {
                methods.add(method(types.of(type).name(), method));
            }
        }
        return new TypeDecl(
                types.of(type).name(),
                kind(type),
                modifiers(type.getModifiers()),
                annotations.of(type.getAnnotationMirrors()),
                supertypes,
                List.of(),
                methods,
                List.of(),
                Span.NONE,
                Span.NONE);
    }

    private static boolean isInherited(ExecutableElement method) {
        return !method.getModifiers().contains(javax.lang.model.element.Modifier.STATIC)
                && !method.getModifiers().contains(javax.lang.model.element.Modifier.PRIVATE);
    }

    private static boolean isAnnotated(ExecutableElement method) {
        return isAnnotated((Element) method)
                || method.getParameters().stream().anyMatch(BinaryDeclarations::isAnnotated);
    }

    /** The JDK's notes to its own virtual machine are nobody's annotations. */
    private static boolean isAnnotated(Element element) {
        return element.getAnnotationMirrors().stream()
                .anyMatch(
                        annotation -> !annotation.getAnnotationType().toString().startsWith("jdk.internal."));
    }

    private MethodDecl method(String owner, ExecutableElement method) {
        List<Variable> parameters = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            parameters.add(new Variable(
                    parameter.getSimpleName().toString(),
                    parameters.size(),
                    types.of(parameter.asType()),
                    annotations.of(parameter.getAnnotationMirrors()),
                    Span.NONE,
                    Span.NONE));
        }
        return new MethodDecl(
                owner,
                method.getSimpleName().toString(),
                parameters,
                types.of(method.getReturnType()),
                List.of(),
                modifiers(method.getModifiers()),
                annotations.of(method.getAnnotationMirrors()),
                null,
                method.isVarArgs(),
                Span.NONE,
                Span.NONE);
    }

    private static Set<Modifier> modifiers(Set<javax.lang.model.element.Modifier> declared) {
        return declared.contains(javax.lang.model.element.Modifier.ABSTRACT)
                ? EnumSet.of(Modifier.ABSTRACT)
                : EnumSet.noneOf(Modifier.class);
    }

    private static TypeDecl.Kind kind(TypeElement type) {
        return switch (type.getKind()) {
            case INTERFACE -> TypeDecl.Kind.INTERFACE;
            case ANNOTATION_TYPE -> TypeDecl.Kind.ANNOTATION;
            case ENUM -> TypeDecl.Kind.ENUM;
            case RECORD -> TypeDecl.Kind.RECORD;
            default -> TypeDecl.Kind.CLASS;
        };
    }
}
