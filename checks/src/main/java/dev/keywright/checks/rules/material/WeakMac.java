package dev.keywright.checks.rules.material;

import com.google.auto.service.AutoService;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.Event;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.Label;
import dev.keywright.checks.flow.Lead;
import dev.keywright.checks.flow.Piece;
import dev.keywright.checks.flow.Value;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.Naming;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.SecretNames;
import dev.keywright.checks.models.SinkKind;
import dev.keywright.checks.rules.FlowRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Flags MACs on broken hashes, hashes of secret and message in place of a MAC, and MACs cut below 128 bits. */
@AutoService(Rule.class)
public final class WeakMac implements FlowRule {

    private static final RuleInfo INFO = new RuleInfo(
            "WeakMac",
            List.of(328),
            Severity.WARNING,
            "Flags MACs on broken hashes, home-made MACs, and MACs cut too short.");

    private static final Set<String> WEAK =
            Set.of("hmacmd5", "hmac-md5", "hmacsha1", "hmac-sha1", "hmacsha-1", "hmacmd2", "hmac_md5", "hmac_sha_1");
    /** BouncyCastle's hashes that no MAC should be made with. */
    private static final Set<String> BROKEN =
            Set.of("MD5Digest", "SHA1Digest", "MD4Digest", "MD2Digest", "RIPEMD128Digest");

    private static final Set<String> WEAK_METHODS = Set.of("hmacMd5", "hmacMd5Hex", "hmacSha1", "hmacSha1Hex");
    private static final Set<String> WEAK_CONSTANTS = Set.of("HMAC_MD5", "HMAC_SHA_1");
    private static final Set<String> HASHES = Set.of(
            "digest",
            "md5",
            "md5Hex",
            "sha1",
            "sha1Hex",
            "sha256",
            "sha256Hex",
            "sha512",
            "sha512Hex",
            "md5DigestAsHex",
            "hashString",
            "hashBytes");

    private static final int LEAST_BITS = 128;

    private static final Set<String> SIGNING = Set.of("sign", "signature", "signed", "hmac", "mac");

    private static final Set<String> BYTES = Set.of("bytes", "utf8", "utf", "utf8bytes", "bytesutf8");

    private static final Set<String> WHOLE = Set.of("key", "apikey", "token", "secret", "credential");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(FlowView flow, RuleContext context) {
        Set<Object> told = new HashSet<>();
        for (Event.Sink event : flow.sinks(SinkKind.ALGORITHM, WeakMac::isWeak)) {
            // A key is made for the MAC that is made beside it: the MAC is told.
            if (event.at() instanceof Expr.Call && told.add(event.span())) {
                context.report(
                        event.span(),
                        Messages.weakMac(String.valueOf(event.value().text())),
                        List.of());
            }
        }
        if (flow.isInitializers()) {
            for (FieldDecl field : flow.type().fields()) {
                if (field.initializer() != null) {
                    Walk.expressions(field.initializer(), expr -> look(flow, expr, context));
                }
            }
        } else {
            Walk.expressions(flow.method(), expr -> look(flow, expr, context));
        }
    }

    @Override
    public Lead lead(String word, boolean literal, SecretNames names) {
        return Lead.anywhere(
                literal
                        ? word.toLowerCase(Locale.ROOT).contains("hmac")
                        : WEAK_METHODS.contains(word) || WEAK_CONSTANTS.contains(word) || BROKEN.contains(word));
    }

    private static boolean isWeak(Event.Sink sink) {
        String text = sink.value().text();
        return text != null && WEAK.contains(text.toLowerCase(Locale.ROOT));
    }

    private static void look(FlowView flow, Expr expr, RuleContext context) {
        if (expr instanceof Expr.Field field && field.isStatic() && WEAK_CONSTANTS.contains(field.name())) {
            context.report(field.span(), Messages.weakMac(field.name()), List.of());
        }
        if (expr instanceof Expr.New creation && creation.type().simpleName().equals("HMac")) {
            for (Expr hash : creation.args()) {
                if (hash instanceof Expr.New made && BROKEN.contains(made.type().simpleName())) {
                    context.report(creation.span(), Messages.weakMac(made.type().simpleName()), List.of());
                }
            }
        }
        if (!(expr instanceof Expr.Call call)) {
            return;
        }
        String name = call.method().name();
        if (name.equals("getInstance")
                && call.method().owner().simpleName().equals("Mac")
                && !call.args().isEmpty()
                && call.args().get(0) instanceof Expr.Conditional choice) {
            for (Expr branch : List.of(choice.then(), choice.otherwise())) {
                String algorithm = flow.value(branch).text();
                if (algorithm != null && WEAK.contains(algorithm.toLowerCase(Locale.ROOT))) {
                    context.report(call.nameSpan(), Messages.weakMac(algorithm), List.of());
                }
            }
        }
        if (WEAK_METHODS.contains(name)) {
            context.report(call.nameSpan(), Messages.weakMac(name), List.of());
        } else if (HASHES.contains(name)
                && !call.args().isEmpty()
                && isKeyed(flow, call.args().get(0), context)) {
            context.report(call.nameSpan(), Messages.hashAsMac(), List.of());
        } else if (name.equals("digest")
                && call.receiver() != null
                && (isKeyed(flow, call.receiver(), context)
                        || call.args().size() == 1
                                && isFinished(flow, call.receiver(), call.args().get(0)))) {
            context.report(call.nameSpan(), Messages.hashAsMac(), List.of());
        } else if (name.equals("init")
                && call.args().size() <= 2
                && !call.args().isEmpty()
                && isMacKeys(flow, call, context)) {
            if (flow.value(call.args().get(0)).constant() instanceof Integer bits && bits > 0 && bits < LEAST_BITS) {
                context.report(call.nameSpan(), Messages.shortKey(bits), List.of());
            }
        } else if (name.equals("copyOf") && call.args().size() == 2) {
            cut(flow, call, call.args().get(0), call.args().get(1), 8, context);
        } else if (name.equals("copyOfRange") && call.args().size() == 3) {
            cut(flow, call, call.args().get(0), call.args().get(2), 8, context);
        } else if (name.equals("arraycopy")
                && call.args().size() == 5
                && isStart(call.args().get(1))) {
            cut(flow, call, call.args().get(0), call.args().get(4), 8, context);
        } else if (name.equals("substring") && call.args().size() == 2 && call.receiver() != null) {
            cut(flow, call, call.receiver(), call.args().get(1), 4, context);
        }
    }

