package dev.keywright.cli;

import dev.keywright.runtime.key.KeyRecord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a new key may do, until when and from where. */
final class KeyDetails {

    @Option(names = "--owner", required = true, paramLabel = "NAME", description = "Whose key it is.")
    private String owner = "";

    @Option(names = "--scope", paramLabel = "SCOPE", description = "What it may do; may be repeated.")
    private List<String> scopes = List.of();

    @Option(
            names = "--expires-in",
            paramLabel = "TIME",
            description = "How long it is valid, as \"90 days\". Default: for ever.")
    private @Nullable String expiresIn;

    @Option(names = "--network", paramLabel = "CIDR", description = "From where it may be used; may be repeated.")
    private List<String> networks = List.of();

    @Option(names = "--limit", paramLabel = "LIMIT", description = "A limit of its own, as \"60 per minute\".")
    private @Nullable String limit;

    @Option(names = "--label", paramLabel = "NAME=VALUE", description = "A fact for the handler; may be repeated.")
    private Map<String, String> labels = Map.of();

    String owner() {
        return owner;
    }

    /** Refuses wrong ones before anything is made. */
    void check() throws UsageException {
        if (expiresIn != null) {
            Ages.parse(expiresIn);
        }
        apply(KeyRecord.of("new", "sha256:" + "0".repeat(64), owner)).build();
    }

    KeyRecord.Builder apply(KeyRecord.Builder record) {
        return record.scopes(new LinkedHashSet<>(scopes))
                .expires(expires())
                .networks(networks)
                .limits(limit)
                .labels(new LinkedHashMap<>(labels));
    }

    private @Nullable Instant expires() {
        try {
            return expiresIn == null ? null : Ages.from(expiresIn);
        } catch (UsageException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
