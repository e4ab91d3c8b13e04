package dev.keywright.checks.rules.leak;

import dev.keywright.checks.flow.Label;

/** What the rules of this family tell. */
final class Messages {

    private static final String IN_OPEN_COOKIE =
            " put into a cookie without HttpOnly and Secure, so that scripts and anybody"
                    + " on the way can read it; call setHttpOnly(true) and setSecure(true)";

    private Messages() {}

    static String logged(Label secret, String method) {
        return subject(secret) + " reaches a log through '" + method
                + "'; leave it out, or log an id or a masked form of it";
    }

    static String objectLogged(Label secret, String method) {
        return subject(secret) + " is shown by the text of an object that reaches a log through '" + method
                + "'; leave it out of the object's toString, or log an id of the object";
    }

    static String mapLogged(String method) {
        return "All headers or parameters of a request reach a log through '" + method
                + "', credentials among them; log only those that are known to be harmless";
    }

    static String parameterLogged(String parameter, String method) {
        return "What is sent as '" + parameter + "' reaches a log through '" + method
                + "'; leave it out, or log an id or a masked form of it";
    }

    /** Where a trace ends. */
    static String reaches(String method) {
        return "reaches '" + method + "'";
    }

    /** Where a trace ends. */
    static String inAddress() {
        return "becomes part of an address";
    }

    static String inUrl(Label secret, String parameter) {
        return subject(secret) + " is put into a URL" + (parameter.isEmpty() ? "" : " as '" + parameter + "'")
                + ", where logs, proxies and browser histories keep it; send it in a header or in the body";
    }

    static String sentInUrl(String parameter, String name) {
        return "'" + parameter + "' is sent in the URL as '" + name
                + "', where logs, proxies and browser histories keep it; send it in a header or in the body";
    }

    static String inError(Label secret, String sink) {
        return subject(secret) + " becomes part of an error's text through '" + sink
                + "', which logs and callers see; name the failure without the value";
    }

    static String inToString(Label secret, String type) {
        return "The text of '" + type + "' shows " + subject(secret) + "; leave it out of toString or mask it";
    }

    /** What is called a token, whatever it is that is in it. */
    static final String OPEN_TOKEN = "A token is" + IN_OPEN_COOKIE;

    static String openCookie(Label secret) {
        return subject(secret) + " is" + IN_OPEN_COOKIE;
    }

    static String inResponse(Label secret, String sink) {
        return subject(secret) + " is sent to the caller through '" + sink + "'; answer without it";
    }

    static String subject(Label secret) {
        String origin = switch (secret.certainty()) {
            case COMPUTED -> secret.kind().noun() + " made at line " + secret.line();
            case RECEIVED -> secret.kind().noun() + " received at line " + secret.line();
            case CONFIGURED -> secret.kind().noun() + " configured at line " + secret.line();
            case DECLARED -> "declared secret at line " + secret.line();
            default -> "a " + secret.kind().noun();
        };
        return secret.what() + " (" + origin + ")";
    }
}
