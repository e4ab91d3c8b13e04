package dev.keywright.runtime;

import dev.keywright.annotations.PublicEndpoint;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The guards of an application's handlers, found and checked once at the start. Immutable. */
public final class GuardRegistry {

    private static final String SUFFIX = "_Guard";

    private final Keywright keywright;
    private final Map<Class<?>, Guard> guards;

    private GuardRegistry(Keywright keywright, Map<Class<?>, Guard> guards) {
        this.keywright = keywright;
        this.guards = guards;
    }

    /**
     * Finds the guards of handler classes by their binary names, builds them, and checks that each class with annotations
     * has its guard, that the guard was made from the annotations as they are now, and that all that it needs is
     * configured. A class without a guard of its own is covered by those of its supertypes, which must all be there.
     *
     * @param loader where guards are found; that of each handler class is asked first
     * @param keywright what guards are built with
     * @param handlerTypes the classes of the application's handlers; a proxy's class counts by its supertypes
     * @throws StartRefusedException when anything is wrong, with all that is
     */
    public static GuardRegistry load(ClassLoader loader, Keywright keywright, Collection<Class<?>> handlerTypes) {
        Set<String> problems = new LinkedHashSet<>();
        Map<Class<?>, Guard> guards = new LinkedHashMap<>();
        for (Class<?> type : handlerTypes) {
            Class<?> user = withoutProxy(type);
            int before = problems.size();
            Guard own = find(loader, keywright, user, guards, problems);
            if (own == null && problems.size() > before) {
                continue;
            }
            if (own == null && Declarations.asksForGuard(user)) {
                problems.add(Messages.noGuard(user.getName(), user.getName() + SUFFIX));
            } else if (own == null) {
                inherited(loader, keywright, user, guards, problems);
            }
        }
        for (Guard guard : guards.values()) {
            for (GuardedEndpoint endpoint : guard.endpoints()) {
                problems.addAll(keywright.plan(endpoint.policy()).problems);
            }
        }
        if (!problems.isEmpty()) {
            throw new StartRefusedException(List.copyOf(problems));
        }
        return new GuardRegistry(keywright, guards);
    }

    /**
     * Checks one guard that was built by hand, as {@link #load} does.
     *
     * @return what the guard was built with
     * @throws StartRefusedException when it is stale, guards nothing, or something that it needs is not configured
     */
    public static Keywright check(Guard guard) {
        Set<String> problems = new LinkedHashSet<>();
        try {
            ClassLoader loader = guard.getClass().getClassLoader();
            checkDigest(guard, Class.forName(guard.guardedType(), false, loader), problems);
        } catch (ClassNotFoundException | LinkageError e) {
            problems.add(Messages.wrongGuard(guard.getClass().getName(), guard.guardedType()));
        }
        Keywright keywright = null;
        for (GuardedEndpoint endpoint : guard.endpoints()) {
            keywright = Probe.keywrightOf(endpoint);
            problems.addAll(keywright.plan(endpoint.policy()).problems);
        }
        if (keywright == null) {
            problems.add(Messages.wrongGuard(guard.getClass().getName(), guard.guardedType()));
        }
        if (keywright == null || !problems.isEmpty()) {
            throw new StartRefusedException(List.copyOf(problems));
        }
        return keywright;
    }

    private static void inherited(
            ClassLoader loader, Keywright keywright, Class<?> user, Map<Class<?>, Guard> guards, Set<String> problems) {
        for (Class<?> each : Declarations.hierarchy(user)) {
            int before = problems.size();
            boolean asks = each != user && Declarations.asksForGuard(each);
            if (asks && find(loader, keywright, each, guards, problems) == null && problems.size() == before) {
                problems.add(Messages.inheritedGuardMissing(user.getName(), each.getName(), user.getName() + SUFFIX));
            }
        }
    }

    private static @Nullable Guard find(
            ClassLoader loader, Keywright keywright, Class<?> type, Map<Class<?>, Guard> guards, Set<String> problems) {
        Guard known = guards.get(type);
        if (known != null) {
            return known;
        }
        String name = type.getName() + SUFFIX;
        Class<?> found = forName(name, type.getClassLoader(), loader, problems);
        if (found == null) {
            return null;
        }
        if (!Guard.class.isAssignableFrom(found)) {
            problems.add(Messages.wrongGuard(name, type.getName()));
            return null;
        }
        try {
            Guard guard = (Guard) found.getConstructor(Keywright.class).newInstance(keywright);
            checkDigest(guard, type, problems);
            guards.put(type, guard);
            return guard;
        } catch (InvocationTargetException | ExceptionInInitializerError e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            problems.add(Messages.brokenGuard(name, String.valueOf(cause.getMessage())));
        } catch (ReflectiveOperationException | LinkageError e) {
            problems.add(Messages.brokenGuard(name, e.toString()));
        }
        return null;
    }

