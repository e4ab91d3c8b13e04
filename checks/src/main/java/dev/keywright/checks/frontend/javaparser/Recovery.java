package dev.keywright.checks.frontend.javaparser;

import org.jspecify.annotations.Nullable;

/**
 * Blanks out what cannot be parsed, so that the rest can: the smallest member of a class around the error. Offsets stay as
 * they were; only closing braces that are missing are put behind the end.
 */
final class Recovery {

    /** Beyond so many blanked members the rest of a file is given up. */
    static final int MOST_STEPS = 40;

    /**
     * Lambdas with blocks and anonymous classes inside one another take the parser time that doubles with each; real code has
     * three.
     */
    static final int DEEPEST_LAMBDA = 10;

    /** How far before its arguments the {@code new} of an anonymous class is looked for. */
    private static final int LONGEST_TYPE = 300;

    private Recovery() {}

    /** The text without the part around the error; null when nothing more can be done. */
    static @Nullable String withoutErrorAt(String text, int offset) {
        char[] mask = Lexical.mask(text);
        int error = Math.min(Math.max(0, offset), text.length());
        int open = missingBraces(mask);
        if (open > 0 && atEnd(mask, error)) {
            return text + "}".repeat(open);
        }
        int body = enclosingTypeBody(mask, error);
        int start = memberStart(mask, body + 1, error);
        int end = memberEnd(mask, start, error);
        if (end <= start || isBlank(mask, start, end)) {
            return null;
        }
        char[] rest = text.toCharArray();
        Lexical.blank(rest, start, end);
        return new String(rest);
    }

    private static int missingBraces(char[] mask) {
        int depth = 0;
        for (char c : mask) {
            depth += c == '{' ? 1 : c == '}' && depth > 0 ? -1 : 0;
        }
        return depth;
    }

    private static boolean atEnd(char[] mask, int offset) {
        for (int i = offset; i < mask.length; i++) {
            if (!Character.isWhitespace(mask[i]) && mask[i] != 0x1A && i > offset) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(char[] mask, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Character.isWhitespace(mask[i])) {
                return false;
            }
        }
        return true;
    }

    /** The brace that opens the innermost class body around an offset; -1 for the file itself. */
    private static int enclosingTypeBody(char[] mask, int offset) {
        int[] stack = new int[64];
        int depth = 0;
        for (int i = 0; i < offset && i < mask.length; i++) {
            if (mask[i] == '{') {
                if (depth == stack.length) {
                    stack = java.util.Arrays.copyOf(stack, depth * 2);
                }
                stack[depth++] = i;
            } else if (mask[i] == '}' && depth > 0) {
                depth--;
            }
        }
        for (int d = depth - 1; d >= 0; d--) {
            if (opensType(mask, stack[d])) {
                return stack[d];
            }
        }
        return -1;
    }

    private static boolean opensType(char[] mask, int brace) {
        int start = brace - 1;
        while (start >= 0 && mask[start] != ';' && mask[start] != '{' && mask[start] != '}') {
            start--;
        }
        String header = ' ' + new String(mask, start + 1, brace - start - 1).replaceAll("\\s", " ") + ' ';
        return header.contains(" class ")
                || header.contains(" interface ")
                || header.contains(" enum ")
                || header.contains("@interface ")
                || header.matches(".* record +\\w+ *[(<].*");
    }

