package dev.keywright.checks.endpoint;

import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for what protects or limits many endpoints at once. Test code says nothing about the module. */
final class ModuleReader {

    private static final String KEYWRIGHT = "dev.keywright.";
    private static final String ANNOTATIONS = "dev.keywright.annotations.";
    /** What an on-demand import may mean; another library has a Secret too. */
    private static final Set<String> GUARDING = Set.of(
            "ApiKeyProtected",
            "HmacSigned",
            "BearerProtected",
            "LoginProtected",
            "AnyOf",
            "RateLimited",
            "PublicEndpoint");

    private static final String SECRET = "dev.keywright.annotations.Secret";
    private static final Set<String> AUTHENTICATING = Set.of(
            "auth", "authentication", "authorization", "security", "jwt", "login", "token", "apikey", "credential");

    private final Program program;
    private final Annotations annotations;
    private final Hierarchy hierarchy;

    ModuleReader(Program program, Annotations annotations, Hierarchy hierarchy) {
        this.program = program;
        this.hierarchy = hierarchy;
        this.annotations = annotations;
    }

    ModuleFacts read() {
        boolean usesKeywright = false;
        for (SourceFile file : program.files()) {
            usesKeywright |= !file.test() && importsKeywright(file);
        }
        String security = null;
        String limiter = null;
        for (TypeDecl type : List.copyOf(program.types())) {
            SourceFile file = program.fileOf(type.name());
            if (file == null || file.test()) {
                continue;
            }
            usesKeywright = usesKeywright || hasKeywrightAnnotation(type, file) || inheritsKeywright(type);
            if (security == null && configuresSecurity(type, file)) {
                security = type.simpleName();
            }
            if (limiter == null && limits(type, file)) {
                limiter = type.simpleName();
            }
        }
        return new ModuleFacts(usesKeywright, security, limiter);
    }

    /** An import of the runtime or an adapter is use; one of the annotations is none before it is written somewhere. */
    private static boolean importsKeywright(SourceFile file) {
        return file.imports().stream().anyMatch(name -> name.startsWith(KEYWRIGHT) && !name.startsWith(ANNOTATIONS));
    }

    /** A class that implements an annotated interface of another module is guarded as that one says. */
    private boolean inheritsKeywright(TypeDecl type) {
        return !type.supertypes().isEmpty()
                && hierarchy.lineage(type).stream()
                        .filter(ancestor -> program.fileOf(ancestor.name()) == null)
                        .anyMatch(ancestor -> hasKeywrightAnnotation(ancestor, null));
    }

    private static boolean hasKeywrightAnnotation(TypeDecl type, @Nullable SourceFile file) {
        return type.annotations().stream().anyMatch(annotation -> isKeywright(annotation, file))
                || type.methods().stream()
                        .flatMap(method -> method.annotations().stream())
                        .anyMatch(annotation -> isKeywright(annotation, file));
    }

    /** {@code @Secret} alone protects no endpoint: it is for values. */
    private static boolean isKeywright(Annotation annotation, @Nullable SourceFile file) {
        String own = annotation.type().name();
        if (annotation.type().resolved()) {
            return own.startsWith(KEYWRIGHT) && !own.equals(SECRET);
        }
        return file != null
                && file.imports().stream()
                        .anyMatch(name -> name.equals(ANNOTATIONS + own) && !name.equals(SECRET)
                                || name.equals(ANNOTATIONS + "*") && GUARDING.contains(own));
    }

    private boolean configuresSecurity(TypeDecl type, SourceFile file) {
        Protections known = Protections.KNOWN;
        if (annotations.find(type.annotations(), file, known.securityAnnotations) != null
                || inherits(type, file, known.securityTypes)) {
            return true;
        }
        for (MethodDecl method : type.methods()) {
            if (isOneOf(method.returnType(), file, known.securityReturns)) {
                return true;
            }
        }
        return inherits(type, file, known.filters)
                && Words.of(type.simpleName()).stream().anyMatch(AUTHENTICATING::contains);
    }

    private boolean limits(TypeDecl type, SourceFile file) {
        if (!inherits(type, file, Protections.KNOWN.filters)) {
            return type.methods().stream()
                    .anyMatch(method -> Protections.KNOWN.isLimiter(
                                    method.returnType().name())
                            && method.annotations().stream()
                                    .anyMatch(annotation ->
                                            annotation.type().simpleName().equals("Bean"))
                            && Words.contain(Words.of(method.returnType().simpleName()), "filter"));
        }
        return Limiters.saysLimit(type.simpleName())
                || file.imports().stream().anyMatch(Protections.KNOWN::isLimiter)
                || type.methods().stream().anyMatch(method -> Limiters.callsLimiter(method, program));
    }

    private static boolean isOneOf(TypeRef type, SourceFile file, Collection<String> names) {
        return TypeNames.candidates(type, file).stream().anyMatch(names::contains);
    }

    private boolean inherits(TypeDecl type, SourceFile file, Collection<String> names) {
        return !type.supertypes().isEmpty()
                && hierarchy.ancestors(type, file).stream().anyMatch(names::contains);
    }
}
