package dev.keywright.checks.ir;

import java.util.List;

/**
 * The method that a call names, as far as it is known.
 *
 * @param owner the type that declares it (when resolved), else the best guess: the receiver's type
 * @param name its name; {@code <init>} for a constructor
 * @param parameterTypes erased parameter types of the declaration; empty when not {@code resolved}
 * @param returnType as seen at the call, after substitution
 * @param isStatic whether it is static; when unresolved, whether the receiver is written as a type
 * @param varargs whether the last parameter takes a variable number of arguments
 * @param resolved whether the declaration was found
 * @param annotations annotations of the declaration when it is a binary one; empty for methods of this program, which are
 *     found through {@link Program#method}
 */
public record MethodRef(
        TypeRef owner,
        String name,
        List<TypeRef> parameterTypes,
        TypeRef returnType,
        boolean isStatic,
        boolean varargs,
        boolean resolved,
        List<Annotation> annotations) {

    public MethodRef {
        parameterTypes = List.copyOf(parameterTypes);
        annotations = List.copyOf(annotations);
    }

    /** The key under which {@link Program#method} finds the declaration: {@code owner#name(erased,types)}. */
    public String key() {
        return key(owner.name(), name, parameterTypes);
    }

    public static String key(String owner, String name, List<TypeRef> parameterTypes) {
        StringBuilder key = new StringBuilder(owner).append('#').append(name).append('(');
        for (int i = 0; i < parameterTypes.size(); i++) {
            TypeRef type = parameterTypes.get(i);
            key.append(i == 0 ? "" : ",").append(type.name()).append("[]".repeat(type.dims()));
        }
        return key.append(')').toString();
    }
}
