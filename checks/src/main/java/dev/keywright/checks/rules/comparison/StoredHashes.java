package dev.keywright.checks.rules.comparison;

import dev.keywright.checks.flow.Event;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Naming;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.SecretNames;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a typed password, compared with the one that is kept: {@code stored.equals(hasher.hash(typed))}. Whoever made
 * the hash, and however it is called, the sign is the call that is handed a password, and what its answer is compared with:
 * something kept under a hash's name, or the very thing that the call took its salt from.
 */
final class StoredHashes {

    private static final Set<String> HASHING = Set.of(
            "hash", "hashpw", "hashed", "hasher", "digest", "crypt", "bcrypt", "scrypt", "md5", "md", "sha", "sha1",
            "sha256", "sha512", "pbkdf2", "ssha");

    /** What also encodes and encrypts: only beside something that is kept encoded. */
    private static final Set<String> ENCODING = Set.of("encrypt", "encode", "encrypted", "encoded");

    private static final Set<String> KEPT = Set.of(
            "hash",
            "hashed",
            "hashpw",
            "crypted",
            "encrypted",
            "encoded",
            "digest",
            "digested",
            "md5",
            "sha",
            "stored");

    private static final Set<String> REAL = Set.of(
            "real", "actual", "stored", "saved", "original", "expected", "persisted", "known", "correct", "right");

    private static final Set<String> GIVEN = Set.of(
            "provided",
            "given",
            "presented",
            "received",
            "entered",
            "supplied",
            "typed",
            "input",
            "submitted",
            "tried",
            "attempted",
            "candidate",
            "plain",
            "raw",
            "clear",
            "password",
            "pass",
            "pwd");

    private static final Set<String> TYPED = Set.of("pass", "plaintext", "plain", "passwd", "pwd", "pw");

    private static final Set<String> REREAD =
            Set.of("getBytes", "toCharArray", "trim", "toLowerCase", "toUpperCase", "toString");

    private static final Set<String> CHECKING = Set.of(
            "check",
            "verify",
            "valid",
            "validate",
            "matches",
            "match",
            "compare",
            "test",
            "authenticate",
            "right",
            "correct");

    private static final Set<String> COLUMNS = Set.of("getString", "getBytes", "getNString", "getObject");
    private static final Set<String> ROWS = Set.of("ResultSet", "SqlRowSet", "CachedRowSet", "Row");

    private StoredHashes() {}

    /** Whether a comparison is one of a kept hash with one that was just computed from a password. */
    static boolean compares(FlowView flow, Slice slice, Event.Comparison event) {
        Expr left = event.leftExpr();
        Expr right = event.rightExpr();
        boolean told = event.how() == Event.How.CALL || event.how() == Event.How.LOOP;
        return told
                && event.inner() == null
                && left != null
                && right != null
                && !Innocent.confirmation(flow, left, right)
                && (isPair(flow, slice, left, right)
                        || isPair(flow, slice, right, left)
                        || isKeptAndTyped(flow, left, right)
                        || isLookedUp(flow, slice, left, right)
                        || isLookedUp(flow, slice, right, left));
    }

    /** {@code equals(Object)} of a kept password that is handed a text: {@code hash((String) typed).equals(kept)}. */
    static boolean isOfText(FlowView flow, Event.Comparison event) {
        return event.how() == Event.How.CALL
                && event.inner() == null
                && (isHashOfText(flow, event.leftExpr()) && event.rightExpr() instanceof Expr.Field
                        || isHashOfText(flow, event.rightExpr()) && event.leftExpr() instanceof Expr.Field);
    }

    private static boolean isHashOfText(FlowView flow, @Nullable Expr expr) {
        return expr instanceof Expr.Call call
                && call.args().size() == 1
                && call.args().get(0) instanceof Expr.Cast cast
                && cast.type().isString()
                && cast.operand() instanceof Expr.Local local
                && flow.method().isParameter(local)
                && isHash(call, HASHING);
    }

    /** {@code verifyCredentials(user, typed)} with {@code typed.equals(password)}, which was looked up for the user. */
    private static boolean isLookedUp(FlowView flow, Slice slice, Expr kept, Expr typed) {
        return kept instanceof Expr.Local stored
                && typed instanceof Expr.Local given
                && flow.method().isParameter(given)
                && !flow.method().isParameter(stored)
                && isNamedPassword(flow, stored.name())
                && isNamedPassword(flow, given.name())
                && isProving(flow)
                && !slice.madeFrom(stored, part -> part instanceof Expr.Local from && from.id() == given.id())
                && slice.madeFrom(stored, part -> part instanceof Expr.Call call && call.receiver() != null);
    }

    private static boolean isProving(FlowView flow) {
        List<String> words = SecretNames.split(flow.method().name());
        return words.contains("authenticate")
                || words.contains("login")
                || words.stream().anyMatch(CHECKING::contains)
                        && (words.contains("credentials") || words.contains("credential") || isChecking(flow));
    }

