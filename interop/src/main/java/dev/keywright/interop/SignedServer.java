package dev.keywright.interop;

import com.sun.net.httpserver.HttpServer;
import dev.keywright.adapters.jdkhttp.JdkHttpGuards;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.replay.MemoryNonceStore;
import dev.keywright.runtime.secret.Secrets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on a free port of the loopback interface, with one endpoint for each signature scheme. */
public final class SignedServer implements AutoCloseable {

    private static final int NONCES = 10_000;

    private final HttpServer server;
    private final ExecutorService workers;
    private final Keywright keywright;

    private SignedServer(HttpServer server, ExecutorService workers, Keywright keywright) {
        this.server = server;
        this.workers = workers;
        this.keywright = keywright;
    }

    /**
     * Starts the server.
     *
     * @param secrets the text of each secret, by the names that {@link Hooks} gives them; made for this start
     */
    public static SignedServer start(Map<String, String> secrets) throws IOException {
        Keywright keywright = Keywright.builder()
                .secrets(Secrets.of(secrets))
                .nonceStore(MemoryNonceStore.forSecretsThatNoEarlierProcessUsed(NONCES))
                .withoutFailureThrottle()
                .auditSink(event -> {})
                .build();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/messages", JdkHttpGuards.protect(keywright, new Hooks.Messages()));
        server.createContext("/canonical", JdkHttpGuards.protect(keywright, new Hooks.Canonical()));
        server.createContext("/standard-webhooks", JdkHttpGuards.protect(keywright, new Hooks.StandardWebhooks()));
        server.createContext("/stripe", JdkHttpGuards.protect(keywright, new Hooks.Stripe()));
        server.createContext("/slack", JdkHttpGuards.protect(keywright, new Hooks.Slack()));
        server.createContext("/github", JdkHttpGuards.protect(keywright, new Hooks.Github()));
        server.createContext("/shopify", JdkHttpGuards.protect(keywright, new Hooks.Shopify()));
        ExecutorService workers = Executors.newFixedThreadPool(4);
        server.setExecutor(workers);
        server.start();
        return new SignedServer(server, workers, keywright);
    }

    /** Where an endpoint is. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
        keywright.close();
    }
}
