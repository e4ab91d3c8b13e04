package tenth;

import com.stripe.net.Webhook;
import io.fusionauth.jwt.Signer;
import io.fusionauth.jwt.hmac.HMACSigner;
import io.vertx.ext.auth.PubSecKeyOptions;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

class Shop {

    private final String partnerKey;
    private final String cacheKey;

    Shop(String partnerKey, String cacheKey) {
        this.partnerKey = partnerKey;
        this.cacheKey = cacheKey;
    }

    void remember(HttpSecurity http, String configured) {
        http.rememberMe(r -> r.key("petmarket-remember-9f21")); // BUG: HardcodedSecret
        http.rememberMe(r -> r.key(configured));
        http.rememberMe(r -> r.rememberMeParameter("remember-me"));
    }

    Object accounts(PasswordEncoder encoder, String fromVault, Account account) {
        account.setPassword(encoder.encode("gu3st-2024")); // BUG: HardcodedSecret
        account.setPassword(encoder.encode(fromVault));
        account.setNickname(encoder.encode("nobody"));
        return User.withUsername("guest").password(encoder.encode("guest")).build(); // BUG: HardcodedSecret
    }

    Object unknownUser(PasswordEncoder encoder) {
        return encoder.encode("userNotFoundPassword");
    }

    Signer signer() {
        return HMACSigner.newSHA256Signer("too many secrets 1992"); // BUG: HardcodedSecret
    }

    Object hook(String payload, String header) throws Exception {
        return Webhook.constructEvent(payload, header, "whsec_4f6d8a0c2e4b6d8f0a1c3e5b7d9f1a2c"); // BUG: HardcodedSecret
    }

    PubSecKeyOptions publicKey() {
        return new PubSecKeyOptions().setAlgorithm("RS256").setBuffer("-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEF\n-----END PUBLIC KEY-----");
    }

    PasswordEncoder weak() {
        return new Pbkdf2PasswordEncoder("", 16, 1000, Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256); // BUG: WeakSecretStorage
    }

    PasswordEncoder strong() {
        return new Pbkdf2PasswordEncoder("", 16, 310_000, Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
    }

    @GetMapping("/partner")
    String partner(@RequestHeader("X-Partner-Key") String given, @RequestHeader("X-Idempotency-Key") String once) {
        if (once.equals(cacheKey)) {
            return "known";
        }
        if (given.equals(partnerKey)) { // BUG: TimingUnsafeComparison
            return "ok";
        }
        throw new IllegalArgumentException("no access for " + given); // BUG: SecretInErrorMessage
    }

    interface Account {
        void setPassword(String hash);

        void setNickname(String name);
    }
}
