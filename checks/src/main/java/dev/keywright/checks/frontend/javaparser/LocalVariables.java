package dev.keywright.checks.frontend.javaparser;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Variable;
import java.util.List;

/** Declarations of variables inside a body, in the frame in which they are known. */
final class LocalVariables {

    private final Unit unit;
    private final Exprs exprs;

    LocalVariables(Unit unit, Exprs exprs) {
        this.unit = unit;
        this.exprs = exprs;
    }

    /** @param whole the declaration with its semicolon, where it has one */
    void written(VariableDeclarationExpr declaration, Node whole, List<Stmt> into) {
        List<Annotation> annotations = exprs.annotations.of(declaration.getAnnotations());
        boolean first = true;
        for (VariableDeclarator variable : declaration.getVariables()) {
            TypeRef written = TypeSyntax.of(variable.getType());
            boolean inferred = isInferred(written);
            TypeRef type = inferred ? TypeRef.UNKNOWN : exprs.frame.types().resolve(written);
            TypeRef wanted = inferred ? null : type;
            exprs.frame.push();
            Expr initializer = variable.getInitializer()
                    .map(value -> exprs.convert(value, wanted))
                    .orElse(null);
            exprs.frame.pop();
            if (inferred && initializer != null) {
                type = initializer.type();
            }
            boolean only = declaration.getVariables().size() == 1;
            Span span =
                    only ? unit.span(whole) : first ? unit.spans.between(declaration, variable) : unit.span(variable);
            into.add(new Stmt.LocalVariable(
                    declare(variable.getNameAsString(), type, annotations, span, unit.span(variable.getName())),
                    initializer,
                    span));
            first = false;
        }
    }

    /** {@code var}, and Lombok's {@code val} and {@code var}. */
    boolean isInferred(TypeRef written) {
        return written.equals(TypeSyntax.INFERRED) || written.name().equals("val") && unit.names.imports("lombok.val");
    }

    Variable declare(String name, TypeRef type, List<Annotation> annotations, Span span, Span nameSpan) {
        Variable variable = new Variable(name, exprs.frame.ids().take(), type, annotations, span, nameSpan);
        exprs.frame.declare(variable);
        return variable;
    }

    Variable declare(Parameter parameter, TypeRef type) {
        return declare(
                parameter.getNameAsString(),
                type,
                exprs.annotations.of(parameter.getAnnotations()),
                unit.span(parameter),
                unit.span(parameter.getName()));
    }

    /** A variable that a pattern binds. */
    Variable bind(String name, TypeRef type, Node node, Node nameNode) {
        return declare(name, type, List.of(), unit.span(node), unit.span(nameNode));
    }
}
