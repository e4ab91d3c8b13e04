package dev.keywright.checks.frontend.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import dev.keywright.checks.ir.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The imports of one file, for {@code ir} and to name types that are not on the class path. */
final class Imports {

    static final Imports NONE = new Imports(List.of());

    private final List<String> written;
    private final Map<String, String> bySimpleName = new HashMap<>();

    private Imports(List<String> written) {
        this.written = written;
        for (String name : written) {
            if (!name.endsWith(".*") && !name.startsWith("static ") && !name.startsWith("module ")) {
                bySimpleName.putIfAbsent(name.substring(name.lastIndexOf('.') + 1), name);
            }
        }
    }

    static Imports of(CompilationUnitTree unit) {
        List<String> written = new ArrayList<>();
        for (ImportTree tree : unit.getImports()) {
            String prefix = tree.isStatic() ? "static " : NewerTrees.isModuleImport(tree) ? "module " : "";
            written.add(prefix + tree.getQualifiedIdentifier());
        }
        return new Imports(written);
    }

    List<String> written() {
        return written;
    }

    /** A name as written in this file: qualified when an import says so, else unresolved. */
    TypeRef resolve(String name) {
        int dot = name.indexOf('.');
        String first = dot < 0 ? name : name.substring(0, dot);
        String imported = bySimpleName.get(first);
        if (imported != null) {
            return TypeRef.of(dot < 0 ? imported : imported + name.substring(dot));
        }
        if (dot > 0 && Character.isLowerCase(name.charAt(0))) {
            return TypeRef.of(name);
        }
        return TypeRef.unresolved(name.substring(name.lastIndexOf('.') + 1));
    }
}
