package dev.keywright.checks.fuzz;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import javax.tools.JavaCompiler;

/** The compilers that host the analysis, where they and the processor's jar are at hand. */
final class Compilers {

    private static final String ECJ = "org.eclipse.jdt.internal.compiler.tool.EclipseCompiler";

    private Compilers() {}

    /** The processor's jar; empty when it was not built. */
    static String processor() {
        return System.getProperty("keywright.fuzz.processor", "");
    }

    static boolean hasEcj() {
        return !System.getProperty("keywright.fuzz.ecj", "").isEmpty();
    }

    /** ecj, in a class loader of its own. */
    static JavaCompiler ecj() {
        return Holder.ECJ_COMPILER;
    }

    private static final class Holder {

        static final JavaCompiler ECJ_COMPILER = load();

        private static JavaCompiler load() {
            try {
                URL jar = Path.of(System.getProperty("keywright.fuzz.ecj"))
                        .toUri()
                        .toURL();
                // Never closed: it serves until the process ends.
                ClassLoader loader = new URLClassLoader(new URL[] {jar}, Compilers.class.getClassLoader());
                return (JavaCompiler)
                        loader.loadClass(ECJ).getDeclaredConstructor().newInstance();
            } catch (MalformedURLException | ReflectiveOperationException e) {
                throw new IllegalStateException("ecj cannot be loaded", e);
            }
        }
    }
}
