package dev.keywright.checks.frontend.javaparser;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.EmptyStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import com.github.javaparser.ast.type.ReferenceType;
import com.github.javaparser.ast.type.UnionType;
import dev.keywright.checks.ir.Annotation;
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
import org.jspecify.annotations.Nullable;

/** Statements of one member of a class. Over 200 lines because the language has that many kinds of it. */
final class Stmts {

    final Patterns patterns;
    final LocalVariables locals;

    private final Unit unit;
    private final Exprs exprs;

    /** Where the values of {@code return} and {@code yield} go, innermost function or switch first. */
    private final Deque<Yields> returns = new ArrayDeque<>();

    private final Deque<Yields> yields = new ArrayDeque<>();

    Stmts(Unit unit, Exprs exprs) {
        this.unit = unit;
        this.exprs = exprs;
        this.locals = new LocalVariables(unit, exprs);
        this.patterns = new Patterns(unit, exprs);
    }

    Stmt.Block body(BlockStmt node, TypeRef returnType) {
        returns.push(new Yields(returnType));
        try {
            return block(node);
        } finally {
            returns.pop();
        }
    }

    Stmt.Block lambdaBody(BlockStmt node, Yields returned) {
        returns.push(returned);
        try {
            return block(node);
        } finally {
            returns.pop();
        }
    }

    Stmt.Block block(BlockStmt node) {
        TypeScope types = exprs.frame.types();
        exprs.frame.push();
        List<Stmt> statements = convertAll(node.getStatements());
        exprs.frame.pop();
        exprs.frame.types(types);
        return new Stmt.Block(statements, unit.span(node));
    }

    /** The statements of a {@code case}, whose {@code yield}s belong to the switch. */
    List<Stmt> caseBody(NodeList<Statement> nodes, @Nullable Yields target) {
        if (target == null) {
            return convertAll(nodes);
        }
        yields.push(target);
        try {
            return convertAll(nodes);
        } finally {
            yields.pop();
        }
    }

    private List<Stmt> convertAll(NodeList<Statement> nodes) {
        List<Stmt> statements = new ArrayList<>(nodes.size());
        for (Statement node : nodes) {
            convert(node, statements);
        }
        return statements;
    }

    private Stmt single(Statement node) {
        List<Stmt> converted = new ArrayList<>(1);
        convert(node, converted);
        return converted.size() == 1 ? converted.get(0) : new Stmt.Block(converted, unit.span(node));
    }

    private void convert(Statement node, List<Stmt> into) {
        if (node instanceof ExpressionStmt statement) {
            if (statement.getExpression() instanceof VariableDeclarationExpr declaration) {
                locals.written(declaration, statement, into);
            } else {
                exprs.frame.push();
                Expr value = exprs.convert(statement.getExpression(), null);
                exprs.frame.pop();
                into.add(new Stmt.Expression(value, unit.span(node)));
            }
        } else if (node instanceof IfStmt conditional) {
            into.add(conditional(conditional));
        } else if (node instanceof ReturnStmt result) {
            Yields target = returns.peek();
            Expr value = result.getExpression()
                    .map(written -> exprs.convert(written, target == null ? null : target.expected()))
                    .orElse(null);
            if (value != null && target != null) {
                target.add(value);
            }
            into.add(new Stmt.Return(value, unit.span(node)));
        } else if (node instanceof BlockStmt block) {
            into.add(block(block));
        } else if (!(node instanceof EmptyStmt)) {
            into.add(other(node));
        }
    }

    private Stmt other(Statement node) {
        Span span = unit.span(node);
        if (node instanceof ThrowStmt thrown) {
            return new Stmt.Throw(exprs.convert(thrown.getExpression(), null), span);
        }
        if (node instanceof TryStmt attempt) {
            return attempt(attempt, span);
        }
        if (node instanceof ForEachStmt loop) {
            return forEach(loop, span);
        }
        if (node instanceof ForStmt loop) {
            return forLoop(loop, span);
        }
        if (node instanceof WhileStmt loop) {
            exprs.frame.push();
            Expr condition = exprs.convert(loop.getCondition(), null);
            Stmt body = single(loop.getBody());
            exprs.frame.popInto();
            return new Stmt.Loop(List.of(), condition, List.of(), body, false, span);
        }
        if (node instanceof DoStmt loop) {
            Stmt body = single(loop.getBody());
            Expr condition = exprs.convert(loop.getCondition(), null);
            return new Stmt.Loop(List.of(), condition, List.of(), body, true, span);
        }
        if (node instanceof SwitchStmt selection) {
            Expr selector = exprs.convert(selection.getSelector(), null);
            return new Stmt.Switch(selector, patterns.cases(selection.getEntries(), selector.type(), null), span);
        }
        if (node instanceof ExplicitConstructorInvocationStmt call) {
            return new Stmt.Expression(exprs.calls().explicit(call), span);
        }
        if (node instanceof SynchronizedStmt locked) {
            Expr lock = exprs.convert(locked.getExpression(), null);
            return new Stmt.Synchronized(lock, block(locked.getBody()), span);
        }
        return rarer(node, span);
    }

