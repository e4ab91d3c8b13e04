package net.acme.peers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

public class Lines {

    private SSLContext context;

    Socket open(String host, int port) throws IOException {
        SSLSocketFactory factory = context.getSocketFactory();
        Socket socket = factory.createSocket(); // BUG: DisabledTlsVerification
        socket.connect(new InetSocketAddress(host, port), 5_000);
        return socket;
    }

    Socket plain(String host, int port) throws IOException {
        Socket socket = javax.net.SocketFactory.getDefault().createSocket();
        socket.connect(new InetSocketAddress(host, port), 5_000);
        return socket;
    }

    /** Whoever asks for it connects it, and may ask for the name first. */
    Socket unconnected() throws IOException {
        return context.getSocketFactory().createSocket();
    }
}
