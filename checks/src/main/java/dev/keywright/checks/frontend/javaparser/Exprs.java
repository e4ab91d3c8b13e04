package dev.keywright.checks.frontend.javaparser;

import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.type.Type;
import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.BinaryOp;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Pattern;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expressions of one member of a class. */
final class Exprs {

    final Unit unit;
    final Frame frame;
    final Stmts stmts;
    final Values values;
    final Annotations annotations;
    private final Calls calls;
    private final Operators operators;

    Exprs(Unit unit, Frame frame) {
        this.unit = unit;
        this.frame = frame;
        this.values = new Values(unit, this);
        this.calls = new Calls(unit, this);
        this.operators = new Operators(unit, this);
        this.annotations = new Annotations(unit, this);
        this.stmts = new Stmts(unit, this);
    }

    Calls calls() {
        return calls;
    }

    TypeRef type(Type written) {
        return frame.types().resolve(TypeSyntax.of(written));
    }

    List<Expr> convertAll(List<Expression> nodes) {
        if (nodes.isEmpty()) {
            return List.of();
        }
        List<Expr> converted = new ArrayList<>(nodes.size());
        for (Expression node : nodes) {
            converted.add(convert(node, null));
        }
        return converted;
    }

    /** @param expected the type that the surroundings ask for, null where they do not say */
    Expr convert(Expression written, @Nullable TypeRef expected) {
        Expression node = strip(written);
        if (node instanceof NameExpr name) {
            return values.name(name);
        }
        if (node instanceof MethodCallExpr call) {
            return calls.call(call, expected);
        }
        if (node instanceof LiteralExpr literal) {
            return new Expr.Literal(Literals.value(literal), Literals.type(literal), unit.span(node));
        }
        if (node instanceof FieldAccessExpr access) {
            return values.access(access);
        }
        if (node instanceof BinaryExpr binary) {
            return operators.binary(binary);
        }
        if (node instanceof ObjectCreationExpr creation) {
            return calls.creation(creation, expected);
        }
        if (node instanceof AssignExpr assign) {
            return assign(assign);
        }
        if (node instanceof UnaryExpr unary) {
            return operators.unary(unary);
        }
        if (node instanceof ThisExpr self) {
            TypeRef type = self.getTypeName()
                    .map(name -> frame.types().resolve(TypeRef.unresolved(name.asString())))
                    .orElse(frame.self());
            return new Expr.This(false, type, unit.span(node));
        }
        if (node instanceof LambdaExpr lambda) {
            return calls.lambdas.lambda(lambda, expected, null);
        }
        if (node instanceof MethodReferenceExpr reference) {
            return calls.lambdas.reference(reference, expected, null);
        }
        return rarer(node, expected);
    }

    static Expression strip(Expression written) {
        Expression node = written;
        while (node instanceof EnclosedExpr enclosed) {
            node = enclosed.getInner();
        }
        return node;
    }

    private Expr rarer(Expression node, @Nullable TypeRef expected) {
        if (node instanceof ConditionalExpr conditional) {
            return conditional(conditional, expected);
        }
        if (node instanceof CastExpr cast) {
            TypeRef type = type(cast.getType());
            return new Expr.Cast(convert(cast.getExpression(), type), type, unit.span(node));
        }
        if (node instanceof ArrayAccessExpr access) {
            Expr array = convert(access.getName(), null);
            Expr index = convert(access.getIndex(), null);
            return new Expr.ArrayAccess(array, index, array.type().element(), unit.span(node));
        }
        if (node instanceof ArrayCreationExpr creation) {
            return newArray(creation);
        }
        if (node instanceof ArrayInitializerExpr initializer) {
            return initializer(initializer, expected == null ? TypeRef.UNKNOWN : expected);
        }
        if (node instanceof InstanceOfExpr test) {
            Expr operand = convert(test.getExpression(), null);
            Pattern pattern = test.getPattern().isPresent()
                    ? stmts.patterns.convert(test.getPattern().get(), operand.type())
                    : new Pattern.Type(type(test.getType()), null);
            return new Expr.InstanceOf(operand, pattern, Names.BOOLEAN, unit.span(node));
        }
        if (node instanceof ClassExpr literal) {
            TypeRef named = type(literal.getType());
            TypeRef type = new TypeRef("java.lang.Class", true, List.of(Names.boxed(named)), 0);
            return new Expr.ClassLiteral(named, type, unit.span(node));
        }
        if (node instanceof SuperExpr parent) {
            TypeRef type = parent.getTypeName()
                    .map(name -> frame.types().resolve(TypeRef.unresolved(name.asString())))
                    .orElseGet(this::superclass);
            return new Expr.This(true, type, unit.span(node));
        }
        if (node instanceof SwitchExpr selection) {
            Expr selector = convert(selection.getSelector(), null);
            Yields yields = new Yields(expected);
            List<Stmt.Case> cases = stmts.patterns.cases(selection.getEntries(), selector.type(), yields);
            return new Expr.SwitchExpr(selector, cases, yields.type(unit.hierarchy), unit.span(node));
        }
        if (node instanceof AnnotationExpr annotation) {
            Annotation converted = annotations.of(annotation);
            return new Expr.AnnotationValue(converted, converted.type(), converted.span());
        }
        unit.markIncomplete();
        List<Expr> parts = new ArrayList<>();
        for (var child : node.getChildNodes()) {
            if (child instanceof Expression part) {
                parts.add(convert(part, null));
            }
        }
        return new Expr.Unknown(node.getClass().getSimpleName(), parts, TypeRef.UNKNOWN, unit.span(node));
    }

