package com.admin.web;

import io.netty.handler.codec.http.HttpRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.FilterChain;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.core.Response;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

class IpUtils {
    static String getIpAddr(HttpServletRequest request) {
        String ip = request.getHeader("x-forwarded-for");
        if (ip == null || ip.length() == 0 || "unknown".equalsIgnoreCase(ip)) {
            ip = request.getHeader("Proxy-Client-IP");
        }
        if (ip == null || ip.length() == 0 || "unknown".equalsIgnoreCase(ip)) {
            ip = request.getHeader("X-Real-IP");
        }
        if (ip == null || ip.length() == 0 || "unknown".equalsIgnoreCase(ip)) {
            ip = request.getRemoteAddr();
        }
        return ip;
    }
}

class WhiteListFilter {
    private final Set<String> whiteList = Set.of("10.1.1.1", "10.1.1.2");
    private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();

    void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws Exception {
        String ip = IpUtils.getIpAddr(request);
        if (!whiteList.contains(ip)) { // BUG: SpoofableClientAddress
            response.sendError(403);
            return;
        }
        chain.doFilter(request, response);
    }

    boolean limited(HttpServletRequest request) {
        String ip = request.getHeader("X-Forwarded-For");
        AtomicInteger n = attempts.computeIfAbsent(ip, k -> new AtomicInteger()); // BUG: SpoofableClientAddress
        return n.incrementAndGet() > 100;
    }

    boolean limitedByPeer(HttpServletRequest request) {
        AtomicInteger n = attempts.computeIfAbsent(request.getRemoteAddr(), k -> new AtomicInteger()); // OK: SpoofableClientAddress
        return n.incrementAndGet() > 100;
    }

    boolean isLocal(HttpServletRequest request) {
        String forwarded = request.getHeader("X-Forwarded-For");
        String remote = forwarded != null ? forwarded.split(",")[0].trim() : request.getRemoteAddr();
        return remote.equals("127.0.0.1") || remote.equals("0:0:0:0:0:0:0:1"); // BUG: SpoofableClientAddress
    }

    boolean isLocalFixed(HttpServletRequest request) {
        String remote = request.getRemoteAddr();
        return remote.equals("127.0.0.1") || remote.equals("0:0:0:0:0:0:0:1"); // OK: SpoofableClientAddress
    }
}

class ActuatorGuard {
    Mono<Void> guard(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        String ip = request.getHeaders().getFirst("X-Forwarded-For");
        if (ip != null && ip.startsWith("192.168.")) { // BUG: SpoofableClientAddress
            return Mono.empty();
        }
        return Mono.error(new SecurityException("forbidden"));
    }

    void vertx(RoutingContext ctx) {
        String ip = ctx.request().getHeader("X-Real-IP");
        if ("10.0.0.1".equals(ip)) { // BUG: SpoofableClientAddress
            ctx.next();
        } else {
            ctx.fail(403);
        }
    }

    boolean netty(HttpRequest request, List<String> allowedIps) {
        return allowedIps.contains(request.headers().get("X-Forwarded-For")); // BUG: SpoofableClientAddress
    }

    void jaxrs(ContainerRequestContext ctx, Limits limits) {
        String ip = ctx.getHeaderString("X-Forwarded-For");
        if (!limits.tryAcquire(ip)) { // BUG: SpoofableClientAddress
            ctx.abortWith(Response.status(429).build());
        }
    }

    String spring(@RequestHeader(value = "X-Forwarded-For", required = false) String clientIp, AdminNetworks networks) {
        if (networks.isAllowed(clientIp)) { // BUG: SpoofableClientAddress
            return "admin";
        }
        return "denied";
    }

    void audit(HttpServletRequest request, Audit audit) {
        audit.record("login", request.getHeader("X-Forwarded-For")); // BUG: SpoofableClientAddress
    }

    interface Limits {
        boolean tryAcquire(String key);
    }

    interface AdminNetworks {
        boolean isAllowed(String ip);
    }

    interface Audit {
        void record(String what, String ip);
    }
}

class TrustedResolver {
    private final Set<String> trustedProxies;
    private final Set<String> allowList;

    TrustedResolver(Set<String> trustedProxies, Set<String> allowList) {
        this.trustedProxies = trustedProxies;
        this.allowList = allowList;
    }

    boolean admit(HttpServletRequest request) {
        String peer = request.getRemoteAddr();
        if (trustedProxies.contains(peer)) {
            String[] hops = request.getHeader("X-Forwarded-For").split(",");
            peer = hops[hops.length - 1].trim();
        }
        return allowList.contains(peer); // OK: SpoofableClientAddress
    }

    String display(HttpServletRequest request) {
        return "Hello, visitor from " + request.getHeader("X-Forwarded-For"); // OK: SpoofableClientAddress
    }

    boolean proto(HttpServletRequest request) {
        return "https".equals(request.getHeader("X-Forwarded-Proto")); // OK: SpoofableClientAddress
    }
}
