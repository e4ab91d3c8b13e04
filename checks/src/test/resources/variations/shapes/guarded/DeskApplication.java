package guarded;

import jakarta.ws.rs.core.Application;
import java.util.Set;

public class DeskApplication extends Application {

    @Override
    public Set<Object> getSingletons() {
        return Set.of(new Desk()); // BUG: UnguardedRegistration
    }
}
