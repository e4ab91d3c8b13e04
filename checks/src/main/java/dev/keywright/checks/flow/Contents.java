package dev.keywright.checks.flow;

import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.models.SecretNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is inside of values: entries by key, elements, fields; what goes in, and what is seen of it from outside. */
final class Contents {

    private Contents() {}

    /** The secrets of a value and of the elements it holds. */
    static List<Label> labels(Value value) {
        List<Label> all = new ArrayList<>(value.labels());
        collect(value, all, 0);
        return all;
    }

    private static void collect(Value value, List<Label> into, int depth) {
        if (depth > Value.MAX_DEPTH) {
            return;
        }
        for (Map.Entry<String, Value> entry : value.contents().entrySet()) {
            Value held = entry.getValue();
            if (Value.isField(entry.getKey())) {
                continue;
            }
            for (Label label : held.labels()) {
                if (!into.contains(label)) {
                    into.add(label);
                }
            }
            collect(held, into, depth + 1);
        }
    }

    /** Whether a secret is in a value anywhere, or all that a request carried. */
    static boolean tells(Value value, int depth) {
        if (value.is(Flag.REQUEST_MAP)) {
            return true;
        }
        for (Label label : value.labels()) {
            if (label.sure()) {
                return true;
            }
        }
        Fn function = value.fn();
        if (depth > Value.MAX_DEPTH) {
            return !value.contents().isEmpty() || function != null;
        }
        for (Value held : value.contents().values()) {
            if (tells(held, depth + 1)) {
                return true;
            }
        }
        for (Piece piece : value.pieces()) {
            if (tells(piece.value(), depth + 1)) {
                return true;
            }
        }
        if (function != null) {
            for (Value captured : function.captured().values()) {
                if (tells(captured, depth + 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A value with an entry, joined with what was there. */
    static Value with(Value value, String key, Value held) {
        Map<String, Value> contents = value.contents();
        String kept = Value.roomFor(key, contents);
        Value before = contents.get(kept);
        Value after = before == null ? held : before.join(held);
        if (after.equals(before)) {
            return value;
        }
        Map<String, Value> map = new LinkedHashMap<>(contents);
        map.put(kept, after);
        return value.withContents(map);
    }

    /** A value with an entry, in place of what was there. */
    static Value replacing(Value value, String key, Value held) {
        Map<String, Value> contents = value.contents();
        if (!Value.roomFor(key, contents).equals(key)) {
            return with(value, key, held);
        }
        Map<String, Value> map = new LinkedHashMap<>(contents);
        map.put(key, held);
        return value.withContents(map);
    }

    /** An element of a container: what it is known to hold, and whatever the container as a whole carries. */
    static Value element(Value value) {
        Value whole = value.carried().without(Flag.MASKED);
        Value result = whole.isBare() ? Value.NONE : whole;
        for (Map.Entry<String, Value> held : value.contents().entrySet()) {
            result = Value.isField(held.getKey())
                    ? result
                    : result.isNone() ? held.getValue() : result.join(held.getValue());
        }
        return whole.is(Flag.STATE) ? result.with(Flag.STATE) : result;
    }

    /** The entry of a key; an unknown key may be any. */
    static Value entry(Value value, @Nullable String key) {
        if (key == null) {
            // One header is not all of them, whichever it is.
            return element(value).without(Flag.REQUEST_MAP);
        }
        Value elements = value.contents().getOrDefault(Value.ELEMENTS, Value.NONE);
        Value exactly = value.contents().get(key);
        if (exactly != null) {
            return known(value, key, elements.isNone() ? exactly : exactly.join(elements));
        }
        List<Input> inputs = value.inputs();
        if (value.isExact()
                && value.contents().isEmpty()
                && value.labels().isEmpty()
                && value.flags() == 0
                && inputs.size() == 1
                && inputs.get(0).field() == null) {
            Input whole = inputs.get(0);
            return Value.input(whole.index(), whole.entry(key).field());
        }
        Value rest =
                value.carried().without(Flag.REQUEST_MAP).without(Flag.MASKED).join(elements);
        return rest.copy(
                rest.labels(),
                rest.inputs().stream()
                        .map(in -> entryOf(value, in, key))
                        .distinct()
                        .toList(),
                rest.flags());
    }

    /**
     * An entry that is got. Where it was put under a key that nobody knows, and is got under one that names no secret, it is
     * rather another one than the secret among them.
     */
    static Value got(Value value, @Nullable String key, SecretNames names) {
        Value entry = entry(value, key);
        if (key == null || names.classify(PropertyKeys.lastSegments(key)).isPresent()) {
            return entry;
        }
        List<Label> here = value.contents().getOrDefault(key, Value.NONE).labels();
        return entry.withLabels(entry.labels().stream()
                .filter(label ->
                        label.certainty() != Certainty.NAMED || value.labels().contains(label) || here.contains(label))
                .toList());
    }

    /** The entry under a name that nobody knows, of what is called so: any, and rather another than the secret among them. */
    static Value some(Value value, SourceFile file, Span span, String holder) {
        Value entry = entry(value, null).step(file, span, Way.PICKED, holder);
        return entry.inputs().isEmpty()
                ? entry
                : entry.copy(
                        entry.labels(),
                        entry.inputs().stream()
                                .map(in -> in.entry(Input.SOME))
                                .distinct()
                                .toList(),
                        entry.flags());
    }

    private static Value known(Value value, String key, Value entry) {
        boolean literal = entry.is(Flag.LITERAL) && !value.is(Flag.PRESENTED);
        // The map of another object may hold another value under this key; a map that was sent, whatever was sent.
        Value other = value.is(Flag.PRESENTED) ? Value.NONE.with(Flag.PRESENTED) : Value.NONE;
        List<Input> mine = value.inputs().stream()
                .filter(in -> in.field() != null)
                .map(in -> entryOf(value, in, key))
                .distinct()
                .toList();
        Value result = other.isNone() && mine.isEmpty()
                ? entry
                : entry.joinCarried(other.copy(List.of(), mine, other.flags()));
        // Made of literals alone, whichever object it is in: the field counts every write.
        return literal ? result.with(Flag.LITERAL) : result;
    }

    private static Input entryOf(Value value, Input in, String key) {
        boolean whole = value.isExact() && value.inputs().size() == 1 && in.field() == null;
        return whole || in.field() != null ? in.entry(key) : in;
    }

    /** A rendering of the whole: what the value carries, and what the values it holds do. */
    static Value rendered(Value value) {
        Value result = value.carried();
        for (Map.Entry<String, Value> held : value.contents().entrySet()) {
            Value shown =
                    Value.isField(held.getKey()) ? Value.NONE : held.getValue().rendered();
            result = shown.isNone() ? result : result.isNone() ? shown : result.join(shown);
        }
        return result;
    }
}
