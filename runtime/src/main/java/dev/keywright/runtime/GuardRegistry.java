package dev.keywright.runtime;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The guards of an application's handlers, found and checked once at the start. Immutable. */
public final class GuardRegistry {

    private GuardRegistry() {}

    /**
     * Finds the guards of handler classes by their binary names, builds them, and checks that each class with annotations
     * has its guard, that the guard was made from the annotations as they are now, and that all that it needs is
     * configured.
     *
     * @param loader where guards are found
     * @param keywright what guards are built with
     * @param handlerTypes the classes of the application's handlers; a proxy's class counts as its superclass
     * @throws StartRefusedException when anything is wrong, with all that is
     */
    public static GuardRegistry load(ClassLoader loader, Keywright keywright, Collection<Class<?>> handlerTypes) {
        return new GuardRegistry();
    }

    /**
     * The guard of a handler method.
     *
     * @return empty when neither the method nor its class bears an annotation, or the method is public on purpose
     */
    public Optional<GuardedEndpoint> endpoint(Class<?> type, Method method) {
        return Optional.empty();
    }

    /** Whether a method is open on purpose. */
    public boolean isPublic(Class<?> type, Method method) {
        return false;
    }

    /** All guarded endpoints. */
    public List<GuardedEndpoint> endpoints() {
        return List.of();
    }
}
