package dev.keywright.checks.flow;

import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.Lexicon;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.SourceWords;
import dev.keywright.checks.ir.TypeDecl;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Constants of libraries: what they hold, and whether it is the name of a secret, no source says. The JDK's are measures,
 * months and charsets; a header is named by none.
 */
final class ForeignConstants {

    /** Types of {@code java.lang} with constants, which are not imported. */
    private static final Set<String> LANG = Set.of(
            "Integer", "Long", "Short", "Byte", "Character", "Double", "Float", "Boolean", "Math", "Thread", "String");

    private ForeignConstants() {}

    /** The numbers of their names. */
    static BitSet of(Program program) {
        BitSet candidates = candidates(program);
        BitSet foreign = new BitSet();
        for (SourceFile file : program.files()) {
            if (file.isSearchable() && file.words().any(candidates)) {
                add(file, candidates, foreign);
            }
        }
        return foreign;
    }

    private static BitSet candidates(Program program) {
        Set<String> own = new HashSet<>();
        for (TypeDecl type : program.types()) {
            for (FieldDecl field : type.fields()) {
                own.add(field.name());
            }
        }
        Lexicon lexicon = program.lexicon();
        BitSet candidates = new BitSet(lexicon.size());
        for (int id = 0; id < lexicon.size(); id++) {
            String word = lexicon.word(id);
            candidates.set(
                    id, !lexicon.isLiteral(id) && word.length() > 1 && Leads.isConstant(word) && !own.contains(word));
        }
        return candidates;
    }

    private static void add(SourceFile file, BitSet candidates, BitSet foreign) {
        SourceWords words = file.words();
        for (int index = 0; index < words.size(); index++) {
            int id = words.word(index);
            if (candidates.get(id) && !foreign.get(id) && !isOfJdk(file, words, index)) {
                foreign.set(id);
            }
        }
    }

    /** {@code Calendar.MONTH} in a file that imports {@code java.util.Calendar}. */
    private static boolean isOfJdk(SourceFile file, SourceWords words, int index) {
        if (index == 0 || file.text().charAt(words.start(index) - 1) != '.') {
            return false;
        }
        String owner = words.lexicon().word(words.word(index - 1));
        return LANG.contains(owner)
                || file.imports().stream()
                        .anyMatch(name -> name.startsWith("java.")
                                && name.length() > owner.length()
                                && name.charAt(name.length() - owner.length() - 1) == '.'
                                && name.endsWith(owner));
    }
}
