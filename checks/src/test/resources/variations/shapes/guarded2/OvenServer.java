package guarded2;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.function.Supplier;
import org.glassfish.jersey.server.ResourceConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.support.WebApplicationContextUtils;

@Configuration
class OvenServer {

    @Bean
    ResourceConfig resources(OvenEvents.OvenSink sink) {
        OvenEvents events = new OvenEvents(sink);
        return new ResourceConfig().register(events); // BUG: UnguardedRegistration
    }

    @Bean
    Supplier<String> name() {
        return () -> "oven"; // OK: UnguardedRegistration
    }

    void direct(OvenEvents.OvenSink sink, List<String> backlog) {
        for (String body : backlog) {
            new OvenEvents(sink).hot(body); // BUG: UnguardedRegistration
        }
    }
}