    /** {@code checkPassword(real, provided)} with {@code real.equals(provided)}: the one says that it is kept, or the other that it came. */
    private static boolean isKeptAndTyped(FlowView flow, Expr left, Expr right) {
        return isChecking(flow)
                && left instanceof Expr.Local one
                && right instanceof Expr.Local other
                && one.id() != other.id()
                && flow.method().isParameter(one)
                && flow.method().isParameter(other)
                && isText(one.type())
                && isText(other.type())
                && (isReal(one) && SecretNames.says(other.name(), GIVEN) && !isReal(other)
                        || isReal(other) && SecretNames.says(one.name(), GIVEN) && !isReal(one));
    }

    private static boolean isReal(Expr.Local local) {
        return SecretNames.says(local.name(), REAL) || isKeptName(local.name());
    }

    private static boolean isText(TypeRef type) {
        return type.isString()
                || type.dims() == 1
                        && (type.name().equals("byte") || type.name().equals("char"))
                || type.simpleName().equals("CharSequence")
                || type.simpleName().equals("ByteSequence")
                || type.simpleName().equals("ByteString");
    }

    private static boolean isPair(FlowView flow, Slice slice, Expr kept, Expr computed) {
        return slice.madeFrom(computed, part -> hashesFor(flow, slice, part, kept))
                && flow.value(kept).constant() == null
                && !(root(kept) instanceof Expr.Call call && isHash(call, HASHING));
    }

    /** {@code hash(typed)} beside {@code hashedPassword}, {@code crypt(typed, salted)} beside {@code salted}. */
    private static boolean hashesFor(FlowView flow, Slice slice, Expr part, Expr kept) {
        if (!(part instanceof Expr.Call call)) {
            return false;
        }
        if (fed(slice, call).noneMatch(argument -> isTyped(flow, argument, kept))) {
            return isOfKey(flow, call, kept)
                    || isHash(call, HASHING)
                            && kept instanceof Expr.Local
                            && isKeptName(Naming.ofRead(kept))
                            && fed(slice, call).anyMatch(argument -> isProof(flow, slice, argument));
        }
        boolean salted =
                call.args().stream().anyMatch(argument -> isSame(argument, kept) || isPartOfOne(argument, kept));
        if (isChecking(flow)
                && isHandedIn(flow, slice, kept)
                && !REREAD.contains(call.method().name())) {
            return true; // checkPass(password, row): whatever is made of the one is compared with the other
        }
        boolean stored = isKept(flow, kept) || isOfRow(slice, kept);
        return isHash(call, HASHING) && (salted || stored) || isHash(call, ENCODING) && stored;
    }

    /** {@code md5(stored + nonce)}, {@code sha1(time + ":" + secretKey)}: who knows the hash of that knows the secret. */
    private static boolean isProof(FlowView flow, Slice slice, Expr hashed) {
        return slice.madeFrom(
                hashed,
                part -> part instanceof Expr.Concat text
                        && text.parts().stream()
                                .anyMatch(piece -> last(Naming.ofRead(piece)).equals("nonce")
                                        || !(piece instanceof Expr.Literal)
                                                && flow.names()
                                                        .classify(Naming.ofRead(piece))
                                                        .filter(verdict ->
                                                                verdict.strong() && verdict.kind() == Kind.KEY)
                                                        .isPresent()));
    }

    /** What a call hashes: what it is handed, and what its hash was handed before, {@code md.update(typed); md.digest()}. */
    private static Stream<Expr> fed(Slice slice, Expr.Call call) {
        Expr hash = call.receiver();
        if (hash == null || !call.method().name().equals("digest")) {
            return call.args().stream();
        }
        return Stream.concat(
                call.args().stream(),
                slice.calls().stream()
                        .filter(before -> before.method().name().equals("update")
                                && before.receiver() != null
                                && isSame(before.receiver(), hash))
                        .flatMap(before -> before.args().stream()));
    }

    /** {@code verifyProof}: {@code storedKey} beside {@code hash(clientKey)}, as a protocol keeps the hash of a key. */
    private static boolean isOfKey(FlowView flow, Expr.Call call, Expr kept) {
        List<String> words = SecretNames.split(Naming.ofRead(kept));
        return words.size() > 1
                && words.get(words.size() - 1).equals("key")
                && words.contains("stored")
                && isHash(call, HASHING)
                && call.args().stream()
                        .anyMatch(argument -> argument instanceof Expr.Local local
                                && !isSame(argument, kept)
                                && SecretNames.split(local.name()).contains("key"))
                && SecretNames.says(flow.method().name(), CHECKING);
    }

    /** A method that is named for looking whether a password is the right one. */
    private static boolean isChecking(FlowView flow) {
        return isNamedForChecking(flow.method().name());
    }

    /** {@code checkPass}, {@code isPasswordValid}: enough of a sign to look at a method that names nothing else. */
    static boolean isNamedForChecking(String name) {
        List<String> words = SecretNames.split(name);
        return words.stream().anyMatch(CHECKING::contains)
                && words.stream().anyMatch(word -> TYPED.contains(word) || word.equals("password"));
    }

