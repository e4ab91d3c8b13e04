package dev.keywright.checks.config;

import java.util.List;

/** A fact about the user's own code or a library, as written in {@code keywright.toml}. */
public sealed interface UserModel {

    /**
     * A method whose result is secret: {@code [[source]] method = "com.acme.Vault#read"}.
     *
     * @param owner qualified name of the type that declares it
     * @param kind one of {@code key, token, password, mac, digest, personal}
     */
    record Source(String owner, String method, String kind) implements UserModel {}

    /**
     * A method that lets its arguments out: {@code [[sink]] method = "com.acme.Audit#write"}.
     *
     * @param kind one of {@code log, error, url, response}
     * @param argument index from 0, or -1 for every argument
     */
    record Sink(String owner, String method, String kind, int argument) implements UserModel {}

    /** A method whose result is no longer secret, whatever it was given. */
    record Sanitizer(String owner, String method) implements UserModel {}

    /**
     * A type whose methods write to a log.
     *
     * @param methods their names; empty for all
     */
    record Logger(String type, List<String> methods) implements UserModel {
        public Logger {
            methods = List.copyOf(methods);
        }
    }

    /**
     * An annotation that makes a method an HTTP endpoint.
     *
     * @param annotation its qualified name
     * @param method the HTTP method, empty when it is any
     * @param pathAttribute the attribute that holds the path
     */
    record Route(String annotation, String method, String pathAttribute) implements UserModel {}
}
