package dropwizard;

import io.dropwizard.auth.AuthenticationException;
import io.dropwizard.auth.Authenticator;
import io.dropwizard.auth.basic.BasicCredentials;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Principal;
import java.util.Optional;

public class ShopAuthenticator implements Authenticator<BasicCredentials, Principal> {

    private final ShopConfiguration configuration;

    public ShopAuthenticator(ShopConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public Optional<Principal> authenticate(BasicCredentials credentials) throws AuthenticationException {
        if (credentials.getPassword().equals(configuration.getAdminPassword())) { // BUG: TimingUnsafeComparison
            return Optional.of(() -> credentials.getUsername());
        }
        return Optional.empty();
    }

    Optional<Principal> careful(BasicCredentials credentials) {
        byte[] expected = configuration.getAdminPassword().getBytes(StandardCharsets.UTF_8);
        byte[] presented = credentials.getPassword().getBytes(StandardCharsets.UTF_8);
        if ("admin".equals(credentials.getUsername()) && MessageDigest.isEqual(expected, presented)) { // OK: TimingUnsafeComparison
            return Optional.of(credentials::getUsername);
        }
        return Optional.empty();
    }
}
