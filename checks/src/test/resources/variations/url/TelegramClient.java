package io.acme.bot;

import java.net.HttpURLConnection;
import java.net.URL;
import okhttp3.HttpUrl;
import okhttp3.Request;

public class TelegramClient {
    private final String apiKey;

    TelegramClient(String apiKey) {
        this.apiKey = apiKey;
    }

    String weather(String city) throws Exception {
        URL url = new URL("https://api.weather.example/v1?q=" + city + "&appid=" + apiKey); // BUG: SecretInUrl
        HttpURLConnection c = (HttpURLConnection) url.openConnection();
        return c.getResponseMessage();
    }

    Request geocode(String q) {
        HttpUrl url = HttpUrl.parse("https://maps.example/geocode").newBuilder()
                .addQueryParameter("address", q)
                .addQueryParameter("key", apiKey) // BUG: SecretInUrl
                .build();
        return new Request.Builder().url(url).build();
    }

    Request good(String q) {
        HttpUrl url = HttpUrl.parse("https://maps.example/geocode").newBuilder().addQueryParameter("address", q).build();
        return new Request.Builder().url(url).header("X-Api-Key", apiKey).build(); // OK: SecretInUrl
    }
}
