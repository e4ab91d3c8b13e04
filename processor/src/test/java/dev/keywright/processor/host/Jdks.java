package dev.keywright.processor.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The JDKs that tests can run: the one that runs them, and JDK 25 where the environment or its neighbour has it. */
public final class Jdks {

    private Jdks() {}

    public static Path running() {
        return Path.of(System.getProperty("java.home"));
    }

    /** {@code JAVA_25_HOME}, else a sibling of the running JDK that says it is 25. */
    public static Optional<Path> jdk25() {
        @Nullable String home = System.getenv("JAVA_25_HOME");
        if (home != null && isRelease(Path.of(home), "25")) {
            return Optional.of(Path.of(home));
        }
        if (isRelease(running(), "25")) {
            return Optional.of(running());
        }
        try (Stream<Path> siblings = Files.list(running().toRealPath().getParent())) {
            return siblings.filter(sibling -> isRelease(sibling, "25")).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRelease(Path jdk, String feature) {
        try {
            return Files.isRegularFile(jdk.resolve("release"))
                    && Files.readString(jdk.resolve("release")).contains("JAVA_VERSION=\"" + feature);
        } catch (IOException e) {
            return false;
        }
    }
}
