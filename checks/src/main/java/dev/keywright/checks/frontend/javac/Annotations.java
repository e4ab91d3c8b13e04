package dev.keywright.checks.frontend.javac;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.Expr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Annotations as written. */
final class Annotations {

    private final Unit unit;
    private final Expressions expressions;

    Annotations(Unit unit, Expressions expressions) {
        this.unit = unit;
        this.expressions = expressions;
    }

    List<Annotation> of(List<? extends AnnotationTree> trees) {
        if (trees.isEmpty()) {
            return List.of();
        }
        List<Annotation> annotations = new ArrayList<>(trees.size());
        for (AnnotationTree tree : trees) {
            annotations.add(of(tree));
        }
        return annotations;
    }

    Annotation of(AnnotationTree tree) {
        Map<String, Expr> values = new LinkedHashMap<>();
        int end = -1;
        for (ExpressionTree argument : tree.getArguments()) {
            boolean named = argument instanceof AssignmentTree;
            String attribute = named ? ((AssignmentTree) argument).getVariable().toString() : "value";
            Expr value = expressions.convert(named ? ((AssignmentTree) argument).getExpression() : argument);
            values.put(attribute, value);
            end = Math.max(end, value.span().end());
        }
        return new Annotation(
                unit.written(tree.getAnnotationType()),
                values,
                values.isEmpty() ? unit.spans.of(tree) : unit.spans.closed(-1, tree, ')', end));
    }
}
