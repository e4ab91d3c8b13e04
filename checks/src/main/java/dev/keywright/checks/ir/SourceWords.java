package dev.keywright.checks.ir;

import java.util.Arrays;
import java.util.BitSet;

/** Where the words of one source stand; what comments say is no word. */
public final class SourceWords {

    private final Lexicon lexicon;
    private final int[] starts;
    private final int[] ids;
    private final BitSet all;
    private final boolean sure;

    SourceWords(Lexicon lexicon, int[] starts, int[] ids, boolean sure) {
        this.lexicon = lexicon;
        this.starts = starts;
        this.ids = ids;
        this.sure = sure;
        this.all = new BitSet(lexicon.size());
        for (int id : ids) {
            all.set(id);
        }
    }

    public Lexicon lexicon() {
        return lexicon;
    }

    /** Whether the words are all that stand in the source; when not, any other may stand there too. */
    public boolean sure() {
        return sure;
    }

    /** How many words there are, each counted as often as it stands there. */
    public int size() {
        return ids.length;
    }

    /** The number, in the lexicon, of the word at an index. */
    public int word(int index) {
        return ids[index];
    }

    /** Where the word at an index begins; a literal with its quote. */
    public int start(int index) {
        return starts[index];
    }

    /** The index of the first word that begins at or behind an offset. */
    public int from(int offset) {
        int index = Arrays.binarySearch(starts, offset);
        return index < 0 ? -index - 1 : index;
    }

    /** Whether any of some words stands in the source, or may. */
    public boolean any(BitSet wanted) {
        return !sure || all.intersects(wanted);
    }

    /** All marks, given by the words' numbers, of the words that stand in a part of the source; every one where these are not sure. */
    public int marks(int[] marks, Span part) {
        return sure ? marks(marks, from(part.start()), from(part.end())) : -1;
    }

    /** As {@link #marks(int[], Span)}, of the words at some indexes. */
    public int marks(int[] marks, int from, int to) {
        int found = 0;
        for (int at = from; at < to; at++) {
            found |= marks[ids[at]];
        }
        return found;
    }

    /** Whether any of some words stands in a part of the source, or may. */
    public boolean any(BitSet wanted, Span part) {
        if (!any(wanted)) {
            return false;
        }
        for (int at = from(part.start()); sure && at < ids.length && starts[at] < part.end(); at++) {
            if (wanted.get(ids[at])) {
                return true;
            }
        }
        return !sure;
    }
}
