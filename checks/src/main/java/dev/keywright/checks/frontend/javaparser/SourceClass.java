package dev.keywright.checks.frontend.javaparser;

import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A class of the scanned sources: its declarations as written, given a meaning when first asked for, since a name may mean a
 * class of a file that is read later. Filled by one thread, then read by any.
 */
final class SourceClass implements ClassInfo {

    /** @param constant the initializer when it may be a compile-time constant */
    record Field(
            String name,
            TypeRef type,
            boolean isStatic,
            @Nullable ConstantSyntax constant) {}

    /** A method as written; its parameter types have the dimension of a variable-arity parameter. */
    record Method(
            String name,
            Map<String, TypeRef> typeParameters,
            List<TypeRef> parameters,
            TypeRef returnType,
            boolean isStatic,
            boolean isAbstract,
            boolean varargs) {}

    private final String name;
    private final boolean isInterface;
    private final TypeScope scope;
    private final Map<String, TypeRef> writtenBounds;
    private final List<TypeRef> writtenSupertypes;
    private final Map<String, Field> fields = new HashMap<>();
    private final Map<String, List<Method>> methods = new HashMap<>();
    private final Map<String, SourceClass> nested = new HashMap<>();
    private final Map<String, FieldInfo> knownFields = new ConcurrentHashMap<>();
    private final Map<String, List<MethodInfo>> knownMethods = new ConcurrentHashMap<>();
    private volatile @Nullable List<TypeRef> supertypes;
    private volatile @Nullable Map<String, TypeRef> typeParameters;

    /** @param outer the scope around the declaration */
    SourceClass(
            String name,
            boolean isInterface,
            TypeScope outer,
            Map<String, TypeRef> typeParameters,
            List<TypeRef> supertypes) {
        this.name = name;
        this.isInterface = isInterface;
        this.scope = outer.withVariables(typeParameters);
        this.writtenBounds = typeParameters;
        this.writtenSupertypes = supertypes;
    }

    void add(Field field) {
        fields.putIfAbsent(field.name(), field);
    }

    void add(Method method) {
        methods.computeIfAbsent(method.name(), key -> new ArrayList<>(1)).add(method);
    }

    void addNested(String simple, SourceClass member) {
        nested.putIfAbsent(simple, member);
    }

    @Nullable
    SourceClass member(String simple) {
        return nested.get(simple);
    }

    boolean declaresField(String field) {
        return fields.containsKey(field);
    }

    boolean declaresMethod(String method, int parameters) {
        for (Method declared : methods.getOrDefault(method, List.of())) {
            if (declared.parameters().size() == parameters) {
                return true;
            }
        }
        return false;
    }

    /** The scope of the class's body. */
    TypeScope bodyScope() {
        return scope.withClass(name);
    }

    /** The scope of the header: supertypes and bounds. */
    TypeScope headerScope() {
        return scope;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isInterface() {
        return isInterface;
    }

    @Override
    public Map<String, TypeRef> typeParameters() {
        if (writtenBounds.isEmpty()) {
            return Map.of();
        }
        Map<String, TypeRef> known = typeParameters;
        if (known == null) {
            known = bounds(writtenBounds, scope);
            typeParameters = known;
        }
        return known;
    }

    private static Map<String, TypeRef> bounds(Map<String, TypeRef> written, TypeScope scope) {
        if (written.isEmpty()) {
            return Map.of();
        }
        Map<String, TypeRef> bounds = new LinkedHashMap<>();
        written.forEach((key, bound) -> bounds.put(key, scope.resolveGeneric(bound)));
        return bounds;
    }

    @Override
    public List<TypeRef> supertypes() {
        List<TypeRef> known = supertypes;
        if (known == null) {
            known = writtenSupertypes.stream().map(scope::resolveGeneric).toList();
            supertypes = known;
        }
        return known;
    }

    @Override
    public @Nullable FieldInfo field(String field) {
        FieldInfo known = knownFields.get(field);
        Field written = fields.get(field);
        if (known != null || written == null) {
            return known;
        }
        TypeRef type = bodyScope().resolveGeneric(written.type());
        Object constant = written.constant() == null ? null : written.constant().value(this, type);
        known = new FieldInfo(name, field, type, written.isStatic(), constant);
        knownFields.put(field, known);
        return known;
    }

    @Override
    public List<MethodInfo> methods(String method) {
        List<MethodInfo> known = knownMethods.get(method);
        if (known == null) {
            List<Method> written = methods.get(method);
            if (written == null) {
                return List.of();
            }
            known = written.stream().map(this::resolve).toList();
            knownMethods.put(method, known);
        }
        return known;
    }

    private MethodInfo resolve(Method method) {
        TypeScope inside = bodyScope().withVariables(method.typeParameters());
        return new MethodInfo(
                name,
                method.name(),
                bounds(method.typeParameters(), inside),
                method.parameters().stream().map(inside::resolveGeneric).toList(),
                method.parameters().stream()
                        .map(inside::resolve)
                        .map(TypeVars::raw)
                        .toList(),
                inside.resolveGeneric(method.returnType()),
                TypeVars.raw(inside.resolve(method.returnType())),
                method.isStatic(),
                method.varargs(),
                List.of());
    }

    @Override
    public List<MethodInfo> abstractMethods() {
        List<MethodInfo> found = new ArrayList<>();
        for (List<Method> sameName : methods.values()) {
            for (int i = 0; i < sameName.size(); i++) {
                if (sameName.get(i).isAbstract()) {
                    found.add(methods(sameName.get(i).name()).get(i));
                }
            }
        }
        return found;
    }

    @Override
    public @Nullable String nested(String simpleName) {
        SourceClass member = nested.get(simpleName);
        return member == null ? null : member.name();
    }

    @Override
    public List<Annotation> annotations() {
        return List.of();
    }
}
