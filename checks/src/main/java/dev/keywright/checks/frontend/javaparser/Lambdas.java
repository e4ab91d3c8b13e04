package dev.keywright.checks.frontend.javaparser;

import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodRef;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lambdas and method references, typed by the function that their surroundings ask for. */
final class Lambdas {

    private final Unit unit;
    private final Exprs exprs;

    Lambdas(Unit unit, Exprs exprs) {
        this.unit = unit;
        this.exprs = exprs;
    }

    Expr convert(Expression node, TypeRef functional, Inference inference) {
        return node instanceof LambdaExpr lambda
                ? lambda(lambda, functional, inference)
                : reference((MethodReferenceExpr) node, functional, inference);
    }

    /** What a lambda tells before it is typed. */
    Overloads.Argument.Functional argument(LambdaExpr node) {
        Boolean givesValue;
        if (node.getExpressionBody().isPresent()) {
            Expression body = Exprs.strip(node.getExpressionBody().get());
            boolean maybeStatement = body instanceof MethodCallExpr
                    || body instanceof AssignExpr
                    || body instanceof ObjectCreationExpr
                    || body instanceof UnaryExpr unary
                            && unary.getOperator().name().contains("CREMENT");
            givesValue = maybeStatement ? null : Boolean.TRUE;
        } else {
            givesValue = Endings.givesValue((BlockStmt) node.getBody());
        }
        return new Overloads.Argument.Functional(node.getParameters().size(), givesValue);
    }

    /**
     * @param functional the functional interface's type, which may still mention variables of the call
     * @param inference learns from what the lambda gives; null when there is nothing to learn
     */
    Expr lambda(LambdaExpr node, @Nullable TypeRef functional, @Nullable Inference inference) {
        Members.Function function = functional == null ? null : unit.members.function(functional);
        exprs.frame.push();
        List<Variable> parameters = new ArrayList<>(node.getParameters().size());
        for (int i = 0; i < node.getParameters().size(); i++) {
            Parameter parameter = node.getParameters().get(i);
            TypeRef type = exprs.frame.types().resolve(Collector.type(parameter));
            if (type.equals(TypeSyntax.INFERRED)) {
                type = function != null && i < function.parameters().size()
                        ? TypeVars.close(function.parameters().get(i))
                        : TypeRef.UNKNOWN;
            }
            parameters.add(exprs.stmts.locals.declare(parameter, type));
        }
        TypeRef wanted = function == null ? null : function.returnType();
        boolean isVoid = wanted != null && wanted.equals(TypeRef.VOID);
        Yields returned = new Yields(wanted == null || isVoid ? null : wanted);
        Stmt body;
        if (node.getExpressionBody().isPresent()) {
            Expr value = exprs.convert(node.getExpressionBody().get(), returned.expected());
            returned.add(value);
            body = isVoid ? new Stmt.Expression(value, value.span()) : new Stmt.Return(value, value.span());
        } else {
            body = exprs.stmts.lambdaBody((BlockStmt) node.getBody(), returned);
        }
        exprs.frame.pop();
        TypeRef type = functional == null ? TypeRef.UNKNOWN : functional;
        if (inference != null && wanted != null && !isVoid) {
            inference.learn(wanted, returned.seen(unit.hierarchy));
            type = inference.apply(type);
        }
        return new Expr.Lambda(parameters, body, TypeVars.close(type), unit.span(node));
    }

