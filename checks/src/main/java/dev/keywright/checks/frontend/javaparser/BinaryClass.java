package dev.keywright.checks.frontend.javaparser;

import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A class as its class file tells it; not changed after it was read. */
final class BinaryClass implements ClassInfo {

    private final String name;
    private final boolean isInterface;
    private final Map<String, TypeRef> typeParameters;
    private final List<TypeRef> supertypes;
    private final Map<String, String> nested;
    private final List<Annotation> annotations;
    private final Map<String, FieldInfo> fields = new HashMap<>();
    private final Map<String, List<MethodInfo>> methods = new HashMap<>();
    private final List<MethodInfo> abstractMethods = new ArrayList<>(1);
    private final List<MethodDecl> annotatedMethods = new ArrayList<>(0);

    BinaryClass(
            String name,
            boolean isInterface,
            Map<String, TypeRef> typeParameters,
            List<TypeRef> supertypes,
            Map<String, String> nested,
            List<Annotation> annotations) {
        this.name = name;
        this.isInterface = isInterface;
        this.typeParameters = typeParameters;
        this.supertypes = supertypes;
        this.nested = nested;
        this.annotations = annotations;
    }

    void add(FieldInfo field) {
        fields.put(field.name(), field);
    }

    void add(MethodInfo method, boolean isAbstract) {
        methods.computeIfAbsent(method.name(), key -> new ArrayList<>(1)).add(method);
        if (isAbstract) {
            abstractMethods.add(method);
        }
    }

    void add(MethodDecl annotated) {
        annotatedMethods.add(annotated);
    }

    /** Instance methods with annotations on themselves or on parameters. */
    List<MethodDecl> annotatedMethods() {
        return annotatedMethods;
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
        return typeParameters;
    }

    @Override
    public List<TypeRef> supertypes() {
        return supertypes;
    }

    @Override
    public @Nullable FieldInfo field(String field) {
        return fields.get(field);
    }

    @Override
    public List<MethodInfo> methods(String method) {
        return methods.getOrDefault(method, List.of());
    }

    @Override
    public List<MethodInfo> abstractMethods() {
        return abstractMethods;
    }

    @Override
    public @Nullable String nested(String simpleName) {
        return nested.get(simpleName);
    }

    @Override
    public List<Annotation> annotations() {
        return annotations;
    }
}
