package dev.keywright.checks.ir;

import java.util.List;
import java.util.Optional;

/** What a front end knows of types that are not declared in the program. Implementations need not be thread-safe. */
public interface TypeHierarchy {

    /**
     * The direct supertypes of a type: superclass first, then interfaces.
     *
     * @param qualifiedName the erasure, nested types with dots
     * @return empty when the type is not known
     */
    Optional<List<TypeRef>> supertypes(String qualifiedName);

    /** The annotations of a type that is not declared in the program; empty when it has none or is not known. */
    default List<Annotation> annotations(String qualifiedName) {
        return List.of();
    }

    /**
     * A type that is not declared in the program, as its class file declares it: its annotations, its direct supertypes and
     * those of its instance methods that bear annotations, on themselves or on a parameter. Nothing of it has a position, no
     * method has a body.
     */
    default Optional<TypeDecl> declaration(String qualifiedName) {
        return Optional.empty();
    }

    /** Whether a type of this name can be found at all: in the program's class path or platform. */
    default boolean exists(String qualifiedName) {
        return supertypes(qualifiedName).isPresent();
    }
}
