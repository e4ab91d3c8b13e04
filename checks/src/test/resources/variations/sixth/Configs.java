package org.example.cfg;

import com.google.auto.value.AutoValue;
import com.google.common.base.MoreObjects;
import com.google.gson.Gson;
import java.util.Arrays;
import java.util.Objects;
import java.util.StringJoiner;
import lombok.Builder;
import lombok.Data;
import lombok.EqualsAndHashCode;
import lombok.Getter;
import lombok.Setter;
import lombok.ToString;
import org.apache.commons.lang3.builder.ReflectionToStringBuilder;
import org.apache.commons.lang3.builder.ToStringBuilder;
import org.apache.commons.lang3.builder.ToStringStyle;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.style.ToStringCreator;

@Data
@ConfigurationProperties(prefix = "app.mail")
class MailProperties { // BUG: SecretInToString
    private String host;
    private int port;
    private String username;
    private String password;
}

class PoolFactory {
    private String url;
    private String userName;
    private char[] userPassword;

    @Override
    public String toString() { // BUG: SecretInToString
        final StringBuilder builder = new StringBuilder(super.toString());
        builder.append("[url=");
        builder.append(url);
        builder.append(", userName=");
        builder.append(userName);
        builder.append(", userPassword=");
        builder.append(userPassword);
        builder.append("]");
        return builder.toString();
    }
}

abstract class Traced {
    protected void toStringFields(StringBuilder builder) {
        builder.append("lastUsed=").append(System.currentTimeMillis());
    }

    @Override
    public String toString() {
        StringBuilder builder = new StringBuilder();
        toStringFields(builder);
        return builder.toString();
    }
}

class Adapter extends Traced {
    private String user;
    private String password;

    @Override
    protected void toStringFields(StringBuilder builder) { // BUG: SecretInToString
        super.toStringFields(builder);
        builder.append(", user=").append(user);
        builder.append(", password=").append(password);
    }
}

class ApiClientSettings {
    private String baseUrl;
    private String clientSecret;

    @Override
    public String toString() { // BUG: SecretInToString
        StringBuilder sb = new StringBuilder();
        sb.append("class ApiClientSettings {\n");
        sb.append("    baseUrl: ").append(toIndentedString(baseUrl)).append("\n");
        sb.append("    clientSecret: ").append(toIndentedString(clientSecret)).append("\n");
        sb.append("}");
        return sb.toString();
    }

    private String toIndentedString(Object o) {
        if (o == null) {
            return "null";
        }
        return o.toString().replace("\n", "\n    ");
    }
}

class Joined {
    private String user;
    private String password;

    @Override
    public String toString() { // BUG: SecretInToString
        return new StringJoiner(", ", Joined.class.getSimpleName() + "[", "]")
                .add("user='" + user + "'")
                .add("password='" + password + "'")
                .toString();
    }
}

class Created {
    private String accessKey;
    private String secretKey;

    @Override
    public String toString() { // BUG: SecretInToString
        return new ToStringCreator(this).append("accessKey", accessKey).append("secretKey", secretKey).toString();
    }
}

class Appended {
    private String login;
    private String passwd;

    @Override
    public String toString() { // BUG: SecretInToString
        return new ToStringBuilder(this, ToStringStyle.SHORT_PREFIX_STYLE).append("login", login).append("passwd", passwd).toString();
    }
}

class Reflected {
    private String region;
    private String secretAccessKey;

    @Override
    public String toString() { // BUG: SecretInToString
        return ToStringBuilder.reflectionToString(this, ToStringStyle.JSON_STYLE);
    }
}

class ReflectedBut {
    private String region;
    private String secretAccessKey;

    @Override
    public String toString() { // OK: SecretInToString
        return new ReflectionToStringBuilder(this).setExcludeFieldNames("secretAccessKey").toString();
    }
}

class Jsoned {
    private String host;
    private String apiKey;

    @Override
    public String toString() { // BUG: SecretInToString
        return new Gson().toJson(this);
    }
}

class Chars {
    private String name;
    private char[] password;

    @Override
    public String toString() { // BUG: SecretInToString
        return "Chars{name=" + name + ", password=" + Arrays.toString(password) + '}';
    }
}

@AutoValue
abstract class BasicCredentials { // BUG: SecretInToString
    abstract String username();

    abstract String password();

    static BasicCredentials of(String username, String password) {
        return new AutoValue_BasicCredentials(username, password);
    }
}

@AutoValue
abstract class Redacting { // OK: SecretInToString
    abstract String username();

    abstract String password();

    @Override
    public final String toString() {
        return "Redacting[" + username() + "]";
    }
}

@Builder
@ToString(callSuper = true)
class Uploads extends Base { // BUG: SecretInToString
    private String bucket;
    private String authToken;
}

class Base {
    String id;
}

@Getter
@Setter
class Silent { // OK: SecretInToString
    private String user;
    private String password;
}

@Data
class Half { // OK: SecretInToString
    private String user;
    @EqualsAndHashCode.Exclude
    @ToString.Exclude
    private String password;
}

class Masked {
    private String user;
    private String password;

    @Override
    public String toString() { // OK: SecretInToString
        return MoreObjects.toStringHelper(this).add("user", user).add("password", password == null ? null : "****").toString();
    }
}

class Hashed {
    private String user;
    private String password;

    @Override
    public String toString() { // OK: SecretInToString
        return "Hashed{user=" + user + ", hasPassword=" + (password != null) + '}';
    }

    @Override
    public int hashCode() {
        return Objects.hash(user, password);
    }
}

record Connection(String host, String user, char[] secret, String password) {} // BUG: SecretInToString

class Jwks {
    private final String issuer;
    private final String signingKey;

    Jwks(String issuer, String signingKey) {
        this.issuer = issuer;
        this.signingKey = signingKey;
    }

    @Override
    public String toString() { // BUG: SecretInToString
        return """
            issuer: %s
            key: %s
            """.formatted(issuer, signingKey);
    }
}
