package dev.keywright.checks.rules.material;

import com.google.auto.service.AutoService;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.Event;
import dev.keywright.checks.flow.Flag;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.Label;
import dev.keywright.checks.flow.Lead;
import dev.keywright.checks.flow.Value;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.Statements;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.SecretNames;
import dev.keywright.checks.models.SinkKind;
import dev.keywright.checks.rules.DeclarationRule;
import dev.keywright.checks.rules.FlowRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Flags passwords kept by a fast hash, by too few iterations or by an encoder that does not protect them, and entities that
 * keep API keys in the clear. Whoever copies the table then has the secrets, at once or after an evening of guessing.
 */
@AutoService(Rule.class)
public final class WeakSecretStorage implements DeclarationRule, FlowRule {

    private static final RuleInfo INFO = new RuleInfo(
            "WeakSecretStorage",
            List.of(916, 256),
            Severity.ERROR,
            "Flags passwords kept by fast hashes or few iterations, and entities that keep API keys in the clear.");

    private static final Set<String> FAST = Set.of(
            "digest",
            "md5",
            "md5Hex",
            "md5AsBase64",
            "sha1",
            "sha1Hex",
            "sha",
            "shaHex",
            "sha256",
            "sha256Hex",
            "sha384",
            "sha384Hex",
            "sha512",
            "sha512Hex",
            "md5DigestAsHex",
            "md5Digest",
            "hashString",
            "hashBytes",
            "digestAsHex",
            "digestHex",
            "md5Crypt",
            "apr1Crypt",
            "md5DigestAsHex16",
            "getMD5",
            "getMd5",
            "getSHA1",
            "toMD5",
            "encodeMD5",
            "encryptMD5",
            "MD5",
            "SHA1");

    /** Shiro's and others' objects that hash when they are made; the number of rounds is their third or fourth argument. */
    private static final Set<String> HASHES =
            Set.of("Md2Hash", "Md5Hash", "Sha1Hash", "Sha256Hash", "Sha384Hash", "Sha512Hash", "SimpleHash");

    private static final Set<String> PLAIN_ENCODERS = Set.of(
            "NoOpPasswordEncoder",
            "StandardPasswordEncoder",
            "MessageDigestPasswordEncoder",
            "Md4PasswordEncoder",
            "LdapShaPasswordEncoder",
            "Md5PasswordEncoder",
            "ShaPasswordEncoder",
            "PlaintextPasswordEncoder",
            "BasicPasswordEncryptor");

    private static final Set<String> SLOW = Set.of("bcrypt", "scrypt", "pbkdf", "argon");

