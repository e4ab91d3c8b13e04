package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.Lexicon;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.Words;
import dev.keywright.checks.models.Effect;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.Model;
import dev.keywright.checks.models.Models;
import dev.keywright.checks.models.NameVerdict;
import dev.keywright.checks.models.SecretNames;
import dev.keywright.checks.models.SinkKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which words of a program may lead to a secret: nothing that a method does can concern a rule unless such a word stands in
 * it, or something reaches it from a method in which one does. Too many leads cost time, one too few costs findings: whoever
 * teaches the engine a new way to see a secret makes sure that a word that is there says so.
 */
final class Leads {

    /** What takes texts apart is called; what it calls a token is one of the parts. */
    private static final Set<String> PARSERS = Set.of(
            "parser", "lexer", "scanner", "tokenizer", "splitter", "stemmer", "grammar", "compiler", "substitutor");

    private static final Words ADDRESS = Words.holding("://");

    private static final int LEADS = 1;
    private static final int OUTSIDE_PARSERS = 1 << 1;
    private static final int BESIDE_ADDRESS = 1 << 2;

    /** Speaks of security, without being a lead. */
    private static final int SECURITY = 1 << 3;

    /** The name of an annotation that may hand in all headers, and of a type that may hold them. */
    private static final int HANDING = 1 << 4;

    private static final int MAP = 1 << 5;

    /** What is handed the name of a secret, of a header or a property, and a constant whose text no source says. */
    private static final int NAMED = 1 << 6;

    private static final int FOREIGN = 1 << 7;

    private final Program program;
    private final SecretNames names;
    private final BiFunction<String, Boolean, Lead> rules;
    private final Set<String> methods = new HashSet<>();
    private final Set<String> types = new HashSet<>();
    private final Set<String> suffixes = new HashSet<>();
    private final Set<String> naming = new HashSet<>();
    private final Set<String> harmless;

    /** By the number of a word: what it may be, in bits. */
    private final int[] marks;

    private boolean anything;

    /** @param rules what the rules say of a word, and whether it is the text of a literal */
    Leads(Program program, Models models, BiFunction<String, Boolean, Lead> rules) {
        this.program = program;
        this.names = models.names();
        this.rules = rules;
        Lexicon lexicon = program.wholeLexicon();
        this.harmless = harmlessConstants();
        live(models);
        this.marks = new int[lexicon.size()];
        for (int id = 0; id < marks.length; id++) {
            marks[id] = mark(lexicon.word(id), lexicon.isLiteral(id), lexicon.isCalled(id));
        }
        ForeignConstants.of(program).stream().forEach(id -> marks[id] |= FOREIGN);
    }

    private void live(Models models) {
        LiveRows live = new LiveRows(program);
        for (Model row : models.rows()) {
            boolean alone = speaksAlone(row);
            boolean names = has(row, Effect.NamedSource.class);
            if ((alone || names) && live.isLive(row)) {
                if (alone) {
                    add(row);
                }
                if (names) {
                    naming.addAll(row.methods());
                }
            }
        }
    }

    private int mark(String word, boolean literal, boolean called) {
        Lead lead = rules.apply(word, literal).or(literal ? Lead.anywhere(literal(word)) : identifier(word, called));
        if (literal) {
            return bit(lead);
        }
        int mark = lead == Lead.OUTSIDE_PARSERS && harmless.contains(word) ? 0 : bit(lead);
        return mark
                | (mark == 0 && saysSecurity(word) ? SECURITY : 0)
                | (AnnotatedValues.mayHandMap(word) ? HANDING : 0)
                | (AnnotatedValues.isRequestMap(word) ? MAP : 0)
                | (called && naming.contains(word) ? NAMED : 0);
    }

    private static int bit(Lead lead) {
        return switch (lead) {
            case NO -> 0;
            case OUTSIDE_PARSERS -> OUTSIDE_PARSERS;
            case BESIDE_ADDRESS -> BESIDE_ADDRESS;
            case ANYWHERE -> LEADS;
        };
    }

    /** Whether any word may: then nothing can be passed over. */
    boolean anything() {
        return anything;
    }

    /** Whether something that may lead to a secret stands in a method. */
    boolean leads(Unit unit) {
        return !unit.locate() || isMaker(unit.type) || leads(unit.marks(marks), unit.type, unit.file);
    }

    /** Whether the declaration of a field may say that it holds a secret. */
    boolean leads(TypeDecl type, FieldDecl field) {
        SourceFile file = program.fileOf(type.name());
        return file == null
                || !file.isSearchable()
                || !field.span().known()
                || leads(file.words().marks(marks, field.span()), type, file);
    }

    private boolean leads(int found, TypeDecl type, SourceFile file) {
        return (found & LEADS) != 0
                || (found & OUTSIDE_PARSERS) != 0 && ((found & SECURITY) != 0 || !isParser(type))
                || (found & BESIDE_ADDRESS) != 0 && file.mayMention(ADDRESS)
                || (found & HANDING) != 0 && (found & MAP) != 0
                || (found & NAMED) != 0 && (found & FOREIGN) != 0;
    }

    /** Whether a class is named after a secret that it makes: its methods need not say it again. */
    private boolean isMaker(TypeDecl type) {
        int id = type.simpleName().endsWith("Generator") ? program.lexicon().identifier(type.simpleName()) : -1;
        return id >= 0 && (marks[id] & LEADS) != 0;
    }

    private boolean isParser(TypeDecl type) {
        List<String> split = SecretNames.split(type.simpleName());
        return split.stream().anyMatch(PARSERS::contains) && !names.hasWord("security", type.simpleName());
    }

    private boolean saysSecurity(String word) {
        return names.hasWord("security", word.replace("Token", "").replace("token", ""));
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
                        types.add(FlowEngine.simpleName(owner));
                    }
                }
            }
        }
    }

    // ---- words

    private Lead identifier(String word, boolean called) {
        if (called && methods.contains(word)
                || types.contains(word)
                || Declared.mayBeWholeHeaders(word)
                || suffixes.stream().anyMatch(word::endsWith)
                || called && maySign(word) && CallNames.mayGiveSignature(SecretNames.split(word))) {
            return Lead.ANYWHERE;
        }
        Lead lead = classified(word).or(classified(Property.of(word)));
        return isConstant(word) && !harmless.contains(word) ? lead.or(Lead.anywhere(classified(word, true))) : lead;
    }

    /** The program's own constants that are no text, or one that is written there and names nothing. */
    private Set<String> harmlessConstants() {
        Set<String> harmless = new HashSet<>();
        Set<String> others = new HashSet<>();
        for (TypeDecl type : program.types()) {
            for (FieldDecl field : type.fields()) {
                if (isConstant(field.name())) {
                    boolean literal = field.initializer() instanceof Expr.Literal written
                            && written.value() instanceof String text
                            && !literal(text);
                    boolean other = !field.type().name().equals("?") && !TextTypes.isTextual(field.type());
                    (literal || other ? harmless : others).add(field.name());
                }
            }
        }
        harmless.removeAll(others);
        return harmless;
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
    private Lead classified(@Nullable String name) {
        NameVerdict verdict = name == null ? null : names.classify(name).orElse(null);
        if (name == null || verdict == null) {
            return Lead.NO;
        }
        if (verdict.strong() || name.equals(NameSigns.PASS) || name.equals("otp")) {
            return Lead.ANYWHERE;
        }
        boolean token = verdict.kind() == Kind.TOKEN && name.regionMatches(true, name.length() - 5, "token", 0, 5);
        return token ? Lead.OUTSIDE_PARSERS : Lead.NO;
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
