package shop.web;

import dev.keywright.annotations.ApiKeyProtected;
import dev.keywright.annotations.PublicEndpoint;
import dev.keywright.annotations.RateLimited;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.service.annotation.HttpExchange;

@RestController
@RequestMapping("/admin")
@RateLimited("60 per minute")
class AdminController {
    @DeleteMapping("/users/{id}")
    void delete(@PathVariable long id) {} // BUG: UnprotectedEndpoint

    @RequestMapping(value = "/restart", method = {RequestMethod.POST, RequestMethod.PUT})
    void restart() {} // BUG: UnprotectedEndpoint

    @GetMapping("/env")
    @PreAuthorize("hasRole('ADMIN')")
    String env() { // OK: UnprotectedEndpoint
        return "";
    }

    @GetMapping("/health")
    @PublicEndpoint(reason = "load balancer")
    String health() { // OK: UnprotectedEndpoint
        return "up";
    }
}

interface UserApi {
    @GetMapping("/users")
    String users();
}

@RestController
class UserApiController implements UserApi {
    @Override
    public String users() { // BUG: UnprotectedEndpoint
        return "";
    }
}

@Path("/jobs")
class JobResource {
    @DELETE
    @Path("/{id}")
    public void remove(@PathParam("id") String id) {} // BUG: UnprotectedEndpoint

    @GET
    @RolesAllowed("operator")
    @RateLimited("10 per second")
    public String list() { // OK: UnprotectedEndpoint
        return "";
    }
}

@Controller("/cache")
@RateLimited("10 per second")
class CacheController {
    @Delete("/{name}")
    void clear(String name) {} // BUG: UnprotectedEndpoint

    @Get("/")
    @Secured("ROLE_OPS")
    String names() { // OK: UnprotectedEndpoint
        return "";
    }
}

@Endpoint(id = "features")
class FeatureEndpoint {
    @WriteOperation
    void set(String name, boolean on) {} // BUG: UnprotectedEndpoint
}

@WebServlet("/upload")
class UploadServlet extends HttpServlet {
    @Override
    protected void doPost(HttpServletRequest req, HttpServletResponse resp) {} // BUG: UnprotectedEndpoint
}

@FeignClient("billing")
interface BillingClient {
    @GetMapping("/invoices")
    String invoices(); // OK: UnprotectedEndpoint
}

@HttpExchange("/rates")
interface RatesClient {
    @org.springframework.web.service.annotation.GetExchange("/today")
    String today(); // OK: UnprotectedEndpoint
}

@RestController
@ApiKeyProtected(scopes = "orders:read")
@RateLimited("60 per minute")
class GuardedController {
    @GetMapping("/orders")
    String orders() { // OK: UnprotectedEndpoint
        return "";
    }

    @org.springframework.web.bind.annotation.ExceptionHandler(IllegalStateException.class)
    String oops() { // OK: UnprotectedEndpoint
        return "";
    }

    @org.springframework.web.bind.annotation.ModelAttribute("menu")
    String menu() { // OK: UnprotectedEndpoint
        return "";
    }
}
