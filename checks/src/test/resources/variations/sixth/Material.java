package org.example.mat;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.SignatureAlgorithm;
import java.security.SecureRandom;
import java.util.Date;
import java.util.Random;
import java.util.UUID;
import org.apache.commons.codec.binary.Base64;
import org.apache.commons.lang.RandomStringUtils;
import org.apache.shiro.web.mgt.CookieRememberMeManager;
import org.springframework.beans.factory.annotation.Value;

class JwtManager {
    @Value("${auth.token.secret.key:Zm9vYmFyU2VjcmV0S2V5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5}") // BUG: DefaultSecretFallback
    private String secretKey;

    String create(String user) {
        return Jwts.builder().setSubject(user).setExpiration(new Date()).signWith(SignatureAlgorithm.HS256, secretKey).compact();
    }
}

class JwtConstants {
    public static final String SIGN = "0e7bd2a6bc8d4ee1b5e3d0a5e3b9a5de";

    static String sign(String user) {
        return Jwts.builder().setSubject(user).setExpiration(new Date()).signWith(SignatureAlgorithm.HS512, SIGN).compact(); // BUG: HardcodedSecret
    }
}

class ShiroConfig {
    CookieRememberMeManager rememberMe() {
        CookieRememberMeManager manager = new CookieRememberMeManager();
        manager.setCipherKey(Base64.decodeBase64("4AvVhmFLUs0KTA3Kprsdag==")); // BUG: HardcodedSecret
        return manager;
    }
}

class Seeds {
    SecureRandom seeded() throws Exception {
        SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
        random.setSeed(System.currentTimeMillis()); // BUG: WeakSecretRandom
        byte[] key = new byte[16];
        random.nextBytes(key);
        return random;
    }

    String seededToken(String user) throws Exception {
        SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
        random.setSeed(user.getBytes()); // BUG: WeakSecretRandom
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String token = Base64.encodeBase64String(bytes);
        return token;
    }

    String supplemented() {
        SecureRandom random = new SecureRandom();
        random.setSeed(System.nanoTime());
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String token = Base64.encodeBase64String(bytes); // OK: WeakSecretRandom
        return token;
    }

    String resetKey() {
        String resetKey = RandomStringUtils.randomNumeric(20); // BUG: WeakSecretRandom
        return resetKey;
    }

    String joined(String user) {
        String token = Long.toHexString(new Random(System.currentTimeMillis()).nextLong()) + user; // BUG: WeakSecretRandom
        return token;
    }

    String good() {
        String token = UUID.randomUUID().toString(); // OK: WeakSecretRandom
        return token;
    }
}
