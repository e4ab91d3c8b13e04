package frames;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.logging.HttpLoggingInterceptor;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.conn.ssl.NoopHostnameVerifier;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.netty.http.client.HttpClient;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Query;

class Clients {
    private final String apiKey;

    Clients(String apiKey) {
        this.apiKey = apiKey;
    }

    interface Weather {
        @GET("forecast")
        Call<String> bad(@Query("appid") String city, @Query("api_key") String apiKey); // BUG: SecretInUrl

        @GET("forecast")
        Call<String> good(@Query("city") String city, @Header("X-Api-Key") String apiKey); // OK: SecretInUrl
    }

    interface Orders {
        @RequestLine("GET /orders?token={token}")
        String bad(@Param("token") String token); // BUG: SecretInUrl

        @RequestLine("GET /orders")
        @Headers("Authorization: Bearer {token}")
        String good(@Param("token") String token); // OK: SecretInUrl
    }

    OkHttpClient bad1(boolean debug) {
        HttpLoggingInterceptor logging = new HttpLoggingInterceptor();
        logging.setLevel(debug ? HttpLoggingInterceptor.Level.BODY : HttpLoggingInterceptor.Level.HEADERS); // BUG: CredentialWireLogging
        return new OkHttpClient.Builder().addInterceptor(logging).build();
    }

    OkHttpClient bad2() {
        return new OkHttpClient.Builder().hostnameVerifier((host, session) -> true).build(); // BUG: DisabledTlsVerification
    }

    CloseableHttpClient bad3() {
        return HttpClients.custom().setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE).build(); // BUG: DisabledTlsVerification
    }

    Request bad4() {
        HttpUrl url = HttpUrl.parse("https://maps.example.com").newBuilder().addQueryParameter("key", apiKey).build(); // BUG: SecretInUrl
        return new Request.Builder().url(url).build();
    }

    Request bad5() {
        return new Request.Builder().url("http://maps.example.com/geo").addHeader("Authorization", apiKey).build(); // BUG: SecretOverPlainHttp
    }

    String bad6(RestTemplate template) {
        return template.getForObject("https://api.example.com/x?apiKey={key}", String.class, apiKey); // BUG: SecretInUrl
    }

    String bad7(RestTemplate template) {
        HttpHeaders headers = new HttpHeaders();
        headers.setBearerAuth(apiKey);
        return template.exchange("http://api.example.com/x", HttpMethod.GET, new HttpEntity<>(headers), String.class).getBody(); // BUG: SecretOverPlainHttp
    }

    String bad8(RestClient client) {
        return client.get().uri("http://api.example.com/y").header("X-Api-Key", apiKey).retrieve().body(String.class); // BUG: SecretOverPlainHttp
    }

    HttpClient bad9() {
        return HttpClient.create().wiretap(true); // BUG: CredentialWireLogging
    }

    HttpGet bad10() {
        HttpGet get = new HttpGet("http://api.example.com/z"); // BUG: SecretOverPlainHttp
        get.addHeader("X-Api-Key", apiKey);
        return get;
    }

    String bad11(WebClient client) {
        return client.get().uri(b -> b.path("/x").queryParam("access_token", apiKey).build()).retrieve().bodyToMono(String.class).block(); // BUG: SecretInUrl
    }

    WebClient bad12() {
        return WebClient.builder().baseUrl("http://api.example.com").defaultHeader("Authorization", "Bearer " + apiKey).build(); // BUG: SecretOverPlainHttp
    }

    OkHttpClient good1() {
        HttpLoggingInterceptor logging = new HttpLoggingInterceptor();
        logging.setLevel(HttpLoggingInterceptor.Level.BASIC); // OK: CredentialWireLogging
        return new OkHttpClient.Builder().addInterceptor(logging).build();
    }

    OkHttpClient good2() {
        HttpLoggingInterceptor logging = new HttpLoggingInterceptor();
        logging.redactHeader("Authorization");
        logging.setLevel(HttpLoggingInterceptor.Level.HEADERS); // OK: CredentialWireLogging
        return new OkHttpClient.Builder().addInterceptor(logging).build();
    }

    Request good3() {
        return new Request.Builder().url("https://maps.example.com/geo").addHeader("Authorization", apiKey).build(); // OK: SecretOverPlainHttp
    }

    String good4(RestTemplate template, String city) {
        return template.getForObject("https://api.example.com/x?city={city}", String.class, city); // OK: SecretInUrl
    }

    WebClient good5() {
        return WebClient.builder().baseUrl("http://localhost:9000").defaultHeader("Authorization", "Bearer " + apiKey).build(); // OK: SecretOverPlainHttp
    }

    HttpClient good6() {
        return HttpClient.create().wiretap(false); // OK: CredentialWireLogging
    }

    String good7(String page) {
        return UriComponentsBuilder.fromUriString("https://api.example.com/x").queryParam("page", page).toUriString(); // OK: SecretInUrl
    }
}
