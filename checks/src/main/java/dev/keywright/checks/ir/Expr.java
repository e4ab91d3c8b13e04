package dev.keywright.checks.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression. Parentheses are gone. {@link #type()} is the static type, {@link TypeRef#UNKNOWN} where it is not known.
 */
public sealed interface Expr {

    TypeRef type();

    Span span();

    /**
     * A literal.
     *
     * @param value a String, Boolean, Character, Integer, Long, Float or Double; null for {@code null}
     */
    record Literal(@Nullable Object value, TypeRef type, Span span) implements Expr {

        /** Whether an expression is the literal {@code null}. */
        public static boolean isNull(@Nullable Expr expr) {
            return expr instanceof Literal literal && literal.value() == null;
        }
    }

    /** A parameter or local variable; {@code id} is {@link Variable#id()}. */
    record Local(String name, int id, TypeRef type, Span span) implements Expr {}

    /**
     * A field.
     *
     * @param target the object, null when static or when {@code this} is implied
     * @param owner the type that declares the field, or the best guess
     * @param constant the value of a compile-time constant, as in {@link Literal}
     * @param resolved whether the declaration was found
     */
    record Field(
            @Nullable Expr target,
            TypeRef owner,
            String name,
            boolean isStatic,
            @Nullable Object constant,
            boolean resolved,
            TypeRef type,
            Span span)
            implements Expr {}

    /** {@code array.length}. */
    record ArrayLength(Expr array, TypeRef type, Span span) implements Expr {}

    /** {@code this}, {@code super} or a qualified form of them. */
    record This(boolean isSuper, TypeRef type, Span span) implements Expr {}

    /**
     * A call of a method.
     *
     * @param receiver null when static, or when {@code this} is implied
     * @param nameSpan the method's name, where a finding about the call points
     */
    record Call(@Nullable Expr receiver, MethodRef method, List<Expr> args, TypeRef type, Span span, Span nameSpan)
            implements Expr {
        public Call {
            args = List.copyOf(args);
        }
    }

    /** The making of an object; {@code body} is an anonymous class. */
    record New(
            MethodRef constructor,
            List<Expr> args,
            @Nullable TypeDecl body,
            TypeRef type,
            Span span) implements Expr {
        public New {
            args = List.copyOf(args);
        }
    }

    /**
     * The making of an array, or an array initializer, also in an annotation.
     *
     * @param sizes the written sizes, empty with an initializer
     * @param elements null without an initializer
     */
    record NewArray(List<Expr> sizes, @Nullable List<Expr> elements, TypeRef type, Span span) implements Expr {
        public NewArray {
            sizes = List.copyOf(sizes);
            elements = elements == null ? null : List.copyOf(elements);
        }
    }

    record ArrayAccess(Expr array, Expr index, TypeRef type, Span span) implements Expr {}

    /** A concatenation of strings, flattened: {@code a + b + c} is one node with three parts in order. */
    record Concat(List<Expr> parts, TypeRef type, Span span) implements Expr {
        public Concat {
            parts = List.copyOf(parts);
        }
    }

    /** Any other binary operation. Long chains of one left-associative operator nest to the left. */
    record Binary(BinaryOp op, Expr left, Expr right, TypeRef type, Span span) implements Expr {

        /** The operand that stands beside the literal {@code null}; null where neither side is one. */
        public @Nullable Expr besideNull() {
            return Literal.isNull(right) ? left : Literal.isNull(left) ? right : null;
        }
    }

    record Unary(UnaryOp op, Expr operand, TypeRef type, Span span) implements Expr {}

    /**
     * An assignment.
     *
     * @param target a {@link Local}, {@link Field}, {@link ArrayAccess} or {@link Unknown}
     * @param op the operation of a compound assignment, null for {@code =}; {@code +=} on a string is {@link BinaryOp#PLUS}
     */
    record Assign(Expr target, @Nullable BinaryOp op, Expr value, TypeRef type, Span span) implements Expr {}

    record Conditional(Expr condition, Expr then, Expr otherwise, TypeRef type, Span span) implements Expr {}

    record Cast(Expr operand, TypeRef type, Span span) implements Expr {}

    /** {@code operand instanceof …}. */
    record InstanceOf(Expr operand, Pattern pattern, TypeRef type, Span span) implements Expr {}

    /**
     * A lambda. An expression body is a {@link Stmt.Return} when the function gives a value, else an
     * {@link Stmt.Expression}; when the front end does not know, a {@link Stmt.Return}.
     *
     * @param type the functional interface
     */
    record Lambda(List<Variable> parameters, Stmt body, TypeRef type, Span span) implements Expr {
        public Lambda {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * A method reference.
     *
     * @param target the bound receiver; null for a type ({@code String::trim}, {@code Foo::new})
     */
    record MethodReference(@Nullable Expr target, MethodRef method, TypeRef type, Span span) implements Expr {}

    record SwitchExpr(Expr selector, List<Stmt.Case> cases, TypeRef type, Span span) implements Expr {
        public SwitchExpr {
            cases = List.copyOf(cases);
        }
    }

    /** {@code X.class}. */
    record ClassLiteral(TypeRef named, TypeRef type, Span span) implements Expr {}

    /** An annotation inside an annotation's value. */
    record AnnotationValue(Annotation annotation, TypeRef type, Span span) implements Expr {}

    /** What the front end could not express; its parts are still evaluated, in order. */
    record Unknown(String what, List<Expr> parts, TypeRef type, Span span) implements Expr {
        public Unknown {
            parts = List.copyOf(parts);
        }
    }
}
