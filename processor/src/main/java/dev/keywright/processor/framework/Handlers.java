package dev.keywright.processor.framework;

import dev.keywright.processor.framework.RouteAnnotations.Family;
import dev.keywright.processor.framework.RouteAnnotations.Found;
import dev.keywright.processor.model.Hierarchy;
import dev.keywright.processor.model.Mirrors;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Finds out whether a framework calls a class, and by which methods. Use one for one round; not safe for many threads. */
public final class Handlers {

    private static final String HTTP_HANDLER = "com.sun.net.httpserver.HttpHandler";
    private static final String HTTP_EXCHANGE = "com.sun.net.httpserver.HttpExchange";
    private static final String SPRING_CONTROLLER = "org.springframework.stereotype.Controller";
    private static final String SPRING_MVC = "org.springframework.web.servlet.DispatcherServlet";
    private static final String SPRING_BOOT = "org.springframework.boot.autoconfigure.AutoConfiguration";
    private static final String SPRING_WEBFLUX = "org.springframework.web.reactive.DispatcherHandler";
    private static final List<String> CLIENTS = List.of(
            "org.springframework.cloud.openfeign.FeignClient",
            "org.eclipse.microprofile.rest.client.inject.RegisterRestClient",
            "io.micronaut.http.client.annotation.Client");
    private static final Map<String, Framework> SERVLETS =
            Map.of("jakarta.servlet.Servlet", Framework.SERVLET, "javax.servlet.Servlet", Framework.JAVAX_SERVLET);
    private static final Set<String> DO_METHODS =
            Set.of("doGet", "doHead", "doPost", "doPut", "doPatch", "doDelete", "doOptions", "doTrace");

    private final Elements elements;
    private final Hierarchy hierarchy;
    private final CustomHandlers custom;
    private final RouteAnnotations routes = new RouteAnnotations();
    private final Map<String, Boolean> routed = new HashMap<>();

    /**
     * Makes a finder.
     *
     * @param customHandlers types and annotations that mark the handlers of the user's own adapter
     */
    public Handlers(Elements elements, Hierarchy hierarchy, Set<String> customHandlers) {
        this.elements = elements;
        this.hierarchy = hierarchy;
        this.custom = new CustomHandlers(hierarchy, customHandlers);
    }

    /** The handler that the class is; empty when no framework calls it. */
    public Optional<Handler> of(TypeElement type) {
        List<TypeElement> family = hierarchy.withSupertypes(type);
        for (TypeElement one : family) {
            String name = one.getQualifiedName().toString();
            if (name.equals(HTTP_HANDLER)) {
                return Optional.of(new Handler(Framework.JDK_HTTP, handle(type)));
            }
            Framework servlet = SERVLETS.get(name);
            if (servlet != null) {
                return Optional.of(new Handler(servlet, servletMethods(type)));
            }
        }
        Map<ExecutableElement, Route> own = custom.endpoints(type, family);
        if (!own.isEmpty()) {
            return Optional.of(new Handler(Framework.CUSTOM, own));
        }
        return family.stream().anyMatch(this::hasRoutes) ? Optional.ofNullable(routed(type, family)) : Optional.empty();
    }

    /** Whether the interface describes calls that this application makes, not ones that it answers. */
    public boolean isClient(TypeElement type) {
        return CLIENTS.stream().anyMatch(client -> RouteAnnotations.carries(type, client));
    }

    /** Whether a route stands on the method itself. */
    public boolean hasRoute(ExecutableElement method) {
        return routes.on(method).isPresent();
    }

    private boolean hasRoutes(TypeElement type) {
        return routed.computeIfAbsent(
                type.getQualifiedName().toString(),
                any -> ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                        .anyMatch(this::hasRoute));
    }

    private Map<ExecutableElement, Route> handle(TypeElement type) {
        Map<ExecutableElement, Route> found = new LinkedHashMap<>();
        for (ExecutableElement method : hierarchy.methods(type)) {
            if (method.getSimpleName().contentEquals("handle")
                    && method.getParameters().size() == 1
                    && method.getParameters().get(0).asType().toString().equals(HTTP_EXCHANGE)
                    && !Hierarchy.owner(method).toString().equals(HTTP_HANDLER)) {
                found.put(method, Route.ANYWHERE);
            }
        }
        return found;
    }

