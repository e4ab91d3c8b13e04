package io.acme.dw;

import io.dropwizard.auth.Authenticator;
import io.dropwizard.auth.basic.BasicCredentials;
import java.util.Optional;

public class DropwizardAuthenticator implements Authenticator<BasicCredentials, User> {
    private final AdminConfig admin;

    public DropwizardAuthenticator(AdminConfig admin) {
        this.admin = admin;
    }

    @Override
    public Optional<User> authenticate(BasicCredentials credentials) {
        if (admin.getPassword().equals(credentials.getPassword())) { // BUG: TimingUnsafeComparison
            return Optional.of(new User(credentials.getUsername()));
        }
        return Optional.empty();
    }
}
