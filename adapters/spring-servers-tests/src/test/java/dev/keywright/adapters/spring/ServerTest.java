package dev.keywright.adapters.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** The other tests here are worth nothing on a server that they were not meant for. */
class ServerTest {

    @Test
    void runs_on_the_server_that_the_build_names() {
        try (Shop shop = Shop.start()) {
            ServletWebServerApplicationContext context = (ServletWebServerApplicationContext) shop.context();
            assertThat(context.getWebServer().getClass().getSimpleName())
                    .startsWithIgnoringCase(System.getProperty("keywright.server"));
        }
    }
}
