package dev.keywright.checks.frontend.javac;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.Tree;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the tree API of JDK 17 cannot say: pattern labels, guards, record patterns, module imports. Asked by name, since this
 * module is compiled against 17 and runs on newer compilers too.
 */
final class NewerTrees {

    private static final Map<String, Optional<Method>> METHODS = new ConcurrentHashMap<>();

    private NewerTrees() {}

    /** The labels of a case: constants as expressions or {@code CONSTANT_CASE_LABEL}, patterns, {@code default}. */
    static List<? extends Tree> labels(CaseTree tree) {
        Object labels = ask("CaseTree", "getLabels", tree);
        return labels == null ? tree.getExpressions() : trees(labels);
    }

    static @Nullable ExpressionTree guard(CaseTree tree) {
        return (ExpressionTree) ask("CaseTree", "getGuard", tree);
    }

    static @Nullable Tree constantOf(Tree label) {
        return (Tree) ask("ConstantCaseLabelTree", "getConstantExpression", label);
    }

    static @Nullable Tree patternOf(Tree label) {
        return (Tree) ask("PatternCaseLabelTree", "getPattern", label);
    }

    static @Nullable Tree deconstructor(Tree recordPattern) {
        return (Tree) ask("DeconstructionPatternTree", "getDeconstructor", recordPattern);
    }

    static List<? extends Tree> nestedPatterns(Tree recordPattern) {
        Object nested = ask("DeconstructionPatternTree", "getNestedPatterns", recordPattern);
        return nested == null ? List.of() : trees(nested);
    }

    static boolean isModuleImport(ImportTree tree) {
        return Boolean.TRUE.equals(ask("ImportTree", "isModule", tree));
    }

    @SuppressWarnings("unchecked") // every List of the tree API that is asked for here holds trees
    private static List<? extends Tree> trees(Object list) {
        return (List<? extends Tree>) list;
    }

    private static @Nullable Object ask(String type, String method, Tree tree) {
        Method found = METHODS.computeIfAbsent(type + "." + method, key -> find(type, method))
                .orElse(null);
        if (found == null || !found.getDeclaringClass().isInstance(tree)) {
            return null;
        }
        try {
            return found.invoke(tree);
        } catch (ReflectiveOperationException e) {
            return null; // a compiler whose API has changed: the caller says Unknown
        }
    }

    private static Optional<Method> find(String type, String method) {
        try {
            return Optional.of(Class.forName("com.sun.source.tree." + type, false, Tree.class.getClassLoader())
                    .getMethod(method));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }
}
