package dev.keywright.annotations.internal.grammar;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes in bytes such as {@code "1 MiB"}, {@code "64 KiB"}, {@code "512 B"}. */
public final class SizeGrammar {

    private static final Pattern FORM = Pattern.compile("(-?\\d{1,9})\\s*(b|kb|kib|mb|mib|gib)");
    private static final long LARGEST = Integer.MAX_VALUE - 8L;

    private SizeGrammar() {}

    /**
     * Parses a size between one byte and 2 GiB. KB and MB are decimal, KiB, MiB and GiB binary (IEC 80000-13).
     *
     * @return bytes
     * @throws GrammarException when it is no size, not positive or too large
     */
    public static long parse(String text) {
        Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new GrammarException("'" + text + "' is not a size; write \"1 MiB\", \"64 KiB\" or \"512 B\".");
        }
        long count = Long.parseLong(matcher.group(1));
        long bytes = count * unit(matcher.group(2));
        if (count <= 0 || bytes > LARGEST) {
            throw new GrammarException("'" + text + "' must be between one byte and 2 GiB.");
        }
        return bytes;
    }

    private static long unit(String word) {
        return switch (word) {
            case "kb" -> 1_000L;
            case "kib" -> 1L << 10;
            case "mb" -> 1_000_000L;
            case "mib" -> 1L << 20;
            case "gib" -> 1L << 30;
            default -> 1L;
        };
    }
}