    /** {@code KeyGenerator.getInstance("HmacSHA256")}, also by way of a variable. */
    private static boolean isMacKeys(FlowView flow, Expr.Call init, RuleContext context) {
        return init.receiver() != null
                && init.receiver().type().simpleName().equals("KeyGenerator")
                && context.slice(flow.method())
                        .madeFrom(
                                init.receiver(),
                                part -> part instanceof Expr.Call made
                                        && made.method().name().equals("getInstance")
                                        && !made.args().isEmpty()
                                        && isHmac(flow.value(made.args().get(0)).text()));
    }

    private static boolean isHmac(@Nullable String algorithm) {
        return algorithm != null && algorithm.toLowerCase(Locale.ROOT).startsWith("hmac");
    }

    /** One-time passwords take their few bytes from a place that the MAC itself names. */
    private static boolean isStart(Expr from) {
        return from instanceof Expr.Literal place && Integer.valueOf(0).equals(place.value());
    }

    private static void cut(FlowView flow, Expr.Call call, Expr mac, Expr length, int bits, RuleContext context) {
        boolean computed =
                flow.value(mac).labels().stream().anyMatch(label -> label.kind() == Kind.MAC && label.sure());
        if (computed
                && flow.value(length).constant() instanceof Integer count
                && count > 0
                && count * bits < LEAST_BITS) {
            context.report(call.nameSpan(), Messages.truncated(count * bits), List.of());
        }
    }

    /** A secret key together with something that is no secret; what is called a key itself is one, in parts. */
    private static boolean isKeyed(FlowView flow, Expr given, RuleContext context) {
        Expr hashed = text(given);
        List<String> words = SecretNames.split(Naming.ofRead(hashed));
        if (!words.isEmpty() && WHOLE.contains(words.get(words.size() - 1))) {
            return false;
        }
        boolean signs = SecretNames.says(flow.method().name(), SIGNING);
        Value value = flow.value(hashed);
        int keys = 0;
        boolean message = false;
        for (Piece piece : value.pieces()) {
            if (piece.text() == null) {
                boolean secret =
                        piece.value().labels().stream().anyMatch(label -> isKey(label) || signs && isPassword(label));
                keys += secret ? 1 : 0;
                message |= !secret;
            }
        }
        return keys > 0 && (message || keys > 1) || signs && message && hasWrittenKey(flow, hashed, context);
    }

    /** {@code utf8Bytes(text)}, {@code StringUtils.getBytesUtf8(text)}: a helper makes the bytes of what it is handed. */
    private static Expr text(Expr hashed) {
        return hashed instanceof Expr.Call call
                        && !call.args().isEmpty()
                        && !call.method().name().equals("getBytes")
                        && !(call.args().get(0) instanceof Expr.Literal)
                        && SecretNames.says(call.method().name(), BYTES)
                ? call.args().get(0)
                : hashed;
    }

    /** {@code md5(message + SECRET_KEY)}: the key is a constant, and so a part of the text. */
    private static boolean hasWrittenKey(FlowView flow, Expr hashed, RuleContext context) {
        return context.slice(flow.method())
                .madeFrom(
                        hashed,
                        part -> part instanceof Expr.Field field
                                && field.isStatic()
                                && flow.names()
                                        .classify(field.name())
                                        .filter(verdict -> verdict.strong() && verdict.kind() == Kind.KEY)
                                        .isPresent());
    }

    private static boolean isPassword(Label label) {
        return label.kind() == Kind.PASSWORD && label.sure();
    }

    /** {@code hash.update(secret); hash.digest(message)}: what was put in before is hashed with what is handed last. */
    private static boolean isFinished(FlowView flow, Expr hash, Expr last) {
        return flow.value(hash).labels().stream().anyMatch(WeakMac::isKey)
                && flow.value(last).labels().stream().noneMatch(label -> label.kind() == Kind.PASSWORD || isKey(label));
    }

    private static boolean isKey(Label label) {
        return label.kind() == Kind.KEY && label.sure();
    }
}
