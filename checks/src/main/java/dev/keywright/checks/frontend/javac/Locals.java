package dev.keywright.checks.frontend.javac;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the variables of one outermost method or initializer. The compiler's element decides; a name only where the
 * compiler gave none, innermost declaration first.
 */
final class Locals {

    private final Map<Element, Integer> byElement = new IdentityHashMap<>();
    private final Map<String, Integer> byName = new HashMap<>();
    private final Deque<Shadowed> undo = new ArrayDeque<>();
    private int next;

    private record Shadowed(String name, @Nullable Integer id) {}

    int declare(String name, @Nullable Element element) {
        int id = next++;
        if (element != null) {
            byElement.put(element, id);
        }
        undo.push(new Shadowed(name, byName.put(name, id)));
        return id;
    }

    int mark() {
        return undo.size();
    }

    /** Forgets the names that were declared since the mark. */
    void leave(int mark) {
        while (undo.size() > mark) {
            Shadowed last = undo.pop();
            if (last.id() == null) {
                byName.remove(last.name());
            } else {
                byName.put(last.name(), last.id());
            }
        }
    }

    @Nullable
    Integer find(String name, @Nullable Element element) {
        Integer id = element == null ? null : byElement.get(element);
        return id != null ? id : byName.get(name);
    }
}
