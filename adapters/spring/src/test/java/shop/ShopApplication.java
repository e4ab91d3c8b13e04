package shop;

import dev.keywright.runtime.audit.AuditEvent;
import dev.keywright.runtime.audit.AuditSink;
import dev.keywright.runtime.key.MemoryKeyStore;
import dev.keywright.runtime.replay.MemoryNonceStore;
import dev.keywright.runtime.replay.NonceStore;
import dev.keywright.runtime.secret.Secrets;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.filter.OncePerRequestFilter;

/** A small shop with every kind of way around a guard that a servlet container and Spring MVC know. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({
    OrderController.class,
    HookController.class,
    MessageController.class,
    SideDoorController.class,
    ProbeController.class
})
public class ShopApplication {

    /** The secret that webhooks are signed with. */
    public static final String WEBHOOK_SECRET = "0123456789abcdef0123456789abcdef";

    /** What was decided. */
    public static final List<AuditEvent> AUDIT = new CopyOnWriteArrayList<>();

    @Bean
    MemoryKeyStore keyStore() {
        return new MemoryKeyStore();
    }

    @Bean
    Secrets secrets() {
        return Secrets.of(Map.of("shop-webhook", WEBHOOK_SECRET));
    }

    @Bean
    AuditSink auditSink() {
        return AUDIT::add;
    }

    /** Signatures count from the first second on, since no earlier process can have admitted any. */
    @Bean
    NonceStore nonceStore() {
        return MemoryNonceStore.forSecretsThatNoEarlierProcessUsed(1000);
    }

    /** A filter as many applications have: it sends a request elsewhere. */
    @Bean
    OncePerRequestFilter rewrite() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                String target = request.getHeader("X-Rewrite");
                chain.doFilter(target == null ? request : new Rewritten(request, target), response);
            }
        };
    }

    private static final class Rewritten extends HttpServletRequestWrapper {

        private final String target;

        Rewritten(HttpServletRequest request, String target) {
            super(request);
            this.target = target;
        }

        @Override
        public String getRequestURI() {
            return target;
        }

        @Override
        public String getServletPath() {
            return target;
        }
    }
}
