package dev.keywright.processor.host.ecj;

import dev.keywright.checks.frontend.javaparser.JavaParserFrontEnd;
import dev.keywright.checks.ir.Program;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.JavaFileManager;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** The sources of an ecj compilation as a program. ecj's trees are its own; the texts are parsed again. */
final class EcjProgram {

    private EcjProgram() {}

    static Program read(Collection<EcjUnit> units, ProcessingEnvironment environment) {
        Map<String, String> texts = new LinkedHashMap<>();
        units.forEach(unit -> texts.put(unit.path(), unit.text()));
        return JavaParserFrontEnd.builder()
                .classPath(classPath(environment))
                .languageLevel(environment.getSourceVersion().ordinal())
                .threads(1)
                .build()
                .parse(texts);
    }

    /** Batch ecj tells its class path and the modules it found on its module path; elsewhere types come from the imports. */
    private static List<Path> classPath(ProcessingEnvironment environment) {
        Set<Path> paths = new LinkedHashSet<>();
        try {
            JavaFileManager files = (JavaFileManager) Reflect.call(environment, "getFileManager");
            if (files instanceof StandardJavaFileManager standard) {
                add(standard, StandardLocation.CLASS_PATH, paths);
                for (Set<JavaFileManager.Location> modules :
                        standard.listLocationsForModules(StandardLocation.MODULE_PATH)) {
                    for (JavaFileManager.Location module : modules) {
                        add(standard, module, paths);
                    }
                }
            }
        } catch (Reflect.Absent | IOException | RuntimeException e) {
            // What was told before is better than nothing.
            return List.copyOf(paths);
        }
        return List.copyOf(paths);
    }

    private static void add(StandardJavaFileManager files, JavaFileManager.Location location, Set<Path> paths) {
        Iterable<? extends File> entries = files.getLocation(location);
        if (entries != null) {
            entries.forEach(entry -> paths.add(entry.toPath()));
        }
    }
}
