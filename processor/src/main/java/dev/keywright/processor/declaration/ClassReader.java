package dev.keywright.processor.declaration;

import dev.keywright.processor.descriptor.EndpointDescriptor;
import dev.keywright.processor.descriptor.GuardDescriptor;
import dev.keywright.processor.framework.Framework;
import dev.keywright.processor.framework.Handler;
import dev.keywright.processor.framework.Handlers;
import dev.keywright.processor.model.Hierarchy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads classes: what is wrong, which guard to write, which endpoints there are. Use one for one round. */
public final class ClassReader {

    private static final String GENERATED = "javax.annotation.processing.Generated";
    private static final Comparator<EndpointDescriptor> ORDER = Comparator.comparing(EndpointDescriptor::method)
            .thenComparing(endpoint -> String.join(",", endpoint.parameters()));

    private final Elements elements;
    private final Hierarchy hierarchy;
    private final Handlers handlers;
    private final RuntimeSupport runtime;
    private final DigestLines digests;
    private final Predicate<TypeElement> readElsewhere;
    private final Map<String, Boolean> annotated = new HashMap<>();

    /**
     * Makes a reader.
     *
     * @param customHandlers types and annotations that mark the handlers of the user's own adapter
     * @param readElsewhere whether the class's own problems are reported when it is read itself, so that classes which
     *     inherit from it need not repeat them
     */
    public ClassReader(
            Elements elements, Types types, Set<String> customHandlers, Predicate<TypeElement> readElsewhere) {
        this.elements = elements;
        this.hierarchy = new Hierarchy(elements, types);
        this.handlers = new Handlers(elements, hierarchy, customHandlers);
        this.runtime = new RuntimeSupport(elements);
        this.digests = new DigestLines(elements, hierarchy);
        this.readElsewhere = readElsewhere;
    }

    /** Whether the class must wait for types that other processors still have to write. */
    public boolean mustWait(TypeElement type) {
        List<TypeElement> family = hierarchy.withSupertypes(type);
        if (hierarchy.isIncomplete(type)) {
            return true;
        }
        return family.stream().anyMatch(this::isAnnotated)
                && ElementFilter.methodsIn(type.getEnclosedElements()).stream().anyMatch(hierarchy::isIncomplete);
    }

    /** Reads one class. */
    public ClassReport read(TypeElement type) {
        List<TypeElement> family = hierarchy.withSupertypes(type);
        boolean declares = family.stream().anyMatch(this::isAnnotated);
        Handler handler = type.getKind().isClass() ? handlers.of(type).orElse(null) : null;
        if (!declares && handler == null) {
            return ClassReport.NOTHING;
        }
        Problems problems = new Problems();
        Map<Element, Declared> read = new HashMap<>();
        if (declares) {
            readAll(type, family, read, problems);
            new Placement(type, handler, handlers, hierarchy, runtime, problems).check();
        }
        List<EndpointDescriptor> endpoints = handler == null ? List.of() : endpoints(type, handler, read, problems);
        // The runtime wants a guard wherever anything but @PublicEndpoint stands, and none where that stands alone.
        boolean demands = read.values().stream().anyMatch(Declared::demands);
        GuardDescriptor guard =
                handler != null && demands && problems.isEmpty() ? guard(type, handler, endpoints) : null;
        return new ClassReport(problems.list(), guard, endpoints);
    }

    private void readAll(TypeElement type, List<TypeElement> family, Map<Element, Declared> read, Problems problems) {
        for (TypeElement one : family) {
            Problems own = one.equals(type) ? problems : new Problems();
            read.put(one, DeclarationReader.read(one, runtime, own));
            for (ExecutableElement method : ElementFilter.methodsIn(one.getEnclosedElements())) {
                read.put(method, DeclarationReader.read(method, runtime, own));
            }
            if (!one.equals(type) && !own.isEmpty()) {
                inherit(type, one, own, problems);
            }
        }
    }

    /** Nothing is guarded by half: a mistake in a supertype leaves this class without its guard too. */
    private void inherit(TypeElement type, TypeElement supertype, Problems own, Problems problems) {
        problems.unreadable();
        if (!readElsewhere.test(supertype)) {
            String name = supertype.getQualifiedName().toString();
            own.list().forEach(one -> problems.add(type, null, null, Messages.inSupertype(name, one.message())));
        }
    }

    private List<EndpointDescriptor> endpoints(
            TypeElement type, Handler handler, Map<Element, Declared> read, Problems problems) {
        PolicyResolver resolver =
                new PolicyResolver(type, hierarchy, element -> read.getOrDefault(element, nothing(element)), problems);
        String name = hierarchy.binaryName(type);
        List<EndpointDescriptor> endpoints = new ArrayList<>();
        handler.endpoints().forEach((method, route) -> {
            PolicyResolver.Policy policy = resolver.resolve(method);
            resolver.checkLogin(method, policy, route.verbs());
            endpoints.add(new EndpointDescriptor(
                    name,
                    method.getSimpleName().toString(),
                    hierarchy.erasedParameters(method),
                    handler.framework().title(),
                    route.verbs(),
                    route.paths(),
                    policy.access(),
                    policy.limits(),
                    policy.login()));
        });
        endpoints.sort(ORDER);
        return endpoints;
    }

    private static Declared nothing(Element element) {
        return new Declared(element, null, null, List.of(), null, List.of());
    }

    private @Nullable GuardDescriptor guard(TypeElement type, Handler handler, List<EndpointDescriptor> endpoints) {
        String packageName = elements.getPackageOf(type).getQualifiedName().toString();
        String name = hierarchy.binaryName(type);
        String simpleName = packageName.isEmpty() ? name : name.substring(packageName.length() + 1);
        return new GuardDescriptor(
                packageName,
                simpleName + GuardDescriptor.SUFFIX,
                name,
                digests.digest(type),
                endpoints.stream().filter(EndpointDescriptor::isGuarded).toList(),
                handler.framework() == Framework.JDK_HTTP,
                isVisible(type, GENERATED));
    }

    private boolean isVisible(TypeElement from, String type) {
        var module = elements.getModuleOf(from);
        return (module == null || module.isUnnamed())
                ? elements.getTypeElement(type) != null
                : elements.getTypeElement(module, type) != null;
    }

    private boolean isAnnotated(TypeElement type) {
        return annotated.computeIfAbsent(
                type.getQualifiedName().toString(),
                any -> !DeclarationReader.guarding(type).isEmpty()
                        || ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                                .anyMatch(method ->
                                        !DeclarationReader.guarding(method).isEmpty()));
    }
}
