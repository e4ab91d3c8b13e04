package bookstore;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A line protocol: the first line is the shared secret. */
public class Sockets implements Runnable {

    private final ServerSocket server;
    private final String sharedSecret;

    public Sockets(ServerSocket server, String sharedSecret) {
        this.server = server;
        this.sharedSecret = sharedSecret;
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try (Socket socket = server.accept();
                    BufferedReader in =
                            new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                    PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
                String first = in.readLine();
                if (!sharedSecret.equals(first)) { // BUG: TimingUnsafeComparison
                    out.println("ERR");
                    continue;
                }
                out.println("OK");
            } catch (IOException e) {
                System.err.println("connection lost: " + e.getMessage()); // OK: SecretLogged
            }
        }
    }

    boolean good(BufferedReader in) throws IOException {
        String first = in.readLine();
        return first != null
                && MessageDigest.isEqual( // OK: TimingUnsafeComparison
                        sharedSecret.getBytes(StandardCharsets.UTF_8), first.getBytes(StandardCharsets.UTF_8));
    }

    boolean goodCommand(BufferedReader in) throws IOException {
        String command = in.readLine();
        return "QUIT".equals(command) || "AUTH".equals(command); // OK: TimingUnsafeComparison
    }

    void badEcho(PrintWriter out) {
        out.println("ERR expected " + sharedSecret); // BUG: SecretInResponse
    }
}
