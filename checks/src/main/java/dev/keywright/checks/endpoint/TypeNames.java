package dev.keywright.checks.endpoint;

import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.TypeRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names of types that could not be resolved, because no class path was given. */
public final class TypeNames {

    private TypeNames() {}

    /** The qualified names that a type may have: its own, or through an on-demand import where it was not resolved. */
    public static List<String> candidates(TypeRef type, @Nullable SourceFile file) {
        if (type.resolved() || file == null) {
            return List.of(type.name());
        }
        List<String> names = new ArrayList<>();
        names.add(type.name());
        for (String imported : file.imports()) {
            if (imported.endsWith(".*") && !imported.startsWith("static ")) {
                names.add(imported.substring(0, imported.length() - 1) + type.name());
            } else if (imported.endsWith("." + type.name())) {
                names.add(imported);
            }
        }
        return names;
    }

    /** Whether a type may be one of these. */
    public static boolean isOneOf(TypeRef type, @Nullable SourceFile file, Collection<String> names) {
        return candidates(type, file).stream().anyMatch(names::contains);
    }
}
