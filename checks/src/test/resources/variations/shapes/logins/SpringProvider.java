package logins;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

public class SpringProvider implements AuthenticationProvider {

    private final UserDetailsService users;

    public SpringProvider(UserDetailsService users) {
        this.users = users;
    }

    @Override
    public Authentication authenticate(Authentication authentication) throws AuthenticationException {
        String typed = authentication.getCredentials().toString();
        UserDetails details = users.loadUserByUsername(authentication.getName());
        if (!details.getPassword().equals(typed)) { // BUG: WeakSecretStorage // BUG: TimingUnsafeComparison
            throw new BadCredentialsException("wrong: " + typed); // BUG: SecretInErrorMessage
        }
        return new UsernamePasswordAuthenticationToken(details, null, details.getAuthorities()); // OK: SecretInResponse
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.equals(type); // OK: TimingUnsafeComparison
    }
}
