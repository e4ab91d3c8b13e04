package eleventh;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.commons.lang3.RandomStringUtils;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The session's own token beside the one of the form. */
final class Form {

    private Session session;
    private String authenticity;
    private String color;

    boolean isOwn() {
        return session.getAuthenticity().equals(authenticity); // BUG: TimingUnsafeComparison
    }

    boolean isPainted() {
        return session.getColor().equals(color); // OK: TimingUnsafeComparison
    }

    Session begin() {
        return Session.build().withAuthenticity(RandomStringUtils.randomAlphanumeric(16)); // BUG: WeakSecretRandom
    }

    Session painted() {
        return Session.build().withColor(RandomStringUtils.randomAlphanumeric(16)); // OK: WeakSecretRandom
    }
}

/** Events of a chat, which send a token along. */
final class Events {

    void handle(Settings settings, Event event) {
        String token = event.getToken();
        if (!token.equals(settings.getVerificationToken())) { // BUG: TimingUnsafeComparison
            throw new IllegalStateException("not ours");
        }
    }

    void refresh(Settings settings, Event event) {
        String token = event.getToken();
        if (!token.equals(settings.getVerificationToken())) { // OK: TimingUnsafeComparison
            settings.reload();
        }
    }
}

@RestController
final class Resets {

    private People people;

    @PostMapping("/reset")
    void reset(@RequestBody JsonNode body) {
        String resetToken = body.get("resetToken").asText();
        people.findByResetToken(resetToken); // BUG: RawKeyLookup
    }

    @PostMapping("/color")
    void color(@RequestBody JsonNode body) {
        people.findByColor(body.get("color").asText()); // OK: RawKeyLookup
    }
}
