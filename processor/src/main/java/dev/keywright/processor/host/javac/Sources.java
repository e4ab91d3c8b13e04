package dev.keywright.processor.host.javac;

import com.sun.source.tree.CompilationUnitTree;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import javax.tools.JavaFileObject;

/** Where a unit's source stands, and what that says about it. */
final class Sources {

    private Sources() {}

    /** The path of a unit's file, with forward slashes. */
    static String path(CompilationUnitTree unit) {
        JavaFileObject source = unit.getSourceFile();
        URI uri = source.toUri();
        if ("file".equals(uri.getScheme())) {
            try {
                return Path.of(uri).toString().replace('\\', '/');
            } catch (IllegalArgumentException | FileSystemNotFoundException e) {
                return source.getName().replace('\\', '/'); // an IDE's own idea of a file
            }
        }
        return source.getName().replace('\\', '/');
    }

    /** Where Maven, Gradle and IntelliJ let generators write. */
    static boolean isGenerated(String path) {
        return path.contains("/generated-sources/")
                || path.contains("/generated-test-sources/")
                || path.contains("/generated/sources/")
                || path.contains("/build/generated/");
    }
}
