package org.example.sdk;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.apache.http.NameValuePair;
import org.apache.http.client.utils.URIBuilder;
import org.apache.http.client.utils.URLEncodedUtils;
import org.apache.http.message.BasicNameValuePair;

public class Sdk {
    private String baseUrl;
    private String apiKey;
    private String accessToken;
    private String username;
    private String password;

    Request search(String q) {
        HttpUrl url = HttpUrl.parse(baseUrl + "/search").newBuilder()
                .addQueryParameter("q", q)
                .addQueryParameter("api_key", apiKey) // BUG: SecretInUrl
                .build();
        return new Request.Builder().url(url).get().build();
    }

    URI forecast(String city) throws Exception {
        URIBuilder builder = new URIBuilder(baseUrl);
        builder.setParameter("city", city);
        builder.setParameter("appid", apiKey); // BUG: SecretInUrl
        return builder.build();
    }

    String listed(String q) {
        List<NameValuePair> params = new ArrayList<>();
        params.add(new BasicNameValuePair("q", q));
        params.add(new BasicNameValuePair("access_token", accessToken));
        return baseUrl + "/items?" + URLEncodedUtils.format(params, "UTF-8"); // BUG: SecretInUrl
    }

    String login() throws Exception {
        String url = MessageFormat.format("{0}/login?username={1}&password={2}", baseUrl, username, password); // BUG: SecretInUrl
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).GET().build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    URI joined(Map<String, String> filters) {
        Map<String, String> query = new LinkedHashMap<>(filters);
        query.put("token", accessToken);
        String text = query.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining("&"));
        return URI.create(baseUrl + "/items?" + text); // BUG: SecretInUrl
    }

    URI looped() {
        Map<String, String> query = new HashMap<>();
        query.put("apikey", apiKey);
        query.put("format", "json");
        StringBuilder sb = new StringBuilder(baseUrl).append("/v2/items").append("?");
        for (Map.Entry<String, String> e : query.entrySet()) {
            sb.append(e.getKey()).append("=").append(e.getValue()).append("&"); // BUG: SecretInUrl
        }
        return URI.create(sb.toString());
    }

    HttpRequest good() {
        return HttpRequest.newBuilder(URI.create(baseUrl + "/items?format=json")).header("X-Api-Key", apiKey).build(); // OK: SecretInUrl
    }

    Request form(String q) {
        okhttp3.FormBody body = new okhttp3.FormBody.Builder().add("q", q).add("access_token", accessToken).build(); // OK: SecretInUrl
        return new Request.Builder().url(baseUrl + "/items").post(body).build();
    }

    String database(String host, String db) {
        return "jdbc:postgresql://" + host + "/" + db + "?user=" + username + "&password=" + password; // BUG: SecretInUrl
    }
}

class LogOut {
    private static final String POST_LOGOUT = Names.POST_LOGOUT;

    String address(String end, String accessToken, String state) {
        StringBuilder out = new StringBuilder(end).append("?").append(Names.TOKEN).append("=").append(accessToken); // BUG: SecretInUrl
        out.append("&").append(POST_LOGOUT).append("=").append(end);
        out.append("&state=").append(state);
        return out.toString();
    }
}
