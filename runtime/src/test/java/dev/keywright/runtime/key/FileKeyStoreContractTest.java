package dev.keywright.runtime.key;

import dev.keywright.runtime.contract.KeyStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class FileKeyStoreContractTest extends KeyStoreContract {

    @TempDir
    private Path directory;

    private Path file() {
        return directory.resolve("keys.json");
    }

    @Override
    protected WritableKeyStore store() throws Exception {
        FileKeyStore.createEmpty(file());
        return FileKeyStore.open(file());
    }

    @Override
    protected WritableKeyStore elsewhere(WritableKeyStore store) throws Exception {
        return FileKeyStore.open(file());
    }
}
