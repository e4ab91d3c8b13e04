package corpus.leak;

import java.util.Objects;
import java.util.StringJoiner;
import lombok.Data;
import lombok.ToString;
import lombok.Value;

record ApiCredentials(String clientId, String clientSecret) {} // BUG: SecretInToString

record LoginRequest(String user, String password) {} // BUG: SecretInToString

@Data // BUG: SecretInToString
class DbSettings {
    private String url;
    private String password;
}

@Value // BUG: SecretInToString
class Session {
    String user;
    String accessToken;
}

@ToString // BUG: SecretInToString
class Partner {
    private String name;
    private String apiKey;
}

class Written {
    private final String name;
    private final String webhookSecret;

    Written(String name, String webhookSecret) {
        this.name = name;
        this.webhookSecret = webhookSecret;
    }

    @Override
    public String toString() { // BUG: SecretInToString
        return "Written{name=" + name + ", secret=" + webhookSecret + "}";
    }
}

class Joined {
    private String user;
    private String passphrase;

    @Override
    public String toString() { // BUG: SecretInToString
        return new StringJoiner(", ", "Joined[", "]").add("user=" + user).add("passphrase=" + passphrase).toString();
    }
}

class Formatted {
    private String host;
    private String privateKey;

    @Override
    public String toString() { // BUG: SecretInToString
        return String.format("%s %s", host, privateKey);
    }
}

class Built {
    private String user;
    private String refreshToken;

    @Override
    public String toString() { // BUG: SecretInToString
        StringBuilder text = new StringBuilder();
        text.append(user);
        text.append(refreshToken);
        return text.toString();
    }
}

class Guavaed {
    private String user;
    private String secretKey;

    @Override
    public String toString() { // BUG: SecretInToString
        return com.google.common.base.MoreObjects.toStringHelper(this).add("user", user).add("key", secretKey).toString();
    }
}

@ToString(onlyExplicitlyIncluded = false) // BUG: SecretInToString
class Explicit {
    private String user;
    private String authToken;
}

@Data
class Excluded { // OK: SecretInToString
    private String user;

    @ToString.Exclude
    private String password;
}

@ToString(exclude = "apiKey")
class ExcludedByName { // OK: SecretInToString
    private String name;
    private String apiKey;
}

@ToString(onlyExplicitlyIncluded = true)
class OnlyIncluded { // OK: SecretInToString
    @ToString.Include
    private String name;

    private String apiKey;
}

record Masked(String user, String password) { // OK: SecretInToString
    @Override
    public String toString() {
        return "Masked[user=" + user + ", password=***]";
    }
}

record Ids(String keyId, String tokenType, int passwordLength) {} // OK: SecretInToString

class Quiet { // OK: SecretInToString
    private String password;
    private String user;

    @Override
    public String toString() {
        return "Quiet[" + user + "]";
    }
}

class Measured {
    private String password;

    @Override
    public String toString() { // OK: SecretInToString
        return "Measured[" + (password == null ? "none" : "set") + "]";
    }
}

class NoToString { // OK: SecretInToString
    private String apiKey;
}

record Token(String text, int line, int column) {} // OK: SecretInToString

enum TokenKind { // OK: SecretInToString
    SECRET,
    PASSWORD
}

@Data
class Page { // OK: SecretInToString
    private String nextPageToken;
    private int size;
}

@Value
class Redacting { // OK: SecretInToString
    String user;
    Redacted password;

    static final class Redacted {
        private final char[] value = new char[0];

        @Override
        public String toString() {
            return "[redacted]";
        }
    }
}
