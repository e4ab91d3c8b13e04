package dev.keywright.runtime;

import dev.keywright.runtime.ApiKeyCheck.Presented;
import dev.keywright.runtime.HmacCheck.Signed;
import dev.keywright.runtime.limit.AddressLimit;
import dev.keywright.runtime.limit.Counter;
import dev.keywright.runtime.limit.OwnLimits;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a proved credential is charged: the endpoint's limits by CREDENTIAL, and those that stand in key records. */
final class Charges {

    private final OwnLimits ownLimits;
    private final AddressLimit[] addressLimits;
    private final EndpointPlan.GlobalLimit[] globalLimits;
    private final EndpointPlan.CredentialLimit[] credentialLimits;

    Charges(
            OwnLimits ownLimits,
            AddressLimit[] addressLimits,
            EndpointPlan.GlobalLimit[] globalLimits,
            EndpointPlan.CredentialLimit[] credentialLimits) {
        this.ownLimits = ownLimits;
        this.addressLimits = addressLimits;
        this.globalLimits = globalLimits;
        this.credentialLimits = credentialLimits;
    }

    /** Takes one token of every limit; 0, or the nanoseconds until the first that was used up has one. */
    long take(@Nullable Presented keys, BearerCheck.@Nullable Presented bearer, @Nullable Signed signed) {
        for (EndpointPlan.CredentialLimit limit : credentialLimits) {
            long wait = counter(limit, keys, bearer, signed).take();
            if (wait > 0) {
                return wait;
            }
        }
        for (Presented key = keys; key != null; key = key.next) {
            String own = key.proved().limits();
            if (own != null) {
                long wait = ownLimits.counter(own, ownName(key)).take();
                if (wait > 0) {
                    return wait;
                }
            }
        }
        return 0;
    }

    /** The RateLimit fields of the open limits, and of those by credential when one is given. */
    List<Header> fields(
            InetAddress client,
            @Nullable Presented keys,
            BearerCheck.@Nullable Presented bearer,
            @Nullable Signed signed) {
        return RateLimitFields.of(fields -> {
            for (AddressLimit limit : addressLimits) {
                fields.add(limit.limits(), limit.counter(client));
            }
            for (EndpointPlan.GlobalLimit limit : globalLimits) {
                fields.add(limit.limits(), limit.counter());
            }
            if (keys == null && bearer == null && signed == null) {
                return;
            }
            for (EndpointPlan.CredentialLimit limit : credentialLimits) {
                fields.add(limit.limits(), counter(limit, keys, bearer, signed));
            }
            for (Presented key = keys; key != null; key = key.next) {
                String own = key.proved().limits();
                if (own != null) {
                    fields.add(ownLimits.table(own).limits(), ownLimits.counter(own, ownName(key)));
                }
            }
        });
    }

    private static Counter counter(
            EndpointPlan.CredentialLimit limit,
            @Nullable Presented keys,
            BearerCheck.@Nullable Presented bearer,
            @Nullable Signed signed) {
        if (bearer != null) {
            // By owner: a token that was refreshed is no new caller.
            return limit.tables()
                    .get(bearer.check.index())
                    .counter(bearer.proved().owner());
        }
        if (keys != null) {
            return limit.tables().get(keys.check.index()).counter(keys.proved().id());
        }
        if (signed == null) {
            throw new IllegalStateException(Messages.stepSkipped());
        }
        return limit.tables().get(signed.check.index()).counter(signed.key().credential());
    }

    private static String ownName(Presented key) {
        return key.check.policy().store() + '/' + key.proved().id();
    }
}
