package dev.keywright.benchmarks;

import dev.keywright.annotations.LimitBy;
import dev.keywright.runtime.EndpointPolicy;
import dev.keywright.runtime.Verdict;

/** A limit by address and nothing else, beside one Bucket4j token. */
final class LimitKit implements Kit {

    private final EndpointPolicy policy = limited(Primitives.PERMITS + " per second");
    private final EndpointPolicy used = limited("1 per day");
    private final RecordedExchange exchange = new RecordedExchange("GET", new byte[0]);
    private final Primitives primitives = new Primitives("");

    LimitKit() {
        Application.byLimit(used, exchange);
    }

    private static EndpointPolicy limited(String text) {
        return EndpointPolicy.of("shop.Catalog#list" + Application.next() + "()")
                .limit(LimitBy.ADDRESS, text)
                .build();
    }

    @Override
    public Verdict admitted() {
        return Application.admitted(Application.byLimit(policy, exchange));
    }

    @Override
    public Verdict refused() {
        return Application.refused(Application.byLimit(used, exchange));
    }

    @Override
    public Object primitive() {
        return primitives.token();
    }
}
