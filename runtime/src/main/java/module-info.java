/** What enforces Keywright's annotations at run time. */
module dev.keywright.runtime {
    requires transitive dev.keywright.annotations;
    requires static org.jspecify;
    requires com.github.benmanes.caffeine;
    requires io.github.bucket4j.core;
    requires com.fasterxml.jackson.core;
    requires static java.net.http;

    exports dev.keywright.runtime;
    exports dev.keywright.runtime.audit;
    exports dev.keywright.runtime.body;
    exports dev.keywright.runtime.client;
    exports dev.keywright.runtime.key;
    exports dev.keywright.runtime.login;
    exports dev.keywright.runtime.replay;
    exports dev.keywright.runtime.secret;
    exports dev.keywright.runtime.shared;
    exports dev.keywright.runtime.signature;
    exports dev.keywright.runtime.token;
}
