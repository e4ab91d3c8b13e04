package dev.keywright.checks.ir;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * By which words code comes to others through calls: the words themselves, and the names of the program's methods whose code
 * holds one of these, so many calls deep. Names stand for more than what is meant, so that there are never too few.
 */
public final class WordClosure {

    private final Program program;
    private final BitSet words;

    private WordClosure(Program program, BitSet words) {
        this.program = program;
        this.words = words;
    }

    /**
     * The numbers of the words, in the program's {@linkplain Program#lexicon lexicon}.
     *
     * @param meant which names of called methods to begin with
     * @param deepest how many calls lie between at most
     * @param through which methods are looked into
     */
    public static BitSet of(Program program, Predicate<String> meant, int deepest, Predicate<MethodDecl> through) {
        Lexicon lexicon = program.wholeLexicon();
        BitSet words = new BitSet(lexicon.size());
        for (int id = 0; id < lexicon.size(); id++) {
            words.set(id, lexicon.isCalled(id) && meant.test(lexicon.word(id)));
        }
        if (!words.isEmpty()) {
            new WordClosure(program, words).close(deepest, through);
        }
        return words;
    }

    private void close(int deepest, Predicate<MethodDecl> through) {
        List<MethodDecl> open = new ArrayList<>();
        for (TypeDecl type : program.types()) {
            for (MethodDecl method : type.methods()) {
                if (method.body() != null && !isKnown(method) && through.test(method)) {
                    open.add(method);
                }
            }
        }
        boolean grown = true;
        for (int depth = 0; depth < deepest && grown; depth++) {
            BitSet names = new BitSet();
            open.removeIf(method -> isKnown(method) || add(method, names));
            grown = !names.isEmpty();
            words.or(names);
        }
    }

    private boolean isKnown(MethodDecl method) {
        int id = program.lexicon().identifier(method.name());
        return id >= 0 && words.get(id);
    }

    private boolean add(MethodDecl method, BitSet names) {
        SourceFile file = program.fileOf(method.owner());
        int id = program.lexicon().identifier(method.name());
        if (id < 0 || file != null && !file.mayMention(words, method.span())) {
            return false;
        }
        names.set(id);
        return true;
    }
}
