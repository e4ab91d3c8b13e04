package dev.keywright.runtime;

import dev.keywright.annotations.LimitBy;
import dev.keywright.runtime.account.LoginThrottle;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.key.KeyStore;
import dev.keywright.runtime.limit.AddressLimit;
import dev.keywright.runtime.limit.Counter;
import dev.keywright.runtime.limit.CredentialBuckets;
import dev.keywright.runtime.limit.LimitSet;
import dev.keywright.runtime.scheme.SecretSet;
import dev.keywright.runtime.token.BearerAnswer;
import dev.keywright.runtime.token.BearerVerifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A policy as one application carries it out: stores, secrets, counters and answers found once. Arrays, because each request
 * walks them.
 */
final class EndpointPlan {

    /** A limit by credential: one table of buckets for each credential of the endpoint. */
    record CredentialLimit(LimitSet limits, List<CredentialBuckets> tables) {}

    /** A limit over all callers. */
    record GlobalLimit(LimitSet limits, Counter counter) {}

    final EndpointPolicy policy;
    final int steps;
    final ApiKeyCheck[] requiredKeys;
    final @Nullable HmacCheck requiredSignature;
    final @Nullable BearerCheck requiredBearer;
    final Choice choice;
    final @Nullable LoginCheck login;
    final AddressLimit[] addressLimits;
    final GlobalLimit[] globalLimits;
    final CredentialLimit[] credentialLimits;
    final Charges charges;
    final Denials denials;
    final List<String> problems = new ArrayList<>();

    EndpointPlan(Keywright keywright, EndpointPolicy policy) {
        this.policy = policy;
        this.steps = policy.steps();
        this.denials = new Denials(policy, keywright.denialDetail);
        List<ApiKeyCheck> keys = new ArrayList<>();
        List<ApiKeyCheck> choices = new ArrayList<>();
        int index = 0;
        HmacCheck required = null;
        List<HmacCheck> signatureChoices = new ArrayList<>();
        BearerCheck bearer = null;
        BearerCheck bearerAmongChoices = null;
        boolean authorizationTaken = false;
        for (CredentialPolicy credential : policy.credentials().toList()) {
            boolean isChoice = index >= policy.required().size();
            if (credential instanceof ApiKeyPolicy apiKey) {
                ApiKeyCheck check = apiKey(keywright, apiKey, !authorizationTaken, index);
                authorizationTaken = true;
                (isChoice ? choices : keys).add(check);
            } else if (credential instanceof BearerPolicy token) {
                BearerCheck check = new BearerCheck(token, verifier(keywright, token), index);
                bearer = isChoice ? bearer : check;
                bearerAmongChoices = isChoice ? check : bearerAmongChoices;
            } else {
                HmacCheck check = signature(keywright, (HmacPolicy) credential, index);
                required = isChoice ? required : check;
                if (isChoice) {
                    signatureChoices.add(check);
                }
            }
            index++;
        }
        this.requiredKeys = keys.toArray(ApiKeyCheck[]::new);
        this.requiredSignature = required;
        this.requiredBearer = bearer;
        this.choice = new Choice(
                choices.toArray(ApiKeyCheck[]::new), signatureChoices.toArray(HmacCheck[]::new), bearerAmongChoices);
        this.login = policy.login() == null ? null : login(keywright, policy.login());
        int credentials = index;
        this.addressLimits = limits(LimitBy.ADDRESS)
                .map(limit -> keywright.limits.byAddress.limit("address", scope("address"), limit.limits()))
                .toArray(AddressLimit[]::new);
        this.globalLimits = limits(LimitBy.GLOBAL)
                .map(limit -> keywright.limits.factory.limit("global", scope("global"), limit.limits(), 1))
                .map(set -> new GlobalLimit(set, set.newCounter("all")))
                .toArray(GlobalLimit[]::new);
        this.credentialLimits = limits(LimitBy.CREDENTIAL)
                .map(limit -> keywright.limits.factory.limit("credential", scope("credential"), limit.limits(), 1))
                .map(set -> new CredentialLimit(set, tables(set, credentials)))
                .toArray(CredentialLimit[]::new);
        this.charges = new Charges(keywright.limits.ofKeys, addressLimits, globalLimits, credentialLimits);
    }

    private ApiKeyCheck apiKey(Keywright keywright, ApiKeyPolicy apiKey, boolean readsAuthorization, int index) {
        KeyStore store = keywright.stores.keys(apiKey.store());
        if (store == null) {
            problems.add(Messages.unknownStore(policy.endpoint(), apiKey.store()));
            store = NoKeys.INSTANCE;
        }
        return new ApiKeyCheck(
                apiKey,
                store,
                keywright.keyHasher,
                keywright.stores.lastUses(apiKey.store()),
                readsAuthorization,
                index);
    }

    private BearerVerifier verifier(Keywright keywright, BearerPolicy bearer) {
        BearerVerifier verifier = keywright.stores.verifier(bearer.verifier());
        if (verifier == null) {
            problems.add(Messages.unknownVerifier(policy.endpoint(), bearer.verifier()));
            return token -> new BearerAnswer.Refused(Reason.CREDENTIAL_UNKNOWN);
        }
        return verifier;
    }

    private @Nullable LoginCheck login(Keywright keywright, LoginPolicy login) {
        LoginThrottle throttle = keywright.accounts.throttle(policy.endpoint(), login);
        if (throttle == null) {
            problems.add(Messages.noAccountKey(policy.endpoint()));
            return null;
        }
        return new LoginCheck(login, throttle);
    }

    private HmacCheck signature(Keywright keywright, HmacPolicy hmac, int index) {
        SecretSet secrets = keywright.secretSets.find(hmac.secretName(), hmac.rules(), policy.endpoint(), problems);
        if (hmac.rules().signsAuthority()) {
            keywright.noticeOrigins(policy.endpoint());
        }
        if (hmac.rules().isDated()) {
            keywright.stores.noticeBirth(keywright.nowMillis(), keywright.forwardMillis);
        }
        return new HmacCheck(
                hmac, secrets, keywright.authorities, keywright.stores.nonces(), keywright.forwardMillis, index);
    }

    private Stream<LimitPolicy> limits(LimitBy by) {
        return policy.limits().stream().filter(limit -> limit.by() == by);
    }

    /** Tells a limit of this endpoint from those of others, on all nodes alike. */
    private String scope(String by) {
        return policy.endpoint() + ' ' + by;
    }

    private static List<CredentialBuckets> tables(LimitSet limits, int credentials) {
        return IntStream.range(0, credentials)
                .mapToObj(index -> new CredentialBuckets(limits, index + "/"))
                .toList();
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
