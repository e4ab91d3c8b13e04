package dev.keywright.runtime.client;

/** Signs requests under the CANONICAL scheme. */
public final class CanonicalSigner {

    private CanonicalSigner() {}
}
