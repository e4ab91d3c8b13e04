package dev.keywright.annotations.internal.grammar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.TreeSet;

/**
 * The digest that ties a guard to the declarations it was made from. The compiler's side and the start's side each turn
 * the Keywright annotations of a class and of all its supertypes into lines; equal declarations give equal digests.
 *
 * <p>A line is {@code <binary type name> <annotation>} or
 * {@code <binary type name>#<method>(<erased binary parameter types joined by ','>) <annotation>}, the annotation as
 * {@code @<simple name>(<attribute>=<value>,…)} with every attribute, defaults too, in order of their names; an array is
 * {@code [a|b]}, an enum constant its name, a string itself; a repeated annotation stands in its container. Synthetic
 * methods are left out. Parameter types are written as {@link Class#getName()} writes them.
 */
public final class DeclarationDigest {

    private DeclarationDigest() {}

    /** The digest of the lines, in whatever order they come. */
    public static String of(Collection<String> lines) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (String line : new TreeSet<>(lines)) {
                sha256.update(line.getBytes(StandardCharsets.UTF_8));
                sha256.update((byte) '\n');
            }
            return "sha256:" + HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
