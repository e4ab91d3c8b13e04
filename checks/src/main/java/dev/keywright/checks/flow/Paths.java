package dev.keywright.checks.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the variables hold on the path that is followed, and where paths part and meet. The state is null where the code cannot
 * be reached.
 */
final class Paths {

    private final MethodFlow flow;
    private final Deque<List<Map<Integer, Value>>> exits = new ArrayDeque<>();
    private final Deque<Set<Integer>> tries = new ArrayDeque<>();
    private @Nullable Map<Integer, Value> env = new HashMap<>();

    Paths(MethodFlow flow) {
        this.flow = flow;
    }

    /** Whether no path leads here. */
    boolean isDead() {
        return env == null;
    }

    @Nullable
    Map<Integer, Value> here() {
        return env;
    }

    /** Goes on with a state, null for none. */
    void go(@Nullable Map<Integer, Value> state) {
        env = state;
    }

    /** Nothing behind this is reached from here. */
    void end() {
        env = null;
    }

    /** Begins what a {@code break} leaves. */
    void opens(List<Map<Integer, Value>> ends) {
        exits.push(ends);
    }

    void closes() {
        exits.pop();
    }

    Value get(int id) {
        return env == null ? Value.NONE : env.getOrDefault(id, Value.NONE);
    }

    void put(int id, Value value) {
        if (env != null) {
            if (!tries.isEmpty()) {
                tries.peek().add(id);
            }
            if (value.isNone()) {
                env.remove(id);
            } else {
                env.put(id, value);
            }
        }
    }

    /** Begins what may be left after any statement, by an exception. */
    void tries() {
        tries.push(new HashSet<>());
    }

    /** Ends it, and returns the variables that were given a value in it. */
    Set<Integer> tried() {
        Set<Integer> changed = tries.pop();
        if (!tries.isEmpty()) {
            tries.peek().addAll(changed);
        }
        return changed;
    }

    /** The state as it is, to come back to; empty where it is dead. */
    Map<Integer, Value> copy() {
        if (env == null) {
            return new HashMap<>();
        }
        flow.charge(env.size() / 8);
        return new HashMap<>(env);
    }

    /** Keeps a path that ends here, for {@link #join}, unless it is dead. */
    void keep(List<Map<Integer, Value>> ends) {
        if (env != null) {
            ends.add(env);
        }
    }

    /** A {@code break}, {@code continue} or {@code yield}: the path goes on behind what is open. */
    void leave() {
        if (!exits.isEmpty() && env != null) {
            exits.peek().add(env);
        }
        env = null;
    }

    /** The state where paths meet; null where none arrives. */
    @Nullable
    Map<Integer, Value> join(List<Map<Integer, Value>> ends) {
        if (ends.isEmpty()) {
            return null;
        }
        Map<Integer, Value> joined = new HashMap<>(ends.get(0));
        for (Map<Integer, Value> end : ends.subList(1, ends.size())) {
            flow.charge(end.size() / 8);
            for (Map.Entry<Integer, Value> entry : end.entrySet()) {
                Value mine = joined.get(entry.getKey());
                joined.put(
                        entry.getKey(), mine == null ? entry.getValue().join(Value.NONE) : mine.join(entry.getValue()));
            }
            joined.replaceAll((id, value) -> end.containsKey(id) ? value : value.join(Value.NONE));
        }
        return joined;
    }
}
