package com.sms.gateway;

import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.apache.http.client.methods.HttpPost;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;

class Senders {
    private static final String BASE = "http://api.smsprovider.com/v2";
    private static final String SECURE = "https://api.smsprovider.com/v2";
    private final String apiKey;
    private final String password;
    private final OkHttpClient ok = new OkHttpClient();
    private final RestTemplate rest = new RestTemplate();

    Senders(String apiKey, String password) {
        this.apiKey = apiKey;
        this.password = password;
    }

    void urlConnection(String user) throws Exception {
        URL url = new URL(BASE + "/send"); // BUG: SecretOverPlainHttp
        HttpURLConnection con = (HttpURLConnection) url.openConnection();
        String basic = Base64.getEncoder().encodeToString((user + ":" + password).getBytes());
        con.setRequestProperty("Authorization", "Basic " + basic);
        con.getInputStream().close();
    }

    void jersey(String text) {
        ClientBuilder.newClient()
                .target("http://api.smsprovider.com") // BUG: SecretOverPlainHttp
                .path("/send")
                .request(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + apiKey)
                .post(Entity.text(text));
    }

    void okHttp() throws Exception {
        Request request = new Request.Builder().url(BASE + "/balance").addHeader("X-Api-Key", apiKey).build(); // BUG: SecretOverPlainHttp
        ok.newCall(request).execute().close();
    }

    void form(String user) throws Exception {
        FormBody body = new FormBody.Builder().add("username", user).add("password", password).build();
        ok.newCall(new Request.Builder().url("http://api.smsprovider.com/login").post(body).build()).execute(); // BUG: SecretOverPlainHttp
    }

    HttpPost apache() {
        HttpPost post = new HttpPost("http://push.example-provider.com/notify"); // BUG: SecretOverPlainHttp
        post.setHeader("X-Auth-Token", apiKey);
        return post;
    }

    String restTemplate() {
        org.springframework.http.HttpHeaders headers = new org.springframework.http.HttpHeaders();
        headers.setBearerAuth(apiKey);
        return rest.exchange("http://api.smsprovider.com/me", HttpMethod.GET, new HttpEntity<>(headers), String.class).getBody(); // BUG: SecretOverPlainHttp
    }

    WebClient webClient() {
        return WebClient.builder()
                .baseUrl("http://api.smsprovider.com") // BUG: SecretOverPlainHttp
                .defaultHeader("Authorization", "Bearer " + apiKey)
                .build();
    }

    void jdk(HttpClient client) throws Exception {
        HttpRequest request = HttpRequest.newBuilder()
                .uri(URI.create("http://billing.smsprovider.com/invoices")) // BUG: SecretOverPlainHttp
                .header("x-api-key", apiKey)
                .GET()
                .build();
        client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    void jdkSecure(HttpClient client) throws Exception {
        HttpRequest request = HttpRequest.newBuilder()
                .uri(URI.create(SECURE + "/invoices"))
                .header("x-api-key", apiKey) // OK: SecretOverPlainHttp
                .build();
        client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    void local(HttpClient client) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:8080/admin"))
                .header("x-api-key", apiKey) // OK: SecretOverPlainHttp
                .build();
        client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    void metadata(HttpClient client) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://169.254.169.254/latest/meta-data/"))
                .header("X-aws-ec2-metadata-token", apiKey) // OK: SecretOverPlainHttp
                .build();
        client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    String noCredential() {
        return rest.getForObject("http://time.example.org/now", String.class); // OK: SecretOverPlainHttp
    }

    String namespace(String key) {
        String ns = "http://schemas.xmlsoap.org/soap/envelope/";
        Request request = new Request.Builder().url(SECURE).addHeader("X-Api-Key", key).header("SOAPAction", ns).build(); // OK: SecretOverPlainHttp
        return request.toString();
    }
}
