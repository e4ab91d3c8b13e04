package dev.keywright.checks.frontend.javac;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Pattern;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.UnaryOp;
import dev.keywright.checks.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Expression trees of one outermost method, initializer or annotation. */
final class Expressions {

    final Unit unit;
    final Locals locals;
    final Statements statements;
    final Annotations annotations;
    final Patterns patterns;
    final Names names;
    private final Operators operators;
    private final Calls calls;

    Expressions(Unit unit, Locals locals) {
        this.unit = unit;
        this.locals = locals;
        this.annotations = new Annotations(unit, this);
        this.statements = new Statements(unit, this);
        this.patterns = new Patterns(unit, this);
        this.names = new Names(unit, this);
        this.operators = new Operators(unit, this);
        this.calls = new Calls(unit, this);
    }

    Expr convert(Tree tree) {
        return switch (tree.getKind()) {
            case PARENTHESIZED -> convert(strip(tree));
            case IDENTIFIER -> names.identifier((IdentifierTree) tree);
            case MEMBER_SELECT -> names.select((MemberSelectTree) tree);
            case METHOD_INVOCATION -> calls.call((MethodInvocationTree) tree);
            case NEW_CLASS -> calls.creation((NewClassTree) tree);
            case MEMBER_REFERENCE -> calls.reference((MemberReferenceTree) tree);
            case NEW_ARRAY -> newArray((NewArrayTree) tree);
            case ARRAY_ACCESS -> arrayAccess((ArrayAccessTree) tree);
            case ASSIGNMENT -> assignment((AssignmentTree) tree);
            case CONDITIONAL_EXPRESSION -> conditional((ConditionalExpressionTree) tree);
            case TYPE_CAST -> cast((TypeCastTree) tree);
            case INSTANCE_OF -> instanceOf((InstanceOfTree) tree);
            case LAMBDA_EXPRESSION -> lambda((LambdaExpressionTree) tree);
            case SWITCH_EXPRESSION -> switchExpression((SwitchExpressionTree) tree);
            case ANNOTATION, TYPE_ANNOTATION -> annotation((AnnotationTree) tree);
            case ERRONEOUS -> erroneous((ErroneousTree) tree);
            case ANNOTATED_TYPE -> convert(((AnnotatedTypeTree) tree).getUnderlyingType());
            default -> other(tree);
        };
    }

    List<Expr> convertAll(List<? extends Tree> trees) {
        if (trees.isEmpty()) {
            return List.of();
        }
        List<Expr> expressions = new ArrayList<>(trees.size());
        for (Tree tree : trees) {
            expressions.add(convert(tree));
        }
        return expressions;
    }

    /** A tree without the parentheses around it. */
    static Tree strip(Tree tree) {
        Tree inner = tree;
        while (inner instanceof ParenthesizedTree parenthesized) {
            inner = parenthesized.getExpression();
        }
        return inner;
    }

    private Expr other(Tree tree) {
        if (tree instanceof LiteralTree literal) {
            Object value = literal.getValue();
            return new Expr.Literal(value, Literals.typeOf(value), unit.spans.of(tree));
        }
        if (tree instanceof BinaryTree binary) {
            return operators.binary(binary);
        }
        if (tree instanceof UnaryTree unary) {
            return unary(unary);
        }
        if (tree instanceof CompoundAssignmentTree compound) {
            Expr target = convert(compound.getVariable());
            Expr value = convert(compound.getExpression());
            return new Expr.Assign(
                    target,
                    Operators.operation(tree.getKind()),
                    value,
                    unit.type(tree),
                    unit.spans.of(tree, value.span().end()));
        }
        return unknown(tree);
    }

    private Expr unary(UnaryTree tree) {
        UnaryOp op = Operators.unary(tree.getKind());
        if (op == null) {
            return unknown(tree);
        }
        Expr operand = convert(tree.getExpression());
        return new Expr.Unary(
                op, operand, unit.type(tree), unit.spans.of(tree, operand.span().end()));
    }

    private Expr newArray(NewArrayTree tree) {
        List<Expr> sizes = convertAll(tree.getDimensions());
        List<Expr> elements = tree.getInitializers() == null ? null : convertAll(tree.getInitializers());
        TypeRef type = unit.type(tree);
        if (type == TypeRef.UNKNOWN && tree.getType() != null) {
            type = unit.written(tree.getType()).arrayOf();
        }
        return new Expr.NewArray(
                sizes,
                elements,
                type,
                unit.spans.closed(
                        -1, tree, elements == null ? ']' : '}', lastEnd(elements == null ? sizes : elements)));
    }

    private Expr arrayAccess(ArrayAccessTree tree) {
        Expr array = convert(tree.getExpression());
        Expr index = convert(tree.getIndex());
        return new Expr.ArrayAccess(
                array,
                index,
                unit.type(tree),
                unit.spans.closed(-1, tree, ']', index.span().end()));
    }

    private Expr assignment(AssignmentTree tree) {
        Expr target = convert(tree.getVariable());
        Expr value = convert(tree.getExpression());
        return new Expr.Assign(
                target,
                null,
                value,
                unit.type(tree),
                unit.spans.of(tree, value.span().end()));
    }

