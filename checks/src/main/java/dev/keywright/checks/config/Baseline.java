package dev.keywright.checks.config;

import dev.keywright.checks.finding.Finding;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The findings that a project has accepted: a text file with one line for each, its fingerprint first, so that versions
 * merge and changes can be reviewed. Immutable and thread-safe.
 */
public final class Baseline {

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{32}");
    private static final Baseline EMPTY = new Baseline(Set.of());

    private final Set<String> fingerprints;

    private Baseline(Collection<String> fingerprints) {
        this.fingerprints = Set.copyOf(fingerprints);
    }

    /** A baseline that accepts nothing. */
    public static Baseline empty() {
        return EMPTY;
    }

    /**
     * Reads a baseline.
     *
     * @throws SettingsException when the file cannot be read or is no baseline
     */
    public static Baseline read(Path file) throws SettingsException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (MalformedInputException e) {
            throw new SettingsException(List.of(Messages.notUtf8(file.toString())));
        } catch (IOException e) {
            throw new SettingsException(List.of(Messages.noBaseline(file.toString(), e)));
        }
        List<String> fingerprints = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String first = line.split("\\s", 2)[0];
            if (!FINGERPRINT.matcher(first).matches()) {
                throw new SettingsException(
                        List.of(Messages.at(file.toString(), i + 1, 1, Messages.notAFingerprint())));
            }
            fingerprints.add(first);
        }
        return new Baseline(fingerprints);
    }

    /** Whether the finding of this fingerprint was accepted. */
    public boolean accepts(String fingerprint) {
        return fingerprints.contains(fingerprint);
    }

    /**
     * Writes the findings that are not silenced in the source.
     *
     * @param root paths are written relative to it
     */
    public static void write(Path file, Path root, Collection<Finding> findings) throws IOException {
        Set<String> lines = new TreeSet<>();
        for (Finding finding : findings) {
            Path path = Path.of(finding.location().path()).toAbsolutePath().normalize();
            String shown = path.startsWith(root) ? root.relativize(path).toString() : path.toString();
            lines.add(finding.fingerprint()
                    + ' '
                    + finding.rule()
                    + ' '
                    + shown.replace('\\', '/').replaceAll("\\p{Cntrl}", "?"));
        }
        StringBuilder text = new StringBuilder(Messages.BASELINE_HEADER);
        lines.forEach(line -> text.append(line).append('\n'));
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
