package dev.keywright.checks;

import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Pattern;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The declarations of a file, those in local and anonymous classes included: what each member is called, and what
 * {@code @SuppressWarnings} stand on them. Walks with a stack of its own, so that no nesting is too deep.
 */
final class Declarations {

    /** A member, for fingerprints; its name does not depend on what a front end could resolve. */
    record Member(Span span, String name) {}

    /** A declaration that silences rules. */
    record Silenced(Span span, Set<String> words) {}

    private final Set<TypeDecl> types = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Member> members = new ArrayList<>();
    private final List<Silenced> silenced = new ArrayList<>();
    private final Deque<Object> open = new ArrayDeque<>();

    static Declarations of(SourceFile file) {
        Declarations declarations = new Declarations();
        declarations.pushAll(file.types());
        while (!declarations.open.isEmpty()) {
            declarations.visit(declarations.open.pop());
        }
        return declarations;
    }

    boolean isSilenced(Span span, String rule) {
        for (Silenced declaration : silenced) {
            if (contains(declaration.span(), span) && silences(declaration.words(), rule)) {
                return true;
            }
        }
        return false;
    }

    private static boolean silences(Set<String> words, String rule) {
        return words.contains(rule)
                || words.contains("keywright:" + rule)
                || words.contains("keywright")
                || words.contains("all");
    }

    /** The innermost named member around a range, or the empty string outside of all. */
    String memberAround(Span span) {
        Member best = null;
        for (Member member : members) {
            if (contains(member.span(), span) && (best == null || length(member.span()) < length(best.span()))) {
                best = member;
            }
        }
        return best == null ? "" : best.name();
    }

    private static int length(Span span) {
        return span.end() - span.start();
    }

    private static boolean contains(Span outer, Span inner) {
        return outer.known() && inner.known() && outer.contains(inner);
    }

    private void visit(Object node) {
        if (node instanceof Expr expr) {
            expression(expr);
        } else if (node instanceof Stmt stmt) {
            statement(stmt);
        } else if (node instanceof TypeDecl type) {
            type(type);
        } else if (node instanceof MethodDecl method) {
            suppression(method.annotations(), method.span());
            method.parameters().forEach(parameter -> suppression(parameter.annotations(), parameter.span()));
            push(method.body());
        } else if (node instanceof FieldDecl field) {
            suppression(field.annotations(), field.span());
            push(field.initializer());
        } else if (node instanceof Stmt.Case branch) {
            branch.labels().forEach(this::pattern);
            push(branch.guard());
            pushAll(branch.body());
        } else if (node instanceof Stmt.Catch handler) {
            push(handler.body());
        }
    }

    private void type(TypeDecl type) {
        if (!types.add(type)) {
            return;
        }
        suppression(type.annotations(), type.span());
        if (!type.name().contains("$")) {
            members.add(new Member(type.span(), type.name()));
            for (MethodDecl method : type.methods()) {
                String name = type.name()
                        + '#'
                        + method.name()
                        + '/'
                        + method.parameters().size();
                members.add(new Member(method.span(), name));
            }
            for (FieldDecl field : type.fields()) {
                members.add(new Member(field.span(), type.name() + '#' + field.name()));
            }
        }
        pushAll(type.fields());
        pushAll(type.methods());
        pushAll(type.nested());
    }

    private void suppression(List<Annotation> annotations, Span span) {
        for (Annotation annotation : annotations) {
            if (annotation.type().simpleName().equals("SuppressWarnings")) {
                Set<String> words = new LinkedHashSet<>();
                words(annotation.value("value"), words);
                silenced.add(new Silenced(span, words));
            }
        }
    }

    private static void words(@Nullable Expr value, Set<String> words) {
        if (value instanceof Expr.Literal literal && literal.value() instanceof String word) {
            words.add(word);
        } else if (value instanceof Expr.Field field && field.constant() instanceof String word) {
            words.add(word);
        } else if (value instanceof Expr.NewArray array && array.elements() != null) {
            array.elements().forEach(element -> words(element, words));
        }
    }

    private void pattern(Pattern pattern) {
        if (pattern instanceof Pattern.Constant constant) {
            push(constant.value());
        }
    }

