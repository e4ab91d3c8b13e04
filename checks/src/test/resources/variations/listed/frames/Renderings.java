package frames;

import java.util.Map;
import lombok.Data;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Renderings {
    private static final Logger log = LoggerFactory.getLogger(Renderings.class);

    record Credentials(String user, String password) {} // BUG: SecretInToString

    record Masked(String user, String password) {
        @Override
        public String toString() { // OK: SecretInToString
            return "Masked[" + user + "]";
        }
    }

    @Data
    static class Connection { // BUG: SecretInToString
        private String host;
        private String clientSecret;
    }

    @Data
    static class Safe { // OK: SecretInToString
        private String host;
        @lombok.ToString.Exclude
        private String clientSecret;
    }

    static class Settings {
        private final String url;
        private final String apiKey;

        Settings(String url, String apiKey) {
            this.url = url;
            this.apiKey = apiKey;
        }

        @Override
        public String toString() { // BUG: SecretInToString
            return "Settings{url=" + url + ", apiKey=" + apiKey + "}";
        }
    }

    static class Page {
        private final String next;
        private final int size;

        Page(String next, int size) {
            this.next = next;
            this.size = size;
        }

        @Override
        public String toString() { // OK: SecretInToString
            return "Page{" + next + "," + size + "}";
        }
    }

    void bad1(Credentials credentials) {
        log.info("login {}", credentials); // BUG: SecretLogged
    }

    void bad2(Map<String, Settings> all) {
        all.values().forEach(s -> log.info("settings {}", s)); // BUG: SecretLogged
    }

    void good1(Masked masked) {
        log.info("login {}", masked); // OK: SecretLogged
    }

    void good2(Safe safe) {
        log.info("connection {}", safe); // OK: SecretLogged
    }
}
