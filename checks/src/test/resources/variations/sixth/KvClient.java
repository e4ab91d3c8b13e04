package org.example.kv;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.http.client.HttpClient;
import org.apache.http.client.methods.HttpGet;

interface UrlParameters {
    List<String> toUrlParameters();
}

final class SingleUrlParameters implements UrlParameters {
    private final String key;
    private final String value;

    SingleUrlParameters(String key, String value) {
        this.key = key;
        this.value = value;
    }

    @Override
    public List<String> toUrlParameters() {
        return Collections.singletonList(key + "=" + URLEncoder.encode(value));
    }
}

final class RawClient {
    private final HttpClient http;
    private final String agent;

    RawClient(HttpClient http, String agent) {
        this.http = http;
        this.agent = agent;
    }

    Object get(String endpoint, UrlParameters... params) throws Exception {
        StringBuilder url = new StringBuilder(agent).append(endpoint).append('?');
        List<String> all = new ArrayList<>();
        for (UrlParameters p : params) {
            if (p != null) {
                all.addAll(p.toUrlParameters());
            }
        }
        url.append(String.join("&", all));
        return http.execute(new HttpGet(url.toString()));
    }
}

final class AclClient {
    private final RawClient raw;

    AclClient(RawClient raw) {
        this.raw = raw;
    }

    Object info(String id, String token) throws Exception {
        UrlParameters tokenParam = token != null ? new SingleUrlParameters("token", token) : null; // BUG: SecretInUrl
        return raw.get("/v1/acl/info/" + id, tokenParam);
    }

    Object list(String dc) throws Exception {
        return raw.get("/v1/acl/list", new SingleUrlParameters("dc", dc)); // OK: SecretInUrl
    }
}
