package dev.keywright.checks.rules.signature;

import dev.keywright.checks.ir.Lexicon;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.WordClosure;
import dev.keywright.checks.rules.RuleContext;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** The words of a program without which no method can hold one of {@link Checks}, or a way around one. */
final class CheckWords {

    /** Of each name that says that it verifies, and of what a caller says of itself. */
    private static final List<String> NAMING = List.of(
            "verif", "valid", "check", "match", "authentic", "authoriz", "genuine", "trusted", "header", "useragent");

    private final BitSet words;

    private CheckWords(Program program) {
        words = WordClosure.of(program, Verifiers::mayAnswer, Checks.DEEPEST, CheckWords::mayHelp);
        Lexicon lexicon = program.lexicon();
        for (int id = 0; id < lexicon.size(); id++) {
            if (!lexicon.isLiteral(id) && names(lexicon.word(id))) {
                words.set(id);
            }
        }
    }

    private static boolean mayHelp(MethodDecl method) {
        return Macs.isBoolean(method) && !method.parameters().isEmpty();
    }

    private static boolean names(String word) {
        String name = word.toLowerCase(Locale.ROOT);
        return Verifiers.mayThrow(word) || NAMING.stream().anyMatch(name::contains);
    }

    /** Those of the checked program, for all files. */
    static CheckWords of(RuleContext context) {
        return context.shared(CheckWords.class, CheckWords::new);
    }

    /** Whether a method of a file may hold a check that is none of {@link Verifications}, or a way around one. */
    boolean mayBeIn(SourceFile file, MethodDecl method) {
        return file.mayMention(words, method.span());
    }
}
