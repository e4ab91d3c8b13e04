/** Audit events as structured fields, through SLF4J. */
module dev.keywright.adapters.slf4j {
    requires transitive dev.keywright.runtime;
    requires static org.jspecify;
    requires org.slf4j;

    exports dev.keywright.adapters.slf4j;
}
