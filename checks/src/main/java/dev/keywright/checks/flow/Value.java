package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Ordered;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.models.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a value: the secrets in it, where it may come from, the text it was put together from, what an object
 * made here contains. Immutable, and bounded: joins forget what goes beyond the bounds. {@link #NONE} knows nothing.
 */
public final class Value {

    /** The key under which a container's elements stand in {@link #contents()}. */
    public static final String ELEMENTS = "*";

    /** The key of what has a known key of its own, where too many have: seen with the whole, not under another key. */
    private static final String REST = "**";

    private static final char FIELD = '.';
    /** What is said of a container or a constant, not of what is carried on. */
    static final int OF_THE_WHOLE =
            Flag.OPEN.bit() | Flag.ORDERED.bit() | Flag.HANDED.bit() | Flag.BLANK.bit() | Flag.MADE.bit();

    static final int MAX_LABELS = 6;
    static final int MAX_INPUTS = 12;
    static final int MAX_CONTENTS = 24;
    static final int MAX_DEPTH = 3;

    public static final Value NONE = new Value(List.of(), List.of(), 0, null, List.of(), Map.of(), null, false);
    static final Value CLEAN = NONE.with(Flag.CLEAN);
    static final Value NULL = NONE.with(Flag.NULL);
    private final List<Label> labels;
    private final List<Input> inputs;
    private final int flags;
    private final @Nullable Object constant;
    private final List<Piece> pieces;
    private final Held held;
    private final @Nullable Fn function;
    private final boolean exact;

    Value(
            List<Label> labels,
            List<Input> inputs,
            int flags,
            @Nullable Object constant,
            List<Piece> pieces,
            Map<String, Value> contents,
            @Nullable Fn function,
            boolean exact) {
        this(labels, inputs, flags, constant, pieces, Held.of(contents), function, exact);
    }

    private Value(
            List<Label> labels,
            List<Input> inputs,
            int flags,
            @Nullable Object constant,
            List<Piece> pieces,
            Held held,
            @Nullable Fn function,
            boolean exact) {
        this.labels = labels;
        this.inputs = inputs;
        this.flags = flags;
        this.constant = constant;
        this.pieces = pieces;
        this.held = held;
        this.function = function;
        this.exact = exact;
    }

    static Value constant(Object constant) {
        return new Value(List.of(), List.of(), Flag.LITERAL.bit(), constant, List.of(), Map.of(), null, false);
    }

    static Value label(Label label) {
        return new Value(List.of(label), List.of(), 0, null, List.of(), Map.of(), null, false);
    }

    static Value input(int index, @Nullable String field) {
        return new Value(List.of(), List.of(new Input(index, field, false)), 0, null, List.of(), Map.of(), null, true);
    }

    static Value function(Fn function) {
        return new Value(List.of(), List.of(), 0, null, List.of(), Map.of(), function, false);
    }

    /** The secrets that the value itself shows or is. Those of its elements are in {@link #allLabels()}. */
    public List<Label> labels() {
        return labels;
    }

    List<Input> inputs() {
        return inputs;
    }

    /** All {@link Flag}s at once. */
    int flags() {
        return flags;
    }

    /** Whether it is a parameter of its method and nothing else. */
    public boolean isHandedIn() {
        return pieces.isEmpty()
                && labels.isEmpty()
                && inputs.size() == 1
                && inputs.get(0).index() >= 0
                && inputs.get(0).field() == null;
    }

    boolean isExact() {
        return exact;
    }

    @Nullable
    Fn fn() {
        return function;
    }

    /** The value where it is a compile-time constant: String, Boolean, Character or Number. */
    public @Nullable Object constant() {
        return constant;
    }

    /** The constant text, or null. */
    public @Nullable String text() {
        return constant instanceof String text ? text : null;
    }

    /** The parts of a text that was put together, in order; empty when it was not. */
    public List<Piece> pieces() {
        return pieces;
    }

    /** What an object made in this program holds: by field, by constant map key, elements under {@link #ELEMENTS}. */
    public Map<String, Value> contents() {
        return held.entries();
    }

    /** What is inside, and how much it is. */
    Held held() {
        return held;
    }

    public boolean is(Flag flag) {
        return (flags & flag.bit()) != 0;
    }

    /** Whether the callers of this method choose it, as a parameter or a part of one. */
    public boolean dependsOnCaller() {
        return !inputs.isEmpty() && inputs.stream().anyMatch(input -> input.index() >= 0);
    }

    /** The key under which a field of an object stands in {@link #contents()}; no element and no entry has such a key. */
    static String field(String name) {
        return FIELD + name;
    }

    /** The key under which an entry is kept, among as many others. */
    static String roomFor(String key, Map<String, Value> entries) {
        if (entries.size() < MAX_CONTENTS || entries.containsKey(key)) {
            return key;
        }
        return Sequences.isIndex(key) ? ELEMENTS : isField(key) ? field(REST) : REST;
    }

    static boolean isField(String key) {
        return !key.isEmpty() && key.charAt(0) == FIELD;
    }

    /** The secrets in the value and in the elements it holds; those in an object's fields are seen when they are read. */
    public List<Label> allLabels() {
        if (contents().isEmpty()) {
            return labels;
        }
        return Contents.labels(this);
    }

    /** Whether a secret is in it anywhere, or all that a request carried. */
    boolean tells() {
        return Contents.tells(this, 0);
    }

    boolean isNone() {
        return this == NONE;
    }

    /** Whether a rule could care for it. */
    boolean speaks() {
        return !labels.isEmpty()
                || !inputs.isEmpty()
                || (flags & ~Flag.MADE.bit()) != 0
                || !contents().isEmpty()
                || !pieces.isEmpty();
    }

    Value with(Flag flag) {
        return is(flag) ? this : copy(labels, inputs, flags | flag.bit());
    }

    Value without(Flag flag) {
        return is(flag) ? copy(labels, inputs, flags & ~flag.bit()) : this;
    }

    Value copy(List<Label> newLabels, List<Input> newInputs, int newFlags) {
        return new Value(newLabels, newInputs, newFlags, constant, pieces, held, function, exact);
    }

    Value plus(Label label) {
        return labels.contains(label) || labels.size() >= MAX_LABELS
                ? this
                : copy(Joins.add(labels, label), inputs, flags);
    }

    Value withContents(Map<String, Value> entries) {
        return new Value(labels, inputs, flags, constant, pieces, Ordered.copyOf(entries), function, exact);
    }

    /** With an entry, joined with what was there. */
    Value holding(String key, Value entry) {
        return Contents.with(this, key, entry);
    }

    /** With an entry, in place of what was there. */
    Value replacing(String key, Value entry) {
        return Contents.replacing(this, key, entry);
    }

    /** Whether nothing is known of it but that it is kept somewhere. */
    boolean isBare() {
        int kept = Flag.STATE.bit() | Flag.NULL.bit() | Flag.HANDED.bit() | Flag.OPEN.bit() | Flag.MADE.bit();
        return labels.isEmpty()
                && inputs.isEmpty()
                && (flags & ~kept) == 0
                && constant == null
                && contents().isEmpty()
                && pieces.isEmpty()
                && function == null;
    }

    /** Without what is inside, but for the secrets in it. */
    Value flattened() {
        Value all = NONE.copy(labels, inputs, flags);
        for (Label label : allLabels()) {
            all = all.plus(label);
        }
        return all;
    }

    /** An element of a container: what it is known to hold, and whatever the container as a whole carries. */
    Value element() {
        return Contents.element(this);
    }

    /** The entry of a key; an unknown key may be any. */
    Value entry(@Nullable String key) {
        return Contents.entry(this, key);
    }

    /** The same secrets and origins in another value: a copy, another encoding, a part of a whole. */
    Value carried() {
        int kept = flags & ~(Flag.NULL.bit() | Flag.ENUM.bit() | OF_THE_WHOLE);
        if (labels.isEmpty() && inputs.isEmpty() && kept == 0) {
            return NONE;
        }
        return new Value(labels, inputs, kept, null, List.of(), Map.of(), null, false);
    }

    /** As {@link #carried()}, and what the value holds is in it too: a rendering of the whole. */
    Value rendered() {
        return contents().isEmpty() ? carried() : Contents.rendered(this);
    }

    Value mapLabels(UnaryOperator<Label> change) {
        if (labels.isEmpty()) {
            return this;
        }
        return copy(labels.stream().map(change).distinct().toList(), inputs, flags);
    }

    Value withLabels(List<Label> newLabels) {
        return copy(List.copyOf(newLabels), inputs, flags);
    }

    /** What is left of it in a part that is no secret: neither its secrets nor those that callers hand in. */
    Value publicPart(List<Label> kept) {
        return copy(
                List.copyOf(kept), inputs.stream().filter(in -> in.index() < 0).toList(), flags);
    }

    Value step(SourceFile file, Span span, Way way, String name) {
        return labels.isEmpty() || !span.known() ? this : mapLabels(label -> label.then(file, span, way, name));
    }

    /** With the labels that fit alone, in what it holds as well. */
    Value keeping(Predicate<Label> wanted) {
        Value result = labels.stream().allMatch(wanted)
                ? this
                : withLabels(labels.stream().filter(wanted).toList());
        if (contents().isEmpty()) {
            return result;
        }
        Map<String, Value> kept = new LinkedHashMap<>();
        contents().forEach((key, value) -> kept.put(key, value.keeping(wanted)));
        return kept.equals(contents()) ? result : result.withContents(kept);
    }

    /** What of it callers hand in: without what the method itself, or the field that it is written to, had in it before. */
    Value handedTo(String field) {
        Map<String, Value> handed = new LinkedHashMap<>();
        contents().forEach((key, value) -> handed.put(key, value.handedTo(field)));
        return copy(
                        List.of(),
                        inputs.stream()
                                .filter(in -> in.index() != Input.THIS || !field.equals(in.holder()))
                                .toList(),
                        flags)
                .withContents(handed);
    }

    /** Without the secrets that only a name made of it: many things are put into what is handed in. */
    Value withoutGuesses() {
        return keeping(label -> label.certainty().compareTo(Certainty.NAMED) < 0);
    }

    /** Without a number or truth that holds on one path only. */
    Value unsettled() {
        return constant == null || constant instanceof String ? this : with(Flag.OPEN);
    }

    /** A digest of it. */
    Value digested() {
        List<Input> digests = inputs.stream()
                .map(in -> new Input(in.index(), in.field(), true))
                .distinct()
                .toList();
        List<Label> digestLabels =
                labels.stream().map(label -> label.as(Kind.DIGEST)).distinct().toList();
        int kept = flags & (Flag.WEAK_RANDOM.bit() | Flag.STRONG_RANDOM.bit());
        return digestLabels.isEmpty() && digests.isEmpty() && kept == 0
                ? NONE
                : new Value(digestLabels, digests, kept, null, List.of(), Map.of(), null, false);
    }

    /** Either of two values. */
    Value join(Value other) {
        return Joins.either(this, other);
    }

    /** Both at once, not either of them: what one of them is, the whole is. */
    Value joinCarried(Value other) {
        return Joins.both(this, other);
    }

    /**
     * Puts what a caller hands in where the method saw only its inputs.
     *
     * @param given answers an input with the caller's value
     */
    Value substitute(Function<Input, Value> given) {
        return Substitution.of(this, given, 0);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        return other instanceof Value value
                && flags == value.flags
                && exact == value.exact
                && labels.equals(value.labels)
                && inputs.equals(value.inputs)
                && Objects.equals(constant, value.constant)
                && pieces.equals(value.pieces)
                && contents().equals(value.contents())
                && Objects.equals(function, value.function);
    }

    @Override
    public int hashCode() {
        return Objects.hash(labels, inputs, flags, constant, pieces, contents());
    }

    @Override
    public String toString() {
        return "Value" + labels.stream().map(Label::what).toList() + inputs + flags
                + (constant == null ? "" : constant);
    }
}
