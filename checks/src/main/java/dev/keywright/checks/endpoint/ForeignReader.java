package dev.keywright.checks.endpoint;

import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what other frameworks' annotations say; an unknown annotation counts when its name says what it does. */
final class ForeignReader {

    private static final List<String> SAY_PROTECTED = List.of(
            "authorized",
            "authorize",
            "authenticated",
            "secured",
            "protected",
            "logged in",
            "roles allowed",
            "login required",
            "requires login",
            "requires auth",
            "requires authentication",
            "requires role",
            "requires roles",
            "requires permission",
            "requires permissions",
            "require role",
            "require permission",
            "require auth",
            "require login",
            "require authentication",
            "has role",
            "has authority",
            "has permission",
            "permission required",
            "auth required",
            "admin only",
            "check permission",
            "check login",
            "pre auth");

    private final Program program;
    private final Annotations annotations;

    ForeignReader(Program program, Annotations annotations) {
        this.program = program;
        this.annotations = annotations;
    }

    /** What a framework's annotation says. */
    record Verdict(Annotation annotation, boolean opens) {}

    @Nullable
    Verdict protection(Level level) {
        Annotations.Found opens = annotations.find(level.annotations(), level.file(), Protections.KNOWN.opening);
        if (opens != null) {
            return new Verdict(opens.written(), true);
        }
        Annotations.Found protects =
                annotations.find(level.annotations(), level.file(), Protections.KNOWN.protecting.keySet());
        if (protects != null) {
            return new Verdict(protects.written(), leavesOpen(protects));
        }
        for (Annotation annotation : level.annotations()) {
            if (isForeign(annotation, level) && Words.say(annotation.type().simpleName(), SAY_PROTECTED)) {
                return new Verdict(annotation, false);
            }
        }
        return null;
    }

    private boolean leavesOpen(Annotations.Found protects) {
        Protections.Opening opening = Protections.KNOWN.protecting.get(protects.name());
        Expr value =
                opening == null || opening.attribute().isEmpty() ? null : protects.value(List.of(opening.attribute()));
        if (opening == null || value == null) {
            return false;
        }
        List<String> said = new ArrayList<>(annotations.texts(value));
        said.addAll(Annotations.names(value));
        return said.stream().anyMatch(text -> opening.values().stream().anyMatch(text::contains));
    }

    @Nullable
    Annotation byParameter(Hierarchy.Family family) {
        for (MethodDecl method : family.declarations()) {
            SourceFile file = program.fileOf(method.owner());
            for (Variable parameter : method.parameters()) {
                Annotations.Found found = annotations.find(parameter.annotations(), file, Protections.KNOWN.parameters);
                if (found != null) {
                    return found.written();
                }
            }
        }
        return null;
    }

    @Nullable
    Annotation limit(Level level) {
        Annotations.Found limit = annotations.find(level.annotations(), level.file(), Protections.KNOWN.limits);
        if (limit != null) {
            return limit.written();
        }
        for (Annotation annotation : level.annotations()) {
            if (isForeign(annotation, level)
                    && Limiters.saysLimit(annotation.type().simpleName())) {
                return annotation;
            }
        }
        return null;
    }

    private static boolean isForeign(Annotation annotation, Level level) {
        return TypeNames.candidates(annotation.type(), level.file()).stream()
                .noneMatch(name -> name.startsWith("dev.keywright."));
    }
}
