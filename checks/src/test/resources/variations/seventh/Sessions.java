package net.acme.seventh;

import java.security.SecureRandom;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.ws.rs.core.UriInfo;
import net.acme.text.Utf8String;

class Sessions {

    private final SecureRandom secure = new SecureRandom();

    Utf8String freshSessionId() {
        return Utf8String.of(new UUID(secure.nextLong(), secure.nextLong()).toString());
    }

    Utf8String requestName() {
        return Utf8String.of("r" + new Random().nextInt());
    }

    Utf8String generateSessionId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        UUID uuid = new UUID(random.nextLong(), random.nextLong());
        return Utf8String.of(uuid.toString()); // BUG: WeakSecretRandom
    }

    /** What was asked for, and what is shown. */
    boolean isPage(Conversation conversation, UriInfo uri) {
        String page = conversation.getNote("PAGE");
        return page.equals(uri.getQueryParameters().getFirst("page"));
    }

    void confirm(Conversation conversation, UriInfo uri) {
        String secret = conversation.getNote(Conversation.MAIL_SECRET);
        String key = uri.getQueryParameters().getFirst("key");
        if (secret == null || !secret.equals(key)) { // BUG: TimingUnsafeComparison
            throw new IllegalStateException("stale link");
        }
    }

    void confirmHere(Flow flow) {
        String secret = flow.conversation().getNote(Conversation.MAIL_SECRET);
        String key = flow.getUriInfo().getQueryParameters().getFirst(Conversation.KEY);
        if (secret == null || !secret.equals(key)) { // BUG: TimingUnsafeComparison
            throw new IllegalStateException("stale link");
        }
    }
}
