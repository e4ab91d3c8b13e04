package dev.keywright.checks.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds and reads {@code keywright.toml}: the nearest one in the folders above a source file. Each is read once. Nothing of
 * the TOML parser is loaded unless there is a file. Not thread-safe.
 */
public final class SettingsFiles {

    /** The name of a configuration file. */
    public static final String NAME = "keywright.toml";

    private final Set<String> rules;
    private final Map<Path, Optional<Path>> fileOfFolder = new HashMap<>();
    private final Map<Path, Settings> read = new LinkedHashMap<>();

    /** @param rules the names of all rules, which a configuration may mention */
    public SettingsFiles(Collection<String> rules) {
        this.rules = Set.copyOf(rules);
    }

    /**
     * The settings for a source file: those of the nearest configuration above it, else {@link Settings#defaults()}.
     *
     * @param source a path, which need not exist
     * @throws SettingsException when the configuration has mistakes
     */
    public Settings nearest(Path source) throws SettingsException {
        Path folder = source.toAbsolutePath().normalize().getParent();
        Optional<Path> file = folder == null ? Optional.empty() : find(folder);
        return file.isPresent() ? read(file.get()) : Settings.defaults();
    }

    /**
     * Reads one configuration file.
     *
     * @throws SettingsException when it cannot be read or has mistakes
     */
    public Settings read(Path file) throws SettingsException {
        Path absolute = file.toAbsolutePath().normalize();
        Settings known = read.get(absolute);
        if (known == null) {
            known = new SettingsReader(absolute, file.toString(), rules).read();
            read.put(absolute, known);
        }
        return known;
    }

    /** The configuration files that were read, in the order in which they were met. */
    public List<Path> files() {
        return List.copyOf(read.keySet());
    }

    private Optional<Path> find(Path folder) {
        Optional<Path> known = fileOfFolder.get(folder);
        if (known == null) {
            Path file = folder.resolve(NAME);
            Path parent = folder.getParent();
            if (Files.isRegularFile(file)) {
                known = Optional.of(file);
            } else {
                known = parent == null ? Optional.empty() : find(parent);
            }
            fileOfFolder.put(folder, known);
        }
        return known;
    }
}
