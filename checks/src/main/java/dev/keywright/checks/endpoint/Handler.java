package dev.keywright.checks.endpoint;

import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.TypeDecl;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A concrete class that may answer requests, and what is worked out about it once for all frameworks. */
final class Handler {

    /** Annotations that nearly every method has, and that mean no route. */
    private static final Set<String> PLAIN =
            Set.of("Override", "Deprecated", "SuppressWarnings", "SafeVarargs", "Nullable");

    final TypeDecl type;
    final SourceFile file;
    final List<TypeDecl> lineage;
    private final Hierarchy hierarchy;
    private @Nullable List<Hierarchy.Family> families;
    private @Nullable Set<String> ancestors;

    Handler(TypeDecl type, SourceFile file, Hierarchy hierarchy) {
        this.type = type;
        this.file = file;
        this.hierarchy = hierarchy;
        this.lineage = hierarchy.lineage(type);
    }

    /** Whether any method bears an annotation that may be a route. */
    boolean mayHaveRoutes() {
        for (TypeDecl declared : lineage) {
            for (MethodDecl method : declared.methods()) {
                for (Annotation annotation : method.annotations()) {
                    if (!PLAIN.contains(annotation.type().simpleName())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    List<Hierarchy.Family> families() {
        if (families == null) {
            families = hierarchy.methods(lineage);
        }
        return families;
    }

    boolean inherits(String ancestor) {
        if (ancestors == null) {
            ancestors = hierarchy.ancestors(type, file);
        }
        return ancestors.contains(ancestor);
    }
}
