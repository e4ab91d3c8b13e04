package dev.keywright.checks.endpoint;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.Statements;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which expressions are routers, of which framework: the table {@code routers.txt}. */
final class Routers {

    private static final int LONGEST_CHAIN = 200;
    private static final Map<String, String> ROUTERS = new HashMap<>();
    private static final Map<String, String> FACTORIES = new HashMap<>();
    private static final Map<String, String> STATICS = new HashMap<>();
    private static final Set<String> PACKAGES = new LinkedHashSet<>();

    static {
        for (List<String> fact : Facts.read(Routers.class, "routers.txt")) {
            String type = fact.get(2);
            PACKAGES.add(type.substring(0, packageEnd(type)));
            switch (fact.get(0)) {
                case "router" -> ROUTERS.put(type, fact.get(1));
                case "factory" -> FACTORIES.put(type + "#" + fact.get(3), fact.get(1));
                case "static" -> STATICS.put(type, fact.get(1));
                default -> throw new IllegalStateException("routers.txt: " + fact);
            }
        }
    }

    private final Program program;
    private final SourceFile file;
    private final TypeDecl type;
    private final Map<Integer, Expr> locals = new HashMap<>();

    Routers(Program program, SourceFile file, TypeDecl type) {
        this.program = program;
        this.file = file;
        this.type = type;
    }

    /** Learns what the local variables of a method are made from, for those whose type is inferred. */
    void enter(MethodDecl method) {
        locals.clear();
        Statements.everywhere(method.body(), stmt -> {
            if (stmt instanceof Stmt.LocalVariable local && local.initializer() != null) {
                locals.put(local.variable().id(), local.initializer());
            }
        });
    }

    private static int packageEnd(String type) {
        int end = 0;
        while (!Character.isUpperCase(type.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Whether a file can hold a router at all: it imports something of such a framework. */
    static boolean mayBeIn(SourceFile file) {
        return file.imports().stream()
                .map(name -> name.startsWith("static ") ? name.substring("static ".length()) : name)
                .anyMatch(name -> PACKAGES.stream().anyMatch(name::startsWith));
    }

    /** The framework whose router a call is made on; null when it is made on something else. */
    @Nullable
    String of(Expr.Call call) {
        if (call.receiver() != null) {
            return router(call.receiver());
        }
        String registering = byType(STATICS, call.method().owner());
        if (registering != null) {
            return registering;
        }
        String imported = importedFrom(call.method().name(), STATICS, "");
        return imported != null ? imported : inherited();
    }

    /** The framework of which an expression is a router, or gives one. */
    @Nullable
    String router(Expr expr) {
        Expr current = expr;
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            String known = byType(ROUTERS, current.type());
            if (known != null) {
                return known;
            }
            if (current instanceof Expr.Local local && locals.get(local.id()) instanceof Expr.Call made) {
                current = made;
            }
            if (!(current instanceof Expr.Call call)) {
                return current instanceof Expr.This ? inherited() : null;
            }
            String made = factory(call);
            if (made != null || call.receiver() == null) {
                return made;
            }
            current = call.receiver();
        }
        return null;
    }

    /** Whether a call is a factory's, as Spring's {@code route(predicate, handler)}, which registers at once. */
    @Nullable
    String factory(Expr.Call call) {
        String method = "#" + call.method().name();
        for (String owner : TypeNames.candidates(call.method().owner(), file)) {
            String framework = FACTORIES.get(owner + method);
            if (framework != null) {
                return framework;
            }
        }
        return call.receiver() == null ? importedFrom(call.method().name(), FACTORIES, method) : null;
    }

    private @Nullable String byType(Map<String, String> table, TypeRef named) {
        for (String name : TypeNames.candidates(named, file)) {
            String framework = table.get(name);
            if (framework != null) {
                return framework;
            }
        }
        return null;
    }

    private @Nullable String importedFrom(String method, Map<String, String> table, String suffix) {
        for (Map.Entry<String, String> row : table.entrySet()) {
            String owner = row.getKey();
            if (!suffix.isEmpty()) {
                if (!owner.endsWith(suffix)) {
                    continue;
                }
                owner = owner.substring(0, owner.length() - suffix.length());
            }
            if (file.imports().contains("static " + owner + "." + method)
                    || file.imports().contains("static " + owner + ".*")) {
                return row.getValue();
            }
        }
        return null;
    }

    private @Nullable String inherited() {
        for (TypeRef parent : type.supertypes()) {
            String framework = byType(ROUTERS, parent);
            if (framework != null) {
                return framework;
            }
        }
        return program.supertypes(type.name()).stream()
                .map(ROUTERS::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
