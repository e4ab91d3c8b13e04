package dev.keywright.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.runtime.audit.AuditEvent;
import dev.keywright.runtime.audit.AuditSink;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.audit.StoreEvent;
import dev.keywright.runtime.key.ApiKeys;
import dev.keywright.runtime.key.KeyStore.Health;
import dev.keywright.runtime.key.MemoryKeyStore;
import dev.keywright.runtime.key.NewApiKey;
import dev.keywright.runtime.shared.SharedLimits;
import dev.keywright.runtime.shared.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an application says about its stores, and that its watchers cannot harm it. */
final class StoreWatchTest {

    private static final class Away implements SharedLimits {
        Health health = Health.UP;

        @Override
        public SharedLimit open(String name, List<Quota> quotas) {
            return who -> owed -> {
                if (health == Health.DOWN) {
                    throw new StoreUnavailableException("away");
                }
                return new Taken(0, new long[] {1});
            };
        }

        @Override
        public Health health() {
            return health;
        }
    }

    private final Away limits = new Away();
    private final List<String> heard = new ArrayList<>();
    private final AuditSink sink = new AuditSink() {
        @Override
        public void accept(AuditEvent event) {}

        @Override
        public void storeChanged(StoreEvent event) {
            heard.add(event.store() + " " + event.health());
        }
    };
    private final NewApiKey key = ApiKeys.create("shop", "acme");
    private final EndpointPolicy policy = EndpointPolicy.of("shop.Orders#read()")
            .apiKey(ApiKeyPolicy.of("X-API-Key", "", ""))
            .limit(dev.keywright.annotations.LimitBy.CREDENTIAL, "2 per hour")
            .build();

    private Keywright.Builder builder() {
        return Keywright.builder()
                .keyStore(new MemoryKeyStore().put(key.record()))
                .sharedLimits(limits)
                .auditSink(sink);
    }

    private Verdict call(Keywright keywright) {
        return Walk.check(keywright, policy, FakeExchange.get("/orders").header("X-API-Key", key.key()));
    }

    @Test
    void aStoreThatGoesAndComesIsAuditedOnceEach() {
        Keywright keywright = builder().build();
        keywright.stores();
        assertThat(heard).as("that all is well is no news").isEmpty();
        limits.health = Health.DOWN;
        for (int i = 0; i < 5; i++) {
            assertThat(keywright.stores()).containsEntry("limits", Health.DOWN);
        }
        limits.health = Health.UP;
        for (int i = 0; i < 5; i++) {
            keywright.stores();
        }
        assertThat(heard).containsExactly("limits DOWN", "limits UP");
    }

    @Test
    void aRequestThatIsCountedAloneNoticesWithoutBeingAsked() {
        Keywright keywright = builder().build();
        limits.health = Health.DOWN;
        assertThat(call(keywright)).isInstanceOf(Admitted.class);
        assertThat(call(keywright)).isInstanceOf(Admitted.class);
        assertThat(call(keywright)).isInstanceOf(Denied.class);
        assertThat(keywright.limitsCountedAlone()).isEqualTo(3);
        assertThat(heard).containsExactly("limits DOWN");
        assertThat(keywright.health()).as("nobody is refused for that").isEqualTo(Health.UP);
    }

    @Test
    void anObserverThatThrowsChangesNoDecision() {
        List<String> called = new ArrayList<>();
        GuardObserver broken = new GuardObserver() {
            @Override
            public void decided(String endpoint, String mechanism, Reason reason, long nanos) {
                called.add(mechanism + " " + reason);
                throw new IllegalStateException("full");
            }

            @Override
            public void completed(String endpoint, Outcome outcome) {
                called.add("ended " + outcome);
                throw new IllegalStateException("full");
            }
        };
        Keywright keywright = builder().observer(broken).build();
        assertThat(call(keywright))
                .isInstanceOfSatisfying(Admitted.class, admitted -> admitted.completed(Outcome.SUCCEEDED));
        assertThat(Walk.check(keywright, policy, FakeExchange.get("/orders")))
                .isInstanceOfSatisfying(
                        Denied.class, denied -> assertThat(denied.reason()).isEqualTo(Reason.CREDENTIAL_MISSING));
        assertThat(called).containsExactly("api_key ADMITTED", "ended SUCCEEDED", "none CREDENTIAL_MISSING");
        assertThat(keywright.handlerOutcomes()).containsEntry(Outcome.SUCCEEDED, 1L);
    }

    @Test
    void anAuditSinkThatThrowsChangesNoDecision() {
        AuditSink broken = event -> {
            throw new IllegalStateException("full");
        };
        Keywright keywright = builder().auditSink(broken).build();
        assertThat(call(keywright)).isInstanceOf(Admitted.class);
        assertThat(Walk.check(keywright, policy, FakeExchange.get("/orders")))
                .isInstanceOfSatisfying(
                        Denied.class, denied -> assertThat(denied.status()).isEqualTo(401));
    }
}
