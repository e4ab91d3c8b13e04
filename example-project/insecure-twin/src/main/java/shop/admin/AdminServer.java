package shop.admin;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.springframework.stereotype.Component;

@Component
class AdminServer {

    void start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 9090), 0);
        server.createContext("/caches", new CacheHandler()); // DEFECT: UnguardedRegistration
        server.start();
    }
}
