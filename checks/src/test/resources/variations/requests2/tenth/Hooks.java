package tenth;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What may come in a header or in the query comes in no form. */
@RestController
final class Hooks {

    @PostMapping("/hooks")
    void hook(
            @RequestHeader(value = "X-Webhook-Secret", required = false) String header,
            @RequestParam(name = "secret", required = false) String inQuery) {} // BUG: SecretFromQueryParameter

    @PostMapping("/members")
    void member(@RequestParam("member") String user, @RequestParam("password") String password) {}

    @PostMapping("/words")
    void words(@RequestHeader("Accept-Language") String language, @RequestParam("password") String password) {}
}
