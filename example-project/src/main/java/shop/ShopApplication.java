package shop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A shop's API. Every endpoint says how a caller proves who they are; the compiler and the start hold it to that. */
@SpringBootApplication
public class ShopApplication {

    /** Starts the shop on the port that {@code server.port} gives. */
    public static void main(String[] args) {
        SpringApplication.run(ShopApplication.class, args);
    }
}
