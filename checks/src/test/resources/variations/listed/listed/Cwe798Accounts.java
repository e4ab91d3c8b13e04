package listed;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.security.KeyStore;
import java.util.Properties;
import javax.security.auth.kerberos.KerberosKey;
import javax.security.auth.kerberos.KerberosPrincipal;

public class Cwe798Accounts {
    private static final String ADMIN_PASSWORD = "Zaubertrank12"; // BUG: HardcodedSecret

    boolean bad1(String user, String password) {
        return "admin".equals(user) && "letmein-please".equals(password); // BUG: HardcodedSecret
    }

    void bad2() {
        Authenticator.setDefault(new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication("proxy", "pr0xy-Pass".toCharArray()); // BUG: HardcodedSecret
            }
        });
    }

    KeyStore bad3(java.io.InputStream in) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(in, "kittens-4-all".toCharArray()); // BUG: HardcodedSecret
        return store;
    }

    KerberosKey bad4(KerberosPrincipal principal) {
        return new KerberosKey(principal, "krb5-Secret".toCharArray(), null); // BUG: HardcodedSecret
    }

    String bad5(Properties properties) {
        return properties.getProperty("db.password", "Sommerwind"); // BUG: DefaultSecretFallback
    }

    String bad6() {
        String secret = System.getenv("JWT_SECRET");
        if (secret == null) {
            secret = "not-really-a-secret-value"; // BUG: DefaultSecretFallback
        }
        return secret;
    }

    String bad7(java.util.Map<String, String> config) {
        return config.getOrDefault("api-key", "kw-builtin-key-1"); // BUG: DefaultSecretFallback
    }

    String good1(Properties properties) {
        String password = properties.getProperty("db.password");
        if (password == null) {
            throw new IllegalStateException("db.password is not set"); // OK: DefaultSecretFallback
        }
        return password;
    }

    String good2(Properties properties) {
        return properties.getProperty("db.url", "jdbc:h2:mem:test"); // OK: DefaultSecretFallback
    }

    KeyStore good3(java.io.InputStream in, char[] password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(in, password); // OK: HardcodedSecret
        return store;
    }

    boolean good4(String user) {
        return "admin".equals(user); // OK: HardcodedSecret
    }

    String good5() {
        return System.getenv().getOrDefault("TOKEN_TTL", "3600"); // OK: DefaultSecretFallback
    }
}
