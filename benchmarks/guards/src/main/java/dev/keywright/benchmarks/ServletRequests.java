package dev.keywright.benchmarks;

import dev.keywright.benchmarks.SpringBenchmark.Credential;
import dev.keywright.runtime.client.CanonicalSigner;
import dev.keywright.runtime.key.ApiKeys;
import dev.keywright.runtime.key.NewApiKey;
import java.net.URI;
import java.util.Map;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockServletContext;

/** A supply of servlet requests with one kind of credential, used by one thread. */
final class ServletRequests {

    /** A credential that nobody knows, for the requests that are to be refused. */
    private final NewApiKey key = ApiKeys.create("shop", "acme").with(record -> record.scopes("orders:write"));

    private final byte[] secret = Application.randomSecret();
    private final MockServletContext context = new MockServletContext();
    private final Credential credential;
    private final byte[] body;
    private final Map<?, ?>[] headers = new Map<?, ?>[RollingNonces.SUPPLY];
    private int next;

    ServletRequests(Credential credential) {
        this.credential = credential;
        this.body = credential == Credential.CANONICAL ? SignedRequests.BODY : new byte[0];
        for (int i = 0; i < headers.length; i++) {
            headers[i] = headers();
        }
    }

    private Map<String, String> headers() {
        return switch (credential) {
            case API_KEY -> Map.of("X-API-Key", key.key());
            case WRONG_KEY -> Map.of("X-API-Key", ApiKeys.create("shop", "acme").key());
            case CANONICAL ->
                new CanonicalSigner("a", secret)
                        .headers("POST", URI.create("https://localhost/orders"), "application/json", body);
        };
    }

    NewApiKey key() {
        return key;
    }

    byte[] secret() {
        return secret;
    }

    boolean right() {
        return credential != Credential.WRONG_KEY;
    }

    boolean signed() {
        return credential == Credential.CANONICAL;
    }

    MockHttpServletRequest next() {
        next = next + 1 == headers.length ? 0 : next + 1;
        MockHttpServletRequest request = new MockHttpServletRequest(context, "POST", "/orders");
        request.setServletPath("/orders");
        request.setSecure(true);
        request.setScheme("https");
        request.setServerPort(443);
        request.addHeader("Host", "localhost");
        request.addHeader("Content-Type", "application/json");
        request.setContent(body);
        headers[next].forEach((name, value) -> request.addHeader((String) name, value));
        return request;
    }
}
