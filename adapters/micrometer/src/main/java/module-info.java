/** Metrics of guards, through Micrometer. */
module dev.keywright.adapters.micrometer {
    requires transitive dev.keywright.runtime;
    requires static org.jspecify;
    requires transitive micrometer.core;

    exports dev.keywright.adapters.micrometer;
}
