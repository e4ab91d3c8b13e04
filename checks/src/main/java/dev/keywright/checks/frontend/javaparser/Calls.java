package dev.keywright.checks.frontend.javaparser;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodRef;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls of methods and constructors: which declaration is meant, and what the call gives. */
final class Calls {

    final Lambdas lambdas;
    private final Unit unit;
    private final Exprs exprs;

    Calls(Unit unit, Exprs exprs) {
        this.unit = unit;
        this.exprs = exprs;
        this.lambdas = new Lambdas(unit, exprs);
    }

    /** A call's arguments and what is known of the method. */
    private record Bound(List<Expr> args, Members.@Nullable Candidate method, TypeRef result) {}

    Expr call(MethodCallExpr node, @Nullable TypeRef expected) {
        String name = node.getNameAsString();
        if (node.getScope().isEmpty()) {
            return implicit(node, name, expected);
        }
        Values.Qualifier qualifier = exprs.values.qualifier(node.getScope().get());
        TypeRef owner;
        Expr receiver = null;
        if (qualifier instanceof Values.Qualifier.OfType type) {
            owner = type.type();
        } else {
            receiver = exprs.values.valueOf(qualifier);
            owner = receiver.type();
        }
        List<Members.Candidate> candidates = unit.members.methods(owner, name);
        if (receiver == null && !candidates.isEmpty() && isSuperOfInterface(candidates)) {
            candidates = List.of();
        }
        Bound bound = bind(candidates, node.getArguments(), expected);
        return finish(node, owner, receiver, bound);
    }

    private static boolean isSuperOfInterface(List<Members.Candidate> candidates) {
        for (Members.Candidate candidate : candidates) {
            if (candidate.info().isStatic()) {
                return false;
            }
        }
        return true;
    }

    private Expr finish(MethodCallExpr node, TypeRef owner, @Nullable Expr receiver, Bound bound) {
        String name = node.getNameAsString();
        Span nameSpan = unit.span(node.getName());
        Members.Candidate method = bound.method();
        if (method == null) {
            MethodRef ref = new MethodRef(
                    TypeVars.raw(owner), name, List.of(), TypeRef.UNKNOWN, receiver == null, false, false, List.of());
            return new Expr.Call(receiver, ref, bound.args(), TypeRef.UNKNOWN, unit.span(node), nameSpan);
        }
        TypeRef type = bound.result();
        if (name.equals("clone") && receiver != null && receiver.type().dims() > 0) {
            type = receiver.type();
        } else if (name.equals("getClass") && bound.args().isEmpty()) {
            type = new TypeRef("java.lang.Class", true, List.of(TypeVars.raw(owner)), 0);
        }
        MethodRef ref = reference(method.info(), type);
        Expr target = method.info().isStatic() ? null : receiver;
        return new Expr.Call(target, ref, bound.args(), type, unit.span(node), nameSpan);
    }

    static MethodRef reference(ClassInfo.MethodInfo info, TypeRef type) {
        return new MethodRef(
                TypeRef.of(info.owner()),
                info.name(),
                info.erased(),
                type,
                info.isStatic(),
                info.varargs(),
                true,
                info.annotations());
    }

    private Expr implicit(MethodCallExpr node, String name, @Nullable TypeRef expected) {
        TypeRef guess = null;
        for (Frame frame = exprs.frame; frame != null; frame = frame.outer()) {
            List<Members.Candidate> candidates = unit.members.methods(frame.self(), name);
            if (!candidates.isEmpty()) {
                Bound bound = bind(candidates, node.getArguments(), expected);
                return finishImplicit(node, frame.self(), bound, false);
            }
            if (guess == null && !unit.hierarchy.lineage(frame.self().name()).complete()) {
                guess = frame.self();
            }
        }
        List<String> owners = unit.names.staticOwners(name);
        for (String owner : owners) {
            List<Members.Candidate> candidates = unit.members.methods(TypeRef.of(owner), name);
            if (!candidates.isEmpty()) {
                return finishImplicit(node, TypeRef.of(owner), bind(candidates, node.getArguments(), expected), true);
            }
        }
        Bound unknown = bind(List.of(), node.getArguments(), expected);
        if (unit.names.importsStatically(name)) {
            return finishImplicit(node, TypeRef.of(owners.get(0)), unknown, true);
        }
        if (guess == null && owners.size() == 1 && unit.hierarchy.classes().find(owners.get(0)) == null) {
            return finishImplicit(node, TypeRef.of(owners.get(0)), unknown, true);
        }
        return finishImplicit(node, guess == null ? exprs.frame.self() : guess, unknown, false);
    }

