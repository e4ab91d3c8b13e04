package dev.keywright.checks.rules.material;

import dev.keywright.checks.flow.Event;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.models.SecretNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Hashes of passwords that a protocol asks for, and that nobody keeps. */
final class Protocols {

    /** What says so in the name of a class that may also keep hashes. */
    private static final Set<String> KEEPING = Set.of(
            "challenge", "scram", "ntlm", "protocol", "sasl", "pwned", "leaked", "breached", "compromised", "client");

    /** What says so in the name of any other class. */
    private static final Set<String> SPEAKING = Set.of(
            "digest",
            "challenge",
            "scram",
            "ntlm",
            "protocol",
            "scheme",
            "sasl",
            "pwned",
            "leaked",
            "breached",
            "compromised",
            "client",
            "driver",
            "connection",
            "md");

    private static final Set<String> CHALLENGES = Set.of("seed", "challenge", "nonce", "scramble");
    private static final Set<String> ANSWERS = Set.of(
            "protocol",
            "driver",
            "jdbc",
            "client",
            "sasl",
            "scram",
            "ntlm",
            "scramble",
            "challenge",
            "response",
            "handshake");

    private Protocols() {}

    /** Where a protocol, not a store, asks for the hash: by the package, or by what the method is called. */
    static boolean asks(FlowView flow, Event.Sink sink) {
        List<String> words = new ArrayList<>(SecretNames.split(flow.file().packageName()));
        words.addAll(SecretNames.split(flow.method().name()));
        for (Event event = sink; event != null; event = event.inner()) {
            words.addAll(SecretNames.split(event.file().packageName()));
            if (event.at() instanceof Expr.Call call) {
                words.addAll(SecretNames.split(call.method().name()));
            }
        }
        // A key that was drawn at random needs no slow hash, however it is typed in.
        boolean key = SecretNames.split(flow.type().simpleName()).stream()
                .anyMatch(Set.of("key", "keys", "token", "tokens")::contains);
        return key || words.stream().anyMatch(ANSWERS::contains);
    }

    /** {@code scramble(password, seed)}: an answer to what the other side has sent, as its protocol wants it. */
    static boolean answersChallenge(FlowView flow) {
        return flow.method().parameters().stream()
                .map(parameter -> SecretNames.split(parameter.name()))
                .anyMatch(words -> words.stream().anyMatch(CHALLENGES::contains));
    }

    /** Wire protocols say how their challenges are answered, lists of leaked passwords how they are asked. */
    static boolean speaks(FlowView flow) {
        List<String> words = SecretNames.split(flow.type().simpleName());
        // A class for digests of passwords speaks no protocol: PasswordDigest, ShaHashDigest.
        boolean keeps = words.stream().anyMatch(Set.of("hash", "hashed", "password", "passwords")::contains);
        return answersChallenge(flow) || words.stream().anyMatch(keeps ? KEEPING::contains : SPEAKING::contains);
    }
}
