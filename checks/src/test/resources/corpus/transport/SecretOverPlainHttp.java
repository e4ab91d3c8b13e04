package corpus.transport;

import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import okhttp3.Request;
import org.apache.http.client.methods.HttpGet;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;

class PlainHttp {

    private static final String BASE = "http://api.example.com";
    private static final String SAFE = "https://api.example.com";
    private static final String LOCAL = "http://localhost:8080";
    private final String apiKey = System.getenv("API_KEY");

    HttpRequest jdk() {
        return HttpRequest.newBuilder(URI.create("http://api.example.com/v1")).header("X-Api-Key", apiKey).build(); // BUG: SecretOverPlainHttp
    }

    HttpRequest constant(String accessToken) {
        return HttpRequest.newBuilder().uri(URI.create(BASE + "/v1")).header("Authorization", "Bearer " + accessToken).build(); // BUG: SecretOverPlainHttp
    }

    Request okhttp() {
        return new Request.Builder().url("http://api.example.com/v1").addHeader("X-Api-Key", apiKey).build(); // BUG: SecretOverPlainHttp
    }

    Request okhttpConstant(String accessToken) {
        return new Request.Builder().url(BASE).header("Authorization", "Bearer " + accessToken).build(); // BUG: SecretOverPlainHttp
    }

    void connection() throws Exception {
        HttpURLConnection c = (HttpURLConnection) new URL("http://api.example.com/v1").openConnection(); // BUG: SecretOverPlainHttp
        c.setRequestProperty("X-Api-Key", apiKey);
    }

    void apache() {
        HttpGet get = new HttpGet("http://api.example.com/v1"); // BUG: SecretOverPlainHttp
        get.setHeader("X-Api-Key", apiKey);
    }

    Object webclient() {
        return WebClient.create("http://api.example.com").get().uri("/v1").header("X-Api-Key", apiKey).retrieve(); // BUG: SecretOverPlainHttp
    }

    Object webclientBearer(WebClient web, String accessToken) {
        return web.get().uri("http://api.example.com/v1").headers(h -> h.setBearerAuth(accessToken)).retrieve(); // BUG: SecretOverPlainHttp
    }

    Object resttemplate(RestTemplate rest) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("X-Api-Key", apiKey);
        return rest.exchange("http://api.example.com/v1", HttpMethod.GET, new HttpEntity<>(headers), String.class); // BUG: SecretOverPlainHttp
    }

    HttpRequest basic(String password) {
        String credentials = java.util.Base64.getEncoder().encodeToString(("me:" + password).getBytes());
        return HttpRequest.newBuilder(URI.create("http://api.example.com")).header("Authorization", "Basic " + credentials).build(); // BUG: SecretOverPlainHttp
    }

    HttpRequest form(String clientSecret) {
        return HttpRequest.newBuilder(URI.create("http://id.example.com/token")).POST(HttpRequest.BodyPublishers.ofString("client_secret=" + clientSecret)).build(); // BUG: SecretOverPlainHttp
    }

    private HttpRequest.Builder to(String base) {
        return HttpRequest.newBuilder(URI.create(base + "/v1"));
    }

    HttpRequest helper() {
        return to("http://api.example.com").header("X-Api-Key", apiKey).build(); // BUG: SecretOverPlainHttp
    }

    // ---- fine

    HttpRequest https() {
        return HttpRequest.newBuilder(URI.create("https://api.example.com/v1")).header("X-Api-Key", apiKey).build(); // OK: SecretOverPlainHttp
    }

    HttpRequest safeConstant() {
        return HttpRequest.newBuilder(URI.create(SAFE + "/v1")).header("X-Api-Key", apiKey).build(); // OK: SecretOverPlainHttp
    }

    HttpRequest loopback() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:9000/v1")).header("X-Api-Key", apiKey).build(); // OK: SecretOverPlainHttp
    }

    HttpRequest localhost() {
        return HttpRequest.newBuilder(URI.create(LOCAL + "/v1")).header("X-Api-Key", apiKey).build(); // OK: SecretOverPlainHttp
    }

    HttpRequest ipv6() {
        return HttpRequest.newBuilder(URI.create("http://[::1]:9000/v1")).header("X-Api-Key", apiKey).build(); // OK: SecretOverPlainHttp
    }

    HttpRequest nothingSecret() {
        return HttpRequest.newBuilder(URI.create("http://api.example.com/v1")).header("Accept", "text/plain").build(); // OK: SecretOverPlainHttp
    }

    HttpRequest configured(String base) {
        return HttpRequest.newBuilder(URI.create(base)).header("X-Api-Key", apiKey).build(); // OK: SecretOverPlainHttp
    }

    String namespace() {
        return "http://schemas.example.com/token"; // OK: SecretOverPlainHttp
    }

    void send(HttpClient client) throws Exception {
        client.send(https(), HttpResponse.BodyHandlers.ofString()); // OK: SecretOverPlainHttp
    }

    Request okhttpSafe() {
        return new Request.Builder().url(SAFE).addHeader("X-Api-Key", apiKey).build(); // OK: SecretOverPlainHttp
    }

    Object webclientSafe(String accessToken) {
        return WebClient.create(SAFE).get().headers(h -> h.setBearerAuth(accessToken)).retrieve(); // OK: SecretOverPlainHttp
    }
}