    /** Where the member around the error begins: behind the last member that ends before it. */
    private static int memberStart(char[] mask, int from, int error) {
        int start = from;
        int depth = 0;
        for (int i = from; i < error && i < mask.length; i++) {
            char c = mask[i];
            if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth = Math.max(0, depth - 1);
                start = depth == 0 ? i + 1 : start;
            } else if (c == ';' && depth == 0) {
                start = i + 1;
            }
        }
        return start;
    }

    /** Where it ends: the first semicolon or closing brace of its own level at or behind the error. */
    private static int memberEnd(char[] mask, int start, int error) {
        int depth = 0;
        for (int i = start; i < mask.length; i++) {
            char c = mask[i];
            if (c == '{') {
                depth++;
            } else if (c == '}') {
                if (depth == 0) {
                    return i > start && !isBlank(mask, start, i) ? i : i + 1;
                }
                depth--;
                if (depth == 0 && i >= error) {
                    return i + 1;
                }
            } else if (c == ';' && depth == 0 && i >= error) {
                return i + 1;
            }
        }
        return mask.length;
    }

    /** The text without the blocks of lambdas that are nested too deeply; the same text when there are none. */
    static String withoutDeepLambdas(String text) {
        if (count(text, "->", 0) + count(text, "new", 0) <= DEEPEST_LAMBDA) {
            return text;
        }
        char[] mask = Lexical.mask(text);
        char[] rest = null;
        boolean[] lambda = new boolean[64];
        int depth = 0;
        int lambdas = 0;
        int blankFrom = -1;
        int blankDepth = -1;
        int[] parentheses = new int[64];
        int parenthesis = 0;
        int lastClosed = -1; // where the parenthesis opens that was closed last
        for (int i = 0; i < mask.length; i++) {
            if (mask[i] == '(') {
                if (parenthesis == parentheses.length) {
                    parentheses = java.util.Arrays.copyOf(parentheses, parenthesis * 2);
                }
                parentheses[parenthesis++] = i;
            } else if (mask[i] == ')') {
                lastClosed = parenthesis > 0 ? parentheses[--parenthesis] : -1;
            } else if (mask[i] == '{') {
                if (depth == lambda.length) {
                    lambda = java.util.Arrays.copyOf(lambda, depth * 2);
                }
                lambda[depth] = behindArrow(mask, i) || behindNew(mask, i, lastClosed);
                lambdas += lambda[depth] ? 1 : 0;
                if (lambdas > DEEPEST_LAMBDA && blankFrom < 0) {
                    blankFrom = i + 1;
                    blankDepth = depth;
                }
                depth++;
            } else if (mask[i] == '}' && depth > 0) {
                depth--;
                lambdas -= lambda[depth] ? 1 : 0;
                if (depth == blankDepth) {
                    rest = rest == null ? text.toCharArray() : rest;
                    Lexical.blank(rest, blankFrom, i);
                    blankFrom = -1;
                    blankDepth = -1;
                }
            }
        }
        return rest == null ? text : new String(rest);
    }

    /** How often a word stands in a text, as far as it matters. */
    private static int count(String text, String word, int from) {
        int count = 0;
        for (int i = text.indexOf(word, from); i >= 0 && count <= DEEPEST_LAMBDA; i = text.indexOf(word, i + 1)) {
            count++;
        }
        return count;
    }

    /** Whether a brace opens the body of {@code new Type(…) {}. */
    private static boolean behindNew(char[] mask, int brace, int opened) {
        int i = brace - 1;
        while (i >= 0 && Character.isWhitespace(mask[i])) {
            i--;
        }
        if (i < 0 || mask[i] != ')' || opened < 0) {
            return false;
        }
        for (int at = opened - 1; at >= 2 && at > opened - LONGEST_TYPE && mask[at] != ';' && mask[at] != '}'; at--) {
            if (mask[at] == 'w' && mask[at - 1] == 'e' && mask[at - 2] == 'n' && Character.isWhitespace(mask[at + 1])) {
                return at < 3 || !Character.isJavaIdentifierPart(mask[at - 3]);
            }
            if (mask[at] == '(' || mask[at] == '{' || mask[at] == '=') {
                return false;
            }
        }
        return false;
    }

    private static boolean behindArrow(char[] mask, int brace) {
        int i = brace - 1;
        while (i >= 0 && Character.isWhitespace(mask[i])) {
            i--;
        }
        return i > 0 && mask[i] == '>' && mask[i - 1] == '-';
    }
}
