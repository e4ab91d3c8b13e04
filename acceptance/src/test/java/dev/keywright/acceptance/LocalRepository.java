package dev.keywright.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Maven repository that holds what this build has just packaged, laid before the user's own local repository. So a
 * project outside the build resolves it without anything being installed.
 */
final class LocalRepository {

    /** Artifact to module folder. The jar is the one that is not named sources, javadoc, tests or original. */
    private static final Map<String, String> MODULES = new LinkedHashMap<>();

    static {
        MODULES.put("keywright-annotations", "annotations");
        MODULES.put("keywright-runtime", "runtime");
        MODULES.put("keywright-processor", "processor");
        MODULES.put("keywright-servlet", "adapters/servlet");
        MODULES.put("keywright-jdk-http", "adapters/jdk-http");
        MODULES.put("keywright-spring", "adapters/spring");
    }

    private final Path folder;

    private LocalRepository(Path folder) {
        this.folder = folder;
    }

    static LocalRepository publishInto(Path folder) throws IOException {
        LocalRepository repository = new LocalRepository(folder);
        repository.put("keywright-parent", Build.root().resolve("pom.xml"), "pom");
        for (Map.Entry<String, String> module : MODULES.entrySet()) {
            Path home = Build.root().resolve(module.getValue());
            Path reduced = home.resolve("target/dependency-reduced-pom.xml");
            repository.put(module.getKey(), Files.exists(reduced) ? reduced : home.resolve("pom.xml"), "pom");
            repository.put(module.getKey(), jar(module.getKey()), "jar");
        }
        return repository;
    }

    /** The jar that the build has packaged for an artifact. */
    static Path jar(String artifact) throws IOException {
        Path target = Build.root().resolve(MODULES.get(artifact)).resolve("target");
        try (Stream<Path> files = Files.list(target)) {
            List<Path> jars = files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.startsWith(artifact)
                                && name.endsWith(".jar")
                                && !name.matches(".*-(sources|javadoc|tests|shaded)\\.jar")
                                && !name.startsWith("original-");
                    })
                    .toList();
            if (jars.size() != 1) {
                throw new IOException("One jar of " + artifact + " expected in " + target + ", found " + jars
                        + "; run the whole build first.");
            }
            return jars.get(0);
        }
    }

    Path folder() {
        return folder;
    }

    private void put(String artifact, Path file, String ending) throws IOException {
        Path home = folder.resolve("dev/keywright").resolve(artifact).resolve(Build.version());
        Files.createDirectories(home);
        Files.copy(
                file,
                home.resolve(artifact + "-" + Build.version() + "." + ending),
                StandardCopyOption.REPLACE_EXISTING);
    }
}
