package org.example.chat;

import hudson.util.Secret;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.URLEncoder;

public class HipChatBefore {
    private final String host;
    private final Secret token;
    private final String room;

    public HipChatBefore(String host, Secret token, String room) {
        this.host = host;
        this.token = token;
        this.room = room;
    }

    public void publish(String message) throws Exception {
        String url = "https://" + host + "/v1/rooms/message?auth_token=" + token.getPlainText(); // BUG: SecretInUrl
        HttpURLConnection post = (HttpURLConnection) new URL(url).openConnection();
        post.setRequestMethod("POST");
        post.setDoOutput(true);
        post.getOutputStream().write(("room_id=" + room + "&message=" + URLEncoder.encode(message, "UTF-8")).getBytes());
        post.getInputStream().close();
    }

    public void publishByHeader(String message) throws Exception {
        String url = "https://" + host + "/v1/rooms/message?room_id=" + room; // OK: SecretInUrl
        HttpURLConnection post = (HttpURLConnection) new URL(url).openConnection();
        post.setRequestProperty("Authorization", "Bearer " + token.getPlainText());
        post.getInputStream().close();
    }
}