    /** A parameter, as it came or as {@code "" + parameter}. */
    private static boolean isHandedIn(FlowView flow, Slice slice, Expr kept) {
        return root(kept) instanceof Expr.Local local
                && (flow.method().isParameter(local)
                        || slice.madeFrom(
                                local, part -> part instanceof Expr.Concat text && isNoMoreThanParameter(flow, text)));
    }

    private static boolean isNoMoreThanParameter(FlowView flow, Expr.Concat text) {
        return text.parts().stream()
                .allMatch(
                        part -> part instanceof Expr.Local from && flow.method().isParameter(from)
                                || part instanceof Expr.Literal literal && "".equals(literal.value()));
    }

    private static String last(String name) {
        List<String> words = SecretNames.split(name);
        return words.isEmpty() ? "" : words.get(words.size() - 1);
    }

    private static boolean isHash(Expr.Call call, Set<String> words) {
        return SecretNames.says(call.method().name(), words);
    }

    /** {@code rows.getString(1)}: a column of a table, whatever the variable is called. */
    private static boolean isOfRow(Slice slice, Expr kept) {
        return slice.madeFrom(
                kept,
                part -> part instanceof Expr.Call read
                        && COLUMNS.contains(read.method().name())
                        && read.receiver() != null
                        && ROWS.contains(read.receiver().type().simpleName()));
    }

    private static boolean isKept(FlowView flow, Expr kept) {
        String name = Naming.ofRead(kept);
        return isKeptName(name)
                || isNamedPassword(flow, name)
                // encryptPassword: what is kept under the name of how it was made; called so a method makes it.
                || !(kept instanceof Expr.Call) && SecretNames.says(name, ENCODING) && isPassword(flow, last(name));
    }

    /** Whether a password is in what a call is handed, and not the kept one alone. */
    private static boolean isTyped(FlowView flow, Expr argument, Expr kept) {
        if (argument instanceof Expr.Local handed
                && isChecking(flow)
                && flow.method().isParameter(handed)
                && handed.type().isString()
                && root(kept) instanceof Expr.Local other
                && flow.method().isParameter(other)
                && handed.id() != other.id()) {
            return true; // checkPassword(provided, real): of two texts one is typed, the other kept
        }
        if (SecretNames.split(Naming.ofRead(argument)).contains("salt")) {
            return true; // nothing but a password is hashed with salt and compared
        }
        return !isSame(argument, kept)
                && Walk.any(
                        argument,
                        part -> !(part instanceof Expr.Literal)
                                && isPassword(flow, Naming.ofRead(part))
                                && !isKeptName(Naming.ofRead(part)));
    }

    private static boolean isKeptName(String name) {
        return SecretNames.says(name, KEPT);
    }

    private static boolean isPassword(FlowView flow, String name) {
        List<String> words = SecretNames.split(name);
        return !words.isEmpty() && (TYPED.contains(words.get(words.size() - 1)) || isNamedPassword(flow, name));
    }

    private static boolean isNamedPassword(FlowView flow, String name) {
        return flow.names()
                .classify(name)
                .filter(verdict -> verdict.strong() && verdict.kind() == Kind.PASSWORD)
                .isPresent();
    }

    /** The same variable or field, or a part that is read from it. */
    private static boolean isSame(Expr argument, Expr kept) {
        Expr one = root(argument);
        Expr other = root(kept);
        if (one instanceof Expr.Local local && other instanceof Expr.Local same) {
            return local.id() == same.id();
        }
        return one instanceof Expr.Field field
                && other instanceof Expr.Field same
                && field.name().equals(same.name());
    }

    /** {@code fromHex(parts[1])} and {@code fromHex(parts[2])}: the salt and the hash that are kept as one text. */
    private static boolean isPartOfOne(Expr salt, Expr kept) {
        return part(salt) instanceof Expr.ArrayAccess one
                && part(kept) instanceof Expr.ArrayAccess other
                && one.array() instanceof Expr.Local parts
                && other.array() instanceof Expr.Local same
                && parts.id() == same.id()
                && !(one.index() instanceof Expr.Literal at
                        && other.index() instanceof Expr.Literal there
                        && Objects.equals(at.value(), there.value()));
    }

    /** What is decoded: the one thing that a call is handed, or asked of. */
    private static Expr part(Expr expr) {
        Expr current = expr;
        while (current instanceof Expr.Call call) {
            Expr receiver = call.receiver();
            if (call.args().size() == 1) {
                current = call.args().get(0);
            } else if (call.args().isEmpty() && receiver != null) {
                current = receiver;
            } else {
                break;
            }
        }
        return current;
    }

    private static @Nullable Expr root(Expr expr) {
        Expr current = expr;
        while (current instanceof Expr.Call call
                && call.receiver() != null
                && (REREAD.contains(call.method().name())
                        || call.method().name().equals("substring"))) {
            current = call.receiver();
        }
        return current;
    }
}
