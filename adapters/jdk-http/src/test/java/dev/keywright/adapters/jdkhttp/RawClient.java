package dev.keywright.adapters.jdkhttp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Writes bytes to a socket, exactly these, and reads what comes back. */
final class RawClient implements AutoCloseable {

    private final Socket socket;

    RawClient(InetSocketAddress server) throws IOException {
        socket = new Socket(server.getAddress(), server.getPort());
        socket.setSoTimeout(20_000);
    }

    RawClient write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** Everything until the server closes the connection. */
    String readToEnd() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        int count;
        try {
            while ((count = socket.getInputStream().read(buffer)) > 0) {
                all.write(buffer, 0, count);
            }
        } catch (java.net.SocketException e) {
            // Closed with our bytes unread: what had arrived before counts.
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    static String send(InetSocketAddress server, String request) throws IOException {
        try (RawClient client = new RawClient(server)) {
            return client.write(request).readToEnd();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
