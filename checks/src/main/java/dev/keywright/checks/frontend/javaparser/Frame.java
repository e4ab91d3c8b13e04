package dev.keywright.checks.frontend.javaparser;

import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is in sight inside one member of a class: its variables, its types, and the frame around the class. The frames of
 * local and anonymous classes go on with the numbers of the frame around them.
 */
final class Frame {

    /** Counts the variables of one outermost method. */
    static final class Ids {
        private int next;

        int take() {
            return next++;
        }
    }

    private final @Nullable Frame outer;
    private final TypeRef self;
    private final Ids ids;
    private final Deque<Map<String, Variable>> blocks = new ArrayDeque<>();
    private TypeScope types;

    /** A class's own type: its variables are their bounds. */
    static TypeRef selfType(ClassInfo info) {
        if (info.typeParameters().isEmpty()) {
            return TypeRef.of(info.name());
        }
        List<TypeRef> args = new ArrayList<>();
        for (TypeRef bound : info.typeParameters().values()) {
            args.add(TypeVars.erase(bound, info.typeParameters(), Map.of()));
        }
        return new TypeRef(info.name(), true, args, 0);
    }

    Frame(@Nullable Frame outer, TypeRef self, TypeScope types, Ids ids) {
        this.outer = outer;
        this.self = self;
        this.types = types;
        this.ids = ids;
        blocks.push(new HashMap<>());
    }

    @Nullable
    Frame outer() {
        return outer;
    }

    TypeRef self() {
        return self;
    }

    TypeScope types() {
        return types;
    }

    void types(TypeScope scope) {
        types = scope;
    }

    Ids ids() {
        return ids;
    }

    void push() {
        blocks.push(new HashMap<>());
    }

    void pop() {
        blocks.pop();
    }

    /** Ends a block whose variables stay in sight: those that a condition binds when it must have been true. */
    void popInto() {
        Map<String, Variable> inner = blocks.pop();
        Map<String, Variable> around = blocks.peek();
        if (around != null) {
            around.putAll(inner);
        }
    }

    void declare(Variable variable) {
        Map<String, Variable> block = blocks.peek();
        if (block != null) {
            block.put(variable.name(), variable);
        }
    }

    @Nullable
    Variable local(String name) {
        for (Iterator<Map<String, Variable>> it = blocks.iterator(); it.hasNext(); ) {
            Variable found = it.next().get(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
