package dev.keywright.processor.host.ecj;

import dev.keywright.checks.endpoint.GuardedTypes;
import dev.keywright.checks.finding.Location;
import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.Modifier;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.processor.host.HostMessages;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Finds annotated classes inside of bodies. Annotation processing never sees local and anonymous classes, so that no guard is
 * ever written for them: what stands on one would be an open endpoint without a word.
 */
final class EcjLocalGuards {

    private static final String SUFFIX = "_Guard";

    private final Program program;
    private final GuardedTypes guarded;
    private final Elements elements;

    EcjLocalGuards(Program program, ProcessingEnvironment environment) {
        this.program = program;
        this.guarded = new GuardedTypes(program);
        this.elements = environment.getElementUtils();
    }

    void check(BiConsumer<Location, String> report) {
        Set<TypeDecl> members = Collections.newSetFromMap(new IdentityHashMap<>());
        program.files().forEach(file -> collect(file.types(), members));
        for (TypeDecl type : List.copyOf(program.types())) {
            SourceFile file = program.fileOf(type.name());
            if (file != null && !members.contains(type)) {
                check(type, file, report);
            }
        }
    }

    private static void collect(List<TypeDecl> types, Set<TypeDecl> members) {
        for (TypeDecl type : types) {
            members.add(type);
            collect(type.nested(), members);
        }
    }

    /** In test code a stand-in may inherit what it does not enforce. */
    private void check(TypeDecl type, SourceFile file, BiConsumer<Location, String> report) {
        List<Annotation> written = guarded.written(type);
        for (Annotation annotation : written) {
            String message = HostMessages.localGuard(annotation.type().simpleName());
            report.accept(location(file, annotation.span()), message);
        }
        String inherited = written.isEmpty() && !file.test() ? inherited(type) : null;
        if (inherited != null) {
            Span at = type.nameSpan().known() ? type.nameSpan() : type.span();
            report.accept(location(file, at), HostMessages.localHeir(inherited));
        }
    }

    private static Location location(SourceFile file, Span span) {
        return new Location(file.path(), span, file.position(span.start()), file.position(span.end()));
    }

    /** The annotation that a class inherits without any guard behind it; the guard of a superclass is the class's too. */
    private @Nullable String inherited(TypeDecl type) {
        if (type.kind() == TypeDecl.Kind.INTERFACE || type.modifiers().contains(Modifier.ABSTRACT)) {
            return null;
        }
        Annotation annotation = guarded.annotation(type.name());
        return annotation == null || type.supertypes().stream().anyMatch(parent -> hasGuard(parent.name()))
                ? null
                : annotation.type().simpleName();
    }

    private boolean hasGuard(String name) {
        TypeDecl local = program.type(name);
        TypeElement next = elements.getTypeElement(name);
        if (next == null && local != null) {
            return local.supertypes().stream().anyMatch(parent -> hasGuard(parent.name()));
        }
        while (next != null && next.getKind().isClass()) {
            if (elements.getTypeElement(elements.getBinaryName(next) + SUFFIX) != null) {
                return true;
            }
            next = next.getSuperclass() instanceof DeclaredType parent ? (TypeElement) parent.asElement() : null;
        }
        return false;
    }
}
