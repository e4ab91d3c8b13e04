package io.acme.more;

import com.google.gson.JsonObject;
import java.util.Map;
import okhttp3.Credentials;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.json.JSONObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class StripeHook implements Interceptor {
    private static final Logger log = LoggerFactory.getLogger(StripeHook.class);
    private final Session session;

    StripeHook(Session session) {
        this.session = session;
    }

    @Override
    public Response intercept(Chain chain) throws java.io.IOException {
        Request request = chain.request();
        log.debug("--> {} {}", request.method(), request.headers()); // BUG: SecretLogged
        log.debug("auth {}", request.header("Authorization")); // BUG: SecretLogged
        return chain.proceed(request.newBuilder().header("Authorization", "Bearer " + session.getAccessToken()).build());
    }

    void body(JSONObject json, JsonObject gson, Map<String, Object> map) {
        log.info("refresh token is {}", json.getString("refresh_token")); // BUG: SecretLogged
        log.info("secret is {}", gson.get("client_secret").getAsString()); // BUG: SecretLogged
        log.info("pw {}", map.get("password")); // BUG: SecretLogged
        log.info("expires in {}", json.getInt("expires_in")); // OK: SecretLogged
        log.info("scope {}", json.getString("scope")); // OK: SecretLogged
        log.info("label {}", Messages.bundle().getString("password")); // OK: SecretLogged
    }
}
