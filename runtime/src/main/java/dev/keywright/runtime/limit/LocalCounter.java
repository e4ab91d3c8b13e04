package dev.keywright.runtime.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;

/** Counted in this process's memory. */
final class LocalCounter extends Counter {

    private final Bucket bucket;

    LocalCounter(Bucket bucket) {
        this.bucket = bucket;
    }

    @Override
    public long take() {
        if (bucket.tryConsume(1)) {
            return 0;
        }
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill());
    }

    @Override
    long[] available() {
        return bucket.asVerbose().getAvailableTokens().getDiagnostics().getAvailableTokensPerEachBandwidth();
    }
}
