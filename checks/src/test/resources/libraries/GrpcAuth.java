package net.halyard.grpc;

import io.grpc.CallCredentials;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingClientCall;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;

class GrpcAuth implements ServerInterceptor {

    private static final Logger LOG = Logger.getLogger(GrpcAuth.class.getName());
    static final Metadata.Key<String> API_KEY = Metadata.Key.of("x-api-key", Metadata.ASCII_STRING_MARSHALLER);
    static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    static final Metadata.Key<String> TRACE = Metadata.Key.of("x-trace-id", Metadata.ASCII_STRING_MARSHALLER);

    private final String expected = System.getenv("GRPC_API_KEY");
    private Map<String, String> clients;

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        String presented = headers.get(API_KEY);
        LOG.fine("trace " + headers.get(TRACE));
        LOG.log(Level.FINE, "key {0}", presented); // BUG: SecretLogged
        if (!expected.equals(presented)) { // BUG: TimingUnsafeComparison
            call.close(Status.UNAUTHENTICATED.withDescription("bad key " + presented), new Metadata()); // BUG: SecretInErrorMessage
            return new ServerCall.Listener<>() {};
        }
        String client = clients.get(presented); // BUG: RawKeyLookup
        String bearer = headers.get(AUTHORIZATION);
        if (bearer == null) {
            throw new StatusRuntimeException(Status.UNAUTHENTICATED);
        }
        if (MessageDigest.isEqual(bearer.getBytes(), expected.getBytes())) {
            return Contexts.interceptCall(Context.current(), call, headers, next);
        }
        LOG.info("metadata " + headers); // BUG: SecretLogged
        throw Status.PERMISSION_DENIED.withDescription("token " + bearer + " of " + client).asRuntimeException(); // BUG: SecretInErrorMessage
    }

    static final class Token extends CallCredentials {
        private final String token = System.getenv("GRPC_TOKEN");

        @Override
        public void applyRequestMetadata(RequestInfo info, Executor executor, MetadataApplier applier) {
            Metadata metadata = new Metadata();
            metadata.put(AUTHORIZATION, "Bearer " + token);
            applier.apply(metadata);
            LOG.info("sent to " + info.getAuthority());
            LOG.info("sent " + token); // BUG: SecretLogged
            applier.fail(Status.UNAUTHENTICATED.withDescription("refused"));
        }
    }

    ManagedChannel open(String host, String password) {
        Metadata extra = new Metadata();
        extra.put(Metadata.Key.of("x-password", Metadata.ASCII_STRING_MARSHALLER), password);
        MetadataUtils.newAttachHeadersInterceptor(extra);
        return ManagedChannelBuilder.forTarget(host).useTransportSecurity().build();
    }

    ClientInterceptor hard() {
        return new ClientInterceptor() {
            @Override
            public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
                return new ForwardingClientCall.SimpleForwardingClientCall<>(next.newCall(method, options)) {
                    @Override
                    public void start(Listener<R> listener, Metadata headers) {
                        headers.put(API_KEY, "qX81-aaZ0-77Kd-pl29"); // BUG: HardcodedSecret
                        super.start(listener, headers);
                    }
                };
            }
        };
    }
}
