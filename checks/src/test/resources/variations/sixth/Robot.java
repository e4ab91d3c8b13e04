package org.example.robot;

import cn.hutool.http.HttpUtil;
import com.mashape.unirest.http.Unirest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;

public class Robot {
    private static final String SEND = "https://oapi.example.com/robot/send?access_token=";

    @Value("${robot.token}")
    private String robotToken;

    @Value("${maps.key}")
    private String mapsKey;

    void ding(String text) {
        HttpUtil.post(SEND + robotToken, text); // BUG: SecretInUrl
    }

    void uni() throws Exception {
        Unirest.get("https://api.example.com/rooms").queryString("token", robotToken).asString(); // BUG: SecretInUrl
    }

    String geocode(String address) {
        return UriComponentsBuilder.fromHttpUrl("https://maps.example.com/geocode/json")
                .queryParam("address", address)
                .queryParam("key", mapsKey) // BUG: SecretInUrl
                .toUriString();
    }

    Object reactive(WebClient web) {
        return web.get().uri(b -> b.path("/rooms").queryParam("token", robotToken).build()).retrieve(); // BUG: SecretInUrl
    }

    void hutoolGet() {
        Map<String, Object> params = new HashMap<>();
        params.put("access_token", robotToken);
        HttpUtil.get("https://api.example.com/rooms", params); // BUG: SecretInUrl
    }

    void hutoolPost() {
        Map<String, Object> params = new HashMap<>();
        params.put("access_token", robotToken);
        HttpUtil.post("https://api.example.com/rooms", params); // OK: SecretInUrl
    }
}
