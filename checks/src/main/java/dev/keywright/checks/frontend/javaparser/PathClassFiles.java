package dev.keywright.checks.frontend.javaparser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The class files of a class path: jars and folders. Entries that cannot be read are told and left out. */
final class PathClassFiles implements ClassFiles, AutoCloseable {

    /** No real class file comes near it; more is not worth the memory. */
    private static final int LARGEST = 16 << 20;

    private final List<Path> folders = new ArrayList<>();
    private final List<ZipFile> jars = new ArrayList<>();
    private final Map<String, List<ZipFile>> packages = new HashMap<>();

    PathClassFiles(List<Path> classPath, BiConsumer<Path, String> unreadable) {
        for (Path path : classPath) {
            if (Files.isDirectory(path)) {
                folders.add(path);
            } else if (Files.isRegularFile(path)) {
                index(path, unreadable);
            } else {
                unreadable.accept(path, Messages.NO_SUCH_FILE);
            }
        }
    }

    private void index(Path path, BiConsumer<Path, String> unreadable) {
        try {
            ZipFile jar = new ZipFile(path.toFile());
            jars.add(jar);
            for (Enumeration<? extends ZipEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                String name = entries.nextElement().getName();
                int slash = name.lastIndexOf('/');
                if (name.endsWith(".class") && !name.startsWith("META-INF/")) {
                    String packageName =
                            slash < 0 ? "" : name.substring(0, slash).replace('/', '.');
                    List<ZipFile> having = packages.computeIfAbsent(packageName, key -> new ArrayList<>(1));
                    if (having.isEmpty() || having.get(having.size() - 1) != jar) {
                        having.add(jar);
                    }
                }
            }
        } catch (ZipException e) {
            unreadable.accept(path, Messages.NOT_A_JAR);
        } catch (IOException | IllegalArgumentException e) {
            unreadable.accept(path, Messages.unreadable(e));
        }
    }

    @Override
    public boolean hasPackage(String dotted) {
        if (packages.containsKey(dotted)) {
            return true;
        }
        try {
            for (Path folder : folders) {
                if (Files.isDirectory(folder.resolve(dotted.replace('.', '/')))) {
                    return true;
                }
            }
        } catch (InvalidPathException e) {
            return false;
        }
        return false;
    }

    @Override
    public byte @Nullable [] read(String packageName, String binary) {
        String file = (packageName.isEmpty() ? "" : packageName.replace('.', '/') + '/') + binary + ".class";
        try {
            for (ZipFile jar : packages.getOrDefault(packageName, List.of())) {
                ZipEntry entry = jar.getEntry(file);
                if (entry != null && entry.getSize() <= LARGEST) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        return in.readNBytes(LARGEST);
                    }
                }
            }
            for (Path folder : folders) {
                Path path = folder.resolve(file);
                if (Files.isRegularFile(path) && Files.size(path) <= LARGEST) {
                    return Files.readAllBytes(path);
                }
            }
        } catch (IOException | IllegalStateException | InvalidPathException e) {
            return null;
        }
        return null;
    }

    @Override
    public void close() {
        for (ZipFile jar : jars) {
            try {
                jar.close();
            } catch (IOException e) {
                // It was only read; there is nothing to lose.
                continue;
            }
        }
    }
}
