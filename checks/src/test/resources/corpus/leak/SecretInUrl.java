package corpus.leak;

import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Query;

class Urls {

    private final String apiKey = System.getenv("WEATHER_API_KEY");
    private final RestTemplate rest = new RestTemplate();
    private final WebClient web = WebClient.create();

    URI concatenated() {
        return URI.create("https://api.example.com/v1?units=m&appid=" + apiKey); // BUG: SecretInUrl
    }

    URL constructed() throws Exception {
        return new URL("https://api.example.com/v1?api_key=" + apiKey + "&q=berlin"); // BUG: SecretInUrl
    }

    URI formatted(String q) {
        return URI.create(String.format("https://api.example.com/v1?q=%s&key=%s", q, apiKey)); // BUG: SecretInUrl
    }

    URI encoded() {
        String encoded = URLEncoder.encode(apiKey, StandardCharsets.UTF_8);
        return URI.create("https://api.example.com/v1?key=" + encoded); // BUG: SecretInUrl
    }

    HttpRequest jdk(String accessToken) {
        return HttpRequest.newBuilder(URI.create("https://graph.example.com/me?access_token=" + accessToken)).build(); // BUG: SecretInUrl
    }

    String spring(String refreshToken) {
        return UriComponentsBuilder.fromHttpUrl("https://id.example.com").queryParam("token", refreshToken).toUriString(); // BUG: SecretInUrl
    }

    HttpUrl okhttp() {
        return new HttpUrl.Builder().scheme("https").host("api.example.com").addQueryParameter("key", apiKey).build(); // BUG: SecretInUrl
    }

    String template() {
        return rest.getForObject("https://api.example.com/v1?key={key}", String.class, apiKey); // BUG: SecretInUrl
    }

    String templateMap() {
        return rest.getForObject("https://api.example.com/v1?key={key}", String.class, Map.of("key", apiKey)); // BUG: SecretInUrl
    }

    Object reactive() {
        return web.get().uri(b -> b.path("/v1").queryParam("key", apiKey).build()).retrieve(); // BUG: SecretInUrl
    }

    Object reactiveTemplate() {
        return web.get().uri("https://api.example.com/v1?key={k}", apiKey).retrieve(); // BUG: SecretInUrl
    }

    String redirect(String sessionToken) {
        return "redirect:/home?session=" + sessionToken; // BUG: SecretInUrl
    }

    void servletRedirect(jakarta.servlet.http.HttpServletResponse response, String sessionToken) throws Exception {
        response.sendRedirect("/home?session=" + sessionToken); // BUG: SecretInUrl
    }

    Request wrapped() {
        String query = "key=" + apiKey;
        return new Request.Builder().url("https://api.example.com/v1?" + query).build(); // BUG: SecretInUrl
    }

    URI built() {
        StringBuilder url = new StringBuilder("https://api.example.com/v1?q=x");
        url.append("&apikey=").append(apiKey); // BUG: SecretInUrl
        return URI.create(url.toString());
    }

    // ---- fine

    HttpRequest header() {
        return HttpRequest.newBuilder(URI.create("https://api.example.com/v1?q=x")).header("X-Api-Key", apiKey).build(); // OK: SecretInUrl
    }

    URI harmless(String city, String nextPageToken) {
        return URI.create("https://api.example.com/v1?q=" + city + "&page_token=" + nextPageToken); // OK: SecretInUrl
    }

    URI keyId(String keyId) {
        return URI.create("https://api.example.com/keys?key_id=" + keyId); // OK: SecretInUrl
    }

    String body() {
        return "grant_type=client_credentials&client_secret=" + apiKey; // OK: SecretInUrl
    }

    HttpRequest form(String password) {
        return HttpRequest.newBuilder(URI.create("https://id.example.com/token")).POST(HttpRequest.BodyPublishers.ofString("password=" + password)).build(); // OK: SecretInUrl
    }

    URI tokenEndpoint(String tokenUrl) {
        return URI.create(tokenUrl + "?grant=x"); // OK: SecretInUrl
    }

    String search(String keyword) {
        return UriComponentsBuilder.fromHttpUrl("https://s.example.com").queryParam("key", keyword).toUriString(); // OK: SecretInUrl
    }

    Request bearer(String accessToken) {
        return new Request.Builder().url("https://api.example.com").header("Authorization", "Bearer " + accessToken).build(); // OK: SecretInUrl
    }

    Object bearerReactive(String accessToken) {
        return web.get().uri("https://api.example.com").headers(h -> h.setBearerAuth(accessToken)).retrieve(); // OK: SecretInUrl
    }

    URI path(String passwordPolicyName) {
        return URI.create("https://api.example.com/policies?name=" + passwordPolicyName); // OK: SecretInUrl
    }
}

interface Weather {

    @GET("v1/current")
    Object current(@Query("q") String city, @Query("api_key") String apiKey); // BUG: SecretInUrl

    @GET("v2/current")
    Object better(@Query("q") String city, @Header("X-Api-Key") String apiKey); // OK: SecretInUrl

    @GET("v2/list")
    Object list(@Query("page_token") String pageToken); // OK: SecretInUrl
}
