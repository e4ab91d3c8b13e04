package dev.keywright.checks.ir;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An annotation as written.
 *
 * @param type its type
 * @param values the attributes that are written, {@code value} for the unnamed one; arrays are {@link Expr.NewArray},
 *     nested annotations {@link Expr.AnnotationValue}
 * @param span the whole annotation
 */
public record Annotation(TypeRef type, Map<String, Expr> values, Span span) {

    public Annotation {
        values = Ordered.copyOf(values);
    }

    public @Nullable Expr value(String attribute) {
        return values.get(attribute);
    }
}