    private static final Set<String> LEADS = Set.of(
            "PBEKeySpec",
            "gensalt",
            "BCryptPasswordEncoder",
            "PBEParameterSpec",
            "Pbkdf2PasswordEncoder",
            "setKeyObtentionIterations",
            "OpenBSDBCrypt",
            "hashToString",
            "PKCS5S2ParametersGenerator");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TypeDecl type, RuleContext context) {
        ClearConfigurations.check(type, context);
        PlainEncoders.check(type, context);
        boolean entity = type.annotations().stream()
                .anyMatch(annotation -> Set.of("Entity", "Document", "Table")
                        .contains(annotation.type().simpleName()));
        if (!entity) {
            return;
        }
        for (FieldDecl field : type.fields()) {
            List<String> words = SecretNames.split(field.name());
            int size = words.size();
            boolean key = size >= 2
                            && words.get(size - 1).equals("key")
                            && (words.get(size - 2).equals("api")
                                    || words.get(size - 2).equals("access"))
                    || words.contains("apikey");
            boolean converted = field.annotations().stream()
                    .anyMatch(annotation -> annotation.type().simpleName().equals("Convert"));
            if (key
                    && !converted
                    && !field.isStatic()
                    && field.type().simpleName().equals("String")) {
                context.report(Severity.WARNING, field.nameSpan(), Messages.clearKey(field.name()), List.of(), null);
            }
        }
    }

    @Override
    public void check(FlowView flow, RuleContext context) {
        Consumer<Expr> look = expr -> look(flow, expr, context);
        if (flow.isInitializers()) {
            for (FieldDecl field : flow.type().fields()) {
                if (field.initializer() != null) {
                    Walk.expressions(field.initializer(), look);
                }
            }
        } else {
            Walk.expressions(flow.method(), look);
            reached(flow, context);
        }
    }

    @Override
    public Lead lead(String word, boolean literal, SecretNames names) {
        return Lead.anywhere(!literal && (PLAIN_ENCODERS.contains(word) || LEADS.contains(word)));
    }

    private static void look(FlowView flow, Expr expr, RuleContext context) {
        Iterations.check(flow, expr, context);
        if (expr instanceof Expr.Call call) {
            if ((FAST.contains(call.method().name()) || isNamedFast(call))
                    && hashesPassword(flow, call)
                    && !isNotKept(flow)
                    && !isToldInHelper(flow, call, context.program())) {
                boolean direct = !call.args().isEmpty()
                        && flow.value(call.args().get(0)).pieces().isEmpty()
                        && !isRepeated(call, context.program(), 0)
                        && !isContinued(flow.method(), call);
                context.report(
                        direct ? Severity.ERROR : Severity.WARNING,
                        call.nameSpan(),
                        Messages.fastHash(call.method().name()),
                        List.of(),
                        null);
            } else if (call.method().name().equals("getInstance")
                    && PLAIN_ENCODERS.contains(call.method().owner().simpleName())) {
                context.report(
                        call.nameSpan(),
                        Messages.plainEncoder(call.method().owner().simpleName()),
                        List.of());
            }
        } else if (expr instanceof Expr.New creation) {
            String type = creation.type().simpleName();
            if (PLAIN_ENCODERS.contains(type)) {
                context.report(creation.span(), Messages.plainEncoder(type), List.of());
            } else if (HASHES.contains(type)
                    && creation.args().stream().anyMatch(arg -> isPassword(flow.value(arg)))
                    && Iterations.areFew(flow, creation)) {
                context.report(creation.span(), Messages.fastHash(type), List.of());
            } else if (type.equals("PBEKeySpec")
                    && creation.args().size() >= 3
                    && flow.value(creation.args().get(1)).is(Flag.LITERAL)) {
                context.report(Severity.WARNING, creation.args().get(1).span(), Messages.WRITTEN_SALT, List.of(), null);
            }
        }
    }

    /** A digest of this program's own that hashes again and again: how often, only its settings say. */
    private static boolean isRepeated(Expr.Call call, Program program, int depth) {
        MethodDecl helper = program.method(call.method());
        if (helper == null || helper.body() == null || depth > 3) {
            return false;
        }
        boolean[] repeated = new boolean[1];
        Statements.everywhere(helper.body(), stmt -> {
            if (stmt instanceof Stmt.Loop loop) {
                repeated[0] |= Walk.any(loop.body(), WeakSecretStorage::isDigest);
            }
        });
        return repeated[0]
                || Walk.any(
                        helper,
                        part -> part instanceof Expr.Call inner
                                && isDigest(inner)
                                && !inner.method().equals(call.method())
                                && isRepeated(inner, program, depth + 1));
    }

    /** The first step of a hash that a loop behind it goes on with: how often, only its callers say. */
    private static boolean isContinued(MethodDecl method, Expr.Call call) {
        boolean[] continued = new boolean[1];
        Statements.everywhere(method.body(), stmt -> {
            if (stmt instanceof Stmt.Loop loop
                    && loop.body().span().start() > call.span().end()) {
                continued[0] |= Walk.any(loop.body(), WeakSecretStorage::isDigest);
            }
        });
        return continued[0];
    }

    private static boolean isDigest(Expr expr) {
        return expr instanceof Expr.Call call && FAST.contains(call.method().name());
    }

    /** Where a password arrives by way of a helper that does not say what it hashes, and in files. */
    private static void reached(FlowView flow, RuleContext context) {
        if (isNotKept(flow) || flow.isTestLike()) {
            return;
        }
        for (Event.Sink event : flow.sinks(SinkKind.HASH, sink -> isHashed(flow, sink))) {
            // One hash is one defect, from however many callers its passwords come.
            Event innermost = event.innermost();
            context.reportOnce(
                    List.of(innermost.file().path(), innermost.span()),
                    Severity.WARNING,
                    event.span(),
                    Messages.fastHash(event.method().name()),
                    List.of());
        }
        SqlPasswords.check(flow, context);
        for (Event.Sink event : flow.sinks(SinkKind.STORE, sink -> isPassword(sink.value()))) {
            context.report(Severity.WARNING, event.span(), Messages.KEPT_PLAIN, List.of(), null);
        }
    }

    private static boolean isHashed(FlowView flow, Event.Sink sink) {
        if (!isPassword(sink.value()) || !sink.value().pieces().isEmpty()) {
            return false;
        }
        Event innermost = sink.innermost();
        if (innermost != sink && innermost instanceof Event.Sink helper && isPassword(helper.value())) {
            return false; // It is told where it is hashed.
        }
        boolean checksum = Set.of("CRC32", "Adler32", "Checksum")
                .contains(sink.method().owner().simpleName());
        boolean told = sink.at() instanceof Expr.Call call
                && (FAST.contains(call.method().name()) || isNamedFast(call));
        return (checksum || sink.inner() != null && !told) && !Protocols.asks(flow, sink);
    }

    /** A helper of this program whose parameter is called a password tells of itself what it does with it. */
    private static boolean isToldInHelper(FlowView flow, Expr.Call call, Program program) {
        MethodDecl helper = program.method(call.method());
        return helper != null
                && helper.body() != null
                && helper.parameters().stream()
                        .anyMatch(parameter -> flow.names()
                                .classify(parameter.name())
                                .filter(verdict -> verdict.strong() && verdict.kind() == Kind.PASSWORD)
                                .isPresent())
                && Walk.any(
                        helper,
                        part -> part instanceof Expr.Call inner
                                && FAST.contains(inner.method().name()));
    }

    /** {@code Md5Util.encrypt(password)}: a helper that is named after what it hashes with. */
    private static boolean isNamedFast(Expr.Call call) {
        List<String> owner = SecretNames.split(call.method().owner().simpleName());
        boolean helper = call.receiver() == null
                ? call.method().isStatic()
                : !call.method().owner().name().equals("?");
        return helper
                && owner.size() <= 3
                && owner.stream().anyMatch(Set.of("md5", "md", "sha1", "sha256", "sha512", "sha")::contains)
                && owner.stream()
                        .anyMatch(Set.of("util", "utils", "helper", "hash", "hasher", "encoder", "md", "sha")::contains)
                && SecretNames.split(call.method().name()).stream()
                        .anyMatch(Set.of("encrypt", "encode", "hash", "digest", "md", "sha", "hex", "crypt")::contains);
    }

    private static boolean isEncoder(FlowView flow) {
        return PlainEncoders.contract(flow.type()).isPresent();
    }

    /** {@code BCrypt}, {@code Pbkdf2}: a first step of a hash that is slow enough. */
    private static boolean isPasswordHash(FlowView flow) {
        String name = flow.type().simpleName().toLowerCase(Locale.ROOT);
        return SLOW.stream().anyMatch(name::contains) && !isEncoder(flow);
    }

    /** What a protocol is answered with, or a step of a hash that is slow enough. */
    private static boolean isNotKept(FlowView flow) {
        return !isEncoder(flow) && (Protocols.speaks(flow) || isPasswordHash(flow));
    }

    private static boolean hashesPassword(FlowView flow, Expr.Call call) {
        for (Expr arg : call.args()) {
            if (isPassword(flow.value(arg))) {
                return true;
            }
        }
        return call.args().isEmpty() && call.receiver() != null && isPassword(flow.value(call.receiver()));
    }

    private static boolean isPassword(Value value) {
        return value.labels().stream().filter(Label::sure).anyMatch(label -> label.kind() == Kind.PASSWORD);
    }
}
