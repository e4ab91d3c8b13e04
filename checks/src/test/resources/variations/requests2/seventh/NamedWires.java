package net.acme.seventh;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import javax.net.ssl.SSLParameters;

class NamedWires {

    void asking(Channel channel, String host, int port) throws Exception {
        SslContext context = SslContextBuilder.forClient().build();
        SslHandler handler = context.newHandler(channel.alloc(), host, port);
        SSLParameters parameters = handler.engine().getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        handler.engine().setSSLParameters(parameters);
        channel.pipeline().addFirst(handler);
    }
}
