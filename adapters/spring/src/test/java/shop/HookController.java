package shop;

import dev.keywright.annotations.HmacSigned;
import dev.keywright.annotations.LimitBy;
import dev.keywright.annotations.RateLimited;
import dev.keywright.annotations.SignatureScheme;
import dev.keywright.runtime.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/hooks")
@HmacSigned(scheme = SignatureScheme.CANONICAL, secret = "shop-webhook")
@RateLimited(value = "1000 per minute", by = LimitBy.GLOBAL)
class HookController {

    @PostMapping
    String json(@RequestBody String body, Caller caller) {
        Visits.note("json");
        return caller.owner() + " sent " + body;
    }

    @PostMapping("/form")
    String form(@RequestParam("a") String a, @RequestParam("q") String q, HttpServletRequest request) {
        Visits.note("hook form");
        return a + "|" + q + "|" + String.join(",", request.getParameterValues("a"));
    }

    @PostMapping("/raw")
    String raw(HttpServletRequest request) throws IOException {
        Visits.note("raw");
        return request.getReader().readLine();
    }

    @PostMapping("/upload")
    String upload(@RequestParam("file") MultipartFile file, @RequestParam("note") String note) throws IOException {
        Visits.note("hook upload");
        return file.getOriginalFilename() + "|" + file.getContentType() + "|"
                + new String(file.getBytes(), StandardCharsets.UTF_8) + "|" + note;
    }

    @DeleteMapping("/override")
    String override() {
        Visits.note("hook override");
        return "deleted";
    }
}
