package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Lexicon;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.models.Effect;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.Model;
import dev.keywright.checks.models.Models;
import dev.keywright.checks.models.NameVerdict;
import dev.keywright.checks.models.SecretNames;
import dev.keywright.checks.models.SinkKind;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which words of a program may lead to a secret: nothing that a method does can concern a rule unless such a word stands in
 * it, or something reaches it from a method in which one does. Too many leads cost time, one too few costs findings: whoever
 * teaches the engine a new way to see a secret makes sure that a word that is there says so.
 */
final class Leads {

    /** Where names of packages begin, whoever made them. */
    private static final Set<String> COMMON = Set.of(
            "com", "org", "net", "io", "de", "at", "cn", "software", "java", "javax", "jakarta", "apache", "commons");

    /** Types that are had without being named. */
    private static final List<String> EVERYWHERE =
            List.of("java.lang.", "java.util.", "java.nio.", "java.io.", "javax.crypto.");

    private final Program program;
    private final SecretNames names;
    private final BiPredicate<String, Boolean> rules;
    private final Set<String> methods = new HashSet<>();
    private final Set<String> suffixes = new HashSet<>();
    private final BitSet words = new BitSet();
    private final BitSet named = new BitSet();
    private boolean anything;

    Leads(Program program, Models models, BiPredicate<String, Boolean> rules) {
        this.program = program;
        this.names = models.names();
        this.rules = rules;
        Lexicon lexicon = program.wholeLexicon();
        Set<String> naming = new HashSet<>();
        for (Model row : models.rows()) {
            if (speaksAlone(row) && isLive(row)) {
                add(row);
            }
            if (has(row, Effect.NamedSource.class)) {
                naming.addAll(row.methods());
            }
        }
        for (int id = 0; id < lexicon.size(); id++) {
            String word = lexicon.word(id);
            words.set(id, leads(word, lexicon.isLiteral(id)));
            named.set(id, naming.contains(word));
        }
    }

    /** Whether a class is named after a secret that it makes: its methods need not say it again. */
    boolean isMaker(TypeDecl type) {
        int id = type.simpleName().endsWith("Generator") ? program.lexicon().identifier(type.simpleName()) : -1;
        return id >= 0 && words.get(id);
    }

    /** Whether any word may: then nothing can be passed over. */
    boolean anything() {
        return anything;
    }

    /** The numbers of the words that lead to a secret. */
    BitSet words() {
        return words;
    }

    /** The numbers of the names of methods that are handed the name of a secret: a header, a property. */
    BitSet named() {
        return named;
    }

    // ---- models

    /** Whether what a row says can concern a rule without any secret being known: it makes one, or must not be given a literal. */
    private static boolean speaksAlone(Model row) {
        return row.effects().stream()
                .anyMatch(effect -> effect instanceof Effect.Source
                        || effect instanceof Effect.RequestMap
                        || effect instanceof Effect.Sink sink && speaksAlone(sink.kind()));
    }

    /** Whether a place must not be given just anything. */
    static boolean speaksAlone(SinkKind kind) {
        return kind == SinkKind.KEY_MATERIAL;
    }

    private static boolean has(Model row, Class<? extends Effect> effect) {
        return row.effects().stream().anyMatch(effect::isInstance);
    }

    private void add(Model row) {
        for (String method : row.methods()) {
            if (method.equals("*")) {
                anything = true;
            } else if (!method.equals("<init>")) {
                methods.add(method);
            } else {
                for (String owner : row.owners()) {
                    if (owner.startsWith("*")) {
                        suffixes.add(owner.substring(1));
                    } else {
                        methods.add(FlowEngine.simpleName(owner));
                    }
                }
            }
        }
    }

    /** Whether any expression of the program may be what a row speaks of. */
    private boolean isLive(Model row) {
        if (!mentions(row)) {
            return false;
        }
        for (String owner : row.owners()) {
            if (isLive(owner)) {
                return true;
            }
        }
        return false;
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
        Lexicon lexicon = program.lexicon();
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
        return program.lexicon().identifier(word) >= 0;
    }

    /** Whether any source has the name of one of its methods. */
    private boolean mentions(Model row) {
        for (String method : row.methods()) {
            if (method.equals("*") || method.equals("<init>") || isWord(method)) {
                return true;
            }
        }
        return false;
    }

    // ---- words

    private boolean leads(String word, boolean literal) {
        return rules.test(word, literal) || (literal ? literal(word) : identifier(word));
    }

    private boolean identifier(String word) {
        if (methods.contains(word) || classified(word) || classified(Property.of(word))) {
            return true;
        }
        for (String suffix : suffixes) {
            if (word.endsWith(suffix)) {
                return true;
            }
        }
        if (isConstant(word) && classified(word, true)) {
            return true;
        }
        return maySign(word) && CallNames.makesSignature(SecretNames.split(word));
    }

    private static boolean maySign(String word) {
        for (int i = word.length() - 3; i >= 0; i--) {
            char c = word.charAt(i);
            if ((c == 's' || c == 'S') && word.regionMatches(true, i, "sig", 0, 3)
                    || (c == 'm' || c == 'M') && word.regionMatches(true, i, "mac", 0, 3)) {
                return true;
            }
        }
        return false;
    }

    /** Named like a secret, or with a word for which the class it stands in may be the second sign. */
    private boolean classified(@Nullable String name) {
        if (name == null) {
            return false;
        }
        NameVerdict verdict = names.classify(name).orElse(null);
        return verdict != null
                && (verdict.strong()
                        || name.equals(NameSigns.PASS)
                        || verdict.kind() == Kind.TOKEN && name.regionMatches(true, name.length() - 5, "token", 0, 5));
    }

    /** Whether a word has no small letter, as the names of constants. */
    static boolean isConstant(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isLowerCase(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The name of a header, a parameter, a property; or a text in which such a name stands. */
    private boolean literal(String text) {
        if (text.length() < 3) {
            return false;
        }
        int from = 0;
        int length = Math.min(text.length(), 2_000);
        for (int at = 0; at <= length; at++) {
            boolean part = at < length
                    && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-' || text.charAt(at) == '_');
            if (!part) {
                if (at - from > 1 && classified(text.substring(from, at), false)) {
                    return true;
                }
                from = at + 1;
            }
        }
        return classified(text, true) || classified(PropertyKeys.lastSegments(text), true);
    }

    /** As {@link Declared#credentialName}, for whatever place it is in. */
    private boolean classified(String name, boolean header) {
        NameVerdict verdict = names.classify(name).orElse(null);
        return verdict != null
                && (verdict.strong()
                        || verdict.kind() == Kind.TOKEN
                        || header && (verdict.kind() == Kind.MAC || NameSigns.isKeyHeader(name)));
    }
}
