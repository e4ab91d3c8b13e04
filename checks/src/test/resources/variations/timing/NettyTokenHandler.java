package io.acme.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;

public class NettyTokenHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
    private final String token;

    public NettyTokenHandler(String accessToken) {
        this.token = "Bearer " + accessToken;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest msg) {
        String auth = msg.headers().get(HttpHeaderNames.AUTHORIZATION);
        if (token.equals(auth)) { // BUG: TimingUnsafeComparison
            ctx.fireChannelRead(msg.retain());
        } else {
            ctx.close();
        }
    }
}
