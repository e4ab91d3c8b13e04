package net.acme.seventh;

import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.AbstractUserDetailsAuthenticationProvider;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The encoder is asked in a second step, which the first one may never reach. */
class Providers extends AbstractUserDetailsAuthenticationProvider {

    private final PasswordEncoder passwordEncoder;
    private final Directory directory;

    Providers(PasswordEncoder passwordEncoder, Directory directory) {
        this.passwordEncoder = passwordEncoder;
        this.directory = directory;
    }

    @Override
    protected void additionalAuthenticationChecks(UserDetails user, UsernamePasswordAuthenticationToken token) {
        if (!passwordEncoder.matches(token.getCredentials().toString(), user.getPassword())) {
            throw new BadCredentialsException("no");
        }
    }

    @Override
    protected UserDetails retrieveUser(String name, UsernamePasswordAuthenticationToken token) {
        UserDetails user = directory.findUserByName(name);
        if (user == null) {
            throw new UsernameNotFoundException("no"); // BUG: AuthenticationEnumeration
        }
        return user;
    }
}

class EvenProviders extends AbstractUserDetailsAuthenticationProvider {

    private final PasswordEncoder passwordEncoder;
    private final Directory directory;
    private final String nobody;

    EvenProviders(PasswordEncoder passwordEncoder, Directory directory) {
        this.passwordEncoder = passwordEncoder;
        this.directory = directory;
        this.nobody = passwordEncoder.encode("nobody");
    }

    @Override
    protected void additionalAuthenticationChecks(UserDetails user, UsernamePasswordAuthenticationToken token) {
        if (!passwordEncoder.isPasswordValid(user.getPassword(), token.getCredentials().toString(), null)) {
            throw new BadCredentialsException("no");
        }
    }

    @Override
    protected UserDetails retrieveUser(String name, UsernamePasswordAuthenticationToken token) {
        try {
            return directory.loadUserByUsername(name);
        } catch (UsernameNotFoundException unknown) {
            passwordEncoder.isPasswordValid(nobody, token.getCredentials().toString(), null);
            throw unknown;
        }
    }
}

/** Nothing slow is asked: who binds asks the directory at once. */
class BindingProviders extends AbstractUserDetailsAuthenticationProvider {

    private final Directory directory;

    BindingProviders(Directory directory) {
        this.directory = directory;
    }

    @Override
    protected void additionalAuthenticationChecks(UserDetails user, UsernamePasswordAuthenticationToken token) {}

    @Override
    protected UserDetails retrieveUser(String name, UsernamePasswordAuthenticationToken token) {
        UserDetails user = directory.bind(name, token.getCredentials().toString());
        if (user == null) {
            throw new BadCredentialsException("no");
        }
        return user;
    }
}
