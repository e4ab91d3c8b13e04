package dev.keywright.checks.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes sources at random, mostly so that they stay near to Java. The same seed makes the same mutants. */
public final class Mutator {

    private static final int LONGEST = 200_000;

    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "<",
            ">",
            ";",
            ",",
            ".",
            "->",
            "::",
            "=",
            "+",
            "\"",
            "'",
            "\"\"\"",
            "/*",
            "*/",
            "//",
            "\\u0022",
            "\\u005c",
            "\\",
            "@",
            "?",
            ":",
            " case ",
            " default ",
            " switch ",
            " class ",
            " record ",
            " enum ",
            " interface ",
            " new ",
            " yield ",
            " var ",
            " when ",
            " sealed ",
            " permits ",
            " import ",
            " static ",
            " return ",
            "this",
            "super",
            "0x",
            "1e",
            "null",
            " instanceof ",
            "\0",
            "\r",
            "\ufeff",
            "\ud800",
            " extends A ",
            "<T extends T>",
            "int[]",
            "...",
            "_",
            " final ",
            " synchronized ",
            " throws ",
            " module ",
            "99999999999999999999",
            "0x1p",
            "'\\u000a'",
            "\u001a",
            " try ",
            " finally ",
            " catch ",
            " else ",
            " break ",
            " continue ",
            " for ",
            " while ",
            " do ",
            " assert ",
            "@interface ",
            "<?>",
            "<>",
            "\\s",
            " non-sealed ",
            "(byte)",
            "(String)",
            " & ",
            "!",
            "~",
            "--",
            "\u202e",
            "\ud83d\ude00",
            "$",
            " goto ",
            " package p; ");

    private static final List<String> WRAPPERS = List.of(
            "(%s)",
            "f(%s)",
            "new Object() { Object o = %s; }",
            "x -> %s",
            "() -> { return %s; }",
            "a ? %s : b",
            "(String) %s",
            "%s + %s",
            "switch (%s) { default -> %s; }",
            "{ %s }",
            "if (a) { %s }",
            "for (;;) { %s }",
            "try { %s } finally { %s }",
            "List<%s>",
            "new Object[] {%s}",
            "@A(%s)",
            "class Z { %s }",
            "\"\" + %s",
            "!%s",
            "while (%s) ;",
            "synchronized (%s) { }",
            "%s.a(%s)",
            "%s == null ? %s : null");

    private final Random random;
    private final List<String> pool;

    public Mutator(Random random, List<String> pool) {
        this.random = random;
        this.pool = pool;
    }

    /** One of the sources, changed one to eight times. */
    public String mutant() {
        return mutate(any());
    }

    String mutate(String source) {
        String text = source;
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes; i++) {
            text = text.isEmpty() ? any() : change(text);
            if (text.length() > LONGEST) {
                return text.substring(0, LONGEST);
            }
        }
        return text;
    }

    private String any() {
        return pool.get(random.nextInt(pool.size()));
    }

    private String change(String text) {
        return switch (random.nextInt(10)) {
            case 0 -> characters(text);
            case 1 -> wholeFile(text);
            default -> tokens(text);
        };
    }

    private String tokens(String source) {
        Tokens tokens = Tokens.of(source);
        List<String> texts = tokens.texts;
        int at = random.nextInt(texts.size());
        switch (random.nextInt(14)) {
            case 0 -> remove(texts, at, 1 + random.nextInt(3));
            case 1 -> texts.add(at, PIECES.get(random.nextInt(PIECES.size())));
            case 2 -> texts.add(at, texts.get(random.nextInt(texts.size())));
            case 3 -> swapNames(tokens);
            case 4 -> foreignName(tokens);
            case 5 -> spliceGroup(tokens, "{(");
            case 6 -> spliceGroup(tokens, "(");
            case 7 -> repeatStatement(tokens);
            case 8 -> spliceStatement(tokens);
            case 9 -> wrap(tokens);
            case 10 -> texts.set(at, escaped(texts.get(at)));
            case 11 -> texts.set(at, giant(tokens, at));
            case 12 -> removeGroup(tokens);
            default -> texts.set(at, texts.get(random.nextInt(texts.size())));
        }
        return tokens.join();
    }

    private static void remove(List<String> texts, int at, int count) {
        texts.subList(at, Math.min(texts.size(), at + count)).clear();
    }

    /** Two names of the file change places, everywhere. */
    private void swapNames(Tokens tokens) {
        String one = name(tokens);
        String two = name(tokens);
        tokens.texts.replaceAll(text -> text.equals(one) ? two : text.equals(two) && random.nextBoolean() ? one : text);
    }

    private void foreignName(Tokens tokens) {
        String own = name(tokens);
        String other = name(Tokens.of(any()));
        tokens.texts.replaceAll(text -> text.equals(own) ? other : text);
    }

    private String name(Tokens tokens) {
        for (int tries = 0; tries < 50; tries++) {
            int at = random.nextInt(tokens.texts.size());
            if (tokens.isIdentifier(at)) {
                return tokens.texts.get(at);
            }
        }
        return "x";
    }

    /** A bracket with all that is in it gives way to one of another file. */
    private void spliceGroup(Tokens tokens, String brackets) {
        Tokens other = Tokens.of(any());
        int[] from = other.group(random, brackets);
        int[] to = tokens.group(random, brackets);
        if (from != null && to != null) {
            List<String> taken = new ArrayList<>(other.texts.subList(from[0], from[1]));
            List<String> place = tokens.texts.subList(to[0], to[1]);
            place.clear();
            place.addAll(taken);
        }
    }

    private void removeGroup(Tokens tokens) {
        int[] group = tokens.group(random, "{([");
        if (group != null) {
            tokens.texts.subList(group[0] + random.nextInt(2), group[1]).clear();
        }
    }

    private void repeatStatement(Tokens tokens) {
        int[] statement = tokens.statement(random);
        if (statement != null) {
            String text = String.join("", tokens.texts.subList(statement[0], statement[1]));
            int most = Math.max(1, Math.min(1 << random.nextInt(9), 40_000 / Math.max(1, text.length())));
            tokens.texts.add(statement[1], text.repeat(most));
        }
    }

    private void spliceStatement(Tokens tokens) {
        Tokens other = Tokens.of(any());
        int[] from = other.statement(random);
        int[] to = tokens.statement(random);
        if (from != null && to != null) {
            tokens.texts.add(to[random.nextInt(2)], String.join("", other.texts.subList(from[0], from[1])));
        }
    }

    /** Something in brackets, or one name, gets into something else, up to a hundred times over. */
    private void wrap(Tokens tokens) {
        int[] group = tokens.group(random, "{(");
        int at = random.nextInt(tokens.texts.size());
        int[] place = group != null && random.nextBoolean() ? group : new int[] {at, at + 1};
        String inner = String.join("", tokens.texts.subList(place[0], place[1]));
        int depth = 1 + random.nextInt(1 << random.nextInt(8));
        String wrapper = WRAPPERS.get(random.nextInt(WRAPPERS.size()));
        for (int i = 0; i < depth && inner.length() < 20_000; i++) {
            wrapper = random.nextInt(4) == 0 ? WRAPPERS.get(random.nextInt(WRAPPERS.size())) : wrapper;
            inner = wrapper.replace("%s", inner);
        }
        List<String> there = tokens.texts.subList(place[0], place[1]);
        there.clear();
        there.add(inner);
    }

    private String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.substring(0, Math.min(text.length(), 200)).toCharArray()) {
            String escape = "\\" + "u".repeat(1 + random.nextInt(3)) + String.format("%04x", (int) c);
            escaped.append(random.nextInt(3) == 0 ? String.valueOf(c) : escape);
        }
        return escaped.toString();
    }

    private String giant(Tokens tokens, int at) {
        String text = tokens.texts.get(at);
        return switch (random.nextInt(5)) {
            case 0 -> tokens.isIdentifier(at) ? "x".repeat(1 + random.nextInt(70_000)) : text;
            case 1 -> '"' + "s".repeat(random.nextInt(70_000)) + '"';
            case 2 -> "1" + "0".repeat(random.nextInt(5_000));
            case 3 -> "\"a\"" + " + \"a\"".repeat(random.nextInt(3_000));
            default -> "a" + ".a()".repeat(random.nextInt(1_500));
        };
    }

    private String characters(String source) {
        StringBuilder text = new StringBuilder(source);
        int at = random.nextInt(text.length());
        int length = Math.min(text.length() - at, 1 + random.nextInt(1 << random.nextInt(8)));
        switch (random.nextInt(5)) {
            case 0 -> text.delete(at, at + length);
            case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
            case 2 -> text.insert(random.nextInt(text.length()), text.substring(at, at + length));
            case 3 -> text.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 128 : 0x10000));
            default -> text.insert(at, any(), 0, 0);
        }
        return text.toString();
    }

    private String wholeFile(String text) {
        return switch (random.nextInt(7)) {
            case 0 -> text.substring(0, random.nextInt(text.length()));
            case 1 -> text.substring(random.nextInt(text.length()));
            case 2 -> '\ufeff' + text;
            case 3 -> text.replace("\n", random.nextBoolean() ? "\r\n" : "\r");
            case 4 -> mixedLineEnds(text);
            case 5 -> text + "\0\u001a";
            default -> text + any();
        };
    }

    private String mixedLineEnds(String text) {
        List<String> ends = List.of("\n", "\r\n", "\r", "\n\r", "\f", "\u2028", "\u000b");
        StringBuilder mixed = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            mixed.append(line).append(ends.get(random.nextInt(random.nextInt(3) == 0 ? ends.size() : 1)));
        }
        return mixed.toString();
    }
}
