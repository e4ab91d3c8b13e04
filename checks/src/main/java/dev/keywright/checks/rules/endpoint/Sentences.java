package dev.keywright.checks.rules.endpoint;

import dev.keywright.checks.endpoint.Endpoint;

/** What the endpoint rules say. */
final class Sentences {

    private Sentences() {}

    static String protectedWithoutLimit(Endpoint endpoint, String protection) {
        return subject(endpoint) + " is protected by " + protection + ", but nothing limits how often it is called;"
                + " write @RateLimited(\"60 per minute\") on the method or its class";
    }

    static String guessableWithoutLimit(Endpoint endpoint, Purpose purpose) {
        String mend = purpose == Purpose.LOGIN
                ? " write @LoginProtected(account = \"/…\") with the account's place in the body on the method"
                : " write @RateLimited(value = \"5 per 15 minutes\", by = LimitBy.ADDRESS) on the method";
        return subject(endpoint) + " " + purpose.does() + ", and nothing limits how often callers may guess;" + mend;
    }

    static String unprotected(Endpoint endpoint) {
        return subject(endpoint) + " answers anyone: no mechanism stands on "
                + endpoint.method().name() + " or on "
                + (endpoint.type().name().contains("$")
                        ? "its class"
                        : endpoint.type().simpleName())
                + "; write @ApiKeyProtected, @BearerProtected or @HmacSigned, or @PublicEndpoint(reason = …)"
                + " if it is open on purpose";
    }

    static String openRoute(Endpoint endpoint) {
        return subject(endpoint)
                + " is registered here, and nothing that can be seen asks who calls it; register a method"
                + " with @ApiKeyProtected through Keywright's adapter, or @PublicEndpoint(reason = …), or list its path"
                + " under protected-elsewhere in keywright.toml";
    }

    static String perhapsUnprotected(Endpoint endpoint, String configuration) {
        return subject(endpoint) + " has no mechanism of its own; unless " + configuration + " protects it, it answers"
                + " anyone; write the mechanism or @PublicEndpoint(reason = …) on it, or list its path under"
                + " protected-elsewhere in keywright.toml";
    }

    static String perhapsInherited(Endpoint endpoint, String unseen) {
        return subject(endpoint) + " has no mechanism that can be seen; unless it inherits one from " + unseen
                + ", which is neither among the sources nor on the class path, it answers anyone; give the class path, or"
                + " write the mechanism or @PublicEndpoint(reason = …) on it";
    }

    static String readScopeOnWrite(Endpoint endpoint, String scope) {
        return subject(endpoint) + " changes something, but the scope '" + scope + "' that it asks for is for reading;"
                + " ask for one that is for writing, as '" + writing(scope) + "'";
    }

    static String credentialInQuery(String name, String where) {
        return "the credential '" + name + "' is taken from the query " + where
                + ", which ends in access logs, histories"
                + " and Referer headers; take it from a header, as @ApiKeyProtected does";
    }

    static String registeredAround(String handler, String registration) {
        return handler + " has guarded methods, but " + registration
                + " registers it without its guard, so that nothing"
                + " checks its callers; register it through Keywright's adapter";
    }

    private static String subject(Endpoint endpoint) {
        return endpoint.described();
    }

    private static String writing(String scope) {
        return scope.replaceAll("(?i)(readonly|read|view|list|get|query|search)", "write");
    }
}
