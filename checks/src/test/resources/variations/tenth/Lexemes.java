package tenth;

import java.util.List;
import org.slf4j.Logger;

/** Tokens that nobody signs. */
final class Lexemes {

    private final Logger log;

    Lexemes(Logger log) {
        this.log = log;
    }

    void read(List<String> tokens) {
        for (String token : tokens) {
            log.debug("token {}", token);
        }
    }
}
