package dev.keywright.checks.ir;

import org.jspecify.annotations.Nullable;

/** The text of a file with its words, which are looked for once it is asked for them. Not thread-safe. */
final class SearchedText implements CharSequence {

    private final CharSequence text;
    private @Nullable Lexicon lexicon;
    private @Nullable SourceWords words;

    private SearchedText(CharSequence text) {
        this.text = text;
    }

    static SearchedText of(CharSequence text) {
        return text instanceof SearchedText searched ? searched : new SearchedText(text);
    }

    /** Words are numbered by this lexicon from now on. */
    void share(Lexicon shared) {
        lexicon = shared;
    }

    /** The lexicon that numbers the words; null when there is none yet. */
    @Nullable
    Lexicon lexicon() {
        return lexicon;
    }

    SourceWords words() {
        Lexicon by = lexicon == null ? new Lexicon() : lexicon;
        SourceWords known = words;
        if (known == null || known.lexicon() != by) {
            known = WordScanner.scan(text.toString(), by);
            lexicon = by;
            words = known;
        }
        return known;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
