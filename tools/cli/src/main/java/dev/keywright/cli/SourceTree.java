package dev.keywright.cli;

import dev.keywright.checks.report.Report.Failure;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The Java files among the paths that a user names, in a stable order. Links inside a folder are not followed, so that no
 * loop is walked and no file is read twice; hidden folders and {@code node_modules} hold no sources.
 */
final class SourceTree {

    /** What is larger than this was not written by anybody, and costs more memory than it can be worth. */
    private static final long LARGEST_MEGABYTES = 16;

    static final Path WORKING_DIRECTORY = Path.of("").toAbsolutePath().normalize();

    private final Map<Path, Path> files = new LinkedHashMap<>();
    private final List<Failure> failures = new ArrayList<>();

    static SourceTree of(List<Path> paths) throws UsageException {
        SourceTree tree = new SourceTree();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                tree.walk(path);
            } else if (!Files.exists(path)) {
                throw new UsageException(Messages.noSuchPath(path));
            } else if (isJava(path) && Files.isRegularFile(path)) {
                tree.add(path, size(path));
            } else {
                throw new UsageException(Messages.notAJavaFile(path));
            }
        }
        return tree;
    }

    /** Relative to the working directory where they lie below it, else as the user named them. */
    List<Path> files() {
        return List.copyOf(files.values());
    }

    List<Failure> failures() {
        return Collections.unmodifiableList(failures);
    }

    private void walk(Path folder) {
        List<Path> found = new ArrayList<>();
        try {
            // A link that the user names is meant; walking it would find the link and nothing behind it.
            Path start = Files.isSymbolicLink(folder) ? folder.toRealPath() : folder;
            Files.walkFileTree(start, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                    return each.equals(start) || !isSkipped(each)
                            ? FileVisitResult.CONTINUE
                            : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && isJava(file)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException problem) {
                    fail(file, Messages.unreadable(problem.getClass().getSimpleName()));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            fail(folder, Messages.unreadable(e.getClass().getSimpleName()));
        }
        Collections.sort(found);
        found.forEach(file -> add(file, size(file)));
    }

    private static boolean isSkipped(Path folder) {
        String name = String.valueOf(folder.getFileName());
        return name.startsWith(".") || name.equals("node_modules");
    }

    private static boolean isJava(Path path) {
        return String.valueOf(path.getFileName()).endsWith(".java");
    }

    private void add(Path file, long size) {
        if (!Files.isReadable(file)) {
            fail(file, Messages.NOT_READABLE);
        } else if (size > LARGEST_MEGABYTES << 20) {
            fail(file, Messages.tooLarge(LARGEST_MEGABYTES));
        } else {
            files.putIfAbsent(file.toAbsolutePath().normalize(), named(file));
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0; // reading it will say why
        }
    }

    private void fail(Path file, String reason) {
        failures.add(new Failure(shown(file), reason));
    }

    private static Path named(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(WORKING_DIRECTORY) ? WORKING_DIRECTORY.relativize(absolute) : file.normalize();
    }

    private static String shown(Path file) {
        return named(file).toString().replace('\\', '/');
    }
}
