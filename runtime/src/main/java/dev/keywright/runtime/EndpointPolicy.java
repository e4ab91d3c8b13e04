package dev.keywright.runtime;

import dev.keywright.annotations.LimitBy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one endpoint demands of its callers. Guards hold their policies as constants. Immutable, compared by identity.
 */
public final class EndpointPolicy {

    private final String endpoint;
    private final List<CredentialPolicy> required;
    private final List<CredentialPolicy> anyOf;
    private final List<LimitPolicy> limits;
    private final @Nullable LoginPolicy login;
    private final int steps;

    private EndpointPolicy(Builder builder) {
        this.endpoint = builder.endpoint;
        this.required = List.copyOf(builder.required);
        this.anyOf = List.copyOf(builder.anyOf);
        this.limits = List.copyOf(builder.limits);
        this.login = builder.login;
        this.steps = Step.neededBy(this);
    }

    /**
     * Starts a policy.
     *
     * @param endpoint the method's name for reports, as {@code shop.OrderController#create(shop.NewOrder)}
     */
    public static Builder of(String endpoint) {
        return new Builder(endpoint);
    }

    /** The method's name for reports. */
    public String endpoint() {
        return endpoint;
    }

    /** The credentials that must all be presented. */
    public List<CredentialPolicy> required() {
        return required;
    }

    /** The credentials of which exactly one must be presented; empty when there is no such choice. */
    public List<CredentialPolicy> anyOf() {
        return anyOf;
    }

    /** All limits. */
    public List<LimitPolicy> limits() {
        return limits;
    }

    /** How failed log-ins are put off; null when the endpoint checks no password itself. */
    public @Nullable LoginPolicy login() {
        return login;
    }

    /** The names of the headers that carry credentials, in lower case; what {@code hideCredentials} removes. */
    public Set<String> credentialHeaders() {
        Set<String> names = new TreeSet<>();
        credentials().forEach(credential -> {
            if (credential instanceof ApiKeyPolicy apiKey) {
                names.add(apiKey.header().toLowerCase(Locale.ROOT));
                names.add("authorization");
            } else if (credential instanceof BearerPolicy) {
                names.add("authorization");
            } else {
                names.addAll(((HmacPolicy) credential).rules().credentialHeaders());
            }
        });
        return Set.copyOf(names);
    }

    /** The schemes of {@code Authorization} that carry credentials of this endpoint, in lower case. */
    public Set<String> authorizationSchemes() {
        Set<String> schemes = new TreeSet<>();
        credentials().forEach(credential -> {
            if (credential instanceof ApiKeyPolicy) {
                schemes.add("apikey");
            } else if (credential instanceof BearerPolicy) {
                schemes.add("bearer");
            }
        });
        return Set.copyOf(schemes);
    }

    /** Whether the guard itself reads the body before the handler runs. */
    public boolean capturesBody() {
        return login != null || credentials().anyMatch(EndpointPolicy::capturesBody);
    }

    Stream<CredentialPolicy> credentials() {
        return Stream.concat(required.stream(), anyOf.stream());
    }

    int steps() {
        return steps;
    }

    static boolean capturesBody(CredentialPolicy credential) {
        return credential instanceof HmacPolicy || credential.bodyLimitBytes() >= 0;
    }

    @Override
    public String toString() {
        return endpoint;
    }

    /** Collects a policy. Not safe for use by many threads. */
    public static final class Builder {

        private final String endpoint;
        private final List<CredentialPolicy> required = new ArrayList<>();
        private final List<CredentialPolicy> anyOf = new ArrayList<>();
        private final List<LimitPolicy> limits = new ArrayList<>();
        private @Nullable LoginPolicy login;

        private Builder(String endpoint) {
            this.endpoint = endpoint;
        }

        /** Demands an API key. */
        public Builder apiKey(ApiKeyPolicy apiKey) {
            required.add(apiKey);
            return this;
        }

        /** Demands a signature. */
        public Builder hmac(HmacPolicy hmac) {
            required.add(hmac);
            return this;
        }

        /** Demands a bearer token. */
        public Builder bearer(BearerPolicy bearer) {
            required.add(bearer);
            return this;
        }

        /** Demands exactly one of these. */
        public Builder anyOf(CredentialPolicy... alternatives) {
            anyOf.addAll(List.of(alternatives));
            return this;
        }

        /** Adds limits, which hold beside those already added. */
        public Builder limit(LimitBy by, String text) {
            limits.add(new LimitPolicy(by, text));
            return this;
        }

        /** Puts off failed log-ins. */
        public Builder login(LoginPolicy policy) {
            this.login = policy;
            return this;
        }

        /**
         * Makes the policy.
         *
         * @throws IllegalArgumentException when a limit counts by credential and no credential is demanded, or when two
         *     credentials would be read from the same place
         */
        public EndpointPolicy build() {
            boolean byCredential = limits.stream().anyMatch(limit -> limit.by() == LimitBy.CREDENTIAL);
            if (byCredential && required.isEmpty() && anyOf.isEmpty()) {
                throw new IllegalArgumentException(Messages.credentialLimitWithoutCredential(endpoint));
            }
            Set<String> places = new LinkedHashSet<>();
            Stream.concat(required.stream(), anyOf.stream())
                    .flatMap(Builder::places)
                    .forEach(place -> {
                        if (!places.add(place)) {
                            throw new IllegalArgumentException(Messages.samePlace(endpoint, place));
                        }
                    });
            long signatures =
                    required.stream().filter(HmacPolicy.class::isInstance).count();
            if (signatures > 1 || (signatures == 1 && anyOf.stream().anyMatch(HmacPolicy.class::isInstance))) {
                throw new IllegalArgumentException(Messages.twoSignatures(endpoint));
            }
            return new EndpointPolicy(this);
        }

        private static Stream<String> places(CredentialPolicy credential) {
            if (credential instanceof ApiKeyPolicy apiKey) {
                return Stream.of(apiKey.header().toLowerCase(Locale.ROOT));
            }
            return credential instanceof BearerPolicy
                    ? Stream.of("authorization")
                    : ((HmacPolicy) credential).rules().credentialHeaders().stream();
        }
    }
}
