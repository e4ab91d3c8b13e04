package dev.keywright.runtime;

import dev.keywright.runtime.scheme.Scheme;
import dev.keywright.runtime.scheme.SecretSet;
import dev.keywright.runtime.secret.SecretValue;
import dev.keywright.runtime.secret.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The secrets that endpoints named so far, each read and checked once. */
final class SecretSets {

    private final Secrets secrets;
    private final Map<String, SecretSet> known = new ConcurrentHashMap<>();

    SecretSets(Secrets secrets) {
        this.secrets = secrets;
    }

    /** The values of a secret under a scheme; whatever is wrong with it goes to the problems. */
    SecretSet find(String name, Scheme scheme, String endpoint, List<String> problems) {
        SecretSet ready = known.get(name);
        if (ready == null) {
            ready = read(name, scheme, endpoint, problems);
        }
        // Under GITHUB a sender signs any bytes; those must not be somebody's request under another scheme.
        if (!ready.family().equals(scheme.keyFamily())) {
            problems.add(Messages.sharedSecret(endpoint, name, scheme.name(), ready.family()));
            return new SecretSet(name, scheme.keyFamily(), List.of());
        }
        return ready;
    }

    private SecretSet read(String name, Scheme scheme, String endpoint, List<String> problems) {
        int before = problems.size();
        List<SecretSet.Value> keys = new ArrayList<>();
        try {
            List<SecretValue> values = secrets.find(name);
            if (values.isEmpty()) {
                problems.add(Messages.unknownSecret(endpoint, name));
            }
            for (SecretValue value : values) {
                byte[] key = scheme.key(value);
                if (key.length < scheme.shortestKey()) {
                    problems.add(Messages.shortSecret(endpoint, name, value.keyId(), key.length, scheme.shortestKey()));
                }
                keys.add(new SecretSet.Value(value.keyId(), key));
            }
        } catch (RuntimeException e) {
            problems.add(Messages.badSecret(endpoint, name, String.valueOf(e.getMessage())));
        }
        if (problems.size() > before) {
            return new SecretSet(name, scheme.keyFamily(), List.of());
        }
        SecretSet made = new SecretSet(name, scheme.keyFamily(), keys);
        SecretSet raced = known.putIfAbsent(name, made);
        return raced == null ? made : raced;
    }

    /** Forgets all values; they are read again when they are next needed. */
    void clear() {
        known.clear();
    }
}
