package dev.keywright.checks.frontend.javaparser;

import dev.keywright.checks.ir.TypeRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of several methods a call means (JLS 15.12.2, without the inference inside it): by arity, by what is known of the
 * arguments' types, in the three phases; then the most specific one.
 */
final class Overloads {

    /** What is known of an argument before the method is chosen. */
    sealed interface Argument {

        record Typed(TypeRef type) implements Argument {}

        /** {@code null} fits any class. */
        record Null() implements Argument {}

        /**
         * A lambda or a method reference.
         *
         * @param arity -1 when it does not tell
         * @param givesValue null when it does not tell
         */
        record Functional(int arity, @Nullable Boolean givesValue) implements Argument {}
    }

    private enum Fit {
        NO,
        MAYBE,
        YES
    }

    private final Hierarchy hierarchy;
    private final Members members;

    Overloads(Hierarchy hierarchy, Members members) {
        this.hierarchy = hierarchy;
        this.members = members;
    }

    /** Null when none can be meant. */
    Members.@Nullable Candidate choose(List<Members.Candidate> candidates, List<Argument> arguments) {
        if (candidates.size() == 1) {
            Members.Candidate only = candidates.get(0);
            return takes(only, arguments.size()) ? only : null;
        }
        for (int phase = 1; phase <= 3; phase++) {
            List<Members.Candidate> fitting = new ArrayList<>();
            for (Members.Candidate candidate : candidates) {
                if (fits(candidate, arguments, phase) != Fit.NO) {
                    fitting.add(candidate);
                }
            }
            if (!fitting.isEmpty()) {
                return fitting.size() == 1 ? fitting.get(0) : mostSpecific(fitting, arguments, phase);
            }
        }
        // A type that is known imperfectly must not hide the method: arity alone decides, when it can.
        Members.Candidate sameArity = null;
        for (Members.Candidate candidate : candidates) {
            if (takes(candidate, arguments.size())) {
                if (sameArity != null) {
                    return null;
                }
                sameArity = candidate;
            }
        }
        return sameArity;
    }

    private static boolean takes(Members.Candidate candidate, int count) {
        int parameters = candidate.info().parameters().size();
        return parameters == count || candidate.info().varargs() && count >= parameters - 1;
    }

    private Fit fits(Members.Candidate candidate, List<Argument> arguments, int phase) {
        int count = arguments.size();
        if (phase < 3
                ? candidate.info().parameters().size() != count
                : !candidate.info().varargs() || !takes(candidate, count)) {
            return Fit.NO;
        }
        Fit all = Fit.YES;
        for (int i = 0; i < count; i++) {
            Fit one = fits(formal(candidate, i, phase), arguments.get(i), phase);
            if (one == Fit.NO) {
                return Fit.NO;
            }
            all = one == Fit.MAYBE ? Fit.MAYBE : all;
        }
        return all;
    }

    /** The parameter an argument is passed for, its variables erased where they stand alone. */
    private static TypeRef formal(Members.Candidate candidate, int index, int phase) {
        ClassInfo.MethodInfo info = candidate.info();
        int last = info.parameters().size() - 1;
        boolean variable = phase == 3 && info.varargs() && index >= last;
        int at = variable ? last : index;
        TypeRef type = candidate.parameter(at);
        if (TypeVars.isVar(type)) {
            type = info.erased().get(at);
        }
        return variable ? type.element() : type;
    }

    private Fit fits(TypeRef formal, Argument argument, int phase) {
        if (argument instanceof Argument.Null) {
            return formal.isPrimitive() ? Fit.NO : Fit.YES;
        }
        if (argument instanceof Argument.Functional functional) {
            return fits(formal, functional);
        }
        TypeRef actual = ((Argument.Typed) argument).type();
        if (Names.isUnknown(actual)) {
            return Fit.MAYBE;
        }
        Boolean subtype = hierarchy.isSubtype(actual, formal);
        if (subtype == null) {
            return Fit.MAYBE;
        }
        if (subtype) {
            return Fit.YES;
        }
        if (phase == 1 || actual.isPrimitive() == formal.isPrimitive()) {
            return Fit.NO;
        }
        TypeRef converted = actual.isPrimitive() ? Names.boxed(actual) : Names.unboxed(actual);
        return Boolean.TRUE.equals(hierarchy.isSubtype(converted, formal)) ? Fit.YES : Fit.NO;
    }

    private Fit fits(TypeRef formal, Argument.Functional functional) {
        if (formal.isPrimitive() || formal.dims() > 0 || formal.isString()) {
            return Fit.NO;
        }
        Members.Function function = members.function(formal);
        if (function == null) {
            // A class that can be seen and has no function is no target; one that cannot be seen may be.
            return hierarchy.classes().find(formal.name()) != null ? Fit.NO : Fit.MAYBE;
        }
        if (functional.arity() >= 0
                && functional.arity() != function.parameters().size()) {
            return Fit.NO;
        }
        Boolean gives = functional.givesValue();
        boolean wanted = !function.returnType().equals(TypeRef.VOID);
        return gives != null && gives != wanted ? Fit.NO : Fit.YES;
    }

    private Members.Candidate mostSpecific(List<Members.Candidate> fitting, List<Argument> arguments, int phase) {
        // With a certain fit among uncertain ones, the certain one is meant.
        List<Members.Candidate> certain = fitting.stream()
                .filter(candidate -> fits(candidate, arguments, phase) == Fit.YES)
                .toList();
        List<Members.Candidate> rest = certain.isEmpty() ? fitting : certain;
        Members.Candidate best = rest.get(0);
        for (Members.Candidate other : rest.subList(1, rest.size())) {
            if (moreSpecific(other, best, arguments, phase)) {
                best = other;
            }
        }
        return best;
    }

    private boolean moreSpecific(Members.Candidate a, Members.Candidate b, List<Argument> arguments, int phase) {
        boolean strictly = false;
        for (int i = 0; i < arguments.size(); i++) {
            TypeRef mine = formal(a, i, phase);
            TypeRef theirs = formal(b, i, phase);
            if (TypeVars.raw(mine).equals(TypeVars.raw(theirs))) {
                continue;
            }
            Argument argument = arguments.get(i);
            boolean unknown = argument instanceof Argument.Typed typed && Names.isUnknown(typed.type());
            if (unknown) {
                // Nothing is known of the argument: the most general parameter promises least.
                boolean general = Boolean.TRUE.equals(hierarchy.isSubtype(theirs, mine)) && !theirs.isPrimitive();
                if (!general && !(theirs.isPrimitive() && !mine.isPrimitive())) {
                    return false;
                }
            } else if (argument instanceof Argument.Functional functional) {
                if (!preferred(mine, theirs, functional)) {
                    return false;
                }
            } else if (!Boolean.TRUE.equals(hierarchy.isSubtype(mine, theirs))) {
                return false;
            }
            strictly = true;
        }
        return strictly;
    }

    /** An expression that may be a statement fits both; the function that gives a value is the more specific one. */
    private boolean preferred(TypeRef mine, TypeRef theirs, Argument.Functional functional) {
        if (Boolean.TRUE.equals(hierarchy.isSubtype(mine, theirs))) {
            return true;
        }
        Members.Function own = members.function(mine);
        Members.Function other = members.function(theirs);
        return functional.givesValue() == null
                && own != null
                && other != null
                && !own.returnType().equals(TypeRef.VOID)
                && other.returnType().equals(TypeRef.VOID);
    }
}
