package dev.keywright.checks.frontend.javac;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Modifier;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/** Methods, constructors and initializer blocks of one class. */
final class Methods {

    private final Unit unit;
    private final String owner;
    private final TypeDecl.Kind kind;

    Methods(Unit unit, String owner, TypeDecl.Kind kind) {
        this.unit = unit;
        this.owner = owner;
        this.kind = kind;
    }

    MethodDecl initializer(BlockTree tree, Expressions expressions) {
        Span span = unit.spans.of(tree);
        return new MethodDecl(
                owner,
                tree.isStatic() ? "<clinit>" : "<instance-init>",
                List.of(),
                TypeRef.VOID,
                List.of(),
                tree.isStatic() ? Set.of(Modifier.STATIC) : Set.of(),
                List.of(),
                body(tree, expressions),
                false,
                span,
                Span.NONE);
    }

    MethodDecl method(MethodTree tree, Expressions expressions) {
        int mark = expressions.locals.mark();
        ExecutableElement element = unit.element(tree) instanceof ExecutableElement found ? found : null;
        List<Variable> parameters = new ArrayList<>();
        for (VariableTree parameter : tree.getParameters()) {
            parameters.add(expressions.statements.variable(parameter));
        }
        if (element != null) {
            parameters = erasedLike(parameters, element);
        }
        boolean compact = isCompact(tree);
        Stmt.Block body = tree.getBody() == null ? null : body(tree.getBody(), expressions);
        if (body != null && tree.getName().contentEquals("<init>")) {
            body = written(body, tree.getBody());
        }
        if (body != null && compact) {
            body = assigning(body, parameters);
        }
        List<Annotation> annotations =
                expressions.annotations.of(tree.getModifiers().getAnnotations());
        expressions.locals.leave(mark);
        Span span = unit.spans.of(tree);
        return new MethodDecl(
                owner,
                tree.getName().toString(),
                parameters,
                tree.getReturnType() == null ? TypeRef.VOID : unit.written(tree.getReturnType()),
                thrown(tree),
                Declarations.modifiers(element, tree.getModifiers()),
                annotations,
                body,
                element != null && element.isVarArgs(),
                span,
                nameSpan(tree, annotations, span));
    }

    private List<TypeRef> thrown(MethodTree tree) {
        List<TypeRef> thrown = new ArrayList<>();
        for (ExpressionTree type : tree.getThrows()) {
            thrown.add(unit.written(type));
        }
        return thrown;
    }

    private Span nameSpan(MethodTree tree, List<Annotation> annotations, Span span) {
        int from = span.start();
        for (Annotation annotation : annotations) {
            from = Math.max(from, annotation.span().end());
        }
        boolean constructor = tree.getName().contentEquals("<init>");
        String name = constructor
                ? owner.substring(lastSeparator(owner) + 1)
                : tree.getName().toString();
        return unit.spans.name(tree, name, tree.getReturnType(), from);
    }

    private static int lastSeparator(String name) {
        int at = Math.max(name.lastIndexOf('.'), name.lastIndexOf('$'));
        while (at + 1 < name.length() && Character.isDigit(name.charAt(at + 1))) {
            at++; // a local class Outer$1Local
        }
        return at;
    }

    /** A parameter whose type is a type variable is keyed by its bound; the erasure agrees with what calls name. */
    private List<Variable> erasedLike(List<Variable> parameters, ExecutableElement element) {
        List<TypeRef> erased = unit.members.erasedParameters(element);
        if (erased.size() != parameters.size()) {
            return parameters;
        }
        List<Variable> agreeing = new ArrayList<>(parameters.size());
        for (int i = 0; i < erased.size(); i++) {
            Variable variable = parameters.get(i);
            TypeRef type = variable.varType();
            TypeRef wanted = erased.get(i);
            boolean agrees = type.name().equals(wanted.name()) && type.dims() == wanted.dims();
            agreeing.add(agrees ? variable : withType(variable, wanted));
        }
        return agreeing;
    }

    private static Variable withType(Variable variable, TypeRef type) {
        return new Variable(
                variable.name(), variable.id(), type, variable.annotations(), variable.span(), variable.nameSpan());
    }

    private Stmt.Block body(BlockTree tree, Expressions expressions) {
        try {
            return expressions.statements.block(tree);
        } catch (StackOverflowError e) {
            unit.markIncomplete();
            return Declarations.tooDeep(unit.spans.of(tree));
        }
    }

    /** The body without the {@code super()} that the compiler puts at the opening brace. */
    private Stmt.Block written(Stmt.Block body, BlockTree tree) {
        List<? extends StatementTree> statements = tree.getStatements();
        if (statements.isEmpty() || body.statements().isEmpty() || !isImplicitSuper(statements.get(0), tree)) {
            return body;
        }
        return new Stmt.Block(body.statements().subList(1, body.statements().size()), body.span());
    }

    private boolean isImplicitSuper(StatementTree statement, BlockTree body) {
        return statement instanceof ExpressionStatementTree expression
                && expression.getExpression() instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof IdentifierTree name
                && name.getName().contentEquals("super")
                && unit.spans.start(statement) <= unit.spans.start(body);
    }

    /** A compact constructor is written without parameters, so the compiler gives all of them one place. */
    private boolean isCompact(MethodTree tree) {
        if (kind != TypeDecl.Kind.RECORD || !tree.getName().contentEquals("<init>") || tree.getBody() == null) {
            return false;
        }
        int body = unit.spans.start(tree.getBody());
        int open = unit.spans.behindName(tree, owner.substring(lastSeparator(owner) + 1));
        return open >= 0 && !unit.spans.hasParenthesis(open, body);
    }

    private Stmt.Block assigning(Stmt.Block body, List<Variable> parameters) {
        List<Stmt> statements = new ArrayList<>(body.statements());
        TypeRef self = TypeRef.of(owner);
        Span end = new Span(Math.max(0, body.span().end() - 1), body.span().end());
        for (Variable parameter : parameters) {
            Expr target = new Expr.Field(
                    new Expr.This(false, self, end),
                    self,
                    parameter.name(),
                    false,
                    null,
                    true,
                    parameter.varType(),
                    end);
            Expr value = new Expr.Local(parameter.name(), parameter.id(), parameter.varType(), end);
            statements.add(new Stmt.Expression(new Expr.Assign(target, null, value, parameter.varType(), end), end));
        }
        return new Stmt.Block(statements, body.span());
    }
}
