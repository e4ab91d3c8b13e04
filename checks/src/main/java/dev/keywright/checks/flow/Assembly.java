package dev.keywright.checks.flow;

import dev.keywright.checks.models.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Texts put together from parts: what stands side by side is one text, and what is in the parts is in the whole. */
final class Assembly {

    private static final int MAX_PIECES = 40;
    private static final int MAX_TEXT = 4_000;

    private Assembly() {}

    static Value of(List<Piece> parts) {
        List<Piece> flat = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        int total = 0;
        boolean literal = true;
        Value carried = Value.NONE;
        for (Piece part : parts) {
            String known = part.text() != null ? part.text() : constantText(part.value());
            List<Piece> inner = part.value().pieces();
            if (known != null) {
                open.append(known);
                total += known.length();
            } else if (!inner.isEmpty() && flat.size() + inner.size() < MAX_PIECES) {
                for (Piece piece : inner) {
                    if (piece.text() != null) {
                        open.append(piece.text());
                        total += piece.text().length();
                    } else {
                        flush(open, flat);
                        flat.add(piece);
                    }
                }
                literal = false;
                carried = carried.join(part.value().carried().without(Flag.LITERAL));
            } else {
                flush(open, flat);
                flat.add(new Piece(null, part.value()));
                literal &= part.value().is(Flag.LITERAL);
                carried = carried.join(part.value().rendered().without(Flag.LITERAL));
            }
        }
        flush(open, flat);
        if (flat.stream().allMatch(piece -> piece.text() != null) && total <= MAX_TEXT) {
            return Value.constant(
                    flat.isEmpty() ? "" : Objects.requireNonNull(flat.get(0).text()));
        }
        int flags = (carried.flags() & ~(Flag.CLEAN.bit() | Flag.STATE.bit()))
                | (literal ? Flag.LITERAL.bit() : 0)
                | (isAssembled(flat) ? Flag.ASSEMBLED.bit() : 0)
                | (isKeyed(flat) ? Flag.STRONG_RANDOM.bit() : 0);
        List<Piece> kept = flat.size() > MAX_PIECES || total > MAX_TEXT ? List.of() : List.copyOf(flat);
        return new Value(carried.labels(), carried.inputs(), flags, null, kept, Map.of(), null, false);
    }

    /**
     * {@code resource + "&sig=" + signature + "&se=" + expiry}: beside a secret or a signature, the time may be told as openly
     * as one likes; who has not got the other part does not guess the whole.
     */
    private static boolean isKeyed(List<Piece> pieces) {
        return pieces.stream()
                .map(Piece::value)
                .filter(value -> !value.is(Flag.WEAK_RANDOM) && !value.is(Flag.LITERAL))
                .flatMap(value -> value.labels().stream())
                .anyMatch(label -> label.sure() || label.kind() == Kind.MAC || label.kind() == Kind.KEY);
    }

    /** A web address, or more values than a credential has: name and secret, with a scheme and a time at most. */
    private static boolean isAssembled(List<Piece> pieces) {
        int values = 0;
        for (Piece piece : pieces) {
            String text = piece.text();
            if (text == null) {
                values++;
            } else if (text.contains("://") && pieces.size() > 2) {
                return true;
            }
        }
        return values > 4;
    }

    private static @Nullable String constantText(Value value) {
        return value.constant() == null ? null : value.constant().toString();
    }

    private static void flush(StringBuilder open, List<Piece> into) {
        if (open.length() > 0) {
            into.add(Piece.of(open.toString()));
            open.setLength(0);
        }
    }
}