    private Stmt rarer(Statement node, Span span) {
        if (node instanceof YieldStmt result) {
            Yields target = yields.peek();
            Expr value = exprs.convert(result.getExpression(), target == null ? null : target.expected());
            if (target != null) {
                target.add(value);
            }
            return new Stmt.Yield(value, span);
        }
        if (node instanceof BreakStmt end) {
            return new Stmt.Break(
                    end.getLabel().map(label -> label.getIdentifier()).orElse(null), span);
        }
        if (node instanceof ContinueStmt next) {
            return new Stmt.Continue(
                    next.getLabel().map(label -> label.getIdentifier()).orElse(null), span);
        }
        if (node instanceof LabeledStmt labeled) {
            return new Stmt.Labeled(labeled.getLabel().getIdentifier(), single(labeled.getStatement()), span);
        }
        if (node instanceof AssertStmt asserted) {
            Expr condition = exprs.convert(asserted.getCheck(), null);
            Expr detail =
                    asserted.getMessage().map(text -> exprs.convert(text, null)).orElse(null);
            return new Stmt.Assert(condition, detail, span);
        }
        if (node instanceof LocalClassDeclarationStmt local) {
            ClassOrInterfaceDeclaration declaration = local.getClassDeclaration();
            return localType(declaration, span);
        }
        if (node instanceof LocalRecordDeclarationStmt local) {
            return localType(local.getRecordDeclaration(), span);
        }
        unit.markIncomplete();
        List<Expr> parts = new ArrayList<>();
        for (Node child : node.getChildNodes()) {
            if (child instanceof Expression part) {
                parts.add(exprs.convert(part, null));
            }
        }
        return new Stmt.Unknown(node.getClass().getSimpleName(), parts, span);
    }

    private Stmt localType(TypeDeclaration<?> declaration, Span span) {
        TypeDecl type = new Decls(unit).local(declaration, exprs.frame);
        return new Stmt.LocalType(type, span);
    }

    private Stmt conditional(IfStmt node) {
        exprs.frame.push();
        Expr condition = exprs.convert(node.getCondition(), null);
        Stmt then = single(node.getThenStmt());
        Stmt otherwise =
                node.getElseStmt().isPresent() ? single(node.getElseStmt().get()) : null;
        if (Endings.neverEnds(node.getThenStmt())) {
            exprs.frame.popInto();
        } else {
            exprs.frame.pop();
        }
        return new Stmt.If(condition, then, otherwise, unit.span(node));
    }

    private Stmt forLoop(ForStmt node, Span span) {
        exprs.frame.push();
        List<Stmt> init = new ArrayList<>();
        for (Expression written : node.getInitialization()) {
            expressionOrVariables(written, init);
        }
        Expr condition =
                node.getCompare().map(test -> exprs.convert(test, null)).orElse(null);
        List<Expr> update = exprs.convertAll(node.getUpdate());
        Stmt body = single(node.getBody());
        exprs.frame.pop();
        return new Stmt.Loop(init, condition, update, body, false, span);
    }

    private void expressionOrVariables(Expression written, List<Stmt> into) {
        if (written instanceof VariableDeclarationExpr declaration) {
            locals.written(declaration, declaration, into);
        } else {
            Expr value = exprs.convert(written, null);
            into.add(new Stmt.Expression(value, value.span()));
        }
    }

    private Stmt forEach(ForEachStmt node, Span span) {
        Expr iterable = exprs.convert(node.getIterable(), null);
        VariableDeclarator declared = node.getVariableDeclarator();
        TypeRef written = TypeSyntax.of(declared.getType());
        TypeRef type = locals.isInferred(written)
                ? patterns.elementType(iterable.type())
                : exprs.frame.types().resolve(written);
        exprs.frame.push();
        List<Annotation> annotations = exprs.annotations.of(node.getVariable().getAnnotations());
        Variable variable = locals.declare(
                declared.getNameAsString(),
                type,
                annotations,
                unit.span(node.getVariable()),
                unit.span(declared.getName()));
        Stmt body = single(node.getBody());
        exprs.frame.pop();
        return new Stmt.ForEach(variable, iterable, body, span);
    }

    private Stmt attempt(TryStmt node, Span span) {
        exprs.frame.push();
        List<Stmt> resources = new ArrayList<>();
        for (Expression resource : node.getResources()) {
            expressionOrVariables(resource, resources);
        }
        Stmt.Block body = block(node.getTryBlock());
        exprs.frame.pop();
        List<Stmt.Catch> catches = new ArrayList<>();
        for (CatchClause clause : node.getCatchClauses()) {
            catches.add(caught(clause));
        }
        Stmt.Block finalizer = node.getFinallyBlock().map(this::block).orElse(null);
        return new Stmt.Try(resources, body, catches, finalizer, span);
    }

    private Stmt.Catch caught(CatchClause node) {
        exprs.frame.push();
        Parameter parameter = node.getParameter();
        List<TypeRef> types = new ArrayList<>();
        if (parameter.getType() instanceof UnionType union) {
            for (ReferenceType alternative : union.getElements()) {
                types.add(exprs.type(alternative));
            }
        } else {
            types.add(exprs.type(parameter.getType()));
        }
        Variable variable = locals.declare(parameter, types.get(0));
        Stmt.Block body = block(node.getBody());
        exprs.frame.pop();
        return new Stmt.Catch(variable, types, body, unit.span(node));
    }
}
