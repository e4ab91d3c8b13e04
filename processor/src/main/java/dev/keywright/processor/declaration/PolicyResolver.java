package dev.keywright.processor.declaration;

import dev.keywright.processor.declaration.Declared.DeclaredLimit;
import dev.keywright.processor.descriptor.Access;
import dev.keywright.processor.descriptor.Limit;
import dev.keywright.processor.descriptor.Login;
import dev.keywright.processor.model.Hierarchy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Works out what holds for an endpoint of a class. In each family the first that is declared holds: on the method itself,
 * on a method that it overrides, on the class, on a supertype. The mechanism may not be weaker than one on, or holding
 * for, an overridden method.
 */
final class PolicyResolver {

    /** What holds. */
    record Policy(
            @Nullable Access access,
            List<Limit> limits,
            @Nullable Login login) {}

    private static final Set<String> BODILESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final TypeElement type;
    private final Hierarchy hierarchy;
    private final Function<Element, Declared> declared;
    private final Problems problems;

    PolicyResolver(TypeElement type, Hierarchy hierarchy, Function<Element, Declared> declared, Problems problems) {
        this.type = type;
        this.hierarchy = hierarchy;
        this.declared = declared;
        this.problems = problems;
    }

    Policy resolve(ExecutableElement method) {
        List<ExecutableElement> overridden = hierarchy.overridden(method, type);
        List<Declared> order = Stream.of(
                        Stream.of(method), overridden.stream(), hierarchy.withSupertypes(type).stream())
                .flatMap(elements -> elements.map(declared))
                .toList();
        Declared winner =
                order.stream().filter(one -> one.access() != null).findFirst().orElse(null);
        Access access = winner == null ? null : winner.access();
        if (winner != null) {
            checkStrength(method, overridden, winner);
        }
        List<DeclaredLimit> limits = order.stream()
                .map(Declared::limits)
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElse(List.of());
        return new Policy(access, limits(method, access, limits), login(access, order));
    }

    private static @Nullable Login login(@Nullable Access access, List<Declared> order) {
        Declared nearest =
                order.stream().filter(one -> one.login() != null).findFirst().orElse(null);
        // A class's log-in protection says nothing about a method that is open on purpose: the page with the form.
        boolean spared = access != null
                && access.isPublic()
                && nearest != null
                && !(nearest.element() instanceof ExecutableElement);
        return nearest == null || spared ? null : nearest.login();
    }

    /** A log-in that comes without a body could not be counted. */
    void checkLogin(ExecutableElement method, Policy policy, List<String> verbs) {
        boolean bodiless = !verbs.isEmpty() && verbs.stream().allMatch(BODILESS::contains);
        if (policy.login() == null || !bodiless) {
            return;
        }
        AnnotationMirror mirror = declared.apply(method).loginMirror();
        report(method, mirror, null, Messages.loginWithoutBody(name(method), String.join(" and ", verbs)));
    }

    private void checkStrength(ExecutableElement method, List<ExecutableElement> overridden, Declared winner) {
        Access access = Objects.requireNonNull(winner.access());
        List<ExecutableElement> inherited = new ArrayList<>(overridden);
        if (!Hierarchy.owner(method).equals(type)) {
            inherited.add(0, method);
        }
        for (ExecutableElement other : inherited) {
            Access demanded = holding(other);
            if (demanded == null || other.equals(winner.element()) || Strength.covers(access, demanded)) {
                continue;
            }
            boolean own = winner.element().equals(method) || winner.element().equals(type);
            String message = own
                    ? Messages.weakened(name(method), name(other), demanded, access)
                    : Messages.severalInherited(name(method), describe(winner.element()), name(other));
            report(own ? winner.element() : method, own ? winner.accessMirror() : null, null, message);
        }
    }

    /** The mechanism that holds for the method in the class that declares it. */
    private @Nullable Access holding(ExecutableElement method) {
        Access own = declared.apply(method).access();
        return own != null ? own : declared.apply(method.getEnclosingElement()).access();
    }

    private List<Limit> limits(ExecutableElement method, @Nullable Access access, List<DeclaredLimit> limits) {
        List<Limit> holding = new ArrayList<>();
        for (DeclaredLimit one : limits) {
            boolean asksForNone = access == null || access.isPublic();
            if (one.limit().byCredential() && asksForNone) {
                // A class's limit per credential says nothing about a method that is open on purpose.
                if (access == null || one.element() instanceof ExecutableElement) {
                    report(
                            one.element(),
                            one.mirror(),
                            one.by(),
                            Messages.credentialLimitWithoutMechanism(name(method)));
                }
                continue;
            }
            holding.add(one.limit());
        }
        return holding;
    }

    /** Reports at the annotation when it stands in the class itself, else at the nearest of the class's own elements. */
    private void report(
            Element element, @Nullable AnnotationMirror mirror, @Nullable AnnotationValue value, String message) {
        if (element.equals(type) || type.equals(element.getEnclosingElement())) {
            problems.add(element, mirror, value, message);
        } else {
            problems.add(type, null, null, message);
        }
    }

    private static String describe(Element element) {
        return element instanceof ExecutableElement method
                ? name(method)
                : element.getSimpleName().toString();
    }

    static String name(ExecutableElement method) {
        return Hierarchy.owner(method).getSimpleName() + "." + method.getSimpleName();
    }
}
