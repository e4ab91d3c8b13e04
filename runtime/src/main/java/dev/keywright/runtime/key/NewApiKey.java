package dev.keywright.runtime.key;

import org.jspecify.annotations.Nullable;

/**
 * A key that was just made. {@link #key()} is the only place where the key itself is; show it to its owner once and let go
 * of it.
 */
public final class NewApiKey {

    private final String key;
    private final KeyRecord record;
    private final @Nullable KeyRecord replaced;

    NewApiKey(String key, KeyRecord record) {
        this(key, record, null);
    }

    NewApiKey(String key, KeyRecord record, @Nullable KeyRecord replaced) {
        this.key = key;
        this.record = record;
        this.replaced = replaced;
    }

    /** The key itself. */
    public String key() {
        return key;
    }

    /** What to keep of it. */
    public KeyRecord record() {
        return record;
    }

    /** After a rotation, the record of the old key with its new end; else null. */
    public @Nullable KeyRecord replaced() {
        return replaced;
    }

    /** The same key with a changed record. */
    public NewApiKey with(java.util.function.UnaryOperator<KeyRecord.Builder> change) {
        return new NewApiKey(key, change.apply(record.toBuilder()).build(), replaced);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "NewApiKey[" + record.id() + "]";
    }
}
