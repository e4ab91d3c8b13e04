package guarded;

import org.glassfish.jersey.server.ResourceConfig;

public final class DeskMain {

    public static void main(String[] args) {
        ResourceConfig config = new ResourceConfig();
        config.register(MembersResource.class); // BUG: UnguardedRegistration
        config.register(new Stamps()); // OK: UnguardedRegistration
        Object guarded = guard(new Desk()); // OK: UnguardedRegistration
        config.register(guarded);
    }

    private static Object guard(Desk desk) {
        return new DeskGuard(desk);
    }

    private record DeskGuard(Desk desk) {}

    /** No endpoint at all. */
    static final class Stamps {}
}
