package dev.keywright.processor.index;

import dev.keywright.processor.descriptor.Access;
import dev.keywright.processor.descriptor.Credential;
import dev.keywright.processor.descriptor.EndpointDescriptor;
import dev.keywright.processor.descriptor.Limit;
import dev.keywright.processor.descriptor.Login;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** One endpoint as one line of JSON. */
final class IndexLine {

    private IndexLine() {}

    static String of(EndpointDescriptor endpoint) {
        Access access = endpoint.access();
        StringBuilder json = new StringBuilder();
        // The type comes first: a later incremental build finds by it which lines are its own.
        json.append("{\"type\":").append(string(endpoint.type()));
        json.append(",\"method\":").append(string(endpoint.method()));
        json.append(",\"parameters\":").append(strings(endpoint.parameters()));
        json.append(",\"framework\":").append(string(endpoint.framework()));
        json.append(",\"http\":").append(strings(endpoint.verbs()));
        json.append(",\"paths\":").append(strings(endpoint.paths()));
        json.append(",\"access\":").append(string(word(endpoint)));
        if (access != null && access.publicReason() != null) {
            json.append(",\"reason\":").append(string(access.publicReason()));
        }
        json.append(",\"credentials\":").append(credentials(access == null ? List.of() : access.required()));
        json.append(",\"anyOf\":").append(credentials(access == null ? List.of() : access.anyOf()));
        json.append(",\"limits\":")
                .append(endpoint.limits().stream().map(IndexLine::limit).collect(list()));
        Login login = endpoint.login();
        if (login != null) {
            json.append(",\"login\":{\"account\":").append(string(login.account()));
            json.append(",\"failures\":").append(string(login.failures()));
            json.append(",\"bodyLimit\":").append(string(login.bodyLimit())).append('}');
        }
        return json.append("}").toString();
    }

    private static String word(EndpointDescriptor endpoint) {
        Access access = endpoint.access();
        if (access == null) {
            return endpoint.login() == null ? "unprotected" : "login";
        }
        return access.isPublic() ? "public" : "protected";
    }

    private static String credentials(List<Credential> credentials) {
        return credentials.stream().map(IndexLine::credential).collect(list());
    }

    private static String credential(Credential credential) {
        if (credential instanceof Credential.ApiKey key) {
            return "{\"mechanism\":\"apiKey\",\"header\":" + string(key.header()) + ",\"store\":" + string(key.store())
                    + ",\"scopes\":" + strings(key.scopes()) + ",\"bodyLimit\":" + string(key.bodyLimit()) + "}";
        }
        if (credential instanceof Credential.Bearer bearer) {
            return "{\"mechanism\":\"bearer\",\"verifier\":" + string(bearer.verifier()) + ",\"scopes\":"
                    + strings(bearer.scopes()) + ",\"bodyLimit\":" + string(bearer.bodyLimit()) + "}";
        }
        Credential.Hmac hmac = (Credential.Hmac) credential;
        return "{\"mechanism\":\"hmac\",\"scheme\":" + string(hmac.scheme()) + ",\"secret\":"
                + string(hmac.secretName()) + ",\"tolerance\":" + string(hmac.tolerance()) + ",\"bodyLimit\":"
                + string(hmac.bodyLimit()) + "}";
    }

    private static String limit(Limit limit) {
        return "{\"by\":" + string(limit.by()) + ",\"limit\":" + string(limit.text()) + "}";
    }

    private static String strings(List<String> values) {
        return values.stream().map(IndexLine::string).collect(list());
    }

    private static Collector<CharSequence, ?, String> list() {
        return Collectors.joining(",", "[", "]");
    }

    /** A JSON string (RFC 8259, section 7), in ASCII, so that no encoding can spoil it. */
    static String string(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c >= ' ' && c < 0x7f) {
                json.append(c);
            } else {
                json.append(String.format("\\u%04x", (int) c));
            }
        }
        return json.append('"').toString();
    }
}
