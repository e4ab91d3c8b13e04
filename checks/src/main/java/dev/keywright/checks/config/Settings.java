package dev.keywright.checks.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a project decides about its analysis. Immutable and thread-safe. {@link #defaults()} holds where there is no
 * {@code keywright.toml}; {@link SettingsFiles} reads one.
 */
public final class Settings {

    /** Whether an endpoint that nothing protects is a finding. */
    public enum EndpointPolicy {
        /** In modules that use Keywright. */
        WHEN_KEYWRIGHT_IS_USED,
        ALWAYS,
        NEVER
    }

    private static final Settings DEFAULTS = new Builder().build();

    private final @Nullable Path base;
    private final Map<String, Level> levels;
    private final List<Glob> excludes;
    private final boolean includeTests;
    private final boolean includeGenerated;
    private final EndpointPolicy endpointPolicy;
    private final List<Glob> protectedElsewhere;
    private final List<Glob> limitedElsewhere;
    private final Set<String> secretNames;
    private final Set<String> harmlessNames;
    private final List<UserModel> models;
    private final @Nullable Path baseline;

    private Settings(Builder builder) {
        base = builder.base;
        levels = Map.copyOf(builder.levels);
        excludes = List.copyOf(builder.excludes);
        includeTests = builder.includeTests;
        includeGenerated = builder.includeGenerated;
        endpointPolicy = builder.endpointPolicy;
        protectedElsewhere = List.copyOf(builder.protectedElsewhere);
        limitedElsewhere = List.copyOf(builder.limitedElsewhere);
        secretNames = Set.copyOf(builder.secretNames);
        harmlessNames = Set.copyOf(builder.harmlessNames);
        models = List.copyOf(builder.models);
        baseline = builder.baseline;
    }

    public static Settings defaults() {
        return DEFAULTS;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** What the project says about a rule; empty when it says nothing. */
    public Optional<Level> level(String rule) {
        return Optional.ofNullable(levels.get(rule));
    }

    /** The rules that the project says something about. */
    public Set<String> rulesWithLevel() {
        return levels.keySet();
    }

    /** Whether a source file is excluded. Patterns are relative to the folder of the file that holds them. */
    public boolean excludes(String path) {
        if (excludes.isEmpty()) {
            return false;
        }
        String relative = relative(path);
        return excludes.stream().anyMatch(glob -> glob.matches(relative));
    }

    private String relative(String path) {
        if (base == null) {
            return path;
        }
        Path absolute = Path.of(path).toAbsolutePath().normalize();
        return (absolute.startsWith(base) ? base.relativize(absolute) : absolute)
                .toString()
                .replace('\\', '/');
    }

    public boolean includeTests() {
        return includeTests;
    }

    /** Whether findings in generated sources are reported. */
    public boolean includeGenerated() {
        return includeGenerated;
    }

    public EndpointPolicy endpointPolicy() {
        return endpointPolicy;
    }

    /** Whether something in front of the application protects this URL path, as {@code /actuator/**}. */
    public boolean isProtectedElsewhere(String urlPath) {
        return protectedElsewhere.stream().anyMatch(glob -> glob.matches(urlPath));
    }

    /** Whether something in front of the application limits the rate of this URL path. */
    public boolean isLimitedElsewhere(String urlPath) {
        return limitedElsewhere.stream().anyMatch(glob -> glob.matches(urlPath));
    }

    /** The project's own words for secrets, in lower case: {@code "kundenkennwort"}. A word may be several: {@code "api pin"}. */
    public Set<String> secretNames() {
        return secretNames;
    }

    /** Names, in lower case, that mean no secret in this project whatever the catalogue says. */
    public Set<String> harmlessNames() {
        return harmlessNames;
    }

    /** The project's own sources, sinks, sanitizers, loggers and routes, in the order of the file. */
    public List<UserModel> models() {
        return models;
    }

    /** The models of one kind. */
    public <M extends UserModel> List<M> models(Class<M> kind) {
        return models.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The file of accepted findings. */
    public Optional<Path> baseline() {
        return Optional.ofNullable(baseline);
    }

    /** The same settings, with test sources. */
    public Settings withTests() {
        return includeTests ? this : new Builder(this).includeTests(true).build();
    }

    /** The same settings, with another baseline. */
    public Settings withBaseline(Path file) {
        return new Builder(this).baseline(file).build();
    }

    /** The same settings, without a baseline. */
    public Settings withoutBaseline() {
        Builder builder = new Builder(this);
        builder.baseline = null;
        return builder.build();
    }

    /** The first settings, with the names and models of all: facts about code hold wherever it is called from. */
    public static Settings union(Settings first, Collection<Settings> others) {
        Builder builder = new Builder(first);
        Set<UserModel> models = new LinkedHashSet<>(first.models);
        for (Settings other : others) {
            builder.secretNames.addAll(other.secretNames);
            builder.harmlessNames.addAll(other.harmlessNames);
            models.addAll(other.models);
        }
        builder.models.clear();
        builder.models.addAll(models);
        return builder.build();
    }

    /** Collects settings; not thread-safe. */
    public static final class Builder {

        private @Nullable Path base;
        private final Map<String, Level> levels = new TreeMap<>();
        private final List<Glob> excludes = new ArrayList<>();
        private boolean includeTests;
        private boolean includeGenerated;
        private EndpointPolicy endpointPolicy = EndpointPolicy.WHEN_KEYWRIGHT_IS_USED;
        private final List<Glob> protectedElsewhere = new ArrayList<>();
        private final List<Glob> limitedElsewhere = new ArrayList<>();
        private final Set<String> secretNames = new LinkedHashSet<>();
        private final Set<String> harmlessNames = new LinkedHashSet<>();
        private final List<UserModel> models = new ArrayList<>();
        private @Nullable Path baseline;

        private Builder() {}

        private Builder(Settings from) {
            base = from.base;
            levels.putAll(from.levels);
            excludes.addAll(from.excludes);
            includeTests = from.includeTests;
            includeGenerated = from.includeGenerated;
            endpointPolicy = from.endpointPolicy;
            protectedElsewhere.addAll(from.protectedElsewhere);
            limitedElsewhere.addAll(from.limitedElsewhere);
            secretNames.addAll(from.secretNames);
            harmlessNames.addAll(from.harmlessNames);
            models.addAll(from.models);
            baseline = from.baseline;
        }

        public Builder base(Path folder) {
            base = folder.toAbsolutePath().normalize();
            return this;
        }

        public Builder level(String rule, Level level) {
            levels.put(rule, level);
            return this;
        }

        public Builder exclude(String glob) {
            excludes.add(new Glob(glob));
            return this;
        }

        public Builder includeTests(boolean include) {
            includeTests = include;
            return this;
        }

        public Builder includeGenerated(boolean include) {
            includeGenerated = include;
            return this;
        }

        public Builder endpointPolicy(EndpointPolicy policy) {
            endpointPolicy = policy;
            return this;
        }

        public Builder protectedElsewhere(String urlGlob) {
            protectedElsewhere.add(new Glob(urlGlob));
            return this;
        }

        public Builder limitedElsewhere(String urlGlob) {
            limitedElsewhere.add(new Glob(urlGlob));
            return this;
        }

        public Builder secretName(String name) {
            secretNames.add(name);
            return this;
        }

        public Builder harmlessName(String name) {
            harmlessNames.add(name);
            return this;
        }

        public Builder model(UserModel model) {
            models.add(model);
            return this;
        }

        public Builder baseline(Path file) {
            baseline = file;
            return this;
        }

        public Settings build() {
            return new Settings(this);
        }
    }
}
