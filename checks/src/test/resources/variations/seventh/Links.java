package net.acme.seventh;

import java.net.URI;
import java.net.URL;

/** Addresses whose separator is chosen. */
class Links {

    private final String base;
    private final String apiToken;

    Links(String base, String apiToken) {
        this.base = base;
        this.apiToken = apiToken;
    }

    /** A form's body is no address, however its parts are put together. */
    String form(String fields) {
        return fields + (fields.isEmpty() ? "" : "&") + "grant=" + apiToken;
    }

    URL page(String path, String cursor) throws Exception {
        return new URL(base + path + (path.contains("?") ? "&" : "?") + "page_token=" + cursor);
    }

    URL issues(String path) throws Exception {
        return new URL(base + path + (path.indexOf('?') < 0 ? '?' : '&') + "private_token=" + apiToken); // BUG: SecretInUrl
    }

    URI builds(String path) {
        String and = path.contains("?") ? "&" : "?";
        String target = base + path + and + "api_key=" + apiToken;
        return URI.create(target); // BUG: SecretInUrl
    }
}
