package dev.keywright.processor.host.ecj;

import dev.keywright.checks.finding.Location;
import dev.keywright.checks.finding.Severity;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import org.jspecify.annotations.Nullable;

/**
 * A source file as ecj holds it.
 *
 * @param context ecj's declaration of the unit, null where it cannot be reached
 * @param type a type that the file declares
 */
record EcjUnit(String path, String text, @Nullable Object context, TypeElement type) {

    private static final String PROBLEM = "org.eclipse.jdt.internal.compiler.apt.dispatch.AptProblem";
    private static final int ERROR = 1;
    private static final int WARNING = 0;

    /** Reads the source of a type: from ecj's own unit, else through the API of Java 18. */
    static Optional<EcjUnit> of(TypeElement type, Elements elements) {
        try {
            Object scope = Reflect.field(Reflect.field(type, "_binding"), "scope");
            Object context = Reflect.field(Reflect.call(scope, "compilationUnitScope"), "referenceContext");
            Object unit = Reflect.field(Reflect.field(context, "compilationResult"), "compilationUnit");
            String path = new String((char[]) Reflect.call(unit, "getFileName"));
            String text = new String((char[]) Reflect.call(unit, "getContents"));
            return Optional.of(new EcjUnit(path.replace('\\', '/'), text, context, type));
        } catch (Reflect.Absent | ClassCastException e) {
            return byFileObject(type, elements);
        }
    }

    private static Optional<EcjUnit> byFileObject(TypeElement type, Elements elements) {
        try {
            Method getFileObjectOf =
                    Elements.class.getMethod("getFileObjectOf", javax.lang.model.element.Element.class);
            FileObject file = (FileObject) getFileObjectOf.invoke(elements, type);
            if (file == null || !file.getName().endsWith(".java")) {
                return Optional.empty();
            }
            String text = file.getCharContent(true).toString();
            return Optional.of(new EcjUnit(file.getName().replace('\\', '/'), text, null, type));
        } catch (ReflectiveOperationException | IOException | RuntimeException e) {
            return Optional.empty(); // the file is not analysed; whoever asked says so
        }
    }

    /** Records an error or warning at its exact place; false when ecj cannot be reached that way. */
    boolean record(Location at, Severity severity, String message, ProcessingEnvironment environment) {
        if (context == null || severity == Severity.NOTE || !at.span().known()) {
            return false;
        }
        try {
            Object result = Reflect.field(context, "compilationResult");
            Object problem = problem(at, severity, message, environment);
            for (Method method : result.getClass().getMethods()) {
                if (method.getName().equals("record")
                        && method.getParameterCount() == 2
                        && method.getParameterTypes()[0].isInstance(problem)
                        && method.getParameterTypes()[1].isInstance(context)) {
                    method.invoke(result, problem, context);
                    return true;
                }
            }
            return false;
        } catch (Reflect.Absent | ReflectiveOperationException | RuntimeException e) {
            return false;
        }
    }

    private Object problem(Location at, Severity severity, String message, ProcessingEnvironment environment)
            throws ClassNotFoundException, InstantiationException, IllegalAccessException, InvocationTargetException,
                    Reflect.Absent {
        Class<?> type = Class.forName(PROBLEM, true, environment.getClass().getClassLoader());
        for (Constructor<?> constructor : type.getConstructors()) {
            if (constructor.getParameterCount() == 10) {
                return constructor.newInstance(
                        context,
                        path.toCharArray(),
                        message,
                        0,
                        new String[0],
                        severity == Severity.ERROR ? ERROR : WARNING,
                        at.span().start(),
                        Math.max(at.span().start(), at.span().end() - 1),
                        at.start().line(),
                        at.start().column());
            }
        }
        throw new Reflect.Absent(PROBLEM, null);
    }
}
