package dev.keywright.cli;

import dev.keywright.runtime.key.WritableKeyStore;
import org.jspecify.annotations.Nullable;

/** A store, and what has to be closed after it. */
record OpenedStore(WritableKeyStore keys, @Nullable JdbcSource source) implements AutoCloseable {

    @Override
    public void close() {
        if (source != null) {
            source.close();
        }
    }
}
