package dev.keywright.checks.ir;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that is analysed together: the sources of one compilation or one scan. Not thread-safe: it caches. */
public final class Program {

    private final List<SourceFile> files;
    private final TypeHierarchy binary;
    private final Map<String, TypeDecl> types = new LinkedHashMap<>();
    private final Map<String, SourceFile> fileOfType = new HashMap<>();
    private final Map<String, MethodDecl> methods = new HashMap<>();
    private final Map<String, Set<String>> closures = new HashMap<>();
    private final Map<String, Boolean> mentions = new HashMap<>();

    public Program(List<SourceFile> files, TypeHierarchy binary) {
        this.files = List.copyOf(files);
        this.binary = binary;
        for (SourceFile file : files) {
            for (TypeDecl type : file.types()) {
                add(type, file);
            }
        }
    }

    /** Registers a type and its members; front ends' local and anonymous classes are registered as they are met. */
    public void add(TypeDecl type, SourceFile file) {
        types.putIfAbsent(type.name(), type);
        fileOfType.putIfAbsent(type.name(), file);
        for (MethodDecl method : type.methods()) {
            methods.putIfAbsent(method.key(), method);
        }
        for (TypeDecl nested : type.nested()) {
            add(nested, file);
        }
    }

    public List<SourceFile> files() {
        return files;
    }

    public Collection<TypeDecl> types() {
        return types.values();
    }

    public @Nullable TypeDecl type(String qualifiedName) {
        return types.get(qualifiedName);
    }

    public @Nullable SourceFile fileOf(String typeName) {
        return fileOfType.get(typeName);
    }

    /** The declaration that a call names, if it stands in this program. */
    public @Nullable MethodDecl method(MethodRef method) {
        return methods.get(method.key());
    }

    public @Nullable FieldDecl field(String owner, String name) {
        TypeDecl type = types.get(owner);
        if (type == null) {
            return null;
        }
        for (FieldDecl field : type.fields()) {
            if (field.name().equals(name)) {
                return field;
            }
        }
        return null;
    }

    /** Whether any file {@linkplain SourceFile#mayMention may mention} a word. */
    public boolean mayMention(String word) {
        return mentions.computeIfAbsent(word, key -> files.stream().anyMatch(file -> file.mayMention(key)));
    }

    /** Whether a type can be found at all, in the program or behind it. */
    public boolean exists(String qualifiedName) {
        return types.containsKey(qualifiedName) || binary.exists(qualifiedName);
    }

    /** The annotations of a type, declared here or known from its binary. */
    public List<Annotation> annotations(String qualifiedName) {
        TypeDecl type = types.get(qualifiedName);
        return type != null ? type.annotations() : binary.annotations(qualifiedName);
    }

    /** Whether {@code type} is {@code ancestor} or inherits from it, as far as is known. */
    public boolean isSubtype(TypeRef type, String ancestor) {
        return type.dims() == 0 && isSubtype(type.name(), ancestor);
    }

    /** As {@link #isSubtype(TypeRef, String)}, by qualified names. */
    public boolean isSubtype(String type, String ancestor) {
        return type.equals(ancestor) || supertypes(type).contains(ancestor);
    }

    /** All supertypes that are known, nearest first, without the type itself. */
    public Set<String> supertypes(String type) {
        Set<String> known = closures.get(type);
        if (known != null) {
            return known;
        }
        Set<String> closure = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(type));
        while (!open.isEmpty()) {
            for (TypeRef parent : directSupertypes(open.removeFirst())) {
                if (closure.add(parent.name())) {
                    open.add(parent.name());
                }
            }
        }
        closures.put(type, closure);
        return closure;
    }

    private List<TypeRef> directSupertypes(String name) {
        TypeDecl type = types.get(name);
        return type != null ? type.supertypes() : binary.supertypes(name).orElse(List.of());
    }
}
