package dev.keywright.checks.frontend.javac;

import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.MethodRef;
import dev.keywright.checks.ir.TypeRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Methods and functional interfaces as the compiler knows them, remembered by element. */
final class Members {

    private final Types types;
    private final TypeRefs refs;
    private final AnnotationMirrors annotations;
    private final Map<ExecutableElement, MethodRef> methods = new IdentityHashMap<>();
    private final Map<TypeElement, Boolean> givesValue = new IdentityHashMap<>();
    private final Map<TypeElement, Boolean> ownTypes = new IdentityHashMap<>();
    private final Set<String> sources = new HashSet<>();

    Members(Types types, TypeRefs refs, AnnotationMirrors annotations) {
        this.types = types;
        this.refs = refs;
        this.annotations = annotations;
    }

    /** Tells that a top-level type is compiled here; annotations of its methods are read from the source. */
    void addSource(String topLevelType) {
        sources.add(topLevelType);
    }

    MethodRef method(ExecutableElement element, TypeRef returnType) {
        MethodRef known = methods.get(element);
        if (known == null || !known.returnType().equals(returnType)) {
            known = known == null ? first(element, returnType) : withReturn(known, returnType);
            methods.put(element, known);
        }
        return known;
    }

    private static MethodRef withReturn(MethodRef ref, TypeRef returnType) {
        return new MethodRef(
                ref.owner(),
                ref.name(),
                ref.parameterTypes(),
                returnType,
                ref.isStatic(),
                ref.varargs(),
                ref.resolved(),
                ref.annotations());
    }

    private MethodRef first(ExecutableElement element, TypeRef returnType) {
        Element enclosing = element.getEnclosingElement();
        return new MethodRef(
                enclosing instanceof TypeElement owner ? refs.of(owner) : TypeRefs.OBJECT,
                element.getSimpleName().toString(),
                erasedParameters(element),
                returnType,
                element.getModifiers().contains(Modifier.STATIC),
                element.isVarArgs(),
                true,
                enclosing instanceof TypeElement owner && !isSource(owner)
                        ? annotations.of(element.getAnnotationMirrors())
                        : List.<Annotation>of());
    }

    List<TypeRef> erasedParameters(ExecutableElement element) {
        List<TypeRef> erased = new ArrayList<>();
        for (VariableElement parameter : element.getParameters()) {
            erased.add(erased(parameter.asType()));
        }
        return erased;
    }

    TypeRef erased(TypeMirror type) {
        return type.getKind() == TypeKind.ERROR ? refs.of(type) : refs.of(types.erasure(type));
    }

    private boolean isSource(TypeElement type) {
        Boolean known = ownTypes.get(type);
        if (known == null) {
            Element outermost = type;
            while (outermost.getEnclosingElement() != null
                    && outermost.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
                outermost = outermost.getEnclosingElement();
            }
            known = type.getNestingKind() == NestingKind.LOCAL
                    || type.getNestingKind() == NestingKind.ANONYMOUS
                    || (outermost instanceof TypeElement top
                            && sources.contains(top.getQualifiedName().toString()));
            ownTypes.put(type, known);
        }
        return known;
    }

    /** Whether the function of a functional interface gives a value; true when that is not known. */
    boolean givesValue(TypeMirror functionalInterface) {
        if (!(functionalInterface instanceof DeclaredType declared)
                || !(declared.asElement() instanceof TypeElement type)) {
            return true;
        }
        return givesValue.computeIfAbsent(type, key -> !Boolean.FALSE.equals(search(key, 0)));
    }

    /** Null when neither the type nor its supertypes have an abstract method of their own. */
    private @org.jspecify.annotations.Nullable Boolean search(TypeElement type, int depth) {
        if (depth > 32) {
            return null;
        }
        for (Element member : type.getEnclosedElements()) {
            if (member.getKind() == ElementKind.METHOD
                    && member.getModifiers().contains(Modifier.ABSTRACT)
                    && !isObjectMethod((ExecutableElement) member)) {
                return ((ExecutableElement) member).getReturnType().getKind() != TypeKind.VOID;
            }
        }
        for (TypeMirror parent : type.getInterfaces()) {
            if (parent instanceof DeclaredType declared && declared.asElement() instanceof TypeElement above) {
                Boolean found = search(above, depth + 1);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static boolean isObjectMethod(ExecutableElement method) {
        int parameters = method.getParameters().size();
        return switch (method.getSimpleName().toString()) {
            case "equals" -> parameters == 1;
            case "hashCode", "toString" -> parameters == 0;
            default -> false;
        };
    }
}
