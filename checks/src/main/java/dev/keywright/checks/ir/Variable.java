package dev.keywright.checks.ir;

import java.util.List;

/**
 * A parameter, local variable, pattern variable, catch parameter or resource.
 *
 * @param id unique within the outermost method or initializer that contains it, lambdas included; a local or anonymous
 *     class's methods continue the numbering of the method that contains the class, so that captures keep their id
 * @param varType the declared type, inferred for {@code var} where the front end can
 */
public record Variable(String name, int id, TypeRef varType, List<Annotation> annotations, Span span, Span nameSpan) {

    public Variable {
        annotations = List.copyOf(annotations);
    }
}
