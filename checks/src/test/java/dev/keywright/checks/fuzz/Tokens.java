package dev.keywright.checks.fuzz;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** A source cut into tokens, blanks and comments among them, with the brackets that belong together. Never fails. */
final class Tokens {

    final List<String> texts = new ArrayList<>();

    private Tokens() {}

    static Tokens of(String source) {
        Tokens tokens = new Tokens();
        int at = 0;
        while (at < source.length()) {
            int end = Math.min(source.length(), Math.max(at + 1, end(source, at)));
            tokens.texts.add(source.substring(at, end));
            at = end;
        }
        return tokens;
    }

    private static int end(String source, int at) {
        char c = source.charAt(at);
        if (Character.isWhitespace(c)) {
            return run(source, at, Character::isWhitespace);
        }
        if (Character.isJavaIdentifierPart(c)) {
            return run(source, at, Character::isJavaIdentifierPart);
        }
        if (source.startsWith("//", at)) {
            int end = source.indexOf('\n', at);
            return end < 0 ? source.length() : end;
        }
        if (source.startsWith("/*", at)) {
            int end = source.indexOf("*/", at + 2);
            return end < 0 ? source.length() : end + 2;
        }
        if (source.startsWith("\"\"\"", at)) {
            int end = source.indexOf("\"\"\"", at + 3);
            return end < 0 ? source.length() : end + 3;
        }
        if (c == '"' || c == '\'') {
            return quoted(source, at, c);
        }
        for (String operator : List.of("->", "::", "==", "!=", "<=", ">=", "&&", "||", "++", "--", "+=", "...")) {
            if (source.startsWith(operator, at)) {
                return at + operator.length();
            }
        }
        return at + 1;
    }

    private interface Class {
        boolean has(int character);
    }

    private static int run(String source, int at, Class wanted) {
        int end = at;
        while (end < source.length() && wanted.has(source.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int quoted(String source, int at, char quote) {
        int end = at + 1;
        while (end < source.length() && source.charAt(end) != '\n') {
            if (source.charAt(end) == '\\') {
                end++;
            } else if (source.charAt(end) == quote) {
                return end + 1;
            }
            end++;
        }
        return end;
    }

    String join() {
        return String.join("", texts);
    }

    boolean isIdentifier(int index) {
        String text = texts.get(index);
        return !text.isEmpty() && Character.isJavaIdentifierStart(text.charAt(0));
    }

    /** The tokens from a random opening bracket up to the one that closes it, as {from, to}; null when there is none. */
    int[] group(Random random, String brackets) {
        int[] partners = partners();
        List<int[]> found = new ArrayList<>();
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] > i && brackets.contains(texts.get(i))) {
                found.add(new int[] {i, partners[i] + 1});
            }
        }
        return found.isEmpty() ? null : found.get(random.nextInt(found.size()));
    }

    /** A statement or member: from behind a semicolon or brace up to the next semicolon of the same level. */
    int[] statement(Random random) {
        int[] partners = partners();
        int start = random.nextInt(texts.size());
        while (start > 0 && !";{}".contains(texts.get(start - 1))) {
            start--;
        }
        int end = start;
        while (end < texts.size()) {
            String text = texts.get(end);
            if (text.equals(";")) {
                return new int[] {start, end + 1};
            }
            if (text.equals("}")) {
                return end > start ? new int[] {start, end} : null;
            }
            if (partners[end] > end) {
                boolean block = text.equals("{");
                end = partners[end];
                if (block) {
                    return new int[] {start, end + 1};
                }
            }
            end++;
        }
        return null;
    }

    private int[] partners() {
        int[] partners = new int[texts.size()];
        Arrays.fill(partners, -1);
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < partners.length; i++) {
            switch (texts.get(i)) {
                case "{", "(", "[" -> open.push(i);
                case "}", ")", "]" -> {
                    if (!open.isEmpty() && matches(texts.get(open.peek()), texts.get(i))) {
                        int start = open.pop();
                        partners[start] = i;
                        partners[i] = start;
                    }
                }
                default -> {}
            }
        }
        return partners;
    }

    private static boolean matches(String open, String close) {
        return "{}()[]".contains(open + close);
    }
}
