package dev.keywright.adapters.spring;

import dev.keywright.runtime.Caller;

/** Makes the caller known to a security framework while a handler runs. */
public interface CallerPublisher {

    /**
     * Publishes a caller on this thread.
     *
     * @return takes it back when closed
     */
    Scope publish(Caller caller);

    /** How long a caller is published. */
    interface Scope {

        /** Takes it back. */
        void close();
    }

    /** Where there is no security framework. */
    static CallerPublisher none() {
        return caller -> () -> {};
    }
}
