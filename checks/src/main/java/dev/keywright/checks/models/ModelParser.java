package dev.keywright.checks.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads rows of facts, one a line:
 *
 * <pre>
 * Type|Type#method|method/arity -> effect; effect
 * </pre>
 *
 * The arity is {@code n}, {@code n+}, {@code n-m} or absent. Operands are {@code this}, {@code arg0}, {@code arg1+} (and all
 * after it), {@code args}, {@code result}; a star behind one means its elements. Effects:
 *
 * <pre>
 * source KIND ROLE text…          the result is a secret
 * named arg0 ROLE text…           … when the constant argument is the name of one
 * presented | request-map | answer | weak-random | strong-random | sanitizes | fluent
 * returns OPERAND… | holds OPERAND… | digest OPERAND… | concat OPERAND…
 * format PATTERN VALUES
 * writes TO OPERAND… | puts KEY VALUE | gets KEY
 * sink KIND OPERAND…
 * compare LEFT RIGHT | compares-safely LEFT RIGHT
 * calls FUNCTION (OPERAND…) [to]  e.g. "calls arg0 (this*) result*"
 * </pre>
 *
 * An owner {@code ~name} is meant when nothing is known of the receiver's type and its name ends so, {@code ~~name} when the
 * receiver is named or got exactly so, whatever its type. {@code *Suffix} is any type whose simple name ends so, {@code ?}
 * any receiver of which no type is known. A line that starts with {@code #} is a comment.
 */
final class ModelParser {

    private final List<Model> models = new ArrayList<>();

    static List<Model> parse(String name, String text) {
        ModelParser parser = new ModelParser();
        int line = 0;
        for (String row : text.split("\\R", -1)) {
            line++;
            String trimmed = row.strip();
            if (trimmed.isEmpty() || trimmed.startsWith("#")) {
                continue;
            }
            try {
                parser.row(trimmed);
            } catch (IndexOutOfBoundsException e) {
                throw new IllegalArgumentException(name + ":" + line + ": a word is missing: " + trimmed, e);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(name + ":" + line + ": " + e.getMessage() + ": " + trimmed, e);
            }
        }
        return parser.models;
    }

    private void row(String row) {
        int arrow = row.indexOf("->");
        int hash = row.indexOf('#');
        if (arrow < 0 || hash < 0 || hash > arrow) {
            throw new IllegalArgumentException("expected 'Type#method -> effect'");
        }
        List<String> owners = owners(row.substring(0, hash).strip());
        String methods = row.substring(hash + 1, arrow).strip();
        int min = 0;
        int max = Integer.MAX_VALUE;
        int slash = methods.indexOf('/');
        if (slash >= 0) {
            String arity = methods.substring(slash + 1);
            methods = methods.substring(0, slash);
            int dash = arity.indexOf('-');
            if (arity.endsWith("+")) {
                min = Integer.parseInt(arity.substring(0, arity.length() - 1));
            } else if (dash > 0) {
                min = Integer.parseInt(arity.substring(0, dash));
                max = Integer.parseInt(arity.substring(dash + 1));
            } else {
                min = Integer.parseInt(arity);
                max = min;
            }
        }
        List<Effect> effects = new ArrayList<>();
        for (String effect : row.substring(arrow + 2).split(";")) {
            effects.add(effect(effect.strip()));
        }
        models.add(new Model(owners, Set.of(methods.split("\\|")), min, max, effects));
    }

    /** {@code a.b.C|D} is {@code a.b.C} and {@code a.b.D}. */
    private static List<String> owners(String text) {
        List<String> owners = new ArrayList<>();
        String prefix = "";
        for (String owner : text.split("\\|")) {
            if (owner.startsWith("~") || owner.startsWith("*") || owner.equals("?")) {
                owners.add(owner);
                continue;
            }
            int dot = packageEnd(owner);
            if (dot > 0) {
                prefix = owner.substring(0, dot + 1);
                owners.add(owner);
            } else {
                owners.add(prefix + owner);
            }
        }
        return owners;
    }

    private static int packageEnd(String owner) {
        for (int i = 0; i < owner.length(); i++) {
            if (Character.isUpperCase(owner.charAt(i))) {
                return i - 1;
            }
        }
        return owner.lastIndexOf('.');
    }

    private static Effect effect(String text) {
        String[] words = text.split("\\s+");
        return switch (words[0]) {
            case "source" -> new Effect.Source(kind(words[1]), role(words[2]), rest(words, 3));
            case "named" -> new Effect.NamedSource(Operand.parse(words[1]), role(words[2]), rest(words, 3));
            case "presented" -> new Effect.Presented();
            case "request-map" -> new Effect.RequestMap();
            case "weak-random" -> new Effect.WeakRandom();
            case "strong-random" -> new Effect.StrongRandom();
            case "answer" -> new Effect.Answer();
            case "sanitizes" -> new Effect.Sanitizes();
            case "fluent" -> new Effect.Fluent();
            case "returns" -> new Effect.Returns(operands(words, 1));
            case "holds" -> new Effect.Holds(operands(words, 1));
            case "digest" -> new Effect.Digest(operands(words, 1));
            case "concat" -> new Effect.Concat(operands(words, 1));
            case "format" -> new Effect.Format(Operand.parse(words[1]), Operand.parse(words[2]));
            case "writes" -> new Effect.Writes(Operand.parse(words[1]), operands(words, 2));
            case "puts" -> new Effect.Puts(Operand.parse(words[1]), Operand.parse(words[2]));
            case "gets" -> new Effect.Gets(Operand.parse(words[1]));
            case "sink" -> new Effect.Sink(sink(words[1]), operands(words, 2));
            case "compare" -> new Effect.Compare(Operand.parse(words[1]), Operand.parse(words[2]), false);
            case "compares-safely" -> new Effect.Compare(Operand.parse(words[1]), Operand.parse(words[2]), true);
            case "calls" -> calls(text);
            default -> throw new IllegalArgumentException("unknown effect '" + words[0] + "'");
        };
    }

    private static Effect calls(String text) {
        int open = text.indexOf('(');
        int close = text.indexOf(')');
        if (open < 0 || close < open) {
            throw new IllegalArgumentException("expected 'calls arg0 (operands) result'");
        }
        String inner = text.substring(open + 1, close).strip();
        List<Operand> parameters = inner.isEmpty() ? List.of() : operands(inner.split("\\s+"), 0);
        String to = text.substring(close + 1).strip();
        return new Effect.Calls(
                Operand.parse(text.substring(6, open).strip()),
                parameters,
                Operand.parse(to.isEmpty() ? "result" : to),
                !to.isEmpty());
    }

    private static Kind kind(String word) {
        return Kind.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Role role(String word) {
        return Role.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static SinkKind sink(String word) {
        return SinkKind.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static List<Operand> operands(String[] words, int from) {
        return Arrays.stream(words, from, words.length).map(Operand::parse).toList();
    }

    private static String rest(String[] words, int from) {
        return String.join(" ", Arrays.asList(words).subList(from, words.length));
    }
}
