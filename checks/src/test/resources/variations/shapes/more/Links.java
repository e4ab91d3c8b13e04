package more;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Map;
import org.apache.http.client.utils.URIBuilder;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.util.UriComponentsBuilder;

final class Links {

    private final RestTemplate rest;
    private final String apiSecret;

    Links(RestTemplate rest, String apiSecret) {
        this.rest = rest;
        this.apiSecret = apiSecret;
    }

    interface Partner {
        @RequestLine("GET /orders?api_key={key}&page={page}")
        String orders(@Param("key") String key, @Param("page") int page); // BUG: SecretInUrl

        @RequestLine("GET /orders?page={page}")
        @Headers("X-Api-Key: {key}")
        String ordersGood(@Param("key") String key, @Param("page") int page); // OK: SecretInUrl
    }

    String template(String id) {
        return rest.getForObject("https://p.example/o/{id}?secret={secret}", String.class, Map.of("id", id, "secret", apiSecret)); // BUG: SecretInUrl
    }

    String templateGood(String id) {
        return rest.getForObject("https://p.example/o/{id}", String.class, Map.of("id", id)); // OK: SecretInUrl
    }

    URI spring(String id) {
        UriComponentsBuilder builder = UriComponentsBuilder.fromHttpUrl("https://p.example/o");
        builder.queryParam("id", id);
        builder.queryParam("secret", apiSecret); // BUG: SecretInUrl
        return builder.build().toUri();
    }

    WebTarget jersey(Client client, String id) {
        return client.target("https://p.example/o").queryParam("id", id).queryParam("apiSecret", apiSecret); // BUG: SecretInUrl
    }

    URI apache(String id) throws Exception {
        return new URIBuilder("https://p.example/o").addParameter("id", id).build(); // OK: SecretInUrl
    }

    URI path(String apiKey) {
        return UriBuilder.fromUri("https://p.example").path("hooks").path(apiKey).build(); // BUG: SecretInUrl
    }
}
