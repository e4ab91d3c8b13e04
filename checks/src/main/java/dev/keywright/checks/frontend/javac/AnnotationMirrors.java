package dev.keywright.checks.frontend.javac;

import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/** Annotations of class files, which have no source positions. */
final class AnnotationMirrors {

    private final TypeRefs types;

    AnnotationMirrors(TypeRefs types) {
        this.types = types;
    }

    List<Annotation> of(List<? extends AnnotationMirror> mirrors) {
        if (mirrors.isEmpty()) {
            return List.of();
        }
        List<Annotation> annotations = new ArrayList<>(mirrors.size());
        for (AnnotationMirror mirror : mirrors) {
            annotations.add(of(mirror));
        }
        return annotations;
    }

    private Annotation of(AnnotationMirror mirror) {
        Map<String, Expr> values = new LinkedHashMap<>();
        mirror.getElementValues()
                .forEach((attribute, value) ->
                        values.put(attribute.getSimpleName().toString(), value.accept(new Values(), null)));
        return new Annotation(types.of(mirror.getAnnotationType()), values, Span.NONE);
    }

    private final class Values extends SimpleAnnotationValueVisitor14<Expr, Void> {

        @Override
        protected Expr defaultAction(Object value, Void unused) {
            return new Expr.Literal(value, Literals.typeOf(value), Span.NONE);
        }

        @Override
        public Expr visitEnumConstant(VariableElement constant, Void unused) {
            TypeRef owner = types.of(constant.asType());
            String name = constant.getSimpleName().toString();
            return new Expr.Field(null, owner, name, true, null, true, owner, Span.NONE);
        }

        @Override
        public Expr visitType(TypeMirror type, Void unused) {
            return new Expr.ClassLiteral(types.of(type), TypeRef.of("java.lang.Class"), Span.NONE);
        }

        @Override
        public Expr visitArray(List<? extends AnnotationValue> values, Void unused) {
            List<Expr> elements = new ArrayList<>(values.size());
            for (AnnotationValue value : values) {
                elements.add(value.accept(this, null));
            }
            TypeRef element =
                    elements.isEmpty() ? TypeRef.UNKNOWN : elements.get(0).type();
            return new Expr.NewArray(List.of(), elements, element.arrayOf(), Span.NONE);
        }

        @Override
        public Expr visitAnnotation(AnnotationMirror nested, Void unused) {
            Annotation annotation = of(nested);
            return new Expr.AnnotationValue(annotation, annotation.type(), Span.NONE);
        }
    }
}
