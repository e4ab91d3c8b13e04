package io.acme.oauth;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class OAuthCallback {
    private static final Logger LOG = LoggerFactory.getLogger(OAuthCallback.class);

    void exchange(OkHttpClient http, Request request) throws Exception {
        Response response = http.newCall(request).execute();
        JsonObject json = JsonParser.parseString(response.body().string()).getAsJsonObject();
        String accessToken = json.get("access_token").getAsString();
        String tokenType = json.get("token_type").getAsString();
        LOG.info("got token of type {}", tokenType); // OK: SecretLogged
        LOG.atInfo().addKeyValue("token", accessToken).log("got token"); // BUG: SecretLogged
    }
}
