package modern;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** A client that puts its key where it likes. */
final class Pipeline {

    private final HttpClient client = HttpClient.newHttpClient();
    private final String apiKey;
    private final String base;

    Pipeline(String base, String apiKey) {
        this.base = base;
        this.apiKey = apiKey;
    }

    CompletableFuture<String> bad(String city) {
        URI uri = URI.create("https://weather.example/v2/now?q=" + city + "&appid=" + apiKey); // BUG: SecretInUrl
        return client.sendAsync(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(HttpResponse::body);
    }

    CompletableFuture<String> good(String city) {
        URI uri = URI.create("https://weather.example/v2/now?q=" + city); // OK: SecretInUrl
        HttpRequest request = HttpRequest.newBuilder(uri).header("X-Api-Key", apiKey).build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(HttpResponse::body);
    }

    URI joiner(String city) {
        StringJoiner query = new StringJoiner("&", "?", "");
        query.add("q=" + city);
        query.add("key=" + URLEncoder.encode(apiKey, StandardCharsets.UTF_8));
        return URI.create("https://weather.example/v2/now" + query); // BUG: SecretInUrl
    }

    URI map(String city) {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("q", city);
        params.put("api_key", apiKey);
        String query = params.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create("https://weather.example/v2/now?" + query); // BUG: SecretInUrl
    }

    URI mapGood(String city) {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("q", city);
        params.put("units", "metric");
        String query = params.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create("https://weather.example/v2/now?" + query); // OK: SecretInUrl
    }

    HttpRequest plain() {
        return HttpRequest.newBuilder(URI.create("http://weather.example/v2/now")) // BUG: SecretOverPlainHttp
                .header("Authorization", "Bearer " + apiKey)
                .build();
    }

    HttpRequest plainGood() {
        return HttpRequest.newBuilder(URI.create("http://localhost:8081/v2/now"))
                .header("Authorization", "Bearer " + apiKey) // OK: SecretOverPlainHttp
                .build();
    }

    HttpRequest secureGood() {
        return HttpRequest.newBuilder(URI.create("https://weather.example/v2/now"))
                .header("Authorization", "Bearer " + apiKey) // OK: SecretOverPlainHttp
                .build();
    }

    String fragment(String accessToken) {
        return String.format("%s/callback?access_token=%s", base, accessToken); // BUG: SecretInUrl
    }

    String page(String pageToken) {
        return String.format("%s/list?page_token=%s", base, pageToken); // OK: SecretInUrl
    }
}
