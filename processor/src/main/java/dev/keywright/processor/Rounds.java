package dev.keywright.processor;

import dev.keywright.processor.declaration.ClassReader;
import dev.keywright.processor.model.Hierarchy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Hands out the classes of a compilation, each when its supertypes are known. One instance for a compilation. */
final class Rounds {

    private final ProcessingEnvironment environment;
    private final Set<String> customHandlers;
    private final Set<String> roots = new LinkedHashSet<>();
    private Set<String> waiting = new LinkedHashSet<>();

    Rounds(ProcessingEnvironment environment) {
        this.environment = environment;
        this.customHandlers = names(environment.getOptions());
    }

    private static Set<String> names(Map<String, String> options) {
        // An option without a value comes as null.
        String listed = Objects.requireNonNullElse(options.get(Options.HANDLERS), "");
        return Stream.of(listed.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A class to read now, and the reader of this round. */
    record Turn(ClassReader reader, TypeElement type) {}

    List<Turn> next(RoundEnvironment round) {
        ClassReader reader = new ClassReader(
                environment.getElementUtils(),
                environment.getTypeUtils(),
                customHandlers,
                type -> roots.contains(type.getQualifiedName().toString()));
        List<TypeElement> candidates = new ArrayList<>();
        for (String name : waiting) {
            TypeElement type = environment.getElementUtils().getTypeElement(name);
            if (type != null) {
                candidates.add(type);
            }
        }
        for (Element root : round.getRootElements()) {
            for (TypeElement type : ElementFilter.typesIn(Set.of(root))) {
                candidates.addAll(Hierarchy.withNested(type));
            }
        }
        candidates.forEach(type -> roots.add(type.getQualifiedName().toString()));
        waiting = new LinkedHashSet<>();
        List<Turn> turns = new ArrayList<>();
        for (TypeElement type : candidates) {
            if (!round.processingOver() && reader.mustWait(type)) {
                waiting.add(type.getQualifiedName().toString());
            } else {
                turns.add(new Turn(reader, type));
            }
        }
        return turns;
    }
}
