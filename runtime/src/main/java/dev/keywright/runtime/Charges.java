package dev.keywright.runtime;

import dev.keywright.runtime.ApiKeyCheck.Presented;
import dev.keywright.runtime.HmacCheck.Signed;
import dev.keywright.runtime.limit.AddressLimit;
import io.github.bucket4j.Bucket;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a proved credential is charged: the endpoint's limits by CREDENTIAL, and those that stand in key records. */
record Charges(Keywright keywright, EndpointPlan plan) {

    /** Takes one token of every limit; 0, or the nanoseconds until the first that was used up has one. */
    long take(@Nullable Presented keys, @Nullable Signed signed) {
        for (EndpointPlan.CredentialLimit limit : plan.credentialLimits) {
            long wait = AddressLimit.take(bucket(limit, keys, signed));
            if (wait > 0) {
                return wait;
            }
        }
        for (Presented key = keys; key != null; key = key.next) {
            String own = key.proved().limits();
            if (own != null) {
                long wait = AddressLimit.take(keywright.ownLimits.bucket(own, ownName(key)));
                if (wait > 0) {
                    return wait;
                }
            }
        }
        return 0;
    }

    /** The RateLimit fields of the open limits, and of those by credential when one is given. */
    List<Header> fields(InetAddress client, @Nullable Presented keys, @Nullable Signed signed) {
        return RateLimitFields.of(fields -> {
            for (AddressLimit limit : plan.addressLimits) {
                fields.add(limit.limits(), limit.bucket(client));
            }
            for (EndpointPlan.GlobalLimit limit : plan.globalLimits) {
                fields.add(limit.limits(), limit.bucket());
            }
            if (keys == null && signed == null) {
                return;
            }
            for (EndpointPlan.CredentialLimit limit : plan.credentialLimits) {
                fields.add(limit.limits(), bucket(limit, keys, signed));
            }
            for (Presented key = keys; key != null; key = key.next) {
                String own = key.proved().limits();
                if (own != null) {
                    fields.add(keywright.ownLimits.table(own).limits(), keywright.ownLimits.bucket(own, ownName(key)));
                }
            }
        });
    }

    private static Bucket bucket(
            EndpointPlan.CredentialLimit limit, @Nullable Presented keys, @Nullable Signed signed) {
        if (keys != null) {
            return limit.tables().get(keys.check.index()).bucket(keys.proved().id());
        }
        if (signed == null) {
            throw new IllegalStateException(Messages.stepSkipped());
        }
        return limit.tables().get(signed.check.index()).bucket(signed.key().credential());
    }

    private static String ownName(Presented key) {
        return key.check.policy().store() + '/' + key.proved().id();
    }
}
