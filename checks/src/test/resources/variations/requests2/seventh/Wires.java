package net.acme.seventh;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.Socket;
import javax.net.ssl.SSLContext;

/** Clients that ask nobody for a name. */
class Wires {

    private final SSLContext tls;

    Wires(SSLContext tls) {
        this.tls = tls;
    }

    /** Sockets are handed to somebody else, who may ask. */
    Socket handedOut() throws Exception {
        return tls.getSocketFactory().createSocket();
    }

    java.io.InputStream ask(java.net.InetSocketAddress where, byte[] question) throws Exception {
        Socket socket = tls.getSocketFactory().createSocket(); // BUG: DisabledTlsVerification
        socket.connect(where, 1000);
        socket.getOutputStream().write(question);
        return socket.getInputStream();
    }

    void plain(Channel channel, String host, int port) throws Exception {
        SslContext context = SslContextBuilder.forClient().protocols("TLSv1.3").build();
        channel.pipeline().addFirst(context.newHandler(channel.alloc(), host, port)); // BUG: DisabledTlsVerification
    }

    void serve(Channel channel, java.io.File chain, java.io.File key) throws Exception {
        SslContext context = SslContextBuilder.forServer(chain, key).build();
        channel.pipeline().addFirst(context.newHandler(channel.alloc()));
    }
}
