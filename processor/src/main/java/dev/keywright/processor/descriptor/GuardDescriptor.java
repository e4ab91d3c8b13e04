package dev.keywright.processor.descriptor;

import java.util.List;

/**
 * The guard to write.
 *
 * @param packageName the package of the guarded class; empty for the unnamed one
 * @param simpleName the guard's simple name
 * @param guardedType the binary name of the guarded class
 * @param digest the digest of the declarations
 * @param endpoints the guarded methods, ordered
 * @param wrapsHttpHandler whether the guarded class is a {@code com.sun.net.httpserver.HttpHandler}
 * @param generatedVisible whether {@code javax.annotation.processing.Generated} can be named
 */
public record GuardDescriptor(
        String packageName,
        String simpleName,
        String guardedType,
        String digest,
        List<EndpointDescriptor> endpoints,
        boolean wrapsHttpHandler,
        boolean generatedVisible) {

    /** What follows the guarded class's binary name. */
    public static final String SUFFIX = "_Guard";

    public GuardDescriptor {
        endpoints = List.copyOf(endpoints);
    }

    /** The guard's full name. */
    public String qualifiedName() {
        return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    }
}