    Expr reference(MethodReferenceExpr node, @Nullable TypeRef functional, @Nullable Inference inference) {
        Values.Qualifier qualifier = qualifier(node.getScope());
        Expr target = qualifier instanceof Values.Qualifier.OfType ? null : exprs.values.valueOf(qualifier);
        TypeRef owner = qualifier instanceof Values.Qualifier.OfType type ? type.type() : valueType(target);
        boolean creates = node.getIdentifier().equals("new");
        Members.Function function = functional == null ? null : unit.members.function(functional);
        List<Members.Candidate> candidates = owner.dims() > 0
                ? List.of()
                : creates ? unit.members.constructors(owner) : unit.members.methods(owner, node.getIdentifier());
        Members.Candidate chosen = choose(candidates, function, owner, target != null || creates);
        TypeRef result = creates ? owner : chosen == null ? TypeRef.UNKNOWN : result(chosen, function);
        TypeRef type = functional == null ? TypeRef.UNKNOWN : functional;
        if (inference != null && function != null) {
            inference.learn(function.returnType(), result);
            type = inference.apply(type);
        }
        String name = creates ? "<init>" : node.getIdentifier();
        MethodRef method = chosen != null
                ? Calls.reference(chosen.info(), creates ? TypeRef.VOID : result)
                : new MethodRef(TypeVars.raw(owner), name, List.of(), result, false, false, false, List.of());
        return new Expr.MethodReference(target, method, TypeVars.close(type), unit.span(node));
    }

    private static TypeRef valueType(@Nullable Expr target) {
        return target == null ? TypeRef.UNKNOWN : target.type();
    }

    /** The parser takes every name before {@code ::} for a type; a variable of that name comes first. */
    private Values.Qualifier qualifier(Expression scope) {
        if (scope instanceof TypeExpr type && type.getType() instanceof ClassOrInterfaceType named) {
            Expression name = asName(named);
            if (name != null) {
                Values.Qualifier found = exprs.values.qualifier(name);
                return found instanceof Values.Qualifier.Package
                        ? new Values.Qualifier.Value(exprs.values.valueOf(found))
                        : found;
            }
        }
        return exprs.values.qualifier(scope);
    }

    private static @Nullable Expression asName(ClassOrInterfaceType type) {
        if (type.getTypeArguments().isPresent()) {
            return null;
        }
        Expression name;
        if (type.getScope().isPresent()) {
            Expression scope = asName(type.getScope().get());
            if (scope == null) {
                return null;
            }
            FieldAccessExpr access = new FieldAccessExpr();
            access.setScope(scope);
            access.setName(type.getNameAsString());
            name = access;
        } else {
            name = new NameExpr(type.getNameAsString());
        }
        name.setRange(type.getRange().orElse(null));
        return name;
    }

    private Members.@Nullable Candidate choose(
            List<Members.Candidate> candidates, Members.@Nullable Function function, TypeRef owner, boolean bound) {
        if (candidates.size() <= 1 || function == null) {
            return candidates.isEmpty() ? null : candidates.get(0);
        }
        List<Overloads.Argument> args = new ArrayList<>();
        for (TypeRef parameter : function.parameters()) {
            args.add(new Overloads.Argument.Typed(TypeVars.close(parameter)));
        }
        List<Members.Candidate> direct = candidates.stream()
                .filter(candidate -> bound || candidate.info().isStatic())
                .toList();
        Members.Candidate chosen = direct.isEmpty() ? null : unit.overloads.choose(direct, args);
        if (chosen == null && !bound && !args.isEmpty()) {
            List<Members.Candidate> unbound = candidates.stream()
                    .filter(candidate -> !candidate.info().isStatic())
                    .toList();
            chosen = unbound.isEmpty() ? null : unit.overloads.choose(unbound, args.subList(1, args.size()));
        }
        return chosen != null ? chosen : candidates.get(0);
    }

    private TypeRef result(Members.Candidate chosen, Members.@Nullable Function function) {
        ClassInfo.MethodInfo info = chosen.info();
        Inference inference = new Inference(unit.hierarchy, info.typeParameters());
        if (function != null) {
            int shift = function.parameters().size() - info.parameters().size();
            for (int i = 0; i < info.parameters().size() && shift >= 0 && shift <= 1; i++) {
                inference.learn(
                        chosen.parameter(i),
                        TypeVars.close(function.parameters().get(i + shift)));
            }
        }
        TypeRef declared = TypeVars.replace(info.returnType(), chosen.visible());
        return inference.result(declared, info.erasedReturn(), null);
    }
}
