package dev.keywright.processor.host.ecj;

import dev.keywright.checks.frontend.javaparser.JavaParserFrontEnd;
import dev.keywright.checks.ir.Program;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Batch ecj tells its class path; elsewhere types come from the imports. */
    private static List<Path> classPath(ProcessingEnvironment environment) {
        List<Path> paths = new ArrayList<>();
        try {
            JavaFileManager files = (JavaFileManager) Reflect.call(environment, "getFileManager");
            if (files instanceof StandardJavaFileManager standard) {
                Iterable<? extends File> entries = standard.getLocation(StandardLocation.CLASS_PATH);
                if (entries != null) {
                    entries.forEach(entry -> paths.add(entry.toPath()));
                }
            }
        } catch (Reflect.Absent | RuntimeException e) {
            return List.of();
        }
        return paths;
    }
}
