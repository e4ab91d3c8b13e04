package dev.keywright.runtime;

/** Which connections guarded endpoints answer on. */
public enum TransportPolicy {

    /**
     * TLS on the socket, or on the client's side of a trusted proxy that says so. Loopback connections are exempt unless a
     * forwarding header came with them. The default.
     */
    TLS_REQUIRED,

    /** Any connection: credentials travel readable for everyone on the way. */
    PLAIN_HTTP_FROM_ANYWHERE
}
