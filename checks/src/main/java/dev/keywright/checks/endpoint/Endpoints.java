package dev.keywright.checks.endpoint;

import dev.keywright.checks.config.Settings;
import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Modifier;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the endpoints of a program. */
public final class Endpoints {

    private final Program program;
    private final Annotations annotations;
    private final Hierarchy hierarchy;
    private final PolicyReader policies;
    private final List<Framework> frameworks;
    private @Nullable ModuleFacts module;
    private final List<Endpoint> found = new ArrayList<>();
    private final Deque<Located> located = new ArrayDeque<>();
    private final Set<String> locatedSeen = new HashSet<>();

    private Endpoints(Program program, Settings settings) {
        this.program = program;
        annotations = new Annotations(program);
        hierarchy = new Hierarchy(program);
        policies = new PolicyReader(program, settings, annotations, hierarchy);
        frameworks = Frameworks.with(settings);
    }

    /** A type that answers below a path because a locator returns it. */
    private record Located(Framework framework, TypeDecl type, List<String> bases) {}

    /**
     * All endpoints of a program, in the order of its types. Classes that a framework calls count, abstract ones and
     * interfaces only through the classes that inherit from them; interfaces that are called as clients do not.
     */
    public static List<Endpoint> of(Program program, Settings settings) {
        Endpoints endpoints = new Endpoints(program, settings);
        for (TypeDecl type : List.copyOf(program.types())) {
            endpoints.read(type);
            endpoints.readRegistrations(type);
        }
        endpoints.readLocated();
        return List.copyOf(endpoints.found);
    }

    /** Asked for by the first endpoint: most modules have none. */
    private ModuleFacts module() {
        if (module == null) {
            module = new ModuleReader(program, annotations, hierarchy).read();
        }
        return module;
    }

    private void read(TypeDecl type) {
        SourceFile file = program.fileOf(type.name());
        if (file == null || !isConcrete(type)) {
            return;
        }
        Handler handler = new Handler(type, file, hierarchy);
        boolean mayHaveRoutes = handler.mayHaveRoutes();
        for (Framework framework : frameworks) {
            if (mayHaveRoutes && (framework.anyHandler() || inLineage(handler.lineage, framework.handlers) != null)) {
                readRoutes(framework, handler, bases(framework, handler), verbsOfClass(framework, handler));
            }
            readOverrides(framework, handler);
        }
    }

    private static boolean isConcrete(TypeDecl type) {
        return switch (type.kind()) {
            case CLASS, RECORD, ENUM -> !type.modifiers().contains(Modifier.ABSTRACT);
            case INTERFACE, ANNOTATION -> false;
        };
    }

    /** The nearest annotation of these names in a lineage; a client interface says nothing about who implements it. */
    private Annotations.@Nullable Found inLineage(List<TypeDecl> lineage, Collection<String> names) {
        for (TypeDecl type : lineage) {
            SourceFile file = program.fileOf(type.name());
            if (annotations.find(type.annotations(), file, Protections.KNOWN.clients) != null) {
                continue;
            }
            Annotations.Found annotation = annotations.find(type.annotations(), file, names);
            if (annotation != null) {
                return annotation;
            }
        }
        return null;
    }

    private List<String> bases(Framework framework, Handler handler) {
        Annotations.Found base = inLineage(handler.lineage, framework.bases.keySet());
        return base == null
                ? List.of()
                : annotations.texts(base.value(framework.bases.getOrDefault(base.name(), List.of())));
    }

    /** What a class says of all its routes' request methods, which is added to what each says itself. */
    private Set<HttpMethod> verbsOfClass(Framework framework, Handler handler) {
        Annotations.Found base = inLineage(handler.lineage, framework.bases.keySet());
        return base != null && framework.routes.containsKey(base.name()) ? methods(framework, base) : Set.of();
    }

    private void readRoutes(Framework framework, Handler handler, List<String> bases, Set<HttpMethod> verbsOfClass) {
        Set<String> markers = new HashSet<>(framework.routes.keySet());
        markers.addAll(framework.verbs.keySet());
        if (markers.isEmpty()) {
            return;
        }
        for (Hierarchy.Family family : handler.families()) {
            boolean routed = false;
            for (MethodDecl declaration : family.declarations()) {
                if (!routed) {
                    routed = readRoutes(framework, handler, family, declaration, markers, bases, verbsOfClass);
                }
            }
            if (!routed && framework.locators) {
                readLocator(framework, family, bases);
            }
        }
    }

    /** Reads the routes that one declaration gives, as one endpoint; false when it gives none. */
    private boolean readRoutes(
            Framework framework,
            Handler handler,
            Hierarchy.Family family,
            MethodDecl declaration,
            Set<String> markers,
            List<String> bases,
            Set<HttpMethod> verbsOfClass) {
        SourceFile declared = program.fileOf(declaration.owner());
        Set<HttpMethod> methods = EnumSet.noneOf(HttpMethod.class);
        Set<String> paths = new LinkedHashSet<>();
        boolean routed = false;
        boolean any = false;
        for (Annotation annotation : declaration.annotations()) {
            Annotations.Found route = annotations.find(List.of(annotation), declared, markers);
            if (route != null) {
                routed = true;
                Set<HttpMethod> answered = methods(framework, route);
                answered.addAll(verbsOfClass);
                any |= answered.isEmpty();
                methods.addAll(answered);
                paths.addAll(Paths.join(bases, paths(framework, route, declaration, declared)));
            }
        }
        if (routed) {
            List<MethodDecl> asked = framework.oneDeclaration ? List.of(declaration) : family.declarations();
            add(framework, handler, family, asked, any ? Set.of() : methods, List.copyOf(paths));
        }
        return routed;
    }

