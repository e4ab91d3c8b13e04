package dev.keywright.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A project of a user's own, in a folder of its own, built by a Maven process that knows nothing of this build. */
final class UserMavenProject {

    private final Path folder;
    private final LocalRepository repository;

    UserMavenProject(Path folder, LocalRepository repository) {
        this.folder = folder;
        this.repository = repository;
    }

    UserMavenProject file(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    UserMavenProject delete(String path) throws IOException {
        Files.delete(folder.resolve(path));
        return this;
    }

    Path folder() {
        return folder;
    }

    Run maven(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        command.add(Path.of(System.getProperty("keywright.maven.home"), "bin", windows ? "mvn.cmd" : "mvn")
                .toString());
        command.add("-B");
        command.add("-ntp");
        command.add("-Dmaven.repo.local=" + repository.folder());
        command.add("-Dmaven.repo.local.tail=" + System.getProperty("keywright.maven.repository"));
        command.add("-Dmaven.repo.local.tail.ignoreAvailability=true");
        command.addAll(List.of(arguments));
        return Run.of(folder, Map.of("JAVA_HOME", System.getProperty("java.home")), command);
    }
}
