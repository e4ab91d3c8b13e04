package dev.keywright.runtime;

import java.util.List;
import java.util.Random;

/** Small and large damage to a text, from a seed. */
public final class Mutants {

    private static final String MARKS = "\"\\;,=:()?@*-_. \t\0\n\r0123456789abzAZ/+é€%v1t<>";
    private static final List<String> PHRASES = List.of(
            ";alg=\"none\"",
            ";created=1",
            "sig=",
            "sig2=()",
            "\"@method\"",
            ";req",
            ";bs",
            ";sf",
            "v1,",
            "t=1,",
            "v1=",
            "sha256=",
            "v0=",
            ", ",
            "==",
            "=:",
            ":=",
            "::",
            "-1",
            "9999999999999999999",
            "0x10",
            "1e9",
            "\r\n ",
            "%00",
            ";nonce=\"0123456789abcdef\"",
            ";expires=9999999999",
            "keyid",
            "md5=:AA==:");

    private final Random random;

    public Mutants(long seed) {
        this.random = new Random(seed);
    }

    /** The text with one to four changes. */
    public String of(String text) {
        StringBuilder out = new StringBuilder(text);
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(out.length() + 1);
            switch (random.nextInt(8)) {
                case 0 -> out.insert(at, character());
                case 1 -> out.insert(at, PHRASES.get(random.nextInt(PHRASES.size())));
                case 2 -> out.delete(at, Math.min(out.length(), at + 1 + random.nextInt(3)));
                case 3 -> out.delete(at, Math.min(out.length(), at + random.nextInt(out.length() + 1)));
                case 4 -> out.insert(at, piece(out));
                case 5 -> out.append(", ").append(piece(out));
                case 6 -> out.insert(at, String.valueOf(character()).repeat(1 + random.nextInt(2_000)));
                default -> {
                    if (at < out.length()) {
                        out.setCharAt(at, character());
                    }
                }
            }
        }
        return out.toString();
    }

    private String piece(StringBuilder of) {
        int start = random.nextInt(of.length() + 1);
        return of.substring(start, start + random.nextInt(Math.min(400, of.length() - start) + 1));
    }

    private char character() {
        return random.nextInt(40) == 0
                ? (char) random.nextInt(Character.MAX_VALUE)
                : MARKS.charAt(random.nextInt(MARKS.length()));
    }

    /** True once in so many times. */
    public boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }
}
