package dev.keywright.checks.flow;

import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.Variable;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.Role;

/** What the interface that a method implements says of its parameters, whatever they are called. */
final class Contracts {

    private Contracts() {}

    static Value parameter(TypeDecl type, MethodDecl method, int index, SourceFile file) {
        boolean encoder = type.supertypes().stream()
                .anyMatch(parent -> parent.simpleName().endsWith("PasswordEncoder"));
        if (!encoder || method.parameters().size() > 2) {
            return Value.NONE;
        }
        return switch (method.name()) {
            case "encode" -> password(method.parameters().get(index), Role.PRESENTED, file);
            case "matches" ->
                password(method.parameters().get(index), index == 0 ? Role.PRESENTED : Role.EXPECTED, file);
            default -> Value.NONE;
        };
    }

    private static Value password(Variable parameter, Role role, SourceFile file) {
        String what = Messages.quote(parameter.name());
        Value value = Value.label(Label.of(
                Kind.PASSWORD,
                role,
                Certainty.DECLARED,
                what,
                file,
                parameter.nameSpan(),
                what + " is the password of a PasswordEncoder"));
        return role == Role.PRESENTED ? value.with(Flag.PRESENTED) : value;
    }
}
