package filters;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.HandlerInterceptor;

class Monitored implements ContainerRequestFilter {
    private byte[] expected;

    @Override
    public void filter(ContainerRequestContext ctx) {
        String agent = ctx.getHeaderString("User-Agent");
        if (agent != null && agent.startsWith("LibraryMonitor/")) { // BUG: SignatureCheckBypassed
            return;
        }
        String given = ctx.getHeaderString("X-Admin-Token");
        if (given == null || !MessageDigest.isEqual(given.getBytes(), expected)) {
            ctx.abortWith(Response.status(Response.Status.UNAUTHORIZED).build());
        }
    }
}

class Refusing implements ContainerRequestFilter {
    private byte[] expected;

    @Override
    public void filter(ContainerRequestContext ctx) {
        String agent = ctx.getHeaderString("User-Agent");
        if (agent == null || agent.contains("sqlmap")) { // OK: SignatureCheckBypassed
            ctx.abortWith(Response.status(Response.Status.FORBIDDEN).build());
            return;
        }
        String given = ctx.getHeaderString("X-Admin-Token");
        if (given == null || !MessageDigest.isEqual(given.getBytes(), expected)) {
            ctx.abortWith(Response.status(Response.Status.UNAUTHORIZED).build());
        }
    }
}

class Handled implements HandlerInterceptor {
    private byte[] expected;

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if ("true".equals(request.getHeader("X-Debug"))) { // BUG: SignatureCheckBypassed
            return true;
        }
        String given = request.getHeader("X-Admin-Token");
        if (given == null || !MessageDigest.isEqual(given.getBytes(), expected)) {
            response.setStatus(401);
            return false;
        }
        return true;
    }
}

class Hooks {
    private byte[] mac;

    ResponseEntity<Void> swallowed(String signature) {
        try {
            if (!MessageDigest.isEqual(mac, signature.getBytes())) {
                return ResponseEntity.status(401).build();
            }
        } catch (RuntimeException e) { // BUG: SignatureCheckBypassed
            LoggerFactory.getLogger("hooks").warn("no check", e);
        }
        return ResponseEntity.accepted().build();
    }

    ResponseEntity<Void> refused(String signature) {
        try {
            if (!MessageDigest.isEqual(mac, signature.getBytes())) {
                return ResponseEntity.status(401).build();
            }
        } catch (RuntimeException e) { // OK: SignatureCheckBypassed
            LoggerFactory.getLogger("hooks").warn("no check", e);
            return ResponseEntity.status(401).build();
        }
        return ResponseEntity.accepted().build();
    }

    ResponseEntity<Void> noted(String signature) {
        if (signature == null || signature.isEmpty()) { // BUG: SignatureCheckBypassed
            LoggerFactory.getLogger("hooks").info("unsigned");
        } else if (!MessageDigest.isEqual(mac, signature.getBytes())) {
            return ResponseEntity.status(401).build();
        }
        return ResponseEntity.accepted().build();
    }

    ResponseEntity<Void> answered(String signature) {
        if (signature == null || signature.isEmpty()) { // OK: SignatureCheckBypassed
            return ResponseEntity.status(401).build();
        } else if (!MessageDigest.isEqual(mac, signature.getBytes())) {
            return ResponseEntity.status(401).build();
        }
        return ResponseEntity.accepted().build();
    }
}
