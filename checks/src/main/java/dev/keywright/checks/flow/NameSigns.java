package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Words;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.NameVerdict;
import dev.keywright.checks.models.Role;
import dev.keywright.checks.models.SecretNames;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a name alone says of the value under it, with the caution of the catalogue: a bare word needs a second sign. */
final class NameSigns {

    /** What an access key is called that is itself the secret. */
    private static final Set<String> SECOND_HALF = Set.of("secret", "shared", "private", "storage", "account");

    /** Of itself a turn, or a test that went well. */
    static final String PASS = "pass";

    private static final Pattern KEY_HEADER = Pattern.compile(
            "(?i)X-(?!.*(idempot|cache|routing|partition|dedup|surrogate|correlation|sort|message|request|shard|row|object"
                    + "|public|record|lookup|search|trace|encryption|customer|tenant|project|issue)).*[a-z]-key");

    private static final Words OF_OBJECTS = Words.holding("getId", "getClass");
    private static final List<String> QUESTIONS = List.of(".getId()", ".getClass()");
    private static final Words OF_PAIRS =
            Words.holding("ecretKey", "ecretkey", "ECRET_KEY", "ecretAccessKey", "ccessSecret", "ccessKeySecret");
    private static final Words OF_ACCESS = Words.holding("ccessKey", "ccess_key", "CCESS_KEY", "ccess-key");
    private static final Words WHO = Words.of(Set.of("user", "username", "userName", "login", "usr", "uid"));
    private static final Words OF_JWT = Words.of(Set.of(
            "parseClaimsJws",
            "parseSignedClaims",
            "JWTVerifier",
            "DecodedJWT",
            "SignedJWT",
            "JwtParser",
            "JwtConsumer",
            "JwtDecoder"));
    /** Beside commands for folders it is the one that one is in. */
    private static final String FOLDER = "pwd";

    private static final Words FOLDERS = Words.of(Set.of("cd", "lcd", "cwd", "chdir", "mkdir", "rmdir", "lpwd"));
    private static final Words KEYWORDS = Words.holding("eyword", "EYWORD");

    private final Program program;
    private final SecretNames names;
    private @Nullable Boolean paired;
    private final Map<SourceFile, Set<String>> asked = new IdentityHashMap<>();

    NameSigns(Program program, SecretNames names) {
        this.program = program;
        this.names = names;
    }

    /**
     * What the name of a header, parameter, property or variable says. Outside of code, a bare {@code token}, {@code
     * Authorization} or {@code X-Signature} is sign enough; {@code key} and {@code code} are not.
     */
    Optional<NameVerdict> credentialName(String name, boolean header) {
        return PropertyKeys.isMessageKey(name) ? Optional.empty() : namesCredential(name, header);
    }

    private Optional<NameVerdict> namesCredential(String name, boolean header) {
        return names.classify(name)
                .filter(verdict -> verdict.strong()
                        || verdict.kind() == Kind.TOKEN
                                && (header || !names.endsWithWord("switch", name))
                                // "auth_to_local" is no "auth".
                                && !names.hasWord("preposition", name)
                                && !name.toLowerCase(Locale.ROOT).contains("nonce")
                                && !name.toLowerCase(Locale.ROOT).endsWith("id")
                        || header && (verdict.kind() == Kind.MAC || isKeyHeader(name)));
    }

    /** {@code X-Partner-Key}: a header of somebody's own that hands in a key, and no mark of a request or a cache. */
    static boolean isKeyHeader(String name) {
        return KEY_HEADER.matcher(name).matches();
    }

    Optional<NameVerdict> strong(String name) {
        return names.classify(name).filter(NameVerdict::strong);
    }

    Value named(String name, TypeRef type, String context, Role role, SourceFile file, Span span) {
        if (!TextTypes.isTextual(type)) {
            return Value.NONE;
        }
        NameVerdict verdict = names.classify(name).orElse(null);
        boolean constantName = name.indexOf('_') > 0 && name.equals(name.toUpperCase(Locale.ROOT));
        if (verdict == null
                || !verdict.strong() && (type.name().equals("?") || constantName)
                || constantName && names.hasWord("naming", name)
                || isKinds(name, type)
                || type.name().equals("?") && isObject(name, file)
                || isKeyId(name, file)
                || name.equals(FOLDER) && file.mayMention(FOLDERS)) {
            return Value.NONE;
        }
        Certainty certainty =
                verdict.strong() || weakIn(name, verdict, context, file) ? Certainty.NAMED : Certainty.HINTED;
        if (!verdict.strong() && isOfJwt(name, verdict, file)) {
            certainty = Certainty.NAMED;
        } else if (!verdict.strong() && names.hasWord("parsing", context) && !names.hasWord("security", context)) {
            return Value.NONE;
        }
        return Value.label(Label.of(
                verdict.kind(),
                role,
                certainty,
                Messages.quote(name),
                file,
                span,
                Messages.quote(name) + " is named like a secret"));
    }

