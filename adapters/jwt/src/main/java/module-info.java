/** Verifies JWTs as bearer tokens. */
module dev.keywright.adapters.jwt {
    requires transitive dev.keywright.runtime;
    requires static org.jspecify;
    requires com.nimbusds.jose.jwt;
    requires java.net.http;

    exports dev.keywright.adapters.jwt;
}
