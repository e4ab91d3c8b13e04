package dev.keywright.checks.ir;

import java.util.Collections;
import java.util.LinkedHashMap;
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
        // In the order in which they are written, in every process.
        values = values.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public @Nullable Expr value(String attribute) {
        return values.get(attribute);
    }
}