    private Expr conditional(ConditionalExpressionTree tree) {
        Expr condition = convert(tree.getCondition());
        Expr then = convert(tree.getTrueExpression());
        Expr otherwise = convert(tree.getFalseExpression());
        return new Expr.Conditional(
                condition,
                then,
                otherwise,
                unit.type(tree),
                unit.spans.of(tree, otherwise.span().end()));
    }

    private Expr cast(TypeCastTree tree) {
        Expr operand = convert(tree.getExpression());
        return new Expr.Cast(
                operand,
                unit.written(tree.getType()),
                unit.spans.of(tree, operand.span().end()));
    }

    private Expr instanceOf(InstanceOfTree tree) {
        Expr operand = convert(tree.getExpression());
        Tree tested = tree.getPattern() == null ? tree.getType() : tree.getPattern();
        Pattern pattern = patterns.convert(tested);
        return new Expr.InstanceOf(
                operand,
                pattern,
                TypeRef.of("boolean"),
                unit.spans.of(tree, operand.span().end()));
    }

    private Expr lambda(LambdaExpressionTree tree) {
        int mark = locals.mark();
        List<Variable> parameters = new ArrayList<>();
        for (VariableTree parameter : tree.getParameters()) {
            parameters.add(statements.variable(parameter));
        }
        TypeMirror type = unit.mirror(tree);
        Stmt body;
        if (tree.getBody() instanceof BlockTree block) {
            body = statements.block(block);
        } else {
            Expr value = convert(tree.getBody());
            boolean returned = type == null || unit.members.givesValue(type);
            body = returned ? new Stmt.Return(value, value.span()) : new Stmt.Expression(value, value.span());
        }
        locals.leave(mark);
        return new Expr.Lambda(
                parameters,
                body,
                unit.refs.of(type),
                unit.spans.of(tree, body.span().end()));
    }

    private Expr switchExpression(SwitchExpressionTree tree) {
        Expr selector = convert(tree.getExpression());
        List<Stmt.Case> cases = patterns.cases(tree.getCases(), true);
        int end = cases.isEmpty()
                ? selector.span().end()
                : cases.get(cases.size() - 1).span().end();
        return new Expr.SwitchExpr(selector, cases, unit.type(tree), unit.spans.closed(-1, tree, '}', end));
    }

    private Expr annotation(AnnotationTree tree) {
        Annotation annotation = annotations.of(tree);
        return new Expr.AnnotationValue(annotation, annotation.type(), annotation.span());
    }

    private Expr erroneous(ErroneousTree tree) {
        unit.markIncomplete();
        List<Expr> parts = new ArrayList<>();
        for (Tree part : tree.getErrorTrees()) {
            if (part instanceof ExpressionTree) {
                parts.add(convert(part));
            }
        }
        return new Expr.Unknown("syntax error", parts, TypeRef.UNKNOWN, unit.spans.of(tree));
    }

    /** What this front end does not know: its outermost expressions are still evaluated. */
    Expr unknown(Tree tree) {
        return new Expr.Unknown(tree.getKind().name(), convertAll(partsOf(tree)), unit.type(tree), unit.spans.of(tree));
    }

    static List<Tree> partsOf(Tree tree) {
        List<Tree> parts = new ArrayList<>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void scan(@Nullable Tree node, @Nullable Void unused) {
                if (node == tree) {
                    return super.scan(node, unused);
                }
                if (node instanceof ExpressionTree) {
                    parts.add(node);
                    return null;
                }
                return super.scan(node, unused);
            }
        }.scan(tree, null);
        return parts;
    }

    static int lastEnd(List<Expr> expressions) {
        int end = -1;
        for (Expr expression : expressions) {
            end = Math.max(end, expression.span().end());
        }
        return end;
    }

    /** Whether a tree names a type or a package, which is no value. */
    boolean isTypeName(Tree tree) {
        return switch (tree.getKind()) {
            case PRIMITIVE_TYPE, ARRAY_TYPE, PARAMETERIZED_TYPE, ANNOTATED_TYPE -> true;
            case IDENTIFIER ->
                isTypeName(tree, ((IdentifierTree) tree).getName().toString());
            case MEMBER_SELECT ->
                isTypeName(tree, ((MemberSelectTree) tree).getIdentifier().toString());
            default -> false;
        };
    }

    private boolean isTypeName(Tree tree, String name) {
        Element element = unit.element(tree);
        if (element != null && !isMissing(element)) {
            ElementKind kind = element.getKind();
            return kind.isClass()
                    || kind.isInterface()
                    || kind == ElementKind.PACKAGE
                    || kind == ElementKind.TYPE_PARAMETER;
        }
        return !name.isEmpty() && Character.isUpperCase(name.charAt(0)) && locals.find(name, null) == null;
    }

    /** The compiler makes up a class for a name that it cannot find. */
    private static boolean isMissing(Element element) {
        return element instanceof TypeElement && element.asType().getKind() == TypeKind.ERROR;
    }
}
