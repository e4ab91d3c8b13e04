package dev.keywright.checks.frontend.javac;

import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeHierarchy;
import dev.keywright.checks.ir.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** The class path and platform, as the compiler's {@link Elements} know them. */
final class ElementsHierarchy implements TypeHierarchy {

    private final Elements elements;
    private final TypeRefs types;
    private final AnnotationMirrors annotations;
    private final BinaryDeclarations declarations;
    private final Map<String, Optional<TypeElement>> found = new HashMap<>();

    ElementsHierarchy(Elements elements, TypeRefs types, AnnotationMirrors annotations) {
        this.elements = elements;
        this.types = types;
        this.annotations = annotations;
        this.declarations = new BinaryDeclarations(types, annotations);
    }

    @Override
    public Optional<List<TypeRef>> supertypes(String qualifiedName) {
        return find(qualifiedName).map(this::supertypes);
    }

    @Override
    public List<Annotation> annotations(String qualifiedName) {
        return find(qualifiedName)
                .map(type -> annotations.of(type.getAnnotationMirrors()))
                .orElse(List.of());
    }

    @Override
    public Optional<TypeDecl> declaration(String qualifiedName) {
        return find(qualifiedName).flatMap(this::declaration);
    }

    private Optional<TypeDecl> declaration(TypeElement type) {
        try {
            return Optional.of(declarations.of(type, supertypes(type)));
        } catch (RuntimeException | AssertionError e) {
            return Optional.empty(); // a class file that cannot be completed
        }
    }

    @Override
    public boolean exists(String qualifiedName) {
        return find(qualifiedName).isPresent();
    }

    private List<TypeRef> supertypes(TypeElement type) {
        List<TypeRef> supertypes = new ArrayList<>();
        try {
            if (type.getSuperclass().getKind() != TypeKind.NONE) {
                supertypes.add(types.of(type.getSuperclass()));
            }
            for (TypeMirror parent : type.getInterfaces()) {
                supertypes.add(types.of(parent));
            }
        } catch (RuntimeException | AssertionError e) {
            return supertypes; // a class file that cannot be completed: what is known of it so far
        }
        return supertypes;
    }

    private Optional<TypeElement> find(String name) {
        return found.computeIfAbsent(name, this::look);
    }

    private Optional<TypeElement> look(String name) {
        if (name.isEmpty() || !Character.isJavaIdentifierStart(name.charAt(0))) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(elements.getTypeElement(name));
        } catch (RuntimeException | AssertionError e) {
            return Optional.empty(); // a damaged class file, or a name that the compiler chokes on, is as good as none
        }
    }
}
