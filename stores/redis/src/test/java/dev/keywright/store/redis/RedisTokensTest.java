package dev.keywright.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keywright.runtime.contract.TokenStoreContract;
import dev.keywright.runtime.token.TokenRecord.Kind;
import dev.keywright.runtime.token.TokenStore;
import dev.keywright.runtime.token.TokenStoreException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class RedisTokensTest extends TokenStoreContract {

    private static RealRedis redis;

    private RedisStore store;

    @BeforeAll
    static void start() {
        redis = RealRedis.start();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected TokenStore store() {
        redis.command("FLUSHALL");
        store = redis.builder().timeout(Duration.ofSeconds(2)).tokensPerOwner(8).connect();
        return store.tokens();
    }

    @Test
    void whatOneNodeIssuedTheOtherKnowsAndRevokes() throws Exception {
        TokenStore first = store();
        first.save(List.of(token("a1", Kind.ACCESS, "f1", "acme")), now);
        try (RedisStore node = redis.builder().connect()) {
            assertThat(node.tokens().find("a1")).isNotNull();
            assertThat(node.tokens().revokeOwner("acme")).isEqualTo(1);
        }
        assertThat(first.find("a1")).isNull();
    }

    @Test
    void nothingIsLeftOfRevokedTokens() throws Exception {
        TokenStore tokens = store();
        for (int i = 0; i < 20; i++) {
            tokens.save(
                    List.of(
                            token("a" + i, Kind.ACCESS, "f" + i, "acme"),
                            token("r" + i, Kind.REFRESH, "f" + i, "acme")),
                    now);
            if (i % 2 == 0) {
                tokens.revokeFamily("f" + i);
            } else {
                tokens.revoke("a" + i);
                tokens.revoke("r" + i);
            }
        }
        assertThat(redis.command("DBSIZE")).as("the epoch").isEqualTo(":1");
    }

    @Test
    void aRecordThatCannotBeReadIsNoToken() throws Exception {
        TokenStore tokens = store();
        tokens.save(List.of(token("a1", Kind.ACCESS, "f1", "acme")), now);
        redis.command("EVAL \"for _, k in ipairs(redis.call('KEYS', '*:t:*')) do"
                + " redis.call('HSET', k, 'r', 'garbage') end\" 0");
        assertThatExceptionOfType(TokenStoreException.class).isThrownBy(() -> tokens.find("a1"));
    }
}
