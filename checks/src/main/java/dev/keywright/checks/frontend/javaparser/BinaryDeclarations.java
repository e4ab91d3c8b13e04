package dev.keywright.checks.frontend.javaparser;

import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Modifier;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.Variable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Declarations of class files, as far as annotations on them can be inherited. */
final class BinaryDeclarations {

    private BinaryDeclarations() {}

    static TypeDecl of(BinaryClass type) {
        return new TypeDecl(
                type.name(),
                type.isInterface() ? TypeDecl.Kind.INTERFACE : TypeDecl.Kind.CLASS,
                EnumSet.noneOf(Modifier.class),
                type.annotations(),
                type.supertypes().stream().map(TypeVars::close).toList(),
                List.of(),
                type.annotatedMethods(),
                List.of(),
                Span.NONE,
                Span.NONE);
    }

    /** @param onParameters the annotations of the last parameters; a compiler adds hidden ones in front of them */
    static MethodDecl method(ClassInfo.MethodInfo method, boolean isAbstract, List<List<Annotation>> onParameters) {
        List<Variable> parameters = new ArrayList<>();
        int hidden = Math.max(0, method.erased().size() - onParameters.size());
        for (int i = 0; i < method.erased().size(); i++) {
            parameters.add(new Variable(
                    "arg" + i,
                    i,
                    method.erased().get(i),
                    i < hidden ? List.of() : onParameters.get(i - hidden),
                    Span.NONE,
                    Span.NONE));
        }
        return new MethodDecl(
                method.owner(),
                method.name(),
                parameters,
                TypeVars.close(method.returnType()),
                List.of(),
                isAbstract ? EnumSet.of(Modifier.ABSTRACT) : EnumSet.noneOf(Modifier.class),
                method.annotations(),
                null,
                method.varargs(),
                Span.NONE,
                Span.NONE);
    }
}
