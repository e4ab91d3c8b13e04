package dev.keywright.adapters.spring;

import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.key.KeyStore;
import java.util.function.Supplier;

/**
 * How the stores are, for the health endpoint: down when requests must be refused because of one, each store as a detail. One
 * class for each contract that Spring Boot has had.
 */
final class StoreHealth {

    private StoreHealth() {}

    /** Under {@code org.springframework.boot.actuate.health}. */
    static final class SpringBoot3 implements org.springframework.boot.actuate.health.HealthIndicator {

        private final Supplier<Keywright> keywright;

        SpringBoot3(Supplier<Keywright> keywright) {
            this.keywright = keywright;
        }

        @Override
        public org.springframework.boot.actuate.health.Health health() {
            Keywright watched = keywright.get();
            boolean up = watched.health() == KeyStore.Health.UP;
            var health = up
                    ? org.springframework.boot.actuate.health.Health.up()
                    : org.springframework.boot.actuate.health.Health.down();
            watched.stores().forEach((store, state) -> health.withDetail(store, state.name()));
            return health.build();
        }
    }

    /** Under {@code org.springframework.boot.health.contributor}. */
    static final class SpringBoot4 implements org.springframework.boot.health.contributor.HealthIndicator {

        private final Supplier<Keywright> keywright;

        SpringBoot4(Supplier<Keywright> keywright) {
            this.keywright = keywright;
        }

        @Override
        public org.springframework.boot.health.contributor.Health health() {
            Keywright watched = keywright.get();
            boolean up = watched.health() == KeyStore.Health.UP;
            var health = up
                    ? org.springframework.boot.health.contributor.Health.up()
                    : org.springframework.boot.health.contributor.Health.down();
            watched.stores().forEach((store, state) -> health.withDetail(store, state.name()));
            return health.build();
        }
    }
}
