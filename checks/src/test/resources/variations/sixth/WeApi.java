package org.example.we;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.web.client.RestTemplate;

interface Urls {
    String TOKEN = "https://api.example.com/cgi-bin/token?grant_type=client_credential&appid=%s&secret=%s";
    String USER = "https://api.example.com/cgi-bin/user?appid=%s&openid=%s";
}

public class WeApi {
    private final RestTemplate http = new RestTemplate();
    private String appId;
    private String secret;

    String accessToken() throws Exception {
        String url = String.format(Urls.TOKEN, appId, secret); // BUG: SecretInUrl
        JsonNode node = new ObjectMapper().readTree(http.getForObject(url, String.class));
        return node.get("access_token").asText();
    }

    void send(String accessToken, String text) {
        http.postForObject("https://api.example.com/message/send?access_token={token}", text, String.class, accessToken); // BUG: SecretInUrl
    }

    String user(String openId) {
        return http.getForObject(String.format(Urls.USER, appId, openId), String.class); // OK: SecretInUrl
    }
}
