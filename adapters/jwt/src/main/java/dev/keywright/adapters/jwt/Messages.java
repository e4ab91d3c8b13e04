package dev.keywright.adapters.jwt;

import java.net.URI;
import java.util.Set;

/** Every sentence that this module shows to those who run it. None repeats a token or a key. */
final class Messages {

    private Messages() {}

    static String notEd25519() {
        return "A key is none of Ed25519.";
    }

    static String missing(String what) {
        return "A JWT verifier needs " + what + ".";
    }

    static String unknownAlgorithm(String name, Set<String> known) {
        return "'" + name + "' is not an algorithm that this version verifies; write one of " + known + ".";
    }

    static String mixedAlgorithms() {
        return "Algorithms with a shared secret (HS…) cannot stand beside others: a public key would serve as the secret.";
    }

    static String secretForAsymmetric() {
        return "A shared secret serves HS256, HS384 and HS512 only; name one of these with algorithms(…).";
    }

    static String keysForSymmetric() {
        return "HS256, HS384 and HS512 need sharedSecret(…); a set of public keys does not serve them.";
    }

    static String tooShort(int bytes, int needed) {
        return "The shared secret has " + bytes + " bytes and needs at least " + needed + ".";
    }

    static String twoSources() {
        return "Keys come from one place: keys(…), keysFrom(…) or sharedSecret(…).";
    }

    static String badKeySet(String why) {
        return "The key set cannot be used: " + why + ".";
    }

    static String noUsableKey() {
        return "it holds no public key for the algorithms that are configured";
    }

    static String notJson() {
        return "it is not a JSON Web Key Set";
    }

    static String tooManyKeys() {
        return "it holds too many keys";
    }

    static String insecure(URI uri) {
        return "Keys are fetched over https only, except from a loopback address; " + uri + " is neither.";
    }

    static String badDuration(String what) {
        return what + " is out of range.";
    }

    static String status(int status) {
        return "the server answered " + status;
    }

    static String tooLarge(int bytes) {
        return "the answer has more than " + bytes + " bytes";
    }

    static String fetchFailed(URI uri, String why) {
        return "The keys at " + uri + " cannot be fetched: " + why + ".";
    }

    static String unavailable() {
        return "The keys that tokens are verified with cannot be had.";
    }

    static String available(URI uri) {
        return "The keys at " + uri + " can be fetched again.";
    }
}
