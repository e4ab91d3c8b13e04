package dev.keywright.checks.frontend.javac;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** Statement trees of one outermost method or initializer. */
final class Statements {

    private final Unit unit;
    private final Expressions expressions;

    Statements(Unit unit, Expressions expressions) {
        this.unit = unit;
        this.expressions = expressions;
    }

    Stmt.Block block(BlockTree tree) {
        int mark = expressions.locals.mark();
        List<Stmt> statements = convertAll(tree.getStatements());
        expressions.locals.leave(mark);
        return new Stmt.Block(statements, unit.spans.of(tree));
    }

    List<Stmt> convertAll(List<? extends Tree> trees) {
        List<Stmt> statements = new ArrayList<>(trees.size());
        for (Tree tree : trees) {
            Stmt statement = convert(tree);
            if (statement != null) {
                statements.add(statement);
            }
        }
        return statements;
    }

    /** A statement that must not be absent; an empty one is an empty block. */
    private Stmt body(Tree tree) {
        Stmt statement = convert(tree);
        return statement == null ? new Stmt.Block(List.of(), unit.spans.of(tree)) : statement;
    }

    /** Null for an empty statement. */
    @Nullable
    Stmt convert(Tree tree) {
        return switch (tree.getKind()) {
            case EMPTY_STATEMENT -> null;
            case BLOCK -> block((BlockTree) tree);
            case VARIABLE -> local((VariableTree) tree);
            case EXPRESSION_STATEMENT -> expression((ExpressionStatementTree) tree);
            case IF -> conditional((IfTree) tree);
            case WHILE_LOOP -> whileLoop((WhileLoopTree) tree);
            case DO_WHILE_LOOP -> doLoop((DoWhileLoopTree) tree);
            case FOR_LOOP -> forLoop((ForLoopTree) tree);
            case ENHANCED_FOR_LOOP -> forEach((EnhancedForLoopTree) tree);
            case RETURN -> {
                Expr value = optional(((ReturnTree) tree).getExpression());
                yield new Stmt.Return(value, span(tree, value));
            }
            case YIELD -> {
                Expr value = expressions.convert(((YieldTree) tree).getValue());
                yield new Stmt.Yield(value, span(tree, value));
            }
            case THROW -> {
                Expr value = expressions.convert(((ThrowTree) tree).getExpression());
                yield new Stmt.Throw(value, span(tree, value));
            }
            case BREAK -> new Stmt.Break(label(((BreakTree) tree).getLabel()), unit.spans.of(tree));
            case CONTINUE -> new Stmt.Continue(label(((ContinueTree) tree).getLabel()), unit.spans.of(tree));
            case LABELED_STATEMENT -> {
                LabeledStatementTree labeled = (LabeledStatementTree) tree;
                Stmt body = body(labeled.getStatement());
                yield new Stmt.Labeled(labeled.getLabel().toString(), body, span(tree, body));
            }
            case TRY -> tryStatement((TryTree) tree);
            case SWITCH -> switchStatement((SwitchTree) tree);
            case SYNCHRONIZED -> {
                SynchronizedTree locked = (SynchronizedTree) tree;
                Expr lock = expressions.convert(locked.getExpression());
                Stmt.Block body = block(locked.getBlock());
                yield new Stmt.Synchronized(lock, body, span(tree, body));
            }
            case ASSERT -> {
                AssertTree asserted = (AssertTree) tree;
                Expr condition = expressions.convert(asserted.getCondition());
                Expr detail = optional(asserted.getDetail());
                yield new Stmt.Assert(condition, detail, span(tree, detail == null ? condition : detail));
            }
            case CLASS, INTERFACE, ENUM, RECORD, ANNOTATION_TYPE -> {
                TypeDecl type = new Declarations(unit).local((ClassTree) tree, expressions);
                yield new Stmt.LocalType(type, type.span());
            }
            default -> other(tree);
        };
    }

    private Stmt other(Tree tree) {
        if (tree instanceof ExpressionTree expression) {
            Expr value = expressions.convert(expression);
            return new Stmt.Expression(value, value.span());
        }
        List<Expr> parts = expressions.convertAll(Expressions.partsOf(tree));
        return new Stmt.Unknown(tree.getKind().name(), parts, unit.spans.of(tree));
    }

    private Stmt expression(ExpressionStatementTree tree) {
        Expr value = expressions.convert(tree.getExpression());
        return new Stmt.Expression(value, span(tree, value));
    }

    private Stmt.LocalVariable local(VariableTree tree) {
        // The initializer first: it cannot see the variable, but a variable of that name outside can be meant.
        Tree written = tree.getInitializer();
        Expr initializer = written == null ? null : initializer(tree, written);
        Variable variable = variable(tree);
        int end = initializer == null
                ? variable.nameSpan().end()
                : initializer.span().end();
        return new Stmt.LocalVariable(variable, initializer, unit.spans.of(tree, end));
    }

    /** A lambda may name the variable that it initializes only through a field; a local class may not name it at all. */
    private Expr initializer(VariableTree tree, Tree written) {
        Expr value = expressions.convert(written);
        if (value instanceof Expr.NewArray array && array.type().equals(TypeRef.UNKNOWN)) {
            return new Expr.NewArray(array.sizes(), array.elements(), unit.written(tree.getType()), array.span());
        }
        return value;
    }

    /** Declares a variable of any kind. */
    Variable variable(VariableTree tree) {
        Element element = unit.element(tree);
        String name = tree.getName().toString();
        TypeRef type = type(tree, element);
        int id = expressions.locals.declare(name, element);
        Span nameSpan = unit.spans.name(tree, name, writtenType(tree), unit.spans.start(tree));
        return new Variable(
                name,
                id,
                type,
                expressions.annotations.of(tree.getModifiers().getAnnotations()),
                unit.spans.of(tree, nameSpan.end()),
                nameSpan);
    }