    private static @Nullable Class<?> forName(
            String name, @Nullable ClassLoader first, ClassLoader second, Set<String> problems) {
        for (ClassLoader loader : first == null ? List.of(second) : List.of(first, second)) {
            try {
                return Class.forName(name, false, loader);
            } catch (ClassNotFoundException e) {
                // The next loader may have it.
            } catch (LinkageError e) {
                problems.add(Messages.brokenGuard(name, e.toString()));
            }
        }
        return null;
    }

    private static void checkDigest(Guard guard, Class<?> type, Set<String> problems) {
        if (!guard.guardedType().equals(type.getName())) {
            problems.add(Messages.wrongGuard(guard.getClass().getName(), type.getName()));
        } else if (!guard.digest().equals(Declarations.digest(type))) {
            problems.add(Messages.staleGuard(type.getName()));
        }
    }

    /** Classes made at run time have no source and so no guard; what they stand for has. */
    private static Class<?> withoutProxy(Class<?> type) {
        Class<?> user = type;
        while (user.getName().contains("$$")
                && user.getSuperclass() != null
                && user.getSuperclass() != Object.class
                && !Proxy.isProxyClass(user)) {
            user = user.getSuperclass();
        }
        return user;
    }

    /**
     * The guard of a handler method.
     *
     * @return empty when nothing asks for a guard, or the method is open on purpose. A method that an annotation covers but
     *     no guard knows gets an endpoint that refuses everyone
     */
    public Optional<GuardedEndpoint> endpoint(Class<?> type, Method method) {
        Class<?> user = withoutProxy(type);
        List<List<String>> signatures = signatures(user, method);
        for (Class<?> each : Declarations.hierarchy(user)) {
            Guard guard = guards.get(each);
            if (guard == null) {
                continue;
            }
            for (GuardedEndpoint endpoint : guard.endpoints()) {
                if (endpoint.method().equals(method.getName())
                        && signatures.contains(endpoint.erasedParameterTypes())) {
                    return Optional.of(endpoint);
                }
            }
        }
        return isCovered(user, method, signatures) ? Optional.of(closed(method)) : Optional.empty();
    }

    /** Whether a method is open on purpose. */
    public boolean isPublic(Class<?> type, Method method) {
        Class<?> user = withoutProxy(type);
        return nearest(user, method, signatures(user, method))
                .filter(each -> each.isAnnotationPresent(PublicEndpoint.class))
                .isPresent();
    }

    /** All guarded endpoints. */
    public List<GuardedEndpoint> endpoints() {
        return guards.values().stream()
                .flatMap(guard -> guard.endpoints().stream())
                .toList();
    }

    private GuardedEndpoint closed(Method method) {
        String name = method.getDeclaringClass().getName() + "#" + method.getName() + "("
                + String.join(",", Declarations.erasedParameterTypes(method)) + ")";
        return new GuardedEndpoint(
                EndpointPolicy.of(name).build(),
                method.getName(),
                Declarations.erasedParameterTypes(method),
                exchange -> keywright.refuseUnguarded(name, exchange));
    }

    /** Whether an annotation on the method, on one that it overrides, or on a class above it asks for a guard. */
    private static boolean isCovered(Class<?> user, Method method, List<List<String>> signatures) {
        Optional<Method> nearest = nearest(user, method, signatures);
        if (nearest.isPresent()) {
            return !nearest.get().isAnnotationPresent(PublicEndpoint.class);
        }
        return Declarations.hierarchy(user).stream()
                .anyMatch(each -> !Declarations.demands(each).isEmpty());
    }

    /** The nearest declaration of a method that bears an annotation of ours. */
    private static Optional<Method> nearest(Class<?> user, Method method, List<List<String>> signatures) {
        for (Class<?> each : Declarations.hierarchy(user)) {
            for (Method declared : each.getDeclaredMethods()) {
                boolean same = declared.getName().equals(method.getName())
                        && !declared.isSynthetic()
                        && signatures.contains(Declarations.erasedParameterTypes(declared));
                if (same
                        && (declared.isAnnotationPresent(PublicEndpoint.class)
                                || !Declarations.demands(declared).isEmpty())) {
                    return Optional.of(declared);
                }
            }
        }
        return Optional.empty();
    }

    /** The erased signatures under which a method may be known: its own, and those of the bridges that lead to it. */
    private static List<List<String>> signatures(Class<?> user, Method method) {
        List<List<String>> signatures = new ArrayList<>();
        signatures.add(Declarations.erasedParameterTypes(method));
        for (Class<?> each : Declarations.hierarchy(user)) {
            for (Method declared : each.getDeclaredMethods()) {
                if (declared.isBridge() && leadsTo(declared, method)) {
                    signatures.add(Declarations.erasedParameterTypes(declared));
                }
            }
        }
        return signatures;
    }

    private static boolean leadsTo(Method bridge, Method method) {
        if (!bridge.getName().equals(method.getName()) || bridge.getParameterCount() != method.getParameterCount()) {
            return false;
        }
        for (int i = 0; i < bridge.getParameterCount(); i++) {
            if (!bridge.getParameterTypes()[i].isAssignableFrom(method.getParameterTypes()[i])) {
                return false;
            }
        }
        return true;
    }
}
