package dev.keywright.processor.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Questions about classes, their supertypes and their methods. */
public final class Hierarchy {

    private static final String OBJECT = "java.lang.Object";

    private final Elements elements;
    private final Types types;

    public Hierarchy(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** The type and all its supertypes but Object, nearest first, a superclass before interfaces. */
    public List<TypeElement> withSupertypes(TypeElement type) {
        Map<String, TypeElement> found = new LinkedHashMap<>();
        List<TypeElement> level = List.of(type);
        while (!level.isEmpty()) {
            List<TypeElement> next = new ArrayList<>();
            for (TypeElement one : level) {
                String name = one.getQualifiedName().toString();
                if (!name.equals(OBJECT) && found.putIfAbsent(name, one) == null) {
                    add(one.getSuperclass(), next);
                    one.getInterfaces().forEach(mirror -> add(mirror, next));
                }
            }
            level = next;
        }
        return List.copyOf(found.values());
    }

    private static void add(TypeMirror mirror, List<TypeElement> next) {
        if (mirror.getKind() == TypeKind.DECLARED) {
            next.add((TypeElement) ((DeclaredType) mirror).asElement());
        }
    }

    /** Whether a supertype is not known yet, because another processor still has to write it. */
    public boolean isIncomplete(TypeElement type) {
        for (TypeElement one : withSupertypes(type)) {
            if (one.getSuperclass().getKind() == TypeKind.ERROR
                    || one.getInterfaces().stream().anyMatch(mirror -> mirror.getKind() == TypeKind.ERROR)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a parameter's type is not known yet. */
    public boolean isIncomplete(ExecutableElement method) {
        return method.getParameters().stream().anyMatch(parameter -> isUnknown(parameter.asType()));
    }

    private static boolean isUnknown(TypeMirror mirror) {
        TypeMirror bare = mirror;
        while (bare.getKind() == TypeKind.ARRAY) {
            bare = ((ArrayType) bare).getComponentType();
        }
        return bare.getKind() == TypeKind.ERROR;
    }

    /** The methods that an instance of the class has, its own and inherited ones, each once. */
    public List<ExecutableElement> methods(TypeElement type) {
        return ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
                .filter(method -> !isObject(owner(method)))
                .toList();
    }

    /** The type that declares the method. */
    public static TypeElement owner(ExecutableElement method) {
        return (TypeElement) Objects.requireNonNull(method.getEnclosingElement());
    }

    private static boolean isObject(TypeElement type) {
        return type.getQualifiedName().contentEquals(OBJECT);
    }

    /** The methods of supertypes that the method overrides or implements in the class, nearest first. */
    public List<ExecutableElement> overridden(ExecutableElement method, TypeElement type) {
        List<ExecutableElement> found = new ArrayList<>();
        if (method.getModifiers().contains(Modifier.STATIC)) {
            return found;
        }
        for (TypeElement supertype : withSupertypes(type)) {
            if (supertype.equals(method.getEnclosingElement())) {
                continue;
            }
            for (ExecutableElement candidate : ElementFilter.methodsIn(supertype.getEnclosedElements())) {
                if (candidate.getSimpleName().equals(method.getSimpleName())
                        && candidate.getParameters().size()
                                == method.getParameters().size()
                        && elements.overrides(method, candidate, type)) {
                    found.add(candidate);
                }
            }
        }
        return found;
    }

    /** The name of the type as {@link Class#getName()} writes it. */
    public String binaryName(TypeElement type) {
        return elements.getBinaryName(type).toString();
    }

    /** The erased parameter types as {@link Class#getName()} writes them. */
    public List<String> erasedParameters(ExecutableElement method) {
        return method.getParameters().stream()
                .map(parameter -> className(types.erasure(parameter.asType())))
                .toList();
    }

    private String className(TypeMirror erased) {
        return switch (erased.getKind()) {
            case ARRAY -> "[" + componentName(((ArrayType) erased).getComponentType());
            case DECLARED -> binaryName((TypeElement) ((DeclaredType) erased).asElement());
            default -> erased.getKind().name().toLowerCase(Locale.ROOT);
        };
    }

    private String componentName(TypeMirror component) {
        return switch (component.getKind()) {
            case ARRAY -> className(component);
            case BOOLEAN -> "Z";
            case BYTE -> "B";
            case CHAR -> "C";
            case DOUBLE -> "D";
            case FLOAT -> "F";
            case INT -> "I";
            case LONG -> "J";
            case SHORT -> "S";
            default -> "L" + className(component) + ";";
        };
    }

    /** The class and everything it encloses, outer first. */
    public static List<TypeElement> withNested(TypeElement type) {
        List<TypeElement> found = new ArrayList<>();
        found.add(type);
        for (TypeElement nested : ElementFilter.typesIn(type.getEnclosedElements())) {
            found.addAll(withNested(nested));
        }
        return found;
    }

    /** Whether instances answer requests themselves: a class, a record or an enum, abstract or not. */
    public static boolean isClass(TypeElement type) {
        ElementKind kind = type.getKind();
        return kind.isClass();
    }

    public static boolean isAbstract(TypeElement type) {
        return type.getModifiers().contains(Modifier.ABSTRACT);
    }
}