    private Expr finishImplicit(MethodCallExpr node, TypeRef owner, Bound bound, boolean isStatic) {
        if (bound.method() != null || isStatic) {
            return finish(node, owner, null, bound);
        }
        MethodRef ref = new MethodRef(
                TypeVars.raw(owner),
                node.getNameAsString(),
                List.of(),
                TypeRef.UNKNOWN,
                false,
                false,
                false,
                List.of());
        return new Expr.Call(null, ref, bound.args(), TypeRef.UNKNOWN, unit.span(node), unit.span(node.getName()));
    }

    /** Converts the arguments, chooses the method and works out what it gives. */
    private Bound bind(List<Members.Candidate> candidates, NodeList<Expression> arguments, @Nullable TypeRef expected) {
        int count = arguments.size();
        @Nullable Expr[] args = new Expr[count];
        List<Overloads.Argument> known = new ArrayList<>(count);
        Members.Candidate only = onlyOneFor(candidates, count);
        for (int i = 0; i < count; i++) {
            Expression written = Exprs.strip(arguments.get(i));
            if (written instanceof LambdaExpr lambda) {
                known.add(lambdas.argument(lambda));
            } else if (written instanceof MethodReferenceExpr) {
                known.add(new Overloads.Argument.Functional(-1, null));
            } else {
                TypeRef wanted = only == null ? null : formal(only, i, count, TypeRef.UNKNOWN);
                Expr arg = exprs.convert(written, wanted);
                args[i] = arg;
                known.add(
                        written instanceof NullLiteralExpr
                                ? new Overloads.Argument.Null()
                                : new Overloads.Argument.Typed(arg.type()));
            }
        }
        Members.Candidate chosen = candidates.isEmpty() ? null : unit.overloads.choose(candidates, known);
        if (chosen == null) {
            for (int i = 0; i < count; i++) {
                if (args[i] == null) {
                    args[i] = exprs.convert(arguments.get(i), null);
                }
            }
            return new Bound(nonNull(args), null, TypeRef.UNKNOWN);
        }
        return infer(chosen, arguments, args, expected);
    }

    private Bound infer(
            Members.Candidate chosen,
            NodeList<Expression> arguments,
            @Nullable Expr[] args,
            @Nullable TypeRef expected) {
        ClassInfo.MethodInfo info = chosen.info();
        Inference inference = new Inference(unit.hierarchy, info.typeParameters());
        int count = arguments.size();
        for (int i = 0; i < count; i++) {
            Expr arg = args[i];
            if (arg != null) {
                inference.learn(formal(chosen, i, count, arg.type()), arg.type());
            }
        }
        TypeRef declared = TypeVars.replace(info.returnType(), chosen.visible());
        if (expected != null && !TypeVars.isVar(declared) && hasMissing(args)) {
            learnFromExpected(inference, declared, expected);
        }
        for (int i = 0; i < count; i++) {
            if (args[i] == null) {
                TypeRef formal = inference.apply(formal(chosen, i, count, TypeRef.UNKNOWN));
                args[i] = lambdas.convert(Exprs.strip(arguments.get(i)), formal, inference);
            }
        }
        TypeRef result = inference.result(declared, info.erasedReturn(), expected);
        return new Bound(nonNull(args), chosen, result);
    }

    /** {@code collect(toMap(x -> …))}: what the outer call asks for tells what {@code x} is. */
    private void learnFromExpected(Inference inference, TypeRef declared, TypeRef expected) {
        TypeRef seen = declared;
        if (!declared.name().equals(expected.name())
                || seen.args().size() != expected.args().size()) {
            return;
        }
        for (int i = 0; i < seen.args().size(); i++) {
            TypeRef arg = expected.args().get(i);
            if (!TypeVars.mentions(arg)) {
                inference.learn(seen.args().get(i), arg);
            }
        }
    }

    private static boolean hasMissing(@Nullable Expr[] args) {
        for (Expr arg : args) {
            if (arg == null) {
                return true;
            }
        }
        return false;
    }

    private static List<Expr> nonNull(@Nullable Expr[] args) {
        List<Expr> all = new ArrayList<>(args.length);
        for (Expr arg : args) {
            if (arg != null) {
                all.add(arg);
            }
        }
        return all;
    }

    private static Members.@Nullable Candidate onlyOneFor(List<Members.Candidate> candidates, int count) {
        Members.Candidate only = null;
        for (Members.Candidate candidate : candidates) {
            int parameters = candidate.info().parameters().size();
            if (parameters == count || candidate.info().varargs() && count >= parameters - 1) {
                if (only != null) {
                    return null;
                }
                only = candidate;
            }
        }
        return only;
    }

    /** The parameter that an argument is passed for; the element type when it is one of several. */
    private static TypeRef formal(Members.Candidate candidate, int index, int count, TypeRef actual) {
        ClassInfo.MethodInfo info = candidate.info();
        int last = info.parameters().size() - 1;
        if (info.varargs() && index >= last) {
            TypeRef array = candidate.parameter(last);
            boolean passedWhole = count == last + 1 && actual.dims() >= array.dims() && actual.dims() > 0;
            return passedWhole ? array : array.element();
        }
        return index <= last ? candidate.parameter(index) : TypeRef.UNKNOWN;
    }

