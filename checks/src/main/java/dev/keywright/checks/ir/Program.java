package dev.keywright.checks.ir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that is analysed together: the sources of one compilation or one scan. Not thread-safe: it caches. */
public final class Program {

    private final List<SourceFile> files;
    private final TypeHierarchy binary;
    private final Lexicon lexicon;
    private final Map<String, TypeDecl> types = new LinkedHashMap<>();
    private final Map<String, SourceFile> fileOfType = new HashMap<>();
    private final Map<SourceFile, List<TypeDecl>> typesOfFile = new IdentityHashMap<>();
    private final Map<String, Map<String, List<MethodDecl>>> methods = new HashMap<>();
    private final Map<String, Set<String>> closures = new HashMap<>();
    private final Map<String, Optional<TypeDecl>> declarations = new HashMap<>();
    private final Map<Words, Boolean> mentions = new HashMap<>();
    private final Set<SourceFile> outOfTime = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<SourceFile> typesCut = Collections.newSetFromMap(new IdentityHashMap<>());

    public Program(List<SourceFile> files, TypeHierarchy binary) {
        this.files = List.copyOf(files);
        this.binary = binary;
        this.lexicon = lexicon(this.files);
        for (SourceFile file : files) {
            for (TypeDecl type : file.types()) {
                add(type, file);
            }
        }
    }

    /** The one of files that were in another program before, so that they are not searched again. */
    private static Lexicon lexicon(List<SourceFile> files) {
        Lexicon shared = null;
        for (SourceFile file : files) {
            shared = shared == null ? SearchedText.of(file.text()).lexicon() : shared;
        }
        Lexicon one = shared == null ? new Lexicon() : shared;
        files.forEach(file -> SearchedText.of(file.text()).share(one));
        return one;
    }

    /** The words of the files whose words somebody has asked for. */
    public Lexicon lexicon() {
        return lexicon;
    }

    /** The words of all files that can be searched. */
    public Lexicon wholeLexicon() {
        files.stream().filter(SourceFile::isSearchable).forEach(SourceFile::words);
        return lexicon;
    }

    /** Registers a type and its members; front ends' local and anonymous classes are registered as they are met. */
    public void add(TypeDecl type, SourceFile file) {
        types.putIfAbsent(type.name(), type);
        fileOfType.putIfAbsent(type.name(), file);
        typesOfFile.computeIfAbsent(file, key -> new ArrayList<>(2)).add(type);
        Map<String, List<MethodDecl>> own = methods.computeIfAbsent(type.name(), key -> new HashMap<>());
        for (MethodDecl method : type.methods()) {
            own.computeIfAbsent(method.name(), key -> new ArrayList<>(1)).add(method);
        }
        for (TypeDecl nested : type.nested()) {
            add(nested, file);
        }
    }

    public List<SourceFile> files() {
        return files;
    }

    /** Notes that a file is empty because its parse had to be ended. */
    public void markOutOfTime(SourceFile file) {
        outOfTime.add(file);
    }

    /** Whether a file is empty because its parse had to be ended. */
    public boolean outOfTime(SourceFile file) {
        return outOfTime.contains(file);
    }

    /** Notes that types in a file were larger than the front end follows, and parts of them left unknown. */
    public void markTypesCut(SourceFile file) {
        typesCut.add(file);
    }

    /** Whether parts of types in a file were left unknown because the whole was too large. */
    public boolean typesCut(SourceFile file) {
        return typesCut.contains(file);
    }

    public Collection<TypeDecl> types() {
        return types.values();
    }

    /** The types that a file declares, nested, local and anonymous ones included; also those whose name another file has taken. */
    public List<TypeDecl> typesOf(SourceFile file) {
        return Collections.unmodifiableList(typesOfFile.getOrDefault(file, List.of()));
    }

    public @Nullable TypeDecl type(String qualifiedName) {
        return types.get(qualifiedName);
    }

    /**
     * A type of the program, or one behind it as far as its class file tells ({@link TypeHierarchy#declaration}); null when it
     * is not known. What stands behind the program has no {@linkplain #fileOf file}.
     */
    public @Nullable TypeDecl declaration(String qualifiedName) {
        TypeDecl type = types.get(qualifiedName);
        return type != null
                ? type
                : declarations
                        .computeIfAbsent(qualifiedName, binary::declaration)
                        .orElse(null);
    }

    public @Nullable SourceFile fileOf(String typeName) {
        return fileOfType.get(typeName);
    }

    /** The declaration that a call names, if it stands in this program. */
    public @Nullable MethodDecl method(MethodRef method) {
        List<MethodDecl> named =
                methods.getOrDefault(method.owner().name(), Map.of()).getOrDefault(method.name(), List.of());
        for (MethodDecl declared : named) {
            if (takes(declared.parameters(), method.parameterTypes())) {
                return declared;
            }
        }
        return null;
    }

    /** Whether a call with these erased parameter types means a method with these parameters. */
    private static boolean takes(List<Variable> parameters, List<TypeRef> types) {
        if (parameters.size() != types.size()) {
            return false;
        }
        for (int i = 0; i < types.size(); i++) {
            TypeRef declared = parameters.get(i).varType();
            TypeRef named = types.get(i);
            if (declared.dims() != named.dims() || !declared.name().equals(named.name())) {
                return false;
            }
        }
        return true;
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

    /** Whether any file {@linkplain SourceFile#mayMention(Words) may mention} one of these words. */
    public boolean mayMention(Words words) {
        return mentions.computeIfAbsent(words, key -> files.stream().anyMatch(file -> file.mayMention(key)));
    }

    /** As {@link #mayMention(Words)}, for a text within an identifier or a literal. */
    public boolean mayMention(String part) {
        return mayMention(Words.holding(part));
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

    /** As {@link #isSubtype(String, String)}, for a type that this program declares; not for any other. */
    public boolean isOwnSubtype(String type, String ancestor) {
        return type(type) != null && isSubtype(type, ancestor);
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
