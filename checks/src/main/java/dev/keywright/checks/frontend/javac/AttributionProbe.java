package dev.keywright.checks.frontend.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import org.jspecify.annotations.Nullable;

/** Looks at the first call or creation in a unit: has the compiler given it a type? */
final class AttributionProbe extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final Trees trees;
    private final CompilationUnitTree unit;
    private @Nullable Boolean answer;

    AttributionProbe(Trees trees, CompilationUnitTree unit) {
        this.trees = trees;
        this.unit = unit;
    }

    boolean attributed() {
        try {
            scan(unit.getTypeDecls(), null);
        } catch (StackOverflowError e) {
            return true; // too deep to look at; conversion meets the same depth and says so
        }
        return answer == null || answer;
    }

    @Override
    public @Nullable Void scan(com.sun.source.tree.@Nullable Tree tree, @Nullable Void unused) {
        return answer == null ? super.scan(tree, unused) : null;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        answer = trees.getTypeMirror(new TreePath(new TreePath(unit), tree)) != null;
        return null;
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
        answer = trees.getTypeMirror(new TreePath(new TreePath(unit), tree)) != null;
        return null;
    }
}
