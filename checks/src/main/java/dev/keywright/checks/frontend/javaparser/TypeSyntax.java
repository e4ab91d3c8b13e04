package dev.keywright.checks.frontend.javaparser;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.IntersectionType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.TypeParameter;
import com.github.javaparser.ast.type.UnionType;
import com.github.javaparser.ast.type.VarType;
import com.github.javaparser.ast.type.VoidType;
import com.github.javaparser.ast.type.WildcardType;
import dev.keywright.checks.ir.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Types as they are written, still without meaning: a {@link TypeRef} that is not resolved. */
final class TypeSyntax {

    /** Stands for {@code var} and for a lambda parameter without a type. */
    static final TypeRef INFERRED = TypeRef.unresolved("var");

    private TypeSyntax() {}

    static TypeRef of(Type type) {
        if (type instanceof ClassOrInterfaceType named) {
            return named(named);
        }
        if (type instanceof PrimitiveType primitive) {
            return TypeRef.of(primitive.asString());
        }
        if (type instanceof ArrayType array) {
            return of(array.getComponentType()).arrayOf();
        }
        if (type instanceof VoidType) {
            return TypeRef.VOID;
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard.getExtendedType()
                    .or(wildcard::getSuperType)
                    .map(bound -> of((Type) bound))
                    .orElse(Names.OBJECT);
        }
        if (type instanceof IntersectionType intersection) {
            return of(intersection.getElements().get(0));
        }
        if (type instanceof UnionType union) {
            return of(union.getElements().get(0));
        }
        if (type instanceof VarType) {
            return INFERRED;
        }
        return type instanceof TypeParameter parameter ? TypeRef.unresolved(parameter.getNameAsString()) : INFERRED;
    }

    private static TypeRef named(ClassOrInterfaceType type) {
        String name = type.getName().getIdentifier();
        if (type.getScope().isPresent()) {
            name = named(type.getScope().get()).name() + '.' + name;
        }
        List<TypeRef> args = List.of();
        if (type.getTypeArguments().isPresent()) {
            NodeList<Type> written = type.getTypeArguments().get();
            args = new ArrayList<>(written.size());
            for (Type arg : written) {
                args.add(of(arg));
            }
            if (written.isEmpty()) {
                args.add(TypeRef.UNKNOWN);
            }
        }
        return new TypeRef(name, false, args, 0);
    }

    /** Name to bound, in order. */
    static Map<String, TypeRef> parameters(NodeList<TypeParameter> parameters) {
        if (parameters.isEmpty()) {
            return Map.of();
        }
        Map<String, TypeRef> bounds = new LinkedHashMap<>();
        for (TypeParameter parameter : parameters) {
            bounds.put(
                    parameter.getNameAsString(),
                    parameter.getTypeBound().isEmpty()
                            ? Names.OBJECT
                            : of(parameter.getTypeBound().get(0)));
        }
        return bounds;
    }
}
