package nodes;

import com.sun.net.httpserver.HttpServer;
import dev.keywright.adapters.jdkhttp.JdkHttpGuards;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.key.KeyRecord;
import dev.keywright.runtime.key.MemoryKeyStore;
import dev.keywright.runtime.secret.Secrets;
import dev.keywright.store.redis.RedisStore;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;

/** One node of an application, in a process of its own: a real server whose state is in Redis. Prints its port. */
public final class Node {

    private Node() {}

    /** Redis' URI, its time-out in milliseconds, the secret of signatures, the record of the only key: id, digest. */
    public static void main(String[] args) throws Exception {
        RedisStore redis = RedisStore.at(args[0])
                .timeout(Duration.ofMillis(Long.parseLong(args[1])))
                .nodes(3)
                .connect();
        Keywright keywright = redis.configure(Keywright.builder())
                .keyStore(new MemoryKeyStore()
                        .put(KeyRecord.of(args[3], args[4], "acme").build()))
                .secrets(Secrets.of(Map.of("hook", "a=" + args[2])))
                .clockSkew(Duration.ofSeconds(1))
                .withoutFailureThrottle()
                .build();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        server.setExecutor(Executors.newFixedThreadPool(32));
        server.createContext("/hook", JdkHttpGuards.protect(keywright, new HookHandler()));
        server.createContext("/orders", JdkHttpGuards.protect(keywright, new OrdersHandler()));
        server.start();
        System.out.println("port " + server.getAddress().getPort());
    }
}
