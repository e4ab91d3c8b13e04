package shop;

import dev.keywright.runtime.key.ApiKeys;
import dev.keywright.runtime.key.KeyStore;
import dev.keywright.runtime.key.MemoryKeyStore;
import dev.keywright.runtime.key.NewApiKey;
import dev.keywright.runtime.secret.Secrets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import shop.accounts.Accounts;

/**
 * Credentials to try the shop with: made at the start, printed once, gone at the end. A real shop has its keys in a file or a
 * database, as digests, and its secrets in the environment.
 */
@Configuration(proxyBeanMethods = false)
class DemoCredentials {

    static final String WEBHOOK_SECRET = "payments-webhook";

    @Bean
    KeyStore keyStore() {
        NewApiKey clerk = ApiKeys.create("shop", "clerk").with(record -> record.scopes("orders:read", "orders:write"));
        NewApiKey auditor = ApiKeys.create("shop", "auditor").with(record -> record.scopes("orders:read"));
        show("Demo key, reads and writes orders", clerk.key());
        show("Demo key, only reads orders", auditor.key());
        return new MemoryKeyStore().put(clerk.record()).put(auditor.record());
    }

    @Bean
    Secrets secrets() {
        String payments = "base64:" + random();
        String parcels = "whsec_" + random();
        show("Demo secret of the payments webhook", payments);
        show("Demo secret of the parcels webhook", parcels);
        return Secrets.of(Map.of(WEBHOOK_SECRET, payments, "parcels-webhook", parcels));
    }

    @Bean
    ApplicationRunner customers(Accounts accounts) {
        String password = random();
        show("Demo password of ada@shop.example", password);
        return arguments -> accounts.put("ada@shop.example", password);
    }

    private static String random() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        System.out.println(
                "The shop listens on http://127.0.0.1:" + event.getWebServer().getPort());
    }

    /** The one moment in which a credential may be shown: to its owner, when it is made. */
    @SuppressWarnings("SecretLogged")
    private static void show(String what, String credential) {
        System.out.println(what + ": " + credential);
    }
}
