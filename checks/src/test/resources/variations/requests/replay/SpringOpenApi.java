package com.open.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.commons.codec.binary.Base64;
import org.apache.commons.io.IOUtils;
import org.springframework.web.servlet.HandlerInterceptor;

public class SpringOpenApi implements HandlerInterceptor {
    private final AppRepository apps;

    public SpringOpenApi(AppRepository apps) {
        this.apps = apps;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws Exception {
        String appId = request.getHeader("X-App-Id");
        String sign = request.getHeader("X-Sign");
        String body = IOUtils.toString(request.getInputStream(), StandardCharsets.UTF_8);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(apps.secretOf(appId), "HmacSHA256"));
        byte[] own = mac.doFinal((request.getRequestURI() + body).getBytes(StandardCharsets.UTF_8));
        if (!MessageDigest.isEqual(own, Base64.decodeBase64(sign))) { // BUG: SignatureReplayable
            response.setStatus(401);
            return false;
        }
        return true;
    }

    interface AppRepository {
        byte[] secretOf(String appId);
    }
}

class WithTime implements HandlerInterceptor {
    private static final long MAX_AGE = 5 * 60 * 1000L;
    private final SpringOpenApi.AppRepository apps;

    WithTime(SpringOpenApi.AppRepository apps) {
        this.apps = apps;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws Exception {
        String ts = request.getHeader("X-Ts");
        if (!fresh(ts)) {
            response.setStatus(401);
            return false;
        }
        String body = IOUtils.toString(request.getInputStream(), StandardCharsets.UTF_8);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(apps.secretOf(request.getHeader("X-App-Id")), "HmacSHA256"));
        byte[] own = mac.doFinal((ts + request.getRequestURI() + body).getBytes(StandardCharsets.UTF_8));
        if (!MessageDigest.isEqual(own, Base64.decodeBase64(request.getHeader("X-Sign")))) { // OK: SignatureReplayable
            response.setStatus(401);
            return false;
        }
        return true;
    }

    private static boolean fresh(String ts) {
        long age = System.currentTimeMillis() - Long.parseLong(ts);
        return age >= -MAX_AGE && age <= MAX_AGE;
    }
}

class JwtVerify {
    boolean verify(String header, String payload, byte[] signature, byte[] key) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        byte[] own = mac.doFinal((header + "." + payload).getBytes(StandardCharsets.UTF_8));
        return MessageDigest.isEqual(own, signature); // OK: SignatureReplayable
    }
}
