package dev.keywright.checks.flow;

import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceWords;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Variable;
import dev.keywright.checks.models.Effect;
import dev.keywright.checks.models.Model;
import dev.keywright.checks.models.Operand;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether a method may write to a field, by what stands around the field's name in its text. Where a parameter is put into the
 * field of its own name, as constructors and setters do, the write is noted here and the method need not be followed for it.
 */
final class FieldWrites {

    private final FlowEngine engine;
    private final Program program;
    private final Kin kin;
    /** Methods of libraries that change what they are called on, and such that change an argument. */
    private final BitSet changing = new BitSet();

    private final BitSet filling = new BitSet();
    private final Map<String, BitSet> changingOf = new HashMap<>();
    private boolean read;

    FieldWrites(FlowEngine engine, Kin kin) {
        this.engine = engine;
        this.program = engine.program();
        this.kin = kin;
    }

    /** Whether the method may, where it mentions the field's name as the word at an index of its file. */
    boolean may(Unit unit, int index, FieldDecl field) {
        SourceWords words = unit.file.words();
        CharSequence text = unit.file.text();
        int start = words.start(index);
        int behind = skip(text, start + words.lexicon().word(words.word(index)).length());
        char next = at(text, behind);
        char second = at(text, behind + 1);
        switch (next) {
            case '=':
                return second != '=' && !fromParameter(unit, index, behind + 1, field);
            case '+', '-', '*', '%', '&', '|', '^', '/':
                return second == '=' || second == next || next == '/' && second == '*';
            case '<', '>':
                return second == next && at(text, behind + 2) != ' ';
            case '.':
                return !isImmutable(field.type()) && unit.mentions(changing(field.type()));
            case '[':
                return isStored(text, behind);
            case ',', ')':
                return !isImmutable(field.type()) && unit.mentions(filling());
            default:
                return isCountedBefore(text, start);
        }
    }

    private static int skip(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    private static char at(CharSequence text, int index) {
        return index < text.length() ? text.charAt(index) : ' ';
    }

    /** {@code ++field}. */
    private static boolean isCountedBefore(CharSequence text, int start) {
        int before = start - 1;
        while (before > 0 && text.charAt(before) <= ' ') {
            before--;
        }
        return before > 0
                && (text.charAt(before) == '+' || text.charAt(before) == '-')
                && text.charAt(before - 1) == text.charAt(before);
    }

    /** {@code field[i][j] = value}. */
    private static boolean isStored(CharSequence text, int bracket) {
        int open = 0;
        for (int at = bracket; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '[') {
                open++;
            } else if (c == ']') {
                open--;
                if (open == 0) {
                    int behind = skip(text, at + 1);
                    if (at(text, behind) != '[') {
                        char next = at(text, behind);
                        return next == '=' && at(text, behind + 1) != '='
                                || "+-*/%&|^<>".indexOf(next) >= 0 && at(text, behind + 1) != ' '
                                || next == '.'
                                || next == ','
                                || next == ')';
                    }
                    at = behind - 1;
                }
            } else if (c == ';' || c == '{') {
                return true;
            }
        }
        return true;
    }

    /** {@code this.field = field;} with the parameter as it came. */
    private boolean fromParameter(Unit unit, int index, int behindSign, FieldDecl field) {
        SourceWords words = unit.file.words();
        CharSequence text = unit.file.text();
        int value = index + 1;
        if (value >= words.size()
                || words.word(value) != words.word(index)
                || words.start(value) != skip(text, behindSign)
                || at(text, skip(text, words.start(value) + field.name().length())) != ';'
                || index == 0
                || !words.lexicon().word(words.word(index - 1)).equals("this")) {
            return false;
        }
        for (Variable parameter : unit.method.parameters()) {
            if (parameter.name().equals(field.name())
                    && parameter.annotations().isEmpty()
                    && !changes(unit, index, field)) {
                engine.fields().write(field, Value.input(0, null), unit.type.name());
                return true;
            }
        }
        return false;
    }

    /** Whether a name is given another value anywhere else in a method. */
    private static boolean changes(Unit unit, int index, FieldDecl field) {
        SourceWords words = unit.file.words();
        CharSequence text = unit.file.text();
        return unit.any(other -> {
            if (other == index || words.word(other) != words.word(index)) {
                return false;
            }
            int behind = skip(text, words.start(other) + field.name().length());
            char next = at(text, behind);
            char second = at(text, behind + 1);
            return next == '=' && second != '='
                    || "+-*/%&|^<>".indexOf(next) >= 0 && (second == '=' || second == next)
                    || isCountedBefore(text, words.start(other));
        });
    }

    /** Whether a value of this type changes only when it is assigned to. */
    private static boolean isImmutable(TypeRef type) {
        return type.isPrimitive() || type.isString();
    }

    // ---- methods that change things

    private BitSet filling() {
        read();
        return filling;
    }

    /** The methods that may change an object of a type: those of libraries, and of the program those that give nothing, or more of the same. */
    private BitSet changing(TypeRef type) {
        read();
        TypeDecl declared = engine.type(type);
        return declared == null ? changing : changingOf.computeIfAbsent(declared.name(), this::findChanging);
    }

    private BitSet findChanging(String type) {
        BitSet found = new BitSet();
        found.or(changing);
        Kin.Family family = kin.of(type);
        for (String related : family.types()) {
            TypeDecl declared = program.type(related);
            if (declared != null) {
                for (MethodDecl method : declared.methods()) {
                    String result = method.returnType().name();
                    if (result.equals("void")
                            || family.types().contains(result)
                            || !method.returnType().resolved()) {
                        add(found, method.name());
                    }
                }
            }
        }
        return found;
    }

    private void read() {
        if (read) {
            return;
        }
        read = true;
        for (Model row : engine.models().rows()) {
            for (Effect effect : row.effects()) {
                if (effect instanceof Effect.Writes writes && writes.to().index() >= 0) {
                    row.methods().forEach(method -> add(filling, method));
                } else if (effect instanceof Effect.Writes
                        || effect instanceof Effect.Puts
                        || effect instanceof Effect.Concat concat
                                && !concat.parts().isEmpty()
                                && concat.parts().get(0).index() == Operand.THIS) {
                    row.methods().forEach(method -> add(changing, method));
                }
            }
        }
    }

    private void add(BitSet words, String word) {
        int id = program.lexicon().identifier(word);
        if (id >= 0) {
            words.set(id);
        }
    }
}
