package dev.keywright.benchmarks;

import dev.keywright.annotations.LimitBy;
import dev.keywright.runtime.ApiKeyPolicy;
import dev.keywright.runtime.EndpointPolicy;
import dev.keywright.runtime.Verdict;
import dev.keywright.runtime.key.ApiKeys;
import dev.keywright.runtime.key.KeyRecord;
import dev.keywright.runtime.key.NewApiKey;

/** An API key, beside SHA-256 of that key, a comparison and one Bucket4j token. */
final class KeyKit implements Kit {

    private final EndpointPolicy policy = EndpointPolicy.of("shop.Orders#create()")
            .apiKey(ApiKeyPolicy.of("X-API-Key", "", "", "orders:write"))
            .limit(LimitBy.CREDENTIAL, Primitives.PERMITS + " per second")
            .build();

    private final RecordedExchange right = new RecordedExchange("POST", new byte[0]);
    private final RecordedExchange wrong = new RecordedExchange("POST", new byte[0]);
    private final Primitives primitives;
    private final String key;

    KeyKit() {
        NewApiKey made = ApiKeys.create("shop", "acme").with(record -> record.scopes("orders:write"));
        NewApiKey other = ApiKeys.create("shop", "acme");
        Application.KEYS.put(made.record());
        // Under the other key's id stands the digest of yet another one.
        Application.KEYS.put(KeyRecord.of(
                        other.record().id(),
                        ApiKeys.create("shop", "acme").record().digest(),
                        "acme")
                .build());
        key = made.key();
        right.header("X-API-Key", key);
        wrong.header("X-API-Key", other.key());
        primitives = new Primitives(key);
    }

    @Override
    public Verdict admitted() {
        return Application.admitted(Application.byKey(policy, right));
    }

    @Override
    public Verdict refused() {
        return Application.refused(Application.byKey(policy, wrong));
    }

    @Override
    public Object primitive() {
        return primitives.digestAndToken(key);
    }
}
