package dev.keywright.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A JDK on this machine. */
record Jdk(int feature, Path home) {

    /** The JDK that runs this test, and one of each other feature version asked for that can be found beside it. */
    static List<Jdk> all() throws IOException {
        List<Jdk> found = new ArrayList<>();
        for (int feature : new int[] {17, 25}) {
            find(feature).ifPresent(found::add);
        }
        return found;
    }

    /** From {@code JAVA_<feature>_HOME}, this JVM, or a folder beside this JVM's home. */
    static Optional<Jdk> find(int feature) throws IOException {
        Path own = Path.of(System.getProperty("java.home"));
        if (Runtime.version().feature() == feature) {
            return Optional.of(new Jdk(feature, own));
        }
        String named = System.getenv("JAVA_" + feature + "_HOME");
        if (named != null) {
            return Optional.of(new Jdk(feature, Path.of(named)));
        }
        try (Stream<Path> siblings = Files.list(own.toRealPath().getParent())) {
            return siblings.filter(home -> isJdk(home, feature))
                    .sorted()
                    .findFirst()
                    .map(home -> new Jdk(feature, home));
        }
    }

    private static boolean isJdk(Path home, int feature) {
        Path release = home.resolve("release");
        try {
            return Files.isExecutable(home.resolve("bin/javac"))
                    && Files.isRegularFile(release)
                    && Files.readString(release).contains("JAVA_VERSION=\"" + feature);
        } catch (IOException e) {
            return false;
        }
    }

    String tool(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    Map<String, String> environment() {
        return Map.of("JAVA_HOME", home.toString());
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }
}
