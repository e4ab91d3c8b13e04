package dev.keywright.checks.rules.comparison;

import dev.keywright.checks.flow.Event;
import dev.keywright.checks.flow.Label;

/** What the rules of this family tell. */
final class Messages {

    private Messages() {}

    /** Where a trace ends. */
    static String compared() {
        return "compared";
    }

    static String comparison(Event.Comparison event, Label secret) {
        return compared(subject(secret), event);
    }

    static String bareSecret(Event.Comparison event) {
        return "What a caller has to know is compared with '" + event.method()
                + "', which stops at the first difference; compare bytes with MessageDigest.isEqual, which takes as long for"
                + " any guess";
    }

    static String storedHash(Event.Comparison event) {
        return compared("The kept hash of a password", event);
    }

    static String digestResponse(Event.Comparison event) {
        return compared("The digest that proves the password", event);
    }

    static String computedSignature(Event.Comparison event) {
        return compared("The signature that was just made", event);
    }

    private static String compared(String what, Event.Comparison event) {
        return what + " is compared " + how(event)
                + "; compare bytes with MessageDigest.isEqual, which takes as long for any guess";
    }

    private static String how(Event.Comparison event) {
        return switch (event.how()) {
            case LOOP -> "element by element with an early exit, which tells where a guess first differs";
            case HASH_CODE -> "by hash code, which many other values share and whose time tells of the guess";
            case SWITCH -> "by a switch, which stops at the first differing character";
            case SEARCH ->
                "with '" + event.method() + "' of a collection, whose equals stops at the first differing character";
            default -> "with '" + event.method() + "', which stops at the first difference";
        };
    }

    private static String subject(Label secret) {
        String origin = switch (secret.certainty()) {
            case COMPUTED -> "computed at line " + secret.line();
            case RECEIVED -> "received at line " + secret.line();
            case CONFIGURED -> "configured at line " + secret.line();
            case DECLARED -> "declared secret at line " + secret.line();
            default -> "a " + secret.kind().noun();
        };
        String what =
                secret.what().startsWith("computed ") ? "The " + secret.what().substring(9) : secret.what();
        return what + " (" + origin + ")";
    }
}