    private Map<ExecutableElement, Route> servletMethods(TypeElement type) {
        List<String> roots = Stream.of("jakarta.servlet.annotation.WebServlet", "javax.servlet.annotation.WebServlet")
                .flatMap(name -> Mirrors.find(type, name).stream())
                .flatMap(web -> RouteAnnotations.firstWritten(web, "value", "urlPatterns").stream())
                .toList();
        Map<ExecutableElement, Route> found = new LinkedHashMap<>();
        for (ExecutableElement method : hierarchy.methods(type)) {
            String name = method.getSimpleName().toString();
            String owner = Hierarchy.owner(method).toString();
            boolean ofTheApi = owner.startsWith("jakarta.servlet.") || owner.startsWith("javax.servlet.");
            if (ofTheApi || method.getParameters().size() != 2) {
                continue;
            }
            if (DO_METHODS.contains(name)) {
                String verb = name.substring(2).toUpperCase(Locale.ROOT);
                found.put(method, new Route(List.of(verb), roots));
            } else if (name.equals("service")) {
                found.put(method, new Route(List.of(), roots));
            }
        }
        return found;
    }

    private @Nullable Handler routed(TypeElement type, List<TypeElement> family) {
        Map<ExecutableElement, Found> found = new LinkedHashMap<>();
        for (ExecutableElement method : hierarchy.methods(type)) {
            Stream.concat(Stream.of(method), hierarchy.overridden(method, type).stream())
                    .flatMap(one -> routes.on(one).stream())
                    .findFirst()
                    .ifPresent(route -> found.put(method, route));
        }
        if (found.isEmpty()) {
            return null;
        }
        Family kind = found.values().iterator().next().family();
        if (kind.isSpring() && !isSpringHandler(type, family)) {
            return null;
        }
        Map<ExecutableElement, Route> endpoints = new LinkedHashMap<>();
        found.forEach((method, route) -> endpoints.put(method, route(route, method, type, family)));
        return new Handler(framework(kind), endpoints);
    }

    /** A class that merely implements a shared interface, say a decorator or a client, is not called by Spring. */
    private boolean isSpringHandler(TypeElement type, List<TypeElement> family) {
        return family.stream().anyMatch(one -> RouteAnnotations.carries(one, SPRING_CONTROLLER))
                || family.stream().anyMatch(one -> one.getKind().isClass() && hasRoutes(one))
                || RouteAnnotations.carries(type, Family.SPRING.base);
    }

    private Route route(Found found, ExecutableElement method, TypeElement type, List<TypeElement> family) {
        Route route = found.route();
        switch (found.family()) {
            case SPRING, SPRING_EXCHANGE -> {
                Optional<Found> root =
                        family.stream().flatMap(one -> routes.on(one).stream()).findFirst();
                Route above = root.map(Found::route).orElse(Route.ANYWHERE);
                List<String> verbs = Stream.concat(above.verbs().stream(), route.verbs().stream())
                        .distinct()
                        .toList();
                return new Route(verbs, route.paths()).below(above.paths());
            }
            case JAKARTA_REST, JAVAX_REST -> {
                String path = found.family() == Family.JAKARTA_REST ? "jakarta.ws.rs.Path" : "javax.ws.rs.Path";
                List<String> own = Stream.concat(Stream.of(method), hierarchy.overridden(method, type).stream())
                        .flatMap(one -> Mirrors.find(one, path).stream())
                        .findFirst()
                        .map(mirror -> Mirrors.words(mirror, "value"))
                        .orElse(List.of());
                return new Route(route.verbs(), own).below(classPath(family, path));
            }
            default -> {
                return route.below(classPath(family, "io.micronaut.http.annotation.Controller"));
            }
        }
    }

    private static List<String> classPath(List<TypeElement> family, String annotation) {
        return family.stream()
                .flatMap(one -> Mirrors.find(one, annotation).stream())
                .findFirst()
                .map(mirror -> Mirrors.words(mirror, "value"))
                .orElse(List.of());
    }

    private Framework framework(Family kind) {
        return switch (kind) {
            case SPRING, SPRING_EXCHANGE ->
                isThere(SPRING_WEBFLUX) && !isThere(SPRING_MVC) ? Framework.SPRING_WEBFLUX : Framework.SPRING_MVC;
            case JAKARTA_REST -> Framework.JAKARTA_REST;
            case JAVAX_REST -> Framework.JAVAX_REST;
            case MICRONAUT -> Framework.MICRONAUT;
        };
    }

    /** Whether nothing enforces annotations here, because the framework's adapter is not on the class path. */
    public boolean lacksAdapter(Framework framework) {
        return !framework.adapter().isEmpty() && !isThere(framework.adapter());
    }

    /**
     * Whether the adapter is there and nothing starts it. A module that has Spring's annotations without Spring MVC itself does
     * not start an application, and is not asked.
     */
    public boolean lacksBoot(Framework framework) {
        return framework == Framework.SPRING_MVC && isThere(SPRING_MVC) && !isThere(SPRING_BOOT);
    }

    private boolean isThere(String type) {
        return elements.getTypeElement(type) != null;
    }

    /** Whether the method can be called for requests at all. */
    static boolean isInstance(ExecutableElement method) {
        return !method.getModifiers().contains(Modifier.STATIC);
    }
}
