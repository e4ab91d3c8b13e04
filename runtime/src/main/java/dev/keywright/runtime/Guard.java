package dev.keywright.runtime;

import java.util.List;

/**
 * The guard of one class, written by the annotation processor as {@code <binary name of the class>_Guard} with a public
 * constructor that takes a {@link Keywright}. Implementations are immutable and safe for use by many threads.
 */
public interface Guard {

    /** The binary name of the guarded class. */
    String guardedType();

    /** The digest of the declarations that this guard enforces, as {@code sha256:<hex>}. */
    String digest();

    /** The guarded methods. */
    List<GuardedEndpoint> endpoints();
}
