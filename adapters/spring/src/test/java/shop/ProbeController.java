package shop;

import dev.keywright.adapters.servlet.Passage;
import dev.keywright.annotations.PublicEndpoint;
import dev.keywright.runtime.Admitted;
import dev.keywright.runtime.EndpointPolicy;
import dev.keywright.runtime.GuardedEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Handlers whose admission is the test's own, so that it sees what the admission is told. */
@RestController
public class ProbeController {

    /** The admission that the next request is given. */
    public static volatile Admitted next;

    private static void admit(HttpServletRequest request) {
        Admitted admission = next;
        Passage.find(request)
                .check(new GuardedEndpoint(EndpointPolicy.of("probe").build(), "probe", List.of(), e -> admission));
    }

    @GetMapping("/probe/status")
    @PublicEndpoint(reason = "test")
    void status(HttpServletRequest request, HttpServletResponse response, @RequestParam("status") int status) {
        admit(request);
        response.setStatus(status);
    }

    @GetMapping("/probe/throw")
    @PublicEndpoint(reason = "test")
    void fail(HttpServletRequest request) {
        admit(request);
        throw new IllegalStateException("on purpose");
    }

    @GetMapping("/probe/async")
    @PublicEndpoint(reason = "test")
    Callable<String> async(
            HttpServletRequest request, HttpServletResponse response, @RequestParam("status") int status) {
        admit(request);
        return () -> {
            response.setStatus(status);
            return "";
        };
    }

    @GetMapping("/probe/async-throw")
    @PublicEndpoint(reason = "test")
    Callable<String> asyncThrow(HttpServletRequest request) {
        admit(request);
        return () -> {
            throw new IllegalStateException("on purpose");
        };
    }
}
