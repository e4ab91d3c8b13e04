package dev.keywright.checks.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement. Empty statements are gone. */
public sealed interface Stmt {

    Span span();

    record Block(List<Stmt> statements, Span span) implements Stmt {
        public Block {
            statements = List.copyOf(statements);
        }
    }

    /** A declared local variable. {@code int a = 1, b = 2} is two of them. */
    record LocalVariable(Variable variable, @Nullable Expr initializer, Span span) implements Stmt {}

    record Expression(Expr expr, Span span) implements Stmt {}

    record If(Expr condition, Stmt then, @Nullable Stmt otherwise, Span span) implements Stmt {}

    /**
     * {@code while}, {@code do} and {@code for}.
     *
     * @param condition null when absent
     * @param bodyFirst whether the body runs before the condition is first tested
     */
    record Loop(List<Stmt> init, @Nullable Expr condition, List<Expr> update, Stmt body, boolean bodyFirst, Span span)
            implements Stmt {
        public Loop {
            init = List.copyOf(init);
            update = List.copyOf(update);
        }
    }

    record ForEach(Variable variable, Expr iterable, Stmt body, Span span) implements Stmt {}

    record Return(@Nullable Expr value, Span span) implements Stmt {}

    record Yield(Expr value, Span span) implements Stmt {}

    record Throw(Expr value, Span span) implements Stmt {}

    record Break(@Nullable String label, Span span) implements Stmt {}

    record Continue(@Nullable String label, Span span) implements Stmt {}

    record Labeled(String label, Stmt body, Span span) implements Stmt {}

    /**
     * A {@code try}.
     *
     * @param resources {@link LocalVariable}s and {@link Expression}s
     */
    record Try(
            List<Stmt> resources,
            Block body,
            List<Catch> catches,
            @Nullable Block finalizer,
            Span span) implements Stmt {
        public Try {
            resources = List.copyOf(resources);
            catches = List.copyOf(catches);
        }
    }

    /** One {@code catch}; {@code types} has the alternatives. */
    record Catch(Variable variable, List<TypeRef> types, Block body, Span span) {
        public Catch {
            types = List.copyOf(types);
        }
    }

    record Switch(Expr selector, List<Case> cases, Span span) implements Stmt {
        public Switch {
            cases = List.copyOf(cases);
        }
    }

    /**
     * One {@code case}.
     *
     * @param arrow whether it is {@code case … ->}, which does not fall through; an expression behind the arrow of a switch
     *     expression is a {@link Yield}
     */
    record Case(List<Pattern> labels, @Nullable Expr guard, List<Stmt> body, boolean arrow, Span span) {
        public Case {
            labels = List.copyOf(labels);
            body = List.copyOf(body);
        }
    }

    record Synchronized(Expr lock, Block body, Span span) implements Stmt {}

    record Assert(Expr condition, @Nullable Expr detail, Span span) implements Stmt {}

    record LocalType(TypeDecl type, Span span) implements Stmt {}

    /** What the front end could not express; its parts are still evaluated, in order. */
    record Unknown(String what, List<Expr> parts, Span span) implements Stmt {
        public Unknown {
            parts = List.copyOf(parts);
        }
    }
}
