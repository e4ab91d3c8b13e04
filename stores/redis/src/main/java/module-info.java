/** State that several nodes share, in Redis or Valkey. */
module dev.keywright.store.redis {
    requires transitive dev.keywright.runtime;
    requires static org.jspecify;
    requires lettuce.core;
    requires io.netty.transport;

    exports dev.keywright.store.redis;
}
