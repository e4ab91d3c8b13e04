package dev.keywright.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** This build as its tests see it: its root, its jars and its files. */
final class Build {

    private static final Path ROOT =
            Path.of(System.getProperty("keywright.root")).toAbsolutePath();

    private Build() {}

    static Path root() {
        return ROOT;
    }

    static String version() {
        return System.getProperty("keywright.version");
    }

    static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> fileNames(String folder) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