    private List<String> paths(
            Framework framework, Annotations.Found route, MethodDecl declaration, @Nullable SourceFile file) {
        Framework.Route known = framework.routes.get(route.name());
        List<String> paths = new ArrayList<>();
        if (known != null) {
            paths.addAll(annotations.texts(route.value(known.pathAttributes())));
        }
        Annotations.Found path = annotations.find(declaration.annotations(), file, framework.paths.keySet());
        if (paths.isEmpty() && path != null) {
            paths.addAll(annotations.texts(path.value(framework.paths.getOrDefault(path.name(), List.of()))));
        }
        return paths;
    }

    private Set<HttpMethod> methods(Framework framework, Annotations.Found route) {
        Set<HttpMethod> methods = EnumSet.noneOf(HttpMethod.class);
        String verb = framework.verbs.get(route.name());
        Framework.Route known = framework.routes.get(route.name());
        List<String> names;
        if (verb != null) {
            names = annotations.texts(route.value(List.of(verb)));
        } else if (known == null || known.method().equals("*")) {
            names = List.of();
        } else if (known.method().startsWith("@")) {
            names = Annotations.names(route.value(List.of(known.method().substring(1))));
        } else {
            names = List.of(known.method());
        }
        names.forEach(name -> HttpMethod.of(name.toUpperCase(Locale.ROOT)).ifPresent(methods::add));
        return methods;
    }

    private void readOverrides(Framework framework, Handler handler) {
        framework.overrides.forEach((base, overrides) -> {
            if (handler.inherits(base)) {
                List<String> paths = Paths.join(List.of(), bases(framework, handler));
                handler.families().forEach(family -> readOverride(framework, handler, family, overrides, paths));
            }
        });
    }

    private void readOverride(
            Framework framework,
            Handler handler,
            Hierarchy.Family family,
            List<Framework.Override> overrides,
            List<String> paths) {
        MethodDecl runs = family.runs();
        for (Framework.Override override : overrides) {
            if (override.fits(runs)) {
                Set<HttpMethod> methods =
                        HttpMethod.of(override.method()).map(Set::of).orElse(Set.of());
                add(framework, handler, family, family.declarations(), methods, paths);
            }
        }
    }

    private void readLocator(Framework framework, Hierarchy.Family family, List<String> bases) {
        for (MethodDecl declaration : family.declarations()) {
            SourceFile file = program.fileOf(declaration.owner());
            Annotations.Found path = annotations.find(declaration.annotations(), file, framework.paths.keySet());
            if (path == null) {
                continue;
            }
            List<String> below = Paths.join(
                    bases, annotations.texts(path.value(framework.paths.getOrDefault(path.name(), List.of()))));
            TypeRef returned = family.runs().returnType();
            TypeRef resource =
                    returned.is("java.lang.Class") && !returned.args().isEmpty()
                            ? returned.args().get(0)
                            : returned;
            for (TypeDecl type : List.copyOf(program.types())) {
                if (isConcrete(type) && program.isSubtype(type.name(), resource.name())) {
                    located.add(new Located(framework, type, below));
                }
            }
            return;
        }
    }

    private void readLocated() {
        while (!located.isEmpty()) {
            Located next = located.remove();
            SourceFile file = program.fileOf(next.type().name());
            if (file != null
                    && locatedSeen.add(next.framework().name + " " + next.type().name())) {
                readRoutes(next.framework(), new Handler(next.type(), file, hierarchy), next.bases(), Set.of());
            }
        }
    }

    private void add(
            Framework framework,
            Handler handler,
            Hierarchy.Family family,
            List<MethodDecl> asked,
            Set<HttpMethod> methods,
            List<String> paths) {
        EffectivePolicy policy = policies.read(family, handler.lineage, paths);
        found.add(new Endpoint(
                handler.type,
                family.runs(),
                asked,
                handler.file,
                framework.name,
                methods,
                paths,
                policy,
                module(),
                null));
    }

    /** Routes that are registered by calls; test code registers none that anybody could reach. */
    private void readRegistrations(TypeDecl type) {
        SourceFile file = program.fileOf(type.name());
        if (file == null || file.test() || !Routers.mayBeIn(file)) {
            return;
        }
        for (MethodDecl registering : type.methods()) {
            for (Registration registration : Registrations.of(registering, type, file, program)) {
                MethodDecl method = RouteHandlers.method(registration, registering, program);
                boolean own = method.nameSpan() == registering.nameSpan();
                TypeDecl owner = program.type(method.owner());
                List<TypeDecl> lineage = own || owner == null ? List.of() : hierarchy.lineage(owner);
                EffectivePolicy policy =
                        policies.read(new Hierarchy.Family(method, List.of(method)), lineage, registration.paths());
                found.add(new Endpoint(
                        type,
                        method,
                        List.of(method),
                        file,
                        registration.framework(),
                        registration.methods(),
                        registration.paths(),
                        registration.guarded() ? policy.guardedBefore() : policy,
                        module(),
                        registration.handler().span()));
            }
        }
    }
}
