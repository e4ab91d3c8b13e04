package dev.keywright.checks.endpoint;

import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.TypeDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which classes have a guard: those on which, or on a supertype of which, an annotation asks for one. */
public final class GuardedTypes {

    private static final String PACKAGE = "dev.keywright.annotations.";
    private static final Set<String> GUARDING = Set.of(
            PACKAGE + "ApiKeyProtected",
            PACKAGE + "HmacSigned",
            PACKAGE + "BearerProtected",
            PACKAGE + "LoginProtected",
            PACKAGE + "AnyOf",
            PACKAGE + "RateLimited",
            PACKAGE + "RateLimited.List");
    private static final Set<String> OPEN = Set.of(PACKAGE + "PublicEndpoint");

    private final Program program;

    public GuardedTypes(Program program) {
        this.program = program;
    }

    /** Whether an annotation that asks for a guard may stand in a text that was not parsed. */
    public static boolean mayMention(String text) {
        return GUARDING.stream()
                .anyMatch(name -> text.contains('@' + name.substring(PACKAGE.length())) || text.contains(name));
    }

    public boolean isGuarded(String type) {
        return annotation(type) != null;
    }

    /** The nearest annotation on a type, its methods and its supertypes that asks for a guard; null when there is none. */
    public @Nullable Annotation annotation(String type) {
        for (TypeDecl declared : lineage(type)) {
            List<Annotation> written = written(declared);
            if (!written.isEmpty()) {
                return written.get(0);
            }
        }
        return null;
    }

    /** The annotations that ask for a guard, on a type itself and on its methods. */
    public List<Annotation> written(TypeDecl type) {
        return Stream.concat(
                        type.annotations().stream(),
                        type.methods().stream().flatMap(method -> method.annotations().stream()))
                .filter(annotation -> isGuarded(List.of(annotation), type.name()))
                .toList();
    }

    /** Whether calls of a method must pass a guard first: the nearest of what it overrides that says anything counts. */
    public boolean isGuarded(MethodDecl method) {
        List<TypeDecl> lineage = lineage(method.owner());
        for (MethodDecl declaration : overridden(method, lineage)) {
            if (hasAny(declaration.annotations(), declaration.owner(), OPEN)) {
                return false;
            }
            if (isGuarded(declaration.annotations(), declaration.owner())) {
                return true;
            }
        }
        return isRouted(method) && lineage.stream().anyMatch(type -> isGuarded(type.annotations(), type.name()));
    }

    /** The method and what it overrides, nearest first. */
    private static List<MethodDecl> overridden(MethodDecl method, List<TypeDecl> lineage) {
        List<MethodDecl> family = new ArrayList<>(List.of(method));
        for (TypeDecl type : lineage) {
            for (MethodDecl declared : type.methods()) {
                if (!type.name().equals(method.owner())
                        && declared.name().equals(method.name())
                        && declared.parameters().size() == method.parameters().size()) {
                    family.add(declared);
                }
            }
        }
        return family;
    }

    /** On a guarded class only what a framework calls has a guard; its helpers have no annotation of any kind. */
    private static boolean isRouted(MethodDecl method) {
        return method.name().equals("handle")
                || method.annotations().stream()
                        .anyMatch(annotation -> !annotation.type().name().startsWith("java."));
    }

    private List<TypeDecl> lineage(String type) {
        List<TypeDecl> lineage = new ArrayList<>();
        Stream.concat(Stream.of(type), program.supertypes(type).stream()).forEach(name -> {
            TypeDecl declared = program.declaration(name);
            if (declared != null) {
                lineage.add(declared);
            }
        });
        return lineage;
    }

    private boolean isGuarded(List<Annotation> annotations, String type) {
        return hasAny(annotations, type, GUARDING);
    }

    private boolean hasAny(List<Annotation> annotations, String type, Set<String> names) {
        SourceFile file = program.fileOf(type);
        return annotations.stream().anyMatch(annotation -> TypeNames.isOneOf(annotation.type(), file, names));
    }
}
