package com.acme.settings;

import com.google.common.base.MoreObjects;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import lombok.AllArgsConstructor;
import lombok.Builder;
import lombok.Getter;
import lombok.ToString;
import lombok.Value;
import org.apache.commons.lang3.builder.ReflectionToStringBuilder;
import org.apache.commons.lang3.builder.ToStringBuilder;
import org.apache.commons.lang3.builder.ToStringExclude;
import org.apache.commons.lang3.builder.ToStringStyle;

class Smtp {
    private String host;
    private String password;

    @Override
    public String toString() { // BUG: SecretInToString
        return MoreObjects.toStringHelper(this).add("host", host).add("password", password).toString();
    }
}

class SmtpMasked {
    private String host;
    private String password;

    @Override
    public String toString() { // OK: SecretInToString
        return MoreObjects.toStringHelper(this).add("host", host).add("password", password == null ? "unset" : "***").toString();
    }
}

class Joined {
    private String clientId;
    private String clientSecret;

    @Override
    public String toString() { // BUG: SecretInToString
        return new StringJoiner(", ", Joined.class.getSimpleName() + "[", "]")
                .add("clientId='" + clientId + "'")
                .add("clientSecret='" + clientSecret + "'")
                .toString();
    }
}

class Swagger {
    private String username;
    private String accessToken;
    private Long expiresIn;

    /** As code generators for OpenAPI write it. */
    @Override
    public String toString() { // BUG: SecretInToString
        StringBuilder sb = new StringBuilder();
        sb.append("class Swagger {\n");
        sb.append("    username: ").append(toIndentedString(username)).append("\n");
        sb.append("    accessToken: ").append(toIndentedString(accessToken)).append("\n");
        sb.append("    expiresIn: ").append(toIndentedString(expiresIn)).append("\n");
        sb.append("}");
        return sb.toString();
    }

    private String toIndentedString(Object o) {
        return o == null ? "null" : o.toString().replace("\n", "\n    ");
    }
}

class Reflected {
    private String id;
    private String apiSecret;

    @Override
    public String toString() { // BUG: SecretInToString
        return ReflectionToStringBuilder.toString(this, ToStringStyle.SHORT_PREFIX_STYLE);
    }
}

class ReflectedExcluded {
    private String id;

    @ToStringExclude
    private String apiSecret;

    @Override
    public String toString() { // OK: SecretInToString
        return ReflectionToStringBuilder.toString(this);
    }
}

class Commons {
    private final String user;
    private final char[] pin;
    private final String refreshToken;

    Commons(String user, char[] pin, String refreshToken) {
        this.user = user;
        this.pin = pin;
        this.refreshToken = refreshToken;
    }

    @Override
    public String toString() { // BUG: SecretInToString
        return new ToStringBuilder(this).append("user", user).append("refreshToken", refreshToken).build();
    }
}

record ApiClient(String name, String apiKey) {} // BUG: SecretInToString

record ApiClientMasked(String name, String apiKey) {
    @Override
    public String toString() { // OK: SecretInToString
        return "ApiClientMasked[name=%s, apiKey=%s]".formatted(name, apiKey.substring(0, 3) + "…");
    }
}

@Value
@Builder
class Webhook { // BUG: SecretInToString
    String url;
    String webhookSecret;
}

@Getter
@AllArgsConstructor
@ToString(exclude = "webhookSecret")
class WebhookExcluded { // OK: SecretInToString
    private String url;
    private String webhookSecret;
}

@ToString(onlyExplicitlyIncluded = true)
class OnlySome { // OK: SecretInToString
    @ToString.Include
    private String url;

    private String password;
}

@ToString(of = {"user", "password"})
class Some { // BUG: SecretInToString
    private String user;
    private String password;
}

class Base {
    protected String bindPassword;
    protected String bindDn;

    @Override
    public String toString() { // OK: SecretInToString
        return "Base(" + bindDn + ")";
    }
}

class Derived extends Base {
    private int port;

    @Override
    public String toString() { // BUG: SecretInToString
        return "Derived(" + bindDn + "/" + bindPassword + "@" + port + ")";
    }
}

class Viewed {
    private final Map<String, Object> view;
    private final String secretKey;

    Viewed(String secretKey, Map<String, Object> view) {
        this.secretKey = Objects.requireNonNull(secretKey);
        this.view = view;
    }

    @Override
    public String toString() { // BUG: SecretInToString
        return String.join(":", Arrays.asList("Viewed", secretKey));
    }
}

class Labels {
    private String passwordLabel;
    private String tokenType;
    private String publicKey;
    private int passwordLength;

    @Override
    public String toString() { // OK: SecretInToString
        return passwordLabel + tokenType + publicKey + passwordLength;
    }
}

record PasswordPolicy(int minLength, boolean upper, String hint) {} // OK: SecretInToString

record TokenPage(String nextPageToken, int size) {} // OK: SecretInToString

enum CredentialKind { // OK: SecretInToString
    API_KEY,
    PASSWORD
}
