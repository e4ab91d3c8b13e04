package dropwizard;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import jakarta.validation.constraints.NotEmpty;

public class ShopConfiguration extends Configuration {

    @NotEmpty
    @JsonProperty
    private String webhookSecret;

    @JsonProperty
    private String adminPassword = "admin123"; // BUG: HardcodedSecret

    @JsonProperty
    private String template = "Hello, %s!"; // OK: HardcodedSecret

    public String getWebhookSecret() {
        return webhookSecret;
    }

    public String getAdminPassword() {
        return adminPassword;
    }

    public String getTemplate() {
        return template;
    }

    @Override
    public String toString() { // BUG: SecretInToString
        return "ShopConfiguration{template=" + template + ", webhookSecret=" + webhookSecret + '}';
    }
}
