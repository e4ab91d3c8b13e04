package shop;

import dev.keywright.annotations.HmacSigned;
import dev.keywright.annotations.LimitBy;
import dev.keywright.annotations.RateLimited;
import dev.keywright.runtime.Caller;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes HTTP Message Signatures. */
@RestController
@RequestMapping("/messages")
@HmacSigned(secret = "shop-webhook")
@RateLimited(value = "1000 per minute", by = LimitBy.GLOBAL)
class MessageController {

    @GetMapping
    String read(Caller caller, HttpServletRequest request) {
        return request.getProtocol() + " " + caller.owner();
    }

    @PostMapping
    String take(@RequestBody String body, Caller caller, HttpServletRequest request) {
        return request.getProtocol() + " " + caller.owner() + " sent " + body;
    }
}
