package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Variable;
import dev.keywright.checks.models.NameVerdict;
import dev.keywright.checks.models.Role;
import dev.keywright.checks.models.SecretNames;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a variable holds when it is given a value: with what its own declaration says of it. */
final class Bindings {

    /** Who or where somebody is: nobody calls a text so that has a secret in it. */
    private static final Set<String> WHO =
            Set.of("principal", "username", "hostname", "host", "realm", "domain", "issuer", "name", "alias");

    private final MethodFlow flow;

    Bindings(MethodFlow flow) {
        this.flow = flow;
    }

    void parameters(MethodDecl declaration, boolean inputs) {
        List<Variable> parameters = declaration.parameters();
        boolean place = Declared.takesPlace(declaration);
        for (int i = 0; i < parameters.size(); i++) {
            if (place && parameters.get(i).varType().isString()) {
                flow.put(parameters.get(i).id(), Value.NONE);
                continue;
            }
            Value declared = Contracts.parameter(flow.type(), declaration, i, flow.file());
            declared = declared.isNone()
                    ? flow.engine.declared().parameter(parameters.get(i), flow.file(), flow.typeName)
                    : declared;
            Value value = declared;
            if (inputs) {
                value = Value.input(i, null);
                for (Label label : declared.labels()) {
                    value = value.plus(label);
                }
                for (Flag flag : Flag.values()) {
                    value = declared.is(flag) ? value.with(flag) : value;
                }
            }
            flow.put(parameters.get(i).id(), value);
        }
    }

    /**
     * What a variable is given, with what its name says of it.
     *
     * @param from what it is given at its declaration
     */
    Value bind(Variable variable, Value value, @Nullable Expr from) {
        if (value.is(Flag.CLEAN) || value.constant() != null || value.is(Flag.ENUM)) {
            return value;
        }
        Value named = isWord(variable.name(), from)
                ? Value.NONE
                : flow.engine.declared().local(variable, flow.file(), flow.typeName);
        if (named.labels().stream().noneMatch(Label::sure) && isPublicPart(variable.name(), value)) {
            return publicPart(variable.name(), value);
        }
        if (named.isNone()) {
            return value.step(flow.file(), variable.nameSpan(), Way.HELD, variable.name());
        }
        Label name = named.labels().isEmpty() ? null : named.labels().get(0);
        if (value.labels().stream().anyMatch(Label::sure) || name == null) {
            Role role = name == null ? Role.NEUTRAL : name.role();
            return value.mapLabels(label -> label.role() == Role.NEUTRAL ? label.as(role) : label)
                    .step(flow.file(), variable.nameSpan(), Way.HELD, variable.name());
        }
        if (value.is(Flag.PRESENTED)) {
            name = name.as(Role.PRESENTED);
        } else if (value.is(Flag.CONFIGURED)) {
            name = name.as(Role.EXPECTED);
        }
        return value.withLabels(List.of()).plus(name);
    }

    /** {@code token = words.nextToken()}: a tokenizer's tokens are words of a text, unless the name says more. */
    private boolean isWord(String name, @Nullable Expr from) {
        return from instanceof Expr.Call call
                && call.args().isEmpty()
                && call.method().name().equals("nextToken")
                && flow.engine
                        .models()
                        .names()
                        .classify(name)
                        .filter(NameVerdict::strong)
                        .isEmpty();
    }

    /** The value without the secrets it was cut from, where the name it is given says that it is none of them. */
    Value publicPart(String name, Value value) {
        return isPublicPart(name, value)
                ? value.publicPart(value.labels().stream()
                        .filter(label -> label.certainty() == Certainty.COMPUTED)
                        .toList())
                : value;
    }

    /** {@code username = credentials.substring(0, colon)}: the part of a credential that is no secret. */
    private boolean isPublicPart(String name, Value value) {
        // A part is cut out, not put together: an address with a key in it is no public part.
        return !value.labels().isEmpty()
                && (flow.engine.models().names().endsWithWord("publicpart", name)
                                && (value.pieces().isEmpty() || WHO.contains(SecretNames.last(name)))
                        || SecretNames.first(name).equals("unsigned"));
    }
}
