package dev.keywright.processor.declaration;

import dev.keywright.annotations.internal.grammar.LimitGrammar;
import dev.keywright.processor.declaration.Declared.DeclaredLimit;
import dev.keywright.processor.descriptor.Access;
import dev.keywright.processor.descriptor.Credential;
import dev.keywright.processor.descriptor.Limit;
import dev.keywright.processor.descriptor.Login;
import dev.keywright.processor.model.Mirrors;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Reads what stands on one element, and finds what is wrong with it by itself. */
final class DeclarationReader {

    private final Element element;
    private final CredentialReader credentials;
    private final Problems problems;

    private final List<AnnotationMirror> mirrors = new ArrayList<>();
    private final Places places;
    private final List<Credential> required = new ArrayList<>();
    private final List<Credential> anyOf = new ArrayList<>();
    private final List<DeclaredLimit> limits = new ArrayList<>();
    private @Nullable AnnotationMirror accessMirror;
    private @Nullable AnnotationMirror publicMirror;
    private @Nullable String reason;
    private @Nullable Login login;

    private DeclarationReader(Element element, RuntimeSupport runtime, Problems problems) {
        this.element = element;
        this.credentials = new CredentialReader(element, runtime, problems);
        this.places = new Places(element, problems);
        this.problems = problems;
    }

    static Declared read(Element element, RuntimeSupport runtime, Problems problems) {
        return new DeclarationReader(element, runtime, problems).read();
    }

    /** The guarding annotations on the element, in order. */
    static List<AnnotationMirror> guarding(Element element) {
        List<AnnotationMirror> found = new ArrayList<>();
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (AnnotationNames.GUARDING.contains(Mirrors.name(mirror))) {
                found.add(mirror);
            }
        }
        return found;
    }

    private Declared read() {
        for (AnnotationMirror mirror : guarding(element)) {
            mirrors.add(mirror);
            switch (Mirrors.name(mirror)) {
                case AnnotationNames.API_KEY, AnnotationNames.HMAC, AnnotationNames.BEARER -> {
                    mechanism(mirror);
                    credential(mirror, required);
                }
                case AnnotationNames.ANY_OF -> {
                    mechanism(mirror);
                    choice(mirror);
                }
                case AnnotationNames.PUBLIC -> open(mirror);
                case AnnotationNames.RATE_LIMITED -> limit(mirror);
                case AnnotationNames.RATE_LIMITS -> repeatedLimits(mirror);
                default -> login = credentials.login(mirror).orElse(login);
            }
        }
        return new Declared(element, access(), accessMirror, List.copyOf(limits), login, List.copyOf(mirrors));
    }

    private void credential(AnnotationMirror mirror, List<Credential> among) {
        credentials.read(mirror).ifPresent(credential -> {
            places.take(credential, mirror, among == anyOf);
            among.add(credential);
        });
    }

    private void mechanism(AnnotationMirror mirror) {
        if (publicMirror != null) {
            contradiction(publicMirror, mirror);
        }
        accessMirror = accessMirror == null ? mirror : accessMirror;
    }

    private void open(AnnotationMirror mirror) {
        if (accessMirror != null) {
            contradiction(mirror, accessMirror);
        }
        publicMirror = mirror;
        accessMirror = accessMirror == null ? mirror : accessMirror;
        reason = Mirrors.string(Mirrors.value(mirror, "reason"));
        if (reason == null) {
            problems.unreadable();
        } else if (reason.isBlank()) {
            problems.add(element, mirror, Mirrors.written(mirror, "reason"), Messages.blankReason());
        }
    }

    private void contradiction(AnnotationMirror open, AnnotationMirror mechanism) {
        String name = Mirrors.type(mechanism).getSimpleName().toString();
        problems.add(element, open, null, Messages.publicBesideMechanism(name));
    }

    private void choice(AnnotationMirror mirror) {
        int alternatives = 0;
        for (String attribute : List.of("apiKey", "hmac", "bearer")) {
            List<AnnotationValue> listed = Mirrors.elements(Mirrors.value(mirror, attribute));
            if (listed == null) {
                problems.unreadable();
                continue;
            }
            for (AnnotationValue value : listed) {
                alternatives++;
                AnnotationMirror nested = Mirrors.mirror(value);
                if (nested == null) {
                    problems.unreadable();
                } else {
                    credential(nested, anyOf);
                }
            }
        }
        if (alternatives < 2) {
            problems.add(element, mirror, null, Messages.anyOfWithoutChoice(alternatives));
        }
    }

    private void repeatedLimits(AnnotationMirror container) {
        List<AnnotationValue> listed = Mirrors.elements(Mirrors.value(container, "value"));
        if (listed == null) {
            problems.unreadable();
            return;
        }
        for (AnnotationValue value : listed) {
            AnnotationMirror nested = Mirrors.mirror(value);
            if (nested == null) {
                problems.unreadable();
            } else {
                limit(nested);
            }
        }
    }

    private void limit(AnnotationMirror mirror) {
        AnnotationValue value = Mirrors.value(mirror, "value");
        String text = Mirrors.string(value);
        String by = Mirrors.constant(Mirrors.value(mirror, "by"));
        if (text == null || by == null) {
            problems.unreadable();
            return;
        }
        credentials.grammar(mirror, value, () -> LimitGrammar.parse(text));
        limits.add(new DeclaredLimit(element, mirror, Mirrors.written(mirror, "by"), new Limit(by, text)));
    }

    private @Nullable Access access() {
        if (accessMirror == null) {
            return null;
        }
        return reason != null && required.isEmpty() && anyOf.isEmpty()
                ? Access.open(reason)
                : new Access(required, anyOf, null);
    }
}
