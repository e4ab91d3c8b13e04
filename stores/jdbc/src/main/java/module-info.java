/** Keys and tokens in a database, over plain JDBC. */
module dev.keywright.store.jdbc {
    requires transitive dev.keywright.runtime;
    requires transitive java.sql;
    requires static org.jspecify;
    requires com.github.benmanes.caffeine;
    requires com.fasterxml.jackson.core;

    exports dev.keywright.store.jdbc;
}
