package dev.keywright.checks.flow;

import dev.keywright.checks.ir.FieldDecl;
import java.util.List;

/**
 * Objects that were made in the method that asks, and whose every change it has seen: what other objects of their class were
 * given is not in them. {@code new Address().host(h).toString()} shows no password, whatever else addresses are made with.
 */
final class Made {

    private final FlowEngine engine;

    Made(FlowEngine engine) {
        this.engine = engine;
    }

    /**
     * What a method of the object gives, without what came from a field that this object was never given.
     *
     * @param method that gives it
     */
    Value of(Value object, Summary method, Value given) {
        if (!object.is(Flag.MADE) || given.labels().isEmpty()) {
            return given;
        }
        List<Label> own = given.labels().stream()
                .filter(label -> !isOfOthers(label, object, method))
                .toList();
        return own.size() == given.labels().size() ? given : given.carried().withLabels(own);
    }

    private boolean isOfOthers(Label label, Value object, Summary method) {
        Trace step = label.trace();
        while (step != null && step.way() != Way.STORED) {
            step = step.previous();
        }
        if (step == null || object.contents().containsKey(Value.field(step.name()))) {
            return false;
        }
        FieldDecl field = engine.fields().find(method.method().owner(), step.name());
        return field != null && !field.isStatic() && field.initializer() == null;
    }
}
