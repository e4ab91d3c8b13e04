/** Puts guards before the handlers of the JDK's HTTP server. */
module dev.keywright.adapters.jdkhttp {
    requires transitive dev.keywright.runtime;
    requires transitive jdk.httpserver;
    requires static org.jspecify;

    exports dev.keywright.adapters.jdkhttp;
}
