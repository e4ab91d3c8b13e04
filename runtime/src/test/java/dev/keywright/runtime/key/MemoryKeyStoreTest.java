package dev.keywright.runtime.key;

import dev.keywright.runtime.contract.KeyStoreContract;

final class MemoryKeyStoreTest extends KeyStoreContract {

    @Override
    protected WritableKeyStore store() {
        return new MemoryKeyStore();
    }
}
