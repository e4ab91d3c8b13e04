package net.halyard.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.QueryStringEncoder;
import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.netty.util.internal.logging.InternalLogger;
import io.netty.util.internal.logging.InternalLoggerFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import io.netty.buffer.Unpooled;

class NettyGate extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final InternalLogger log = InternalLoggerFactory.getInstance(NettyGate.class);
    private final String secret = System.getenv("GATE_SECRET");

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) throws Exception {
        HttpHeaders headers = request.headers();
        String auth = headers.get(HttpHeaderNames.AUTHORIZATION);
        log.debug("auth {}", auth); // BUG: SecretLogged
        log.debug("agent {}", headers.get(HttpHeaderNames.USER_AGENT));
        if (secret.equals(headers.get("X-Gate-Token"))) { // BUG: TimingUnsafeComparison
            ctx.writeAndFlush("ok");
        }
        for (Cookie cookie : ServerCookieDecoder.STRICT.decode(headers.get(HttpHeaderNames.COOKIE))) {
            if (cookie.name().equals("lang")) {
                log.info("lang {}", cookie.value());
            }
        }
        log.warn("cookies {}", headers.get(HttpHeaderNames.COOKIE)); // BUG: SecretLogged
        QueryStringDecoder query = new QueryStringDecoder(request.uri());
        List<String> keys = query.parameters().get("api_key"); // BUG: SecretFromQueryParameter
        if (keys == null) {
            throw new IllegalArgumentException("no key for " + query.path());
        }
        QueryStringEncoder encoder = new QueryStringEncoder("https://up.example/v2");
        encoder.addParam("page", "2");
        encoder.addParam("access_token", secret); // BUG: SecretInUrl
        DefaultFullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.FORBIDDEN,
                Unpooled.copiedBuffer("expected " + secret, StandardCharsets.UTF_8)); // BUG: SecretInResponse
        response.headers().set("X-Upstream", encoder.toString().length());
        response.headers().set("X-Gate-Secret", secret); // BUG: SecretInResponse
        ctx.writeAndFlush(response);
        SslContextBuilder.forClient().trustManager(InsecureTrustManagerFactory.INSTANCE).build(); // BUG: DisabledTlsVerification
    }
}
