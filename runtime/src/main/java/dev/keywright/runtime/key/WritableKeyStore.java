package dev.keywright.runtime.key;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key store that can be changed. {@link KeyAdministration} says what changes make sense; this is what it stands on.
 * Implementations are safe for use by many threads.
 */
public interface WritableKeyStore extends KeyStore {

    /**
     * Carries out a change: all of it or nothing, and as if no other change of this store ran at the same time, whichever
     * thread, process or node makes it. What it did holds at once for look-ups through this object.
     *
     * @param change may be called again where the store has to start over, so it does nothing but talk to the transaction
     * @return what the change returned
     * @throws KeyStoreException when the store cannot be read or written, or somebody else holds it for too long
     * @throws KeyRefusedException as the change threw it
     */
    <T> T change(Change<T> change) throws KeyStoreException, KeyRefusedException;

    /**
     * What is held about one key now, whatever its format; never from a cache.
     *
     * @return null when there is none
     */
    @Nullable
    KeyEntry find(String id) throws KeyStoreException;

    /** One page of keys as they are now; never from a cache. */
    List<KeyEntry> list(KeyQuery query) throws KeyStoreException;

    /** What is done to the keys. */
    @FunctionalInterface
    interface Change<T> {
        T apply(Transaction keys) throws KeyStoreException, KeyRefusedException;
    }

    /** The keys while they are changed. Used by one thread, until the change returns. */
    interface Transaction {

        /** The record with an id, which nobody else changes until the end; null when there is none. */
        @Nullable
        KeyRecord find(String id) throws KeyStoreException;

        /**
         * Adds a record.
         *
         * @throws KeyRefusedException when there is one with its id or digest already, or the store is full
         */
        void add(KeyRecord record) throws KeyStoreException, KeyRefusedException;

        /**
         * Takes a record for the one with the same id.
         *
         * @throws KeyRefusedException when there is none with this id, or another one with its digest
         */
        void replace(KeyRecord record) throws KeyStoreException, KeyRefusedException;

        /** Forgets a record; whether there was one. */
        boolean remove(String id) throws KeyStoreException;
    }
}
