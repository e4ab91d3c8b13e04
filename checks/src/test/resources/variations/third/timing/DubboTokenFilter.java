package com.acme.rpc;

import com.google.common.base.Preconditions;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.apache.dubbo.common.utils.ConfigUtils;
import org.apache.dubbo.rpc.Filter;
import org.apache.dubbo.rpc.Invocation;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.Result;
import org.apache.dubbo.rpc.RpcException;

public class DubboTokenFilter implements Filter {
    @Override
    public Result invoke(Invoker<?> invoker, Invocation inv) throws RpcException {
        String token = invoker.getUrl().getParameter("token");
        if (ConfigUtils.isNotEmpty(token)) {
            String remoteToken = inv.getAttachment("token");
            if (!token.equals(remoteToken)) { // BUG: TimingUnsafeComparison
                throw new RpcException("Invalid token! Forbid invoke remote service " + invoker.getInterface());
            }
        }
        return invoker.invoke(inv);
    }
}

class ServiceKeyInterceptor implements ServerInterceptor {
    static final Metadata.Key<String> SERVICE_KEY =
            Metadata.Key.of("x-api-key", Metadata.ASCII_STRING_MARSHALLER);
    static final Context.Key<String> CALLER = Context.key("caller");

    private final String configured = System.getenv("SERVICE_API_KEY");

    @Override
    public <A, B> ServerCall.Listener<A> interceptCall(
            ServerCall<A, B> call, Metadata headers, ServerCallHandler<A, B> next) {
        String presented = headers.get(SERVICE_KEY);
        if (presented == null || !Objects.equals(presented, configured)) { // BUG: TimingUnsafeComparison
            call.close(Status.UNAUTHENTICATED, new Metadata());
            return new ServerCall.Listener<>() {};
        }
        return Contexts.interceptCall(Context.current().withValue(CALLER, "service"), call, headers, next);
    }
}

class BasicGate extends SimpleChannelInboundHandler<FullHttpRequest> {
    private final String expected;

    BasicGate(String user, String password) {
        expected = "Basic "
                + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest msg) {
        String header = msg.headers().get(HttpHeaderNames.AUTHORIZATION);
        if (expected.equals(header)) { // BUG: TimingUnsafeComparison
            ctx.fireChannelRead(msg.retain());
        } else {
            ctx.close();
        }
    }
}

class VertxHook {
    private final JsonObject config;

    VertxHook(JsonObject config) {
        this.config = config;
    }

    void handle(RoutingContext rc) {
        String sent = rc.request().getHeader("X-Gitlab-Token");
        if (config.getString("webhookSecret").equals(sent)) { // BUG: TimingUnsafeComparison
            rc.next();
        } else {
            rc.fail(401);
        }
    }

    void checked(RoutingContext rc) {
        String sent = rc.request().getHeader("X-Gitlab-Token");
        Preconditions.checkArgument(sent.equals(config.getString("webhookSecret")), "not from gitlab"); // BUG: TimingUnsafeComparison
        rc.next();
    }

    void contentType(RoutingContext rc) {
        if (!"application/json".equals(rc.request().getHeader("Content-Type"))) { // OK: TimingUnsafeComparison
            rc.fail(415);
        }
    }
}