    private void variable(Variable variable) {
        suppression(variable.annotations(), variable.span());
    }

    private void statement(Stmt stmt) {
        if (stmt instanceof Stmt.Block block) {
            pushAll(block.statements());
        } else if (stmt instanceof Stmt.LocalVariable local) {
            suppression(local.variable().annotations(), local.span());
            push(local.initializer());
        } else if (stmt instanceof Stmt.Expression expression) {
            push(expression.expr());
        } else if (stmt instanceof Stmt.If choice) {
            push(choice.condition());
            push(choice.then());
            push(choice.otherwise());
        } else if (stmt instanceof Stmt.Loop loop) {
            pushAll(loop.init());
            push(loop.condition());
            pushAll(loop.update());
            push(loop.body());
        } else if (stmt instanceof Stmt.ForEach each) {
            suppression(each.variable().annotations(), each.span());
            push(each.iterable());
            push(each.body());
        } else if (stmt instanceof Stmt.Return result) {
            push(result.value());
        } else if (stmt instanceof Stmt.Yield yield) {
            push(yield.value());
        } else if (stmt instanceof Stmt.Throw thrown) {
            push(thrown.value());
        } else if (stmt instanceof Stmt.Labeled labeled) {
            push(labeled.body());
        } else if (stmt instanceof Stmt.Try attempt) {
            pushAll(attempt.resources());
            push(attempt.body());
            pushAll(attempt.catches());
            push(attempt.finalizer());
        } else if (stmt instanceof Stmt.Switch choice) {
            push(choice.selector());
            pushAll(choice.cases());
        } else if (stmt instanceof Stmt.Synchronized locked) {
            push(locked.lock());
            push(locked.body());
        } else if (stmt instanceof Stmt.Assert check) {
            push(check.condition());
            push(check.detail());
        } else if (stmt instanceof Stmt.LocalType local) {
            push(local.type());
        } else if (stmt instanceof Stmt.Unknown unknown) {
            pushAll(unknown.parts());
        }
    }

    private void expression(Expr expr) {
        if (expr instanceof Expr.Call call) {
            push(call.receiver());
            pushAll(call.args());
        } else if (expr instanceof Expr.New made) {
            pushAll(made.args());
            push(made.body());
        } else if (expr instanceof Expr.Lambda lambda) {
            lambda.parameters().forEach(this::variable);
            push(lambda.body());
        } else if (expr instanceof Expr.Field field) {
            push(field.target());
        } else if (expr instanceof Expr.ArrayLength length) {
            push(length.array());
        } else if (expr instanceof Expr.NewArray array) {
            pushAll(array.sizes());
            pushAll(array.elements() == null ? List.of() : array.elements());
        } else if (expr instanceof Expr.ArrayAccess access) {
            push(access.array());
            push(access.index());
        } else if (expr instanceof Expr.Concat concat) {
            pushAll(concat.parts());
        } else if (expr instanceof Expr.Binary binary) {
            push(binary.left());
            push(binary.right());
        } else if (expr instanceof Expr.Unary unary) {
            push(unary.operand());
        } else if (expr instanceof Expr.Assign assign) {
            push(assign.target());
            push(assign.value());
        } else if (expr instanceof Expr.Conditional conditional) {
            push(conditional.condition());
            push(conditional.then());
            push(conditional.otherwise());
        } else if (expr instanceof Expr.Cast cast) {
            push(cast.operand());
        } else if (expr instanceof Expr.InstanceOf test) {
            push(test.operand());
        } else if (expr instanceof Expr.MethodReference reference) {
            push(reference.target());
        } else if (expr instanceof Expr.SwitchExpr choice) {
            push(choice.selector());
            pushAll(choice.cases());
        } else if (expr instanceof Expr.Unknown unknown) {
            pushAll(unknown.parts());
        }
    }

    private void push(@Nullable Object node) {
        if (node != null) {
            open.push(node);
        }
    }

    /** The first of them is visited first. */
    private void pushAll(List<?> nodes) {
        for (int i = nodes.size() - 1; i >= 0; i--) {
            open.push(nodes.get(i));
        }
    }
}