    Expr creation(ObjectCreationExpr node, @Nullable TypeRef expected) {
        TypeRef named;
        if (node.getScope().isPresent()) {
            Expr outer = exprs.convert(node.getScope().get(), null);
            String inner = outer.type().resolved()
                    ? unit.hierarchy.memberType(
                            outer.type().name(), node.getType().getNameAsString())
                    : null;
            named = inner == null ? exprs.type(node.getType()) : TypeRef.of(inner);
        } else {
            named = exprs.type(node.getType());
        }
        boolean diamond =
                node.getType().getTypeArguments().map(NodeList::isEmpty).orElse(false);
        if (diamond) {
            named = diamond(named, expected);
        }
        List<Members.Candidate> constructors = unit.members.constructors(named);
        Bound bound = bind(constructors, node.getArguments(), null);
        MethodRef constructor = constructor(named, bound);
        if (node.getAnonymousClassBody().isEmpty()) {
            return new Expr.New(constructor, bound.args(), null, named, unit.span(node));
        }
        TypeDecl body =
                new Decls(unit).anonymous(node, node.getAnonymousClassBody().get(), named, exprs.frame);
        return new Expr.New(constructor, bound.args(), body, TypeRef.of(body.name()), unit.span(node));
    }

    private MethodRef constructor(TypeRef named, Bound bound) {
        Members.Candidate chosen = bound.method();
        if (chosen != null) {
            return reference(chosen.info(), TypeRef.VOID);
        }
        ClassInfo info = unit.find(named);
        boolean ofInterface = info != null && info.isInterface() && bound.args().isEmpty();
        return new MethodRef(
                TypeVars.raw(named), "<init>", List.of(), TypeRef.VOID, false, false, ofInterface, List.of());
    }

    /** {@code new ArrayList<>()} where a {@code List<String>} is wanted is an {@code ArrayList<String>}. */
    private TypeRef diamond(TypeRef named, @Nullable TypeRef expected) {
        ClassInfo info = unit.find(named);
        if (info == null
                || expected == null
                || expected.args().isEmpty()
                || info.typeParameters().isEmpty()) {
            return named;
        }
        List<TypeRef> variables =
                info.typeParameters().keySet().stream().map(TypeVars::of).toList();
        Map<String, TypeRef> values = new HashMap<>();
        for (Hierarchy.Ancestor ancestor : unit.hierarchy.lineage(named.name()).ancestors()) {
            if (ancestor.info().name().equals(expected.name())) {
                List<TypeRef> formals = ancestor.type().args();
                for (int i = 0; i < formals.size() && i < expected.args().size(); i++) {
                    TypeRef arg = expected.args().get(i);
                    if (TypeVars.isVar(formals.get(i)) && !TypeVars.mentions(arg)) {
                        values.put(TypeVars.nameOf(formals.get(i)), arg);
                    }
                }
            }
        }
        List<TypeRef> args = variables.stream()
                .map(variable -> TypeVars.close(TypeVars.replace(variable, values)))
                .toList();
        return new TypeRef(named.name(), true, args, named.dims());
    }

    /** {@code this(…)} and {@code super(…)}. */
    Expr explicit(ExplicitConstructorInvocationStmt node) {
        node.getExpression().ifPresent(outer -> exprs.convert(outer, null));
        TypeRef self = exprs.frame.self();
        TypeRef owner = self;
        if (!node.isThis()) {
            ClassInfo own = unit.find(self);
            owner = own == null || own.supertypes().isEmpty()
                    ? Names.OBJECT
                    : TypeVars.close(own.supertypes().get(0));
        }
        Bound bound = bind(unit.members.constructors(owner), node.getArguments(), null);
        return new Expr.Call(
                null, constructor(owner, bound), bound.args(), TypeRef.VOID, withoutSemicolon(node), nameSpan(node));
    }

    private Span withoutSemicolon(Node node) {
        Span whole = unit.span(node);
        return whole.known() ? new Span(whole.start(), whole.end() - 1) : whole;
    }

    private Span nameSpan(Node node) {
        Span whole = unit.span(node);
        int length = node instanceof ExplicitConstructorInvocationStmt call && call.isThis() ? 4 : 5;
        return whole.known() ? new Span(whole.start(), Math.min(whole.end(), whole.start() + length)) : whole;
    }

    /** The constructor and arguments of an enum constant. */
    Expr.New enumConstant(TypeRef self, NodeList<Expression> arguments, @Nullable TypeDecl body, Span span) {
        Bound bound = bind(unit.members.constructors(self), arguments, null);
        TypeRef type = body == null ? self : TypeRef.of(body.name());
        return new Expr.New(constructor(self, bound), bound.args(), body, type, span);
    }
}
