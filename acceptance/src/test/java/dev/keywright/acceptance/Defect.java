package dev.keywright.acceptance;

/**
 * A class of a user's that must not compile.
 *
 * @param line the line, from 1, that the error stands on
 * @param column its column, from 1
 */
record Defect(String rule, String type, String source, int line, int column) {

    String path() {
        return "src/main/java/shop/" + type + ".java";
    }

    /** Finds the marker {@code §} in the source, which stands right before the place of the error, and takes it out. */
    static Defect of(String rule, String type, String marked) {
        int at = marked.indexOf('§');
        String before = marked.substring(0, at);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = at - (before.lastIndexOf('\n') + 1) + 1;
        return new Defect(rule, type, before + marked.substring(at + 1), line, column);
    }

    @Override
    public String toString() {
        return rule;
    }
}