    private TypeRef superclass() {
        ClassInfo own = unit.find(frame.self());
        if (own == null || own.supertypes().isEmpty()) {
            return Names.OBJECT;
        }
        TypeRef first = own.supertypes().get(0);
        ClassInfo parent = unit.find(first);
        return parent != null && parent.isInterface() ? Names.OBJECT : TypeVars.close(first);
    }

    private Expr assign(AssignExpr node) {
        Expr target = convert(node.getTarget(), null);
        Expr value = convert(node.getValue(), target.type());
        BinaryOp op =
                node.getOperator().toBinaryOperator().map(Operators::operation).orElse(null);
        return new Expr.Assign(target, op, value, target.type(), unit.span(node));
    }

    private Expr conditional(ConditionalExpr node, @Nullable TypeRef expected) {
        Expr condition = convert(node.getCondition(), null);
        Expr then = convert(node.getThenExpr(), expected);
        Expr otherwise = convert(node.getElseExpr(), expected);
        Yields yields = new Yields(null);
        yields.add(then);
        yields.add(otherwise);
        TypeRef type = yields.type(unit.hierarchy);
        if (isSmall(then.type()) && isIntLiteral(otherwise)) {
            type = then.type();
        } else if (isSmall(otherwise.type()) && isIntLiteral(then)) {
            type = otherwise.type();
        } else if (expected != null
                && !Names.isUnknown(expected)
                && !TypeVars.mentions(expected)
                && !expected.isPrimitive()
                && !type.isPrimitive()) {
            type = expected;
        }
        return new Expr.Conditional(condition, then, otherwise, type, unit.span(node));
    }

    private static boolean isSmall(TypeRef type) {
        return type.is("char") || type.is("byte") || type.is("short");
    }

    private static boolean isIntLiteral(Expr value) {
        return value instanceof Expr.Literal literal && literal.value() instanceof Integer;
    }

    private Expr newArray(ArrayCreationExpr node) {
        List<Expr> sizes = new ArrayList<>();
        for (var level : node.getLevels()) {
            level.getDimension().ifPresent(size -> sizes.add(convert(size, null)));
        }
        TypeRef element = type(node.getElementType());
        TypeRef type =
                TypeVars.withDims(element, element.dims() + node.getLevels().size());
        if (node.getInitializer().isPresent()) {
            Expr.NewArray made = initializer(node.getInitializer().get(), type);
            return new Expr.NewArray(sizes, made.elements(), type, unit.span(node));
        }
        return new Expr.NewArray(sizes, null, type, unit.span(node));
    }

    private Expr.NewArray initializer(ArrayInitializerExpr node, TypeRef type) {
        TypeRef element = type.element();
        List<Expr> elements = new ArrayList<>(node.getValues().size());
        for (Expression value : node.getValues()) {
            elements.add(convert(value, element));
        }
        return new Expr.NewArray(List.of(), elements, type, unit.span(node));
    }
}
