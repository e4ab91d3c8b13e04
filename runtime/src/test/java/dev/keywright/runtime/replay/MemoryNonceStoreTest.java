package dev.keywright.runtime.replay;

import dev.keywright.runtime.contract.NonceStoreContract;

final class MemoryNonceStoreTest extends NonceStoreContract {

    @Override
    protected NonceStore store() {
        return MemoryNonceStore.forSecretsThatNoEarlierProcessUsed(100);
    }
}
