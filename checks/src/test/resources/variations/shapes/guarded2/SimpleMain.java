package guarded2;

import jakarta.ws.rs.ext.RuntimeDelegate;
import java.util.Set;
import org.springframework.test.web.servlet.setup.StandaloneMockMvcBuilder;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

final class SimpleMain {

    private final OvenEvents.OvenSink sink;

    SimpleMain(OvenEvents.OvenSink sink) {
        this.sink = sink;
    }

    Set<Class<?>> classes() {
        return Set.of(OvenEvents.OvenSink.class); // OK: UnguardedRegistration
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .POST("/raw", request -> ServerResponse.noContent().build()) // BUG: UnprotectedEndpoint
                .build();
    }
}
