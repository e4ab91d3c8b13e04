package requests.eighth;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.SignatureAlgorithm;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Tokens of claims that the method itself puts together, addresses that hand tokens out, nonces by their longer name. */
final class Issuing {

    private static final String ACCESS_TOKEN_URL = "http://api.social.example.com/oauth/access_token"; // BUG: SecretOverPlainHttp
    private static final String REFRESH_TOKEN_URL = "https://api.social.example.com/oauth/refresh_token";
    private static final String TOKEN_TYPE_URI = "http://tokens.example.com/types/saml";
    private static final String HELP_URL = "http://www.social.example.com/help";

    private final String key;
    private final StringRedisTemplate redis;

    Issuing(String key, StringRedisTemplate redis) {
        this.key = key;
        this.redis = redis;
    }

    String getRequestTokenEndpoint() {
        return "http://api.social.example.com/oauth/request_token"; // BUG: SecretOverPlainHttp
    }

    String forEver(String user) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("id", user);
        return Jwts.builder().setClaims(claims).signWith(SignatureAlgorithm.HS256, key).compact(); // BUG: UnverifiedToken
    }

    String forAnHour(String user) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("id", user);
        claims.put("exp", new Date(System.currentTimeMillis() + 3_600_000));
        return Jwts.builder().setClaims(claims).signWith(SignatureAlgorithm.HS256, key).compact();
    }

    String filledElsewhere(String user) {
        Map<String, Object> claims = new HashMap<>();
        common(claims);
        return Jwts.builder().setClaims(claims).signWith(SignatureAlgorithm.HS256, key).compact();
    }

    String handedIn(Map<String, Object> claims) {
        return Jwts.builder().setClaims(claims).signWith(SignatureAlgorithm.HS256, key).compact();
    }

    private static void common(Map<String, Object> claims) {
        claims.put("exp", new Date(System.currentTimeMillis() + 3_600_000));
    }

    boolean notice(Map<String, String> fields) {
        String nonceStr = fields.get("nonce_str");
        if (Boolean.TRUE.equals(redis.hasKey("notice:" + nonceStr))) { // BUG: SignatureReplayable
            return false;
        }
        redis.opsForValue().set("notice:" + nonceStr, "1", 5, TimeUnit.MINUTES);
        return true;
    }
}
