package dev.keywright.checks.frontend.javaparser;

import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.TypeRef;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a class's declaration, from source or from its class file. Types mention type variables as
 * {@link TypeVars} does. Implementations may be read from several threads.
 */
interface ClassInfo {

    /** Qualified, nested types with dots. */
    String name();

    boolean isInterface();

    /** Name to bound, in order. */
    Map<String, TypeRef> typeParameters();

    /** The superclass first, then interfaces; without java.lang.Object of an interface. */
    List<TypeRef> supertypes();

    @Nullable
    FieldInfo field(String name);

    /** Declared methods of that name; {@code <init>} for constructors. */
    List<MethodInfo> methods(String name);

    List<MethodInfo> abstractMethods();

    /** The qualified name of a member type that this class itself declares. */
    @Nullable
    String nested(String simpleName);

    List<Annotation> annotations();

    /** A declared field. */
    record FieldInfo(
            String owner,
            String name,
            TypeRef type,
            boolean isStatic,
            @Nullable Object constant) {}

    /**
     * A declared method.
     *
     * @param typeParameters its own type parameters, name to bound
     * @param erased its parameter types' erasures
     * @param erasedReturn its return type's erasure
     */
    record MethodInfo(
            String owner,
            String name,
            Map<String, TypeRef> typeParameters,
            List<TypeRef> parameters,
            List<TypeRef> erased,
            TypeRef returnType,
            TypeRef erasedReturn,
            boolean isStatic,
            boolean varargs,
            List<Annotation> annotations) {}
}
