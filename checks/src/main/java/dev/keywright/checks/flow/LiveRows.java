package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Lexicon;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.models.Model;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which rows of the models any expression of a program may speak of. */
final class LiveRows {

    /** Where names of packages begin, whoever made them. */
    private static final Set<String> COMMON = Set.of(
            "com", "org", "net", "io", "de", "at", "cn", "software", "java", "javax", "jakarta", "apache", "commons");

    /** Types that are had without being named. */
    private static final List<String> EVERYWHERE =
            List.of("java.lang.", "java.util.", "java.nio.", "java.io.", "javax.crypto.");

    private final Lexicon lexicon;
    private final Map<String, Boolean> ends = new HashMap<>();

    LiveRows(Program program) {
        this.lexicon = program.wholeLexicon();
    }

    boolean isLive(Model row) {
        return mentions(row) && row.owners().stream().anyMatch(this::isLive);
    }

    /**
     * One of the types that every program may hold, one that a source names, or one of a maker whose name is in some source;
     * what is meant by the receiver's name is in some source with that name.
     */
    private boolean isLive(String owner) {
        if (owner.startsWith("~")) {
            return endsWord(owner.substring(owner.lastIndexOf('~') + 1));
        }
        if (owner.startsWith("*") || owner.equals("?")) {
            return true;
        }
        if (EVERYWHERE.stream().anyMatch(owner::startsWith)) {
            return true;
        }
        if (owner.startsWith("java.")) {
            return endsWord(FlowEngine.simpleName(owner));
        }
        return isWord(FlowEngine.simpleName(owner)) && isWord(outermost(owner)) || isWord(maker(owner));
    }

    private boolean endsWord(String end) {
        return ends.computeIfAbsent(end, this::endsAny);
    }

    private boolean endsAny(String end) {
        for (int id = 0; id < lexicon.size(); id++) {
            String word = lexicon.word(id);
            if (!lexicon.isLiteral(id)
                    && word.regionMatches(true, word.length() - end.length(), end, 0, end.length())) {
                return true;
            }
        }
        return false;
    }

    /** {@code JWSHeader} of {@code com.nimbusds.jose.JWSHeader.Builder}. */
    private static String outermost(String owner) {
        int from = 0;
        for (int dot = owner.indexOf('.'); dot >= 0; dot = owner.indexOf('.', from)) {
            if (Character.isUpperCase(owner.charAt(from))) {
                return owner.substring(from, dot);
            }
            from = dot + 1;
        }
        return owner.substring(from);
    }

    /** {@code nimbusds} of {@code com.nimbusds.jose.JWSObject}: the first part of the name that only its makers use. */
    private static String maker(String owner) {
        int from = 0;
        for (int dot = owner.indexOf('.'); dot >= 0; dot = owner.indexOf('.', from)) {
            String part = owner.substring(from, dot);
            if (!COMMON.contains(part)) {
                return part;
            }
            from = dot + 1;
        }
        return owner.substring(from);
    }

    private boolean isWord(String word) {
        return lexicon.identifier(word) >= 0;
    }

    /** Whether any source calls one of its methods. */
    private boolean mentions(Model row) {
        for (String method : row.methods()) {
            if (method.equals("*") || method.equals("<init>")) {
                return true;
            }
            int id = lexicon.identifier(method);
            if (id >= 0 && lexicon.isCalled(id)) {
                return true;
            }
        }
        return false;
    }
}
