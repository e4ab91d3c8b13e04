package frames;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class GrpcGuards implements ServerInterceptor {
    private static final Logger log = LoggerFactory.getLogger(GrpcGuards.class);
    private static final Metadata.Key<String> KEY = Metadata.Key.of("x-api-key", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> FORWARDED = Metadata.Key.of("x-forwarded-for", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> LOCALE = Metadata.Key.of("x-locale", Metadata.ASCII_STRING_MARSHALLER);
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final String expected;

    GrpcGuards(String expected) {
        this.expected = expected;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        String key = headers.get(KEY);
        if (!expected.equals(key)) { // BUG: TimingUnsafeComparison
            log.warn("refused {}", key); // BUG: SecretLogged
            call.close(Status.UNAUTHENTICATED.withDescription("bad key " + key), new Metadata()); // BUG: SecretInErrorMessage
            return new ServerCall.Listener<Q>() {};
        }
        return next.startCall(call, headers);
    }

    boolean tooMany(Metadata headers) {
        String address = headers.get(FORWARDED);
        return calls.computeIfAbsent(address, a -> new AtomicInteger()).incrementAndGet() > 100; // BUG: SpoofableClientAddress
    }

    void bad(Metadata headers) {
        log.debug("headers: {}", headers); // BUG: SecretLogged
    }

    boolean good1(Metadata headers) {
        String key = headers.get(KEY);
        return key != null && MessageDigest.isEqual(key.getBytes(), expected.getBytes()); // OK: TimingUnsafeComparison
    }

    void good2(Metadata headers) {
        log.debug("locale: {}", headers.get(LOCALE)); // OK: SecretLogged
    }

    void good3(ServerCall<?, ?> call) {
        call.close(Status.UNAUTHENTICATED.withDescription("bad key"), new Metadata()); // OK: SecretInErrorMessage
    }
}
