package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.SourceWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** In which methods each word of a program stands, and where: found at once, however often it is asked. */
final class Places {

    /** Is told of one place. */
    interface Visitor {

        /** @param index which of its file's words it is */
        void at(Unit unit, int index);
    }

    private final List<SourceFile> files = new ArrayList<>();
    private final List<Unit.Ranges> units = new ArrayList<>();
    /** The number of each file's first word, all words of all files being counted through. */
    private final int[] bases;

    /** By word: the number of one place where it stands, plus one; by place: of the next with the same word. */
    private final int[] first;

    private final int[] next;

    Places(Program program, List<Unit> order) {
        Map<SourceFile, List<Unit>> byFile = new IdentityHashMap<>();
        order.forEach(unit ->
                byFile.computeIfAbsent(unit.file, key -> new ArrayList<>()).add(unit));
        int count = 0;
        int[] starts = new int[program.files().size()];
        for (SourceFile file : program.files()) {
            List<Unit> inside = byFile.get(file);
            if (inside != null && file.isSearchable()) {
                starts[files.size()] = count;
                files.add(file);
                units.add(new Unit.Ranges(inside));
                count += file.words().size();
            }
        }
        bases = Arrays.copyOf(starts, files.size());
        first = new int[program.lexicon().size()];
        next = new int[count];
        int place = 0;
        for (SourceFile file : files) {
            SourceWords words = file.words();
            for (int index = 0; index < words.size(); index++) {
                int word = words.word(index);
                next[place] = first[word];
                first[word] = ++place;
            }
        }
    }

    /** Shows all places of a word within a method. */
    void each(int word, Visitor visitor) {
        for (int place = word < first.length ? first[word] : 0; place != 0; place = next[place - 1]) {
            int found = Arrays.binarySearch(bases, place - 1);
            int file = found < 0 ? -found - 2 : lastOf(found);
            int index = place - 1 - bases[file];
            Unit unit = units.get(file).around(index);
            if (unit != null) {
                visitor.at(unit, index);
            }
        }
    }

    /** A file without words begins where the next one does. */
    private int lastOf(int found) {
        int file = found;
        while (file + 1 < bases.length && bases[file + 1] == bases[file]) {
            file++;
        }
        return file;
    }
}
