package dev.keywright.runtime.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keywright.runtime.contract.TokenStoreContract;
import dev.keywright.runtime.token.TokenRecord.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MemoryTokenStoreTest extends TokenStoreContract {

    @Override
    protected TokenStore store() {
        return new MemoryTokenStore(8, 1_000);
    }

    @Test
    void aFullStoreIssuesNothingMoreForAnyoneUntilSomethingExpires() throws Exception {
        MemoryTokenStore store = new MemoryTokenStore(8, 10);
        for (int i = 0; i < 10; i++) {
            assertThat(store.save(List.of(token("a" + i, Kind.ACCESS, "f" + i, "owner" + i)), now))
                    .isTrue();
        }
        assertThat(store.save(List.of(token("b", Kind.ACCESS, "fb", "late")), now))
                .isFalse();
        assertThat(store.size()).isEqualTo(10);
        for (int i = 0; i < 10; i++) {
            assertThat(store.find("a" + i)).isNotNull();
        }
        store.revoke("a3");
        assertThat(store.save(List.of(token("b", Kind.ACCESS, "fb", "late")), now))
                .isTrue();
        long later = now + 3_600_000;
        TokenRecord next = new TokenRecord(
                "c",
                Kind.ACCESS,
                token("c", Kind.ACCESS, "fc", "x").digest(),
                "fc",
                "x",
                java.util.Set.of(),
                java.util.Map.of(),
                later,
                later + 1);
        assertThat(store.save(List.of(next), later)).isTrue();
        assertThat(store.size()).isEqualTo(1);
    }

    @Test
    void nothingIsLeftOfRevokedTokens() throws Exception {
        MemoryTokenStore store = new MemoryTokenStore(8, 10);
        for (int i = 0; i < 1_000; i++) {
            assertThat(store.save(List.of(token("a" + i, Kind.ACCESS, "f" + i, "acme")), now))
                    .isTrue();
            assertThat(store.revokeOwner("acme")).isEqualTo(1);
        }
        assertThat(store.size()).isZero();
    }

    @Test
    void sizesMustBePositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MemoryTokenStore(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new MemoryTokenStore(1, 0));
    }
}
