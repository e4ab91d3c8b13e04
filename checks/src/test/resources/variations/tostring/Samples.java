package io.acme.ts;

import lombok.Data;
import lombok.ToString;
import lombok.Value;
import org.apache.commons.lang3.builder.ToStringBuilder;
import com.google.common.base.MoreObjects;

class DbConfig {
    private String url;
    private String user;
    private String password;

    @Override
    public String toString() { // BUG: SecretInToString
        return "DbConfig{url=" + url + ", user=" + user + ", password=" + password + "}";
    }
}

@Data
class LoginForm { // BUG: SecretInToString
    private String username;
    private String password;
}

@Value
class OAuthClient { // BUG: SecretInToString
    String clientId;
    String clientSecret;
}

record Session(String user, String accessToken) {} // BUG: SecretInToString

class S3Settings {
    private String bucket;
    private String secretAccessKey;

    @Override
    public String toString() { // BUG: SecretInToString
        return MoreObjects.toStringHelper(this).add("bucket", bucket).add("secretAccessKey", secretAccessKey).toString();
    }
}

class Reflective {
    private String host;
    private String apiKey;

    @Override
    public String toString() { // BUG: SecretInToString
        return ToStringBuilder.reflectionToString(this);
    }
}

class Formatted {
    private final String user;
    private final char[] passphrase;

    Formatted(String user, char[] passphrase) {
        this.user = user;
        this.passphrase = passphrase;
    }

    public String toString() { // BUG: SecretInToString
        return String.format("%s:%s", user, new String(passphrase));
    }
}

@Data
class Quiet1 { // OK: SecretInToString
    private String username;
    @ToString.Exclude
    private String password;
}

@ToString(onlyExplicitlyIncluded = true)
class Quiet2 { // OK: SecretInToString
    @ToString.Include private String name;
    private String token;
}

record Quiet3(String user, String accessToken) {
    @Override
    public String toString() {
        return "Session[" + user + ", ***]"; // OK: SecretInToString
    }
}

class Quiet4 {
    private String name;
    private String password;

    public String toString() {
        return name + (password == null ? "" : ":<hidden>"); // OK: SecretInToString
    }
}

@Data
class Quiet5 { // OK: SecretInToString
    private String passwordPolicy;
    private int tokenTtl;
    private String secretName;
}
