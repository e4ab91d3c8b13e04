package guarded2;

import dev.keywright.annotations.BearerProtected;
import dev.keywright.annotations.RateLimited;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/events")
class OvenEvents {

    private final OvenSink sink;

    OvenEvents(OvenSink sink) {
        this.sink = sink;
    }

    @POST
    @BearerProtected(scopes = "events:write")
    @RateLimited("5 per second")
    public void hot(String body) { // OK: MissingRateLimit
        sink.take(body);
    }

    interface OvenSink {
        void take(String body);
    }
}
