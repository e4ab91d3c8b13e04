package dev.keywright.checks.frontend.javaparser;

import org.jspecify.annotations.Nullable;

/** A place where class files lie. Nothing of it is ever run. Implementations may be used from several threads. */
interface ClassFiles {

    boolean hasPackage(String dotted);

    /**
     * The bytes of a class file; null when there is none or it cannot be read.
     *
     * @param binary the name behind the package, nested types with {@code $}
     */
    byte @Nullable [] read(String packageName, String binary);
}
