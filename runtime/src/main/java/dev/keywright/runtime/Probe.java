package dev.keywright.runtime;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exchange that never happens. A guard does not show what it was built with; it shows when its check begins, which this
 * exchange ends at once.
 */
final class Probe implements Exchange {

    /** Carries the answer past the guard. */
    private static final class Found extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Keywright keywright;

        Found(Keywright keywright) {
            super(null, null, false, false);
            this.keywright = keywright;
        }
    }

    private Probe() {}

    static Keywright keywrightOf(GuardedEndpoint endpoint) {
        try {
            endpoint.check(new Probe());
        } catch (Found found) {
            return found.keywright;
        }
        throw new IllegalStateException(Messages.stepSkipped());
    }

    RuntimeException found(Keywright keywright) {
        return new Found(keywright);
    }

    @Override
    public String method() {
        throw new IllegalStateException();
    }

    @Override
    public String rawPath() {
        throw new IllegalStateException();
    }

    @Override
    public @Nullable String rawQuery() {
        throw new IllegalStateException();
    }

    @Override
    public List<String> headers(String name) {
        throw new IllegalStateException();
    }

    @Override
    public InetAddress peer() {
        throw new IllegalStateException();
    }

    @Override
    public boolean secure() {
        throw new IllegalStateException();
    }

    @Override
    public @Nullable String authority() {
        throw new IllegalStateException();
    }

    @Override
    public Body body() {
        throw new IllegalStateException();
    }
}