    /** Of unknown type, but asked for its id or class: an object, whose text is whatever its class makes of it. */
    private boolean isObject(String name, SourceFile file) {
        return file.mayMention(OF_OBJECTS)
                && asked.computeIfAbsent(file, NameSigns::askedForIdentity).stream()
                        .anyMatch(before -> before.endsWith(name));
    }

    /** The words that stand before {@code .getId()} and {@code .getClass()}; a long file is read for them once. */
    private static Set<String> askedForIdentity(SourceFile file) {
        String text = file.text().toString();
        Set<String> words = new HashSet<>();
        for (String question : QUESTIONS) {
            for (int at = text.indexOf(question); at >= 0; at = text.indexOf(question, at + 1)) {
                int from = at;
                while (from > 0 && isOfName(text.charAt(from - 1))) {
                    from--;
                }
                words.add(text.substring(from, at));
            }
        }
        return words;
    }

    private static boolean isOfName(char c) {
        return Character.isJavaIdentifierPart(c) || c == '.' || c == '-';
    }

    /** {@code (Credentials) state.get("credentials")}: an object, whose class says what its text shows. */
    Value cast(Value value, TypeRef type) {
        return value.labels().isEmpty()
                        || type.dims() > 0
                        || TextTypes.isTextual(type)
                        || names.classify(type.simpleName()).isEmpty()
                ? value
                : value.withLabels(value.labels().stream()
                        .filter(label -> label.certainty() != Certainty.NAMED)
                        .toList());
    }

    /** A collection of "credentials" lists which kinds of them somebody has, or claims; of unknown type they are mostly objects. */
    private static boolean isKinds(String name, TypeRef type) {
        return switch (type.simpleName()) {
            case "List", "Set", "Collection", "Iterable", "?", "var" ->
                name.toLowerCase(Locale.ROOT).endsWith("credentials");
            default -> false;
        };
    }

    /** Beside a secret key an access key is the name of the pair: only the other one signs. */
    boolean isKeyId(String name, SourceFile file) {
        List<String> words = SecretNames.split(name);
        int size = words.size();
        boolean access = size > 0 && words.get(size - 1).equals("accesskey")
                || size > 1
                        && words.get(size - 1).equals("key")
                        && words.get(size - 2).equals("access");
        return access && words.stream().noneMatch(SECOND_HALF::contains) && (file.mayMention(OF_PAIRS) || isPaired());
    }

    /** Whether a file of the program names both halves: then an access key is the id in its other files, too. */
    private boolean isPaired() {
        Boolean known = paired;
        if (known == null) {
            known = program.files().stream()
                    .anyMatch(file -> file.isSearchable() && file.mayMention(OF_PAIRS) && file.mayMention(OF_ACCESS));
            paired = known;
        }
        return known;
    }

    /** A bare {@code token} beside a library that reads and signs them: neither a lexer's nor the name of one. */
    private static boolean isOfJwt(String name, NameVerdict verdict, SourceFile file) {
        return verdict.kind() == Kind.TOKEN
                && name.toLowerCase(Locale.ROOT).endsWith("token")
                && file.mayMention(OF_JWT);
    }

    /** The second sign of a bare word: the class it stands in; of a {@code pass}, who it belongs to. */
    private boolean weakIn(String name, NameVerdict verdict, String context, SourceFile file) {
        if (name.equals(PASS)) {
            return file.mayMention(WHO);
        }
        String rest = withoutToken(context);
        return verdict.kind() == Kind.TOKEN
                && names.hasWord("security", context.replace("AccessLog", "Log"))
                && !names.hasWord("parsing", rest)
                && (name.toLowerCase(Locale.ROOT).endsWith("token") || name.equals("otp"))
                // Says who holds a lock; everybody who may see the thing may see its lock.
                && !SecretNames.split(name).contains("lock")
                // A class by the name of a token is a parser's own where one parses.
                && (names.hasWord("security", rest) || !parses(file));
    }

    /** A class that takes texts apart has tokens of its own, whatever they are called. */
    boolean isParser(String simpleName) {
        String rest = withoutToken(simpleName);
        return names.hasWord("parsing", rest) && !names.hasWord("security", rest);
    }

    private boolean parses(SourceFile file) {
        // A language's keywords are tokens as well.
        return !file.types().isEmpty()
                && (names.hasWord("parsing", withoutToken(file.types().get(0).simpleName()))
                        || file.mayMention(KEYWORDS));
    }

    /** A log of accesses is no control of them. */
    private static String withoutToken(String context) {
        return context.replace("Token", "").replace("token", "").replace("AccessLog", "Log");
    }

    Role role(String name) {
        List<String> words = SecretNames.split(name);
        if (words.size() > 1) {
            if (names.list("expected").contains(words.get(0))
                    || words.contains("stored")
                    || words.contains("expected")) {
                return Role.EXPECTED;
            }
            if (names.list("presented").contains(words.get(0))) {
                return Role.PRESENTED;
            }
        }
        return Role.NEUTRAL;
    }
}
