package dev.keywright.checks.rules.transport;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.Statements;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.models.SecretNames;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether all that uses a piece of code stands behind a switch that somebody has to throw: {@code if (allowInsecure)}. What
 * nobody uses here does not, nor does what hangs on anything else, as whether an address begins with "https".
 */
final class OptIn {

    /** What such switches are called. */
    private static final Set<String> SWITCHES = Set.of(
            "insecure",
            "trust",
            "trusted",
            "trusts",
            "untrusted",
            "verify",
            "verified",
            "verifying",
            "verification",
            "identification",
            "validate",
            "validating",
            "validation",
            "skip",
            "ignore",
            "unsafe",
            "allow",
            "allowed",
            "disable",
            "disabled",
            "unverified",
            "selfsigned",
            "signed",
            "policy",
            "strict",
            "mode",
            "accept",
            "relaxed",
            "permissive",
            "naive");

    private static final int DEEPEST = 3;
    private static final int MOST_USES = 40;

    private final Program program;

    OptIn(Program program) {
        this.program = program;
    }

    /** A type, a method or a field that the insecure code is a part of: who uses it, uses that code. */
    private record Carrier(String name, Predicate<Expr> use) {}

    /** A place in the code of a type, and whether a switch stands before it. */
    private record Use(
            TypeDecl type,
            @Nullable MethodDecl method,
            @Nullable FieldDecl field,
            boolean asked) {}

    /** Whether the code of a type is only reached by a switch. */
    boolean isAskedFor(TypeDecl type) {
        return areAsked(uses(ofType(type)), 0);
    }

    /** Whether an expression in the code of a type is only reached by a switch. */
    boolean isAskedFor(TypeDecl type, Expr expr) {
        List<Use> uses = new ArrayList<>();
        collect(type, part -> part == expr, uses);
        return areAsked(uses, 0);
    }

    private boolean areAsked(List<Use> uses, int depth) {
        return !uses.isEmpty()
                && uses.size() <= MOST_USES
                && uses.stream().allMatch(use -> use.asked() || depth < DEEPEST && areAsked(users(use), depth + 1));
    }

    private List<Use> users(Use use) {
        MethodDecl method = use.method();
        if (method != null && !method.isConstructor()) {
            return uses(new Carrier(
                    method.name(),
                    part -> part instanceof Expr.Call call && isOf(call.method().name(), method, call)
                            || part instanceof Expr.MethodReference reference
                                    && reference.method().name().equals(method.name())));
        }
        FieldDecl field = use.field();
        if (field != null) {
            return uses(new Carrier(
                    field.name(),
                    part -> part instanceof Expr.Field read
                            && read.name().equals(field.name())
                            && read.owner().is(field.owner())));
        }
        return uses(ofType(use.type()));
    }

    private boolean isOf(String name, MethodDecl method, Expr.Call call) {
        return name.equals(method.name())
                && (call.method().owner().name().equals("?")
                        || call.method().owner().name().equals(method.owner())
                        || program.isSubtype(call.method().owner(), method.owner())
                        || program.isSubtype(
                                method.owner(), call.method().owner().name()));
    }

    private static Carrier ofType(TypeDecl type) {
        return new Carrier(
                type.simpleName(),
                part -> part instanceof Expr.New creation
                                && (creation.body() == type || creation.type().is(type.name()))
                        || part instanceof Expr.MethodReference reference
                                && reference.method().name().equals("<init>")
                                && reference.method().owner().is(type.name())
                        || part instanceof Expr.Field field
                                && field.isStatic()
                                && field.owner().is(type.name()));
    }

    private List<Use> uses(Carrier carrier) {
        List<Use> uses = new ArrayList<>();
        for (SourceFile file : program.files()) {
            if (carrier.name().isEmpty() || file.mayMention(carrier.name())) {
                Deque<TypeDecl> open = new ArrayDeque<>(file.types());
                while (!open.isEmpty() && uses.size() <= MOST_USES) {
                    TypeDecl type = open.pop();
                    collect(type, carrier.use(), uses);
                    open.addAll(type.nested());
                }
            }
        }
        return uses;
    }

    private static void collect(TypeDecl type, Predicate<Expr> wanted, List<Use> uses) {
        for (MethodDecl method : type.methods()) {
            if (method.body() != null) {
                visit(method.body(), false, (expr, asked) -> {
                    if (wanted.test(expr)) {
                        uses.add(new Use(type, method, null, asked));
                    }
                });
            }
        }
        for (FieldDecl field : type.fields()) {
            if (field.initializer() != null) {
                visit(field.initializer(), false, (expr, asked) -> {
                    if (wanted.test(expr)) {
                        uses.add(new Use(type, null, field, asked));
                    }
                });
            }
        }
    }

    // ---- the way through code

    private interface Visitor {
        void see(Expr expr, boolean asked);
    }

    private static void visit(Stmt stmt, boolean asked, Visitor visitor) {
        if (stmt instanceof Stmt.Block block) {
            boolean now = asked;
            for (Stmt inner : block.statements()) {
                visit(inner, now, visitor);
                now |= inner instanceof Stmt.If test
                        && isSwitch(test.condition())
                        && Statements.endsMethod(test.then());
            }
            return;
        }
        Statements.expressions(stmt).forEach(expr -> visit(expr, asked, visitor));
        boolean behind = asked
                || stmt instanceof Stmt.If test && isSwitch(test.condition())
                || stmt instanceof Stmt.Switch choice && isSwitch(choice.selector());
        Statements.children(stmt).forEach(child -> visit(child, behind, visitor));
    }

    private static void visit(Expr root, boolean asked, Visitor visitor) {
        List<Expr> inner = new ArrayList<>();
        Walk.expressions(
                root,
                part -> {
                    boolean own = part instanceof Expr.Conditional || part instanceof Expr.Lambda;
                    if (own) {
                        inner.add(part);
                    }
                    return own;
                },
                part -> visitor.see(part, asked));
        for (Expr part : inner) {
            visitor.see(part, asked);
            if (part instanceof Expr.Conditional choice) {
                boolean behind = asked || isSwitch(choice.condition());
                visit(choice.condition(), asked, visitor);
                visit(choice.then(), behind, visitor);
                visit(choice.otherwise(), behind, visitor);
            } else if (part instanceof Expr.Lambda lambda) {
                visit(lambda.body(), asked, visitor);
            }
        }
    }

    /** A condition in which a word says that it is asked how much to trust; whether something is null does not say that. */
    private static boolean isSwitch(Expr condition) {
        boolean[] found = new boolean[1];
        Walk.expressions(
                condition,
                part -> part instanceof Expr.Binary binary
                        && (Expr.Literal.isNull(binary.left()) || Expr.Literal.isNull(binary.right())),
                part -> found[0] |= SecretNames.says(said(part), SWITCHES));
        return found[0];
    }

    private static String said(Expr part) {
        if (part instanceof Expr.Local local) {
            return local.name();
        }
        if (part instanceof Expr.Field field) {
            return field.name();
        }
        if (part instanceof Expr.Call call) {
            // equalsIgnoreCase ignores no certificate.
            return call.method().name().replace("IgnoreCase", "");
        }
        return part instanceof Expr.Literal literal && literal.value() instanceof String text ? text : "";
    }
}
