package dev.keywright.store.jdbc;

import com.sun.net.httpserver.HttpServer;
import dev.keywright.adapters.jdkhttp.JdkHttpGuards;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.key.KeyStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One node: a guarded handler behind a socket. */
final class GuardedServer implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private final Keywright keywright;

    GuardedServer(KeyStore store) throws IOException {
        keywright = Keywright.builder()
                .keyStore(store)
                .withoutFailureThrottle()
                .auditSink(event -> {})
                .build();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/orders", JdkHttpGuards.protect(keywright, new OrdersHandler()));
        server.start();
    }

    HttpResponse<String> get(String key) throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + server.getAddress().getPort() + "/orders");
        return client.send(
                HttpRequest.newBuilder(uri).header("X-API-Key", key).build(), HttpResponse.BodyHandlers.ofString());
    }

    int status(String key) throws IOException, InterruptedException {
        return get(key).statusCode();
    }

    /** Tells the store of last uses, and ends. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        keywright.close();
    }
}
