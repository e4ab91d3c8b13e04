package com.acme.bot;

import feign.Param;
import feign.RequestLine;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import javax.ws.rs.client.Client;
import javax.ws.rs.client.WebTarget;
import okhttp3.Request;
import org.apache.http.NameValuePair;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.utils.URIBuilder;
import org.apache.http.message.BasicNameValuePair;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Query;

public class BotApi {
    private static final String GEO = "https://maps.example.com/geocode/json?address=%s&key=%s";
    private final String botToken;
    private final String appSecret;

    public BotApi(String botToken, String appSecret) {
        this.botToken = botToken;
        this.appSecret = appSecret;
    }

    /** Telegram's way: the token is part of the path. */
    URL method(String method) throws IOException {
        return new URL("https://api.telegram.org/bot" + botToken + "/" + method); // BUG: SecretInUrl
    }

    String accessToken(String appId) {
        StringBuilder sb = new StringBuilder("https://api.weixin.example.com/cgi-bin/token?grant_type=client_credential");
        sb.append("&appid=").append(appId);
        sb.append("&secret=").append(appSecret); // BUG: SecretInUrl
        return new RestTemplate().getForObject(sb.toString(), String.class);
    }

    ResponseEntity<String> template(String apiKey, String city) {
        return new RestTemplate()
                .getForEntity("https://api.weather.example.com/v1?q={city}&appid={key}", String.class, city, apiKey); // BUG: SecretInUrl
    }

    ResponseEntity<String> templateByMap(String accessKey) {
        Map<String, String> variables = Map.of("access_key", accessKey);
        return new RestTemplate().getForEntity("https://api.acme.example/latest?access_key={access_key}", String.class, variables); // BUG: SecretInUrl
    }

    HttpRequest geocode(String address, String mapsApiKey) {
        return HttpRequest.newBuilder(URI.create(String.format(GEO, enc(address), mapsApiKey))).build(); // BUG: SecretInUrl
    }

    Request ok(String apiToken) {
        okhttp3.HttpUrl url = okhttp3.HttpUrl.get("https://api.acme.example").newBuilder()
                .addPathSegment("v2")
                .addQueryParameter("api_token", apiToken) // BUG: SecretInUrl
                .build();
        return new Request.Builder().url(url).build();
    }

    HttpGet apache(String clientSecret) throws Exception {
        URIBuilder b = new URIBuilder("https://login.acme.example/token");
        List<NameValuePair> pairs = List.of(new BasicNameValuePair("client_secret", clientSecret));
        b.addParameters(pairs); // BUG: SecretInUrl
        return new HttpGet(b.build());
    }

    String jaxrs(Client client, String authToken) {
        WebTarget target = client.target("https://api.acme.example").path("jobs").queryParam("auth_token", authToken); // BUG: SecretInUrl
        return target.request().get(String.class);
    }

    String jaxrsHeader(Client client, String authToken) {
        return client.target("https://api.acme.example").path("jobs").request().header("X-Auth", authToken).get(String.class); // OK: SecretInUrl
    }

    String web(WebClient web, String sessionToken) {
        return web.get().uri(u -> u.path("/me").queryParam("session", sessionToken).build()).retrieve().bodyToMono(String.class).block(); // BUG: SecretInUrl
    }

    String rest(RestClient rest, String password) {
        return rest.get().uri("/login?user={u}&password={p}", "robot", password).retrieve().body(String.class); // BUG: SecretInUrl
    }

    String restHeader(RestClient rest, String password) {
        return rest.get().uri("/login?user={u}", "robot").header("X-Pass", password).retrieve().body(String.class); // OK: SecretInUrl
    }

    URI components(String user, String password) {
        return UriComponentsBuilder.fromHttpUrl("https://ftp.acme.example").userInfo(user + ":" + password).build().toUri(); // BUG: SecretInUrl
    }

    String joined(String accessToken) {
        StringJoiner q = new StringJoiner("&", "https://graph.acme.example/me?", "");
        q.add("fields=name");
        q.add("access_token=" + accessToken); // BUG: SecretInUrl
        return q.toString();
    }

    String formatted(String host, String bearerToken) {
        return MessageFormat.format("https://{0}/sse?token={1}", host, bearerToken); // BUG: SecretInUrl
    }

    HttpURLConnection form(String clientId, String clientSecret) throws IOException {
        HttpURLConnection c = (HttpURLConnection) new URL("https://login.acme.example/token").openConnection();
        c.setDoOutput(true);
        String body = "client_id=" + enc(clientId) + "&client_secret=" + enc(clientSecret); // OK: SecretInUrl
        c.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        return c;
    }

    private static String enc(String s) {
        return URLEncoder.encode(s, StandardCharsets.UTF_8);
    }
}

interface RetroApi {
    @GET("v1/things")
    Call<String> things(@Query("api_key") String apiKey); // BUG: SecretInUrl

    @GET("v1/things")
    Call<String> thingsByHeader(@Header("X-Api-Key") String apiKey, @Query("page") int page); // OK: SecretInUrl
}

interface FeignApi {
    @RequestLine("GET /v1/things?apikey={apiKey}")
    String things(@Param("apiKey") String apiKey); // BUG: SecretInUrl

    @RequestLine("GET /v1/things?pageToken={pageToken}")
    String page(@Param("pageToken") String pageToken); // OK: SecretInUrl
}
