package shop;

import dev.keywright.annotations.ApiKeyProtected;
import dev.keywright.annotations.PublicEndpoint;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Open handlers that lead to guarded ones. */
@Controller
class SideDoorController {

    private static final String REASON = "a way around that must not be one";

    @GetMapping("/side/forward")
    @PublicEndpoint(reason = REASON)
    void forward(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        request.getRequestDispatcher("/orders").forward(request, response);
    }

    @GetMapping("/side/view")
    @PublicEndpoint(reason = REASON)
    String view() {
        return "forward:/orders";
    }

    @PostMapping("/side/hook")
    @PublicEndpoint(reason = REASON)
    String hook(HttpServletRequest request) {
        return "forward:/hooks";
    }

    @GetMapping("/side/include")
    @PublicEndpoint(reason = REASON)
    void include(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        response.getOutputStream().print("before;");
        RequestDispatcher orders = request.getRequestDispatcher("/orders");
        orders.include(request, response);
        response.getOutputStream().print(";after");
    }

    @GetMapping("/side/async")
    @PublicEndpoint(reason = REASON)
    void async(HttpServletRequest request, HttpServletResponse response) {
        request.startAsync().dispatch("/orders");
    }

    @GetMapping("/side/error")
    @PublicEndpoint(reason = REASON)
    void error(HttpServletResponse response) throws IOException {
        response.sendError(418);
    }

    @PostMapping("/side/method")
    @ResponseBody
    @PublicEndpoint(reason = REASON)
    String openMethod() {
        Visits.note("open method");
        return "open";
    }

    @DeleteMapping("/side/method")
    @ResponseBody
    @ApiKeyProtected
    String guardedMethod() {
        Visits.note("guarded method");
        return "deleted";
    }

    @PostMapping("/side/action")
    @ResponseBody
    @PublicEndpoint(reason = REASON)
    String openAction() {
        Visits.note("open action");
        return "open";
    }

    @PostMapping(path = "/side/action", params = "action=purge")
    @ResponseBody
    @ApiKeyProtected
    String guardedAction() {
        Visits.note("guarded action");
        return "purged";
    }

    @PostMapping("/hooks/override")
    @ResponseBody
    @PublicEndpoint(reason = REASON)
    String openOverride() {
        Visits.note("open override");
        return "open";
    }
}
