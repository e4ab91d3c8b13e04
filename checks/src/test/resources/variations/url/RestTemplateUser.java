package io.acme.rest;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;

public class RestTemplateUser {
    @Value("${slack.token}")
    private String token;

    @Value("${slack.channel}")
    private String channel;

    private final RestTemplate rest = new RestTemplate();

    String post(String text) {
        URI uri = UriComponentsBuilder.fromHttpUrl("https://slack.example/api/chat.postMessage")
                .queryParam("channel", channel)
                .queryParam("token", token) // BUG: SecretInUrl
                .queryParam("text", text)
                .build().toUri();
        return rest.getForObject(uri, String.class);
    }

    String template() {
        return rest.getForObject("https://slack.example/api/auth.test?token={token}", String.class, token); // BUG: SecretInUrl
    }

    String reactive(WebClient client) {
        return client.get()
                .uri(b -> b.path("/users").queryParam("access_token", token).build()) // BUG: SecretInUrl
                .retrieve().bodyToMono(String.class).block();
    }

    String good(WebClient client) {
        return client.get().uri("/users?channel={c}", channel).header("Authorization", "Bearer " + token).retrieve().bodyToMono(String.class).block(); // OK: SecretInUrl
    }
}
