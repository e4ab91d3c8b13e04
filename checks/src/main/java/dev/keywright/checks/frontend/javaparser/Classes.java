package dev.keywright.checks.frontend.javaparser;

import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeHierarchy;
import dev.keywright.checks.ir.TypeRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All classes that can be found by name: scanned sources first, then the class path, then the running JDK. */
final class Classes implements TypeHierarchy {

    /** Read once for the process: what the JDK declares does not change while it runs. */
    private static final class Platform {
        static final PlatformClassFiles FILES = new PlatformClassFiles();
        static final Map<String, Optional<ClassInfo>> KNOWN = new ConcurrentHashMap<>();
    }

    private final @Nullable ClassFiles classPath;
    private final Map<String, ClassInfo> sources = new ConcurrentHashMap<>();
    private final Set<String> sourcePackages = ConcurrentHashMap.newKeySet();
    private final Map<String, Optional<ClassInfo>> onPath = new ConcurrentHashMap<>();

    Classes(@Nullable ClassFiles classPath) {
        this.classPath = classPath;
    }

    /** The first declaration of a name stays; a tree may well hold a class twice. */
    void add(ClassInfo source) {
        sources.putIfAbsent(source.name(), source);
    }

    void addPackage(String name) {
        sourcePackages.add(name);
    }

    @Nullable
    ClassInfo source(String qualifiedName) {
        return sources.get(qualifiedName);
    }

    @Nullable
    ClassInfo find(String qualifiedName) {
        ClassInfo source = sources.get(qualifiedName);
        if (source != null) {
            return source;
        }
        ClassFiles files = classPath;
        if (files != null) {
            ClassInfo found = cached(onPath, files, qualifiedName);
            if (found != null) {
                return found;
            }
        }
        return cached(Platform.KNOWN, Platform.FILES, qualifiedName);
    }

    boolean hasPackage(String name) {
        return sourcePackages.contains(name)
                || Platform.FILES.hasPackage(name)
                || (classPath != null && classPath.hasPackage(name));
    }

    /** Whether all of a package can be seen: a simple name that is not found there does not belong to it. */
    boolean knowsWholePackage(String name) {
        return Platform.FILES.hasPackage(name) || (classPath != null && classPath.hasPackage(name));
    }

    List<String> packagesOfModule(String module) {
        return Platform.FILES.exportedBy(module);
    }

    private static @Nullable ClassInfo cached(
            Map<String, Optional<ClassInfo>> cache, ClassFiles files, String qualifiedName) {
        Optional<ClassInfo> known = cache.get(qualifiedName);
        if (known != null) {
            return known.orElse(null);
        }
        ClassInfo read = null;
        int dot = qualifiedName.lastIndexOf('.');
        while (true) {
            String packageName = dot < 0 ? "" : qualifiedName.substring(0, dot);
            if (files.hasPackage(packageName)) {
                read = read(files, packageName, qualifiedName.substring(dot + 1).replace('.', '$'));
                if (read != null) {
                    break;
                }
            }
            if (dot < 0) {
                break;
            }
            dot = qualifiedName.lastIndexOf('.', dot - 1);
        }
        if (read != null || qualifiedName.length() < 200 && cache.size() < 200_000) {
            cache.put(qualifiedName, Optional.ofNullable(read));
        }
        return read;
    }

    private static @Nullable ClassInfo read(ClassFiles files, String packageName, String binary) {
        byte[] bytes = files.read(packageName, binary);
        if (bytes == null) {
            return null;
        }
        try {
            ClassInfo read = ClassFileReader.read(bytes);
            String qualified = packageName.isEmpty() ? binary : packageName + '.' + binary;
            // A file system that ignores case answers "LIST" with List; the class's own word decides.
            return read.name().equals(qualified.replace('$', '.'))
                            || read.name().equals(Signatures.dotted(qualified))
                    ? read
                    : null;
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public Optional<List<TypeRef>> supertypes(String qualifiedName) {
        ClassInfo info = find(qualifiedName);
        return info == null
                ? Optional.empty()
                : Optional.of(info.supertypes().stream().map(TypeVars::close).toList());
    }

    @Override
    public List<Annotation> annotations(String qualifiedName) {
        ClassInfo info = find(qualifiedName);
        return info == null ? List.of() : new ArrayList<>(info.annotations());
    }

    @Override
    public Optional<TypeDecl> declaration(String qualifiedName) {
        return find(qualifiedName) instanceof BinaryClass binary
                ? Optional.of(BinaryDeclarations.of(binary))
                : Optional.empty();
    }

    @Override
    public boolean exists(String qualifiedName) {
        return find(qualifiedName) != null;
    }
}
