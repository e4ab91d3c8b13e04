package addresses;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.springframework.http.server.reactive.ServerHttpRequest;

final class Interceptor implements ServerInterceptor {

    private static final Metadata.Key<String> FORWARDED =
            Metadata.Key.of("x-forwarded-for", Metadata.ASCII_STRING_MARSHALLER);

    private final Limiter limiter;

    Interceptor(Limiter limiter) {
        this.limiter = limiter;
    }

    @Override
    public <A, B> ServerCall.Listener<A> interceptCall(
            ServerCall<A, B> call, Metadata headers, ServerCallHandler<A, B> next) {
        String address = headers.get(FORWARDED);
        if (!limiter.tryAcquire(address)) { // BUG: SpoofableClientAddress
            call.close(Status.RESOURCE_EXHAUSTED, new Metadata());
            return new ServerCall.Listener<>() {};
        }
        return next.startCall(call, headers);
    }

    interface Limiter {
        boolean tryAcquire(String key);
    }

    record AdminOnly(String adminIp) implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext context) {
            String first = Optional.ofNullable(context.getHeaderString("X-Forwarded-For"))
                    .map(text -> text.split(",")[0])
                    .orElse("");
            if (!adminIp.equals(first)) { // BUG: SpoofableClientAddress
                context.abortWith(Response.status(403).build());
            }
        }
    }

    String reactiveKey(ServerHttpRequest request) {
        return request.getRemoteAddress().getAddress().getHostAddress(); // OK: SpoofableClientAddress
    }

    String language(ContainerRequestContext context) {
        return context.getHeaderString("Accept-Language"); // OK: SpoofableClientAddress
    }
}
