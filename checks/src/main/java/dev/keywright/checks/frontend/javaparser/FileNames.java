package dev.keywright.checks.frontend.javaparser;

import dev.keywright.checks.ir.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What simple names mean in one file, by its package and its imports (JLS 6.3, 7.5). */
final class FileNames {

    private static final String OWN = "dev.keywright.annotations";
    private static final Set<String> OWN_TYPES = Set.of(
            "AnyOf",
            "ApiKeyProtected",
            "BearerProtected",
            "HmacSigned",
            "LimitBy",
            "LoginProtected",
            "PublicEndpoint",
            "RateLimited",
            "Secret",
            "SignatureScheme");
    private static final TypeRef NONE = TypeRef.unresolved("");

    private final String packageName;
    private final Classes classes;
    private final Map<String, String> single = new HashMap<>();
    private final List<String> onDemand = new ArrayList<>();
    private final Map<String, List<String>> singleStatic = new HashMap<>();
    private final List<String> onDemandStatic = new ArrayList<>();
    private final List<String> modules = new ArrayList<>();
    private final List<String> imports;
    private final Map<String, TypeRef> resolved = new ConcurrentHashMap<>();

    /** @param imports as {@link dev.keywright.checks.ir.SourceFile#imports()}; module imports start with "module " */
    FileNames(String packageName, List<String> imports, Classes classes) {
        this.packageName = packageName;
        this.imports = imports;
        this.classes = classes;
        for (String name : imports) {
            if (name.startsWith("module ")) {
                modules.add(name.substring(7));
            } else if (name.startsWith("static ")) {
                String member = name.substring(7);
                String owner = member.substring(0, Math.max(0, member.lastIndexOf('.')));
                if (member.endsWith(".*")) {
                    onDemandStatic.add(owner);
                } else {
                    singleStatic
                            .computeIfAbsent(member.substring(member.lastIndexOf('.') + 1), key -> new ArrayList<>(1))
                            .add(owner);
                }
            } else if (name.endsWith(".*")) {
                onDemand.add(name.substring(0, name.length() - 2));
            } else {
                single.putIfAbsent(name.substring(name.lastIndexOf('.') + 1), name);
            }
        }
    }

    String packageName() {
        return packageName;
    }

    /** Whether the file imports exactly this class, or all of its package. */
    boolean imports(String qualifiedName) {
        return qualifiedName.equals(single.get(qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1)))
                || onDemand.contains(qualifiedName.substring(0, qualifiedName.lastIndexOf('.')));
    }

    List<String> imports() {
        return imports;
    }

    /** The types that {@code import static X.name} names, in order, then those of {@code import static X.*}. */
    List<String> staticOwners(String member) {
        List<String> explicit = singleStatic.getOrDefault(member, List.of());
        if (onDemandStatic.isEmpty()) {
            return explicit;
        }
        List<String> owners = new ArrayList<>(explicit);
        owners.addAll(onDemandStatic);
        return owners;
    }

    boolean importsStatically(String member) {
        return singleStatic.containsKey(member);
    }

    /** The type of a simple name that no enclosing class explains; null when it is not known at all. */
    @Nullable
    TypeRef resolve(String simple) {
        TypeRef known = resolved.get(simple);
        if (known == null) {
            TypeRef found = search(simple);
            known = found == null ? NONE : found;
            resolved.put(simple, known);
        }
        return known == NONE ? null : known;
    }

    private @Nullable TypeRef search(String simple) {
        String imported = single.get(simple);
        if (imported != null) {
            return TypeRef.of(imported);
        }
        for (String owner : singleStatic.getOrDefault(simple, List.of())) {
            ClassInfo info = classes.find(owner);
            String nested = info == null ? null : info.nested(simple);
            if (nested != null) {
                return TypeRef.of(nested);
            }
        }
        String own = packageName.isEmpty() ? simple : packageName + '.' + simple;
        if (classes.source(own) != null) {
            return TypeRef.of(own);
        }
        if (classes.find("java.lang." + simple) != null) {
            return TypeRef.of("java.lang." + simple);
        }
        for (String owner : onDemand) {
            if (classes.find(owner + '.' + simple) != null) {
                return TypeRef.of(owner + '.' + simple);
            }
        }
        if (classes.find(own) != null) {
            return TypeRef.of(own);
        }
        for (String owner : onDemandStatic) {
            ClassInfo info = classes.find(owner);
            String nested = info == null ? null : info.nested(simple);
            if (nested != null) {
                return TypeRef.of(nested);
            }
        }
        for (String module : modules) {
            for (String exported : classes.packagesOfModule(module)) {
                if (classes.find(exported + '.' + simple) != null) {
                    return TypeRef.of(exported + '.' + simple);
                }
            }
        }
        return guess(simple);
    }

    /**
     * One single package that cannot be seen is imported as a whole: what is found nowhere else is of there. Of our own
     * annotations the names are known, so that they are no guess whatever is imported beside them.
     */
    private @Nullable TypeRef guess(String simple) {
        if (OWN_TYPES.contains(simple) && onDemand.contains(OWN)) {
            return TypeRef.of(OWN + '.' + simple);
        }
        String unseen = null;
        for (String owner : onDemand) {
            if (!classes.knowsWholePackage(owner) && classes.find(owner) == null) {
                if (unseen != null) {
                    return null;
                }
                unseen = owner;
            }
        }
        return unseen == null || !Names.looksLikeAnyType(simple) ? null : TypeRef.of(unseen + '.' + simple);
    }
}
