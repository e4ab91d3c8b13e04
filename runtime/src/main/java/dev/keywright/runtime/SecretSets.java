package dev.keywright.runtime;

import dev.keywright.runtime.secret.SecretValue;
import dev.keywright.runtime.secret.Secrets;
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

    /** The values of a secret; whatever is wrong with it goes to the problems. */
    SecretSet find(String name, String endpoint, List<String> problems) {
        SecretSet ready = known.get(name);
        if (ready != null) {
            return ready;
        }
        List<SecretValue> values = List.of();
        try {
            values = secrets.find(name);
            if (values.isEmpty()) {
                problems.add(Messages.unknownSecret(endpoint, name));
            }
        } catch (RuntimeException e) {
            problems.add(Messages.badSecret(endpoint, name, String.valueOf(e.getMessage())));
        }
        int before = problems.size();
        for (SecretValue value : values) {
            if (value.length() < SecretSet.SHORTEST) {
                problems.add(Messages.shortSecret(endpoint, name, value.keyId(), value.length()));
            }
        }
        SecretSet made = new SecretSet(name, problems.size() == before ? values : List.of());
        if (!values.isEmpty() && problems.size() == before) {
            SecretSet raced = known.putIfAbsent(name, made);
            return raced == null ? made : raced;
        }
        return made;
    }

    /** Forgets all values; they are read again when they are next needed. */
    void clear() {
        known.clear();
    }
}
