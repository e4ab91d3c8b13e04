package dev.keywright.checks.ir;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A method or constructor; an initializer block is a method named {@code <clinit>} or {@code <instance-init>}. A record's
 * compact constructor has the components as parameters and assigns the fields at its end.
 */
public record MethodDecl(
        String owner,
        String name,
        List<Variable> parameters,
        TypeRef returnType,
        List<TypeRef> thrown,
        Set<Modifier> modifiers,
        List<Annotation> annotations,
        Stmt.@Nullable Block body,
        boolean varargs,
        Span span,
        Span nameSpan) {

    public MethodDecl {
        parameters = List.copyOf(parameters);
        thrown = List.copyOf(thrown);
        modifiers = Set.copyOf(modifiers);
        annotations = List.copyOf(annotations);
    }

    public boolean isConstructor() {
        return name.equals("<init>");
    }

    public boolean isStatic() {
        return modifiers.contains(Modifier.STATIC);
    }

    /** Whether a local variable is one of the parameters. */
    public boolean isParameter(Expr.Local local) {
        for (Variable parameter : parameters) {
            if (parameter.id() == local.id()) {
                return true;
            }
        }
        return false;
    }

    /** The key that {@link MethodRef#key()} gives for a call of this method. */
    public String key() {
        return MethodRef.key(
                owner, name, parameters.stream().map(Variable::varType).toList());
    }
}
