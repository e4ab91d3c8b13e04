package dev.keywright.checks.ir;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Every word of some sources, once: identifiers and keywords, and the texts of string literals. Words are numbered from zero
 * in the order in which they are met, so that what is found out about a word is found out once. Not thread-safe.
 */
public final class Lexicon {

    private static final int LITERAL = 0x5bd1e995;

    private String[] words = new String[1024];
    private int[] hashes = new int[1024];
    private final BitSet literals = new BitSet();
    private final BitSet called = new BitSet();
    private int[] table = new int[4096];
    private int size;
    private final Map<Words, Found> found = new HashMap<>();

    /** Which words are meant; words that came later are looked at when it is asked for again. */
    private static final class Found {
        final BitSet ids = new BitSet();
        int seen;
    }

    /** How many words there are. */
    public int size() {
        return size;
    }

    public String word(int id) {
        return words[id];
    }

    /** Whether a word is the text of a literal, without its quotes, and not an identifier. */
    public boolean isLiteral(int id) {
        return literals.get(id);
    }

    /** Whether a word stands before an opening parenthesis somewhere, or behind {@code ::}: only such a word is a method's. */
    public boolean isCalled(int id) {
        return called.get(id);
    }

    void call(int id) {
        called.set(id);
    }

    /** The number of an identifier; -1 when no source has it. */
    public int identifier(String word) {
        char[] chars = word.toCharArray();
        int hash = hash(chars, 0, chars.length, false);
        int slot = slot(chars, 0, chars.length, false, hash);
        return table[slot] - 1;
    }

    /** The numbers of the words that are meant. */
    BitSet meant(Words words) {
        Found meant = found.computeIfAbsent(words, key -> new Found());
        for (; meant.seen < size; meant.seen++) {
            meant.ids.set(meant.seen, words.mean(this.words[meant.seen]));
        }
        return meant.ids;
    }

    int number(char[] text, int from, int to, boolean literal) {
        int hash = hash(text, from, to, literal);
        int slot = slot(text, from, to, literal, hash);
        if (table[slot] != 0) {
            return table[slot] - 1;
        }
        if (size == words.length) {
            words = Arrays.copyOf(words, size * 2);
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        words[size] = new String(text, from, to - from);
        hashes[size] = hash;
        literals.set(size, literal);
        table[slot] = ++size;
        if (size * 2 > table.length) {
            grow();
        }
        return size - 1;
    }

    private static int hash(char[] text, int from, int to, boolean literal) {
        int hash = literal ? LITERAL : 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + text[i];
        }
        return hash ^ hash >>> 15;
    }

    /** Where a word stands in the table, or would. */
    private int slot(char[] text, int from, int to, boolean literal, int hash) {
        int mask = table.length - 1;
        int slot = hash & mask;
        while (table[slot] != 0) {
            int id = table[slot] - 1;
            if (hashes[id] == hash && literals.get(id) == literal && same(words[id], text, from, to)) {
                return slot;
            }
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static boolean same(String word, char[] text, int from, int to) {
        if (word.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (word.charAt(i - from) != text[i]) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        table = new int[table.length * 2];
        int mask = table.length - 1;
        for (int id = 0; id < size; id++) {
            int slot = hashes[id] & mask;
            while (table[slot] != 0) {
                slot = slot + 1 & mask;
            }
            table[slot] = id + 1;
        }
    }
}
