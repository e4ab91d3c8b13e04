package org.bank.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;

@Provider
@Priority(Priorities.AUTHENTICATION)
public class HmacRequestFilter implements ContainerRequestFilter {
    private final RequestSigner signer;
    private final Clock clock;

    public HmacRequestFilter(RequestSigner signer, Clock clock) {
        this.signer = signer;
        this.clock = clock;
    }

    @Override
    public void filter(ContainerRequestContext ctx) throws IOException {
        String date = ctx.getHeaderString("X-Date");
        String path = ctx.getUriInfo().getPath();
        long age = clock.millis() - Long.parseLong(date);
        if (Math.abs(age) > 300_000) {
            ctx.abortWith(Response.status(401).build());
            return;
        }
        String expected = signer.sign(ctx.getMethod() + path + date); // BUG: SignatureOmitsBody
        String actual = ctx.getHeaderString("X-Auth-Signature");
        if (actual == null || !MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8))) {
            ctx.abortWith(Response.status(401).build());
        }
    }
}

class HmacBodyFilter implements ContainerRequestFilter {
    private final RequestSigner signer;
    private final Clock clock;

    HmacBodyFilter(RequestSigner signer, Clock clock) {
        this.signer = signer;
        this.clock = clock;
    }

    @Override
    public void filter(ContainerRequestContext ctx) throws IOException {
        byte[] entity = ctx.getEntityStream().readAllBytes();
        ctx.setEntityStream(new ByteArrayInputStream(entity));
        String date = ctx.getHeaderString("X-Date");
        if (Math.abs(clock.millis() - Long.parseLong(date)) > 300_000) {
            ctx.abortWith(Response.status(401).build());
            return;
        }
        String expected = signer.sign(ctx.getMethod() + ctx.getUriInfo().getPath() + date + new String(entity, StandardCharsets.UTF_8));
        String actual = ctx.getHeaderString("X-Auth-Signature");
        if (actual == null || !MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8))) { // OK: SignatureOmitsBody
            ctx.abortWith(Response.status(401).build());
        }
    }
}

class RequestSigner {
    private final javax.crypto.SecretKey key;

    RequestSigner(javax.crypto.SecretKey key) {
        this.key = key;
    }

    String sign(String text) {
        try {
            javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