    /** The type tree, unless the compiler made it up for {@code var} or an implicit lambda parameter. */
    private @Nullable Tree writtenType(VariableTree tree) {
        Tree type = tree.getType();
        int start = type == null ? -1 : unit.spans.start(type);
        return start < 0
                        || start == unit.spans.start(tree)
                                && type.toString().equals(tree.getName().toString())
                ? null
                : type;
    }

    private TypeRef type(VariableTree tree, @Nullable Element element) {
        if (element != null && element.asType() != null && element.asType().getKind() != TypeKind.ERROR) {
            return unit.refs.of(element.asType());
        }
        return unit.written(tree.getType());
    }

    private Stmt conditional(IfTree tree) {
        Deque<IfTree> chain = new ArrayDeque<>();
        Deque<Expr> conditions = new ArrayDeque<>();
        Deque<Stmt> thens = new ArrayDeque<>();
        StatementTree rest = tree;
        while (rest instanceof IfTree next) {
            chain.push(next);
            conditions.push(expressions.convert(next.getCondition()));
            thens.push(body(next.getThenStatement()));
            rest = next.getElseStatement();
        }
        Stmt last = rest == null ? null : convert(rest);
        Stmt.If whole = conditional(chain.pop(), conditions.pop(), thens.pop(), last);
        while (!chain.isEmpty()) {
            whole = conditional(chain.pop(), conditions.pop(), thens.pop(), whole);
        }
        return whole;
    }

    private Stmt.If conditional(IfTree tree, Expr condition, Stmt then, @Nullable Stmt otherwise) {
        int end = otherwise == null ? then.span().end() : otherwise.span().end();
        return new Stmt.If(condition, then, otherwise, unit.spans.of(tree, end));
    }

    private Stmt whileLoop(WhileLoopTree tree) {
        Expr condition = expressions.convert(tree.getCondition());
        Stmt body = body(tree.getStatement());
        return new Stmt.Loop(List.of(), condition, List.of(), body, false, span(tree, body));
    }

    private Stmt doLoop(DoWhileLoopTree tree) {
        Stmt body = body(tree.getStatement());
        Expr condition = expressions.convert(tree.getCondition());
        return new Stmt.Loop(List.of(), condition, List.of(), body, true, span(tree, condition));
    }

    private Stmt forLoop(ForLoopTree tree) {
        int mark = expressions.locals.mark();
        List<Stmt> init = convertAll(tree.getInitializer());
        Expr condition = optional(tree.getCondition());
        List<Expr> update = new ArrayList<>();
        for (ExpressionStatementTree step : tree.getUpdate()) {
            update.add(expressions.convert(step.getExpression()));
        }
        Stmt body = body(tree.getStatement());
        expressions.locals.leave(mark);
        return new Stmt.Loop(init, condition, update, body, false, span(tree, body));
    }

    private Stmt forEach(EnhancedForLoopTree tree) {
        Expr iterable = expressions.convert(tree.getExpression());
        int mark = expressions.locals.mark();
        Variable variable = variable(tree.getVariable());
        Stmt body = body(tree.getStatement());
        expressions.locals.leave(mark);
        return new Stmt.ForEach(variable, iterable, body, span(tree, body));
    }

    private Stmt tryStatement(TryTree tree) {
        int mark = expressions.locals.mark();
        List<Stmt> resources = convertAll(tree.getResources());
        Stmt.Block body = block(tree.getBlock());
        expressions.locals.leave(mark);
        List<Stmt.Catch> catches = new ArrayList<>();
        for (CatchTree caught : tree.getCatches()) {
            catches.add(caught(caught));
        }
        Stmt.Block finalizer = tree.getFinallyBlock() == null ? null : block(tree.getFinallyBlock());
        Stmt last = finalizer != null ? finalizer : body;
        int end = finalizer == null && !catches.isEmpty()
                ? catches.get(catches.size() - 1).span().end()
                : last.span().end();
        return new Stmt.Try(resources, body, catches, finalizer, unit.spans.of(tree, end));
    }

    private Stmt.Catch caught(CatchTree tree) {
        int mark = expressions.locals.mark();
        Variable variable = variable(tree.getParameter());
        Tree type = tree.getParameter().getType();
        List<? extends Tree> alternatives =
                type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type);
        List<TypeRef> types = new ArrayList<>();
        for (Tree alternative : alternatives) {
            types.add(unit.written(alternative));
        }
        Stmt.Block body = block(tree.getBlock());
        expressions.locals.leave(mark);
        return new Stmt.Catch(
                variable, types, body, unit.spans.of(tree, body.span().end()));
    }

    private Stmt switchStatement(SwitchTree tree) {
        Expr selector = expressions.convert(tree.getExpression());
        List<Stmt.Case> cases = expressions.patterns.cases(tree.getCases(), false);
        int end = cases.isEmpty()
                ? selector.span().end()
                : cases.get(cases.size() - 1).span().end();
        return new Stmt.Switch(selector, cases, unit.spans.closed(-1, tree, '}', end));
    }

    private @Nullable Expr optional(@Nullable Tree tree) {
        return tree == null ? null : expressions.convert(tree);
    }

    private static @Nullable String label(@Nullable CharSequence label) {
        return label == null ? null : label.toString();
    }

    private Span span(Tree tree, @Nullable Expr last) {
        return unit.spans.of(tree, last == null ? -1 : last.span().end());
    }

    private Span span(Tree tree, Stmt last) {
        return unit.spans.of(tree, last.span().end());
    }
}
