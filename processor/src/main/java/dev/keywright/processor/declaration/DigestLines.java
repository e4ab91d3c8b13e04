package dev.keywright.processor.declaration;

import dev.keywright.annotations.internal.grammar.DeclarationDigest;
import dev.keywright.processor.model.Hierarchy;
import dev.keywright.processor.model.Mirrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The lines of {@link DeclarationDigest}, from mirrors, exactly as the runtime makes them by reflection. */
final class DigestLines {

    private static final String RETENTION = "java.lang.annotation.Retention";
    private static final String RUNTIME = "RUNTIME";

    private final Elements elements;
    private final Hierarchy hierarchy;

    DigestLines(Elements elements, Hierarchy hierarchy) {
        this.elements = elements;
        this.hierarchy = hierarchy;
    }

    String digest(TypeElement type) {
        return DeclarationDigest.of(of(type));
    }

    List<String> of(TypeElement type) {
        List<String> lines = new ArrayList<>();
        for (TypeElement one : hierarchy.withSupertypes(type)) {
            String name = hierarchy.binaryName(one);
            add(one, name, lines);
            for (ExecutableElement method : ElementFilter.methodsIn(one.getEnclosedElements())) {
                if (!elements.getOrigin(method).equals(Elements.Origin.SYNTHETIC) && !elements.isBridge(method)) {
                    add(method, name + "#" + signature(method), lines);
                }
            }
        }
        return lines;
    }

    private void add(Element element, String place, List<String> lines) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (counts(mirror)) {
                lines.add(place + " " + text(mirror));
            }
        }
    }

    private String signature(ExecutableElement method) {
        return method.getSimpleName() + "(" + String.join(",", hierarchy.erasedParameters(method)) + ")";
    }

    private boolean counts(AnnotationMirror mirror) {
        TypeElement type = Mirrors.type(mirror);
        return elements.getPackageOf(type).getQualifiedName().contentEquals(AnnotationNames.PACKAGE)
                && Mirrors.find(type, RETENTION)
                        .map(retention -> Mirrors.words(retention, "value").contains(RUNTIME))
                        .orElse(false);
    }

    private String text(AnnotationMirror mirror) {
        Map<String, String> attributes = new TreeMap<>();
        elements.getElementValuesWithDefaults(mirror)
                .forEach(
                        (method, value) -> attributes.put(method.getSimpleName().toString(), text(value)));
        return attributes.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(",", "@" + Mirrors.type(mirror).getSimpleName() + "(", ")"));
    }

    private String text(AnnotationValue value) {
        Object object = value.getValue();
        if (object instanceof List<?> list) {
            return list.stream()
                    .map(element -> text((AnnotationValue) element))
                    .collect(Collectors.joining("|", "[", "]"));
        }
        if (object instanceof AnnotationMirror nested) {
            return text(nested);
        }
        return object instanceof VariableElement constant
                ? constant.getSimpleName().toString()
                : String.valueOf(object);
    }
}
