package dev.keywright.checks.frontend.javac;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Pattern;
import dev.keywright.checks.ir.Stmt;
import java.util.ArrayList;
import java.util.List;

/** Patterns and the cases of switches, of every language level. */
final class Patterns {

    private final Unit unit;
    private final Expressions expressions;

    Patterns(Unit unit, Expressions expressions) {
        this.unit = unit;
        this.expressions = expressions;
    }

    /** A pattern, or the type behind an old {@code instanceof}. */
    Pattern convert(Tree tree) {
        return switch (tree.getKind().name()) {
            case "BINDING_PATTERN" -> binding(((BindingPatternTree) tree).getVariable());
            case "DECONSTRUCTION_PATTERN" -> record(tree);
            case "PATTERN_CASE_LABEL" -> nested(NewerTrees.patternOf(tree));
            case "CONSTANT_CASE_LABEL" -> constant(NewerTrees.constantOf(tree));
            case "DEFAULT_CASE_LABEL", "ANY_PATTERN" -> new Pattern.Any();
            default -> other(tree);
        };
    }

    private Pattern other(Tree tree) {
        // A preview's pattern on an older compiler is an expression of no known kind; a type is one that can be
        // spelled.
        if (tree instanceof ExpressionTree && !expressions.isTypeName(tree)) {
            return constant(tree);
        }
        return expressions.isTypeName(tree) ? new Pattern.Type(unit.written(tree), null) : new Pattern.Any();
    }

    private Pattern nested(@org.jspecify.annotations.Nullable Tree tree) {
        return tree == null ? new Pattern.Any() : convert(tree);
    }

    private Pattern constant(@org.jspecify.annotations.Nullable Tree tree) {
        return tree == null ? new Pattern.Any() : new Pattern.Constant(expressions.convert(tree));
    }

    private Pattern binding(VariableTree tree) {
        var variable = expressions.statements.variable(tree);
        boolean unnamed = variable.name().isEmpty() || variable.name().equals("_");
        return new Pattern.Type(variable.varType(), unnamed ? null : variable);
    }

    private Pattern record(Tree tree) {
        List<Pattern> components = new ArrayList<>();
        for (Tree nested : NewerTrees.nestedPatterns(tree)) {
            components.add(convert(nested));
        }
        return new Pattern.Record(unit.written(NewerTrees.deconstructor(tree)), components);
    }

    List<Stmt.Case> cases(List<? extends CaseTree> trees, boolean yields) {
        int mark = expressions.locals.mark();
        List<Stmt.Case> cases = new ArrayList<>(trees.size());
        for (CaseTree tree : trees) {
            cases.add(convert(tree, yields));
        }
        expressions.locals.leave(mark);
        return cases;
    }

    private Stmt.Case convert(CaseTree tree, boolean yields) {
        List<Pattern> labels = new ArrayList<>();
        for (Tree label : NewerTrees.labels(tree)) {
            labels.add(convert(label));
        }
        if (labels.isEmpty()) {
            labels.add(new Pattern.Any());
        }
        ExpressionTree guardTree = NewerTrees.guard(tree);
        Expr guard = guardTree == null ? null : expressions.convert(guardTree);
        boolean arrow = tree.getCaseKind() == CaseTree.CaseKind.RULE;
        List<Stmt> body = arrow && tree.getBody() != null ? arrow(tree.getBody(), yields) : statements(tree);
        int end = body.isEmpty() ? -1 : body.get(body.size() - 1).span().end();
        return new Stmt.Case(labels, guard, body, arrow, unit.spans.of(tree, end));
    }

    private List<Stmt> statements(CaseTree tree) {
        return tree.getStatements() == null ? List.of() : expressions.statements.convertAll(tree.getStatements());
    }

    private List<Stmt> arrow(Tree body, boolean yields) {
        if (body instanceof ExpressionTree) {
            Expr value = expressions.convert(body);
            return List.of(yields ? new Stmt.Yield(value, value.span()) : new Stmt.Expression(value, value.span()));
        }
        return expressions.statements.convertAll(List.of(body));
    }
}
