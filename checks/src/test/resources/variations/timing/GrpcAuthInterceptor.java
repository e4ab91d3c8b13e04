package io.acme.grpc;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.Objects;

public class GrpcAuthInterceptor implements ServerInterceptor {
    private static final Metadata.Key<String> API_KEY = Metadata.Key.of("x-api-key", Metadata.ASCII_STRING_MARSHALLER);
    private final ServerProperties properties;

    public GrpcAuthInterceptor(ServerProperties properties) {
        this.properties = properties;
    }

    @Override
    public <A, B> ServerCall.Listener<A> interceptCall(ServerCall<A, B> call, Metadata headers, ServerCallHandler<A, B> next) {
        String key = headers.get(API_KEY);
        if (!Objects.equals(key, properties.getApiKey())) { // BUG: TimingUnsafeComparison
            call.close(Status.UNAUTHENTICATED, new Metadata());
            return new ServerCall.Listener<A>() {};
        }
        return next.startCall(call, headers);
    }
}
