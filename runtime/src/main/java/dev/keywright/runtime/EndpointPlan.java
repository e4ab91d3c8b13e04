package dev.keywright.runtime;

import dev.keywright.annotations.LimitBy;
import dev.keywright.runtime.key.KeyStore;
import dev.keywright.runtime.limit.AddressLimit;
import dev.keywright.runtime.limit.CredentialBuckets;
import dev.keywright.runtime.limit.LimitSet;
import io.github.bucket4j.Bucket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A policy as one application carries it out: stores, secrets, counters and answers found once. */
final class EndpointPlan {

    /** A limit by credential: one table of buckets for each credential of the endpoint. */
    record CredentialLimit(LimitSet limits, List<CredentialBuckets> tables) {}

    /** A limit over all callers. */
    record GlobalLimit(LimitSet limits, Bucket bucket) {}

    final EndpointPolicy policy;
    final int steps;
    final List<ApiKeyCheck> requiredKeys = new ArrayList<>();
    final @Nullable HmacCheck requiredSignature;
    final List<ApiKeyCheck> keyChoices = new ArrayList<>();
    final @Nullable HmacCheck signatureChoice;
    final List<AddressLimit> addressLimits = new ArrayList<>();
    final List<GlobalLimit> globalLimits = new ArrayList<>();
    final List<CredentialLimit> credentialLimits = new ArrayList<>();
    final Denials denials;
    final List<String> problems = new ArrayList<>();

    EndpointPlan(Keywright keywright, EndpointPolicy policy) {
        this.policy = policy;
        this.steps = policy.steps();
        this.denials = new Denials(policy, keywright.denialDetail());
        int index = 0;
        HmacCheck required = null;
        HmacCheck choice = null;
        boolean authorizationTaken = false;
        for (CredentialPolicy credential : policy.credentials().toList()) {
            boolean isChoice = index >= policy.required().size();
            if (credential instanceof ApiKeyPolicy apiKey) {
                ApiKeyCheck check = apiKey(keywright, apiKey, !authorizationTaken, index);
                authorizationTaken = true;
                (isChoice ? keyChoices : requiredKeys).add(check);
            } else {
                HmacCheck check = signature(keywright, (HmacPolicy) credential, index);
                required = isChoice ? required : check;
                choice = isChoice ? check : choice;
            }
            index++;
        }
        this.requiredSignature = required;
        this.signatureChoice = choice;
        for (LimitPolicy limit : policy.limits()) {
            addLimit(keywright, limit, index);
        }
    }

    private ApiKeyCheck apiKey(Keywright keywright, ApiKeyPolicy apiKey, boolean readsAuthorization, int index) {
        KeyStore store = keywright.keyStore(apiKey.store());
        if (store == null) {
            problems.add(Messages.unknownStore(policy.endpoint(), apiKey.store()));
            store = NoKeys.INSTANCE;
        }
        return new ApiKeyCheck(apiKey, store, keywright.keyHasher(), readsAuthorization, index);
    }

    private HmacCheck signature(Keywright keywright, HmacPolicy hmac, int index) {
        SecretSet secrets = keywright.secretSet(hmac.secret(), policy.endpoint(), problems);
        keywright.noticeOrigins(policy.endpoint());
        return new HmacCheck(
                hmac, secrets, keywright.authorities(), keywright.nonceStore(), keywright.forwardMillis(), index);
    }

    private void addLimit(Keywright keywright, LimitPolicy limit, int credentials) {
        if (limit.by() == LimitBy.ADDRESS) {
            addressLimits.add(keywright.addressLimits().limit("address", limit.limits()));
            return;
        }
        boolean global = limit.by() == LimitBy.GLOBAL;
        LimitSet set = new LimitSet(global ? "global" : "credential", limit.limits(), 1, keywright.rateTime());
        if (global) {
            globalLimits.add(new GlobalLimit(set, set.newBucket()));
            return;
        }
        List<CredentialBuckets> tables = new ArrayList<>();
        for (int i = 0; i < credentials; i++) {
            tables.add(new CredentialBuckets(set));
        }
        credentialLimits.add(new CredentialLimit(set, List.copyOf(tables)));
    }

    boolean hasLimits() {
        return !addressLimits.isEmpty() || !globalLimits.isEmpty() || !credentialLimits.isEmpty();
    }

    /** Stands in for a store that is not configured; the start is refused, and nothing is ever found. */
    private static final class NoKeys implements KeyStore {
        static final KeyStore INSTANCE = new NoKeys();

        @Override
        public dev.keywright.runtime.key.@Nullable KeyRecord findById(String id) {
            return null;
        }
    }
}
