package dev.keywright.checks.ir;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The text of a file, which remembers what was looked for: rules ask the same for each type of a file. Thread-safe. */
final class SearchedText implements CharSequence {

    private final CharSequence text;
    private final Map<String, Boolean> found = new ConcurrentHashMap<>(8);

    private SearchedText(CharSequence text) {
        this.text = text;
    }

    static SearchedText of(CharSequence text) {
        return text instanceof SearchedText searched ? searched : new SearchedText(text);
    }

    boolean contains(String word) {
        return found.computeIfAbsent(word, key -> text.toString().contains(key));
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
