package org.cms.rest;

import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.NotFoundException;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Response;
import org.mindrot.jbcrypt.BCrypt;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

class LoginService {
    private final AccountDao accounts;
    private final PasswordEncoder passwordEncoder;

    LoginService(AccountDao accounts, PasswordEncoder passwordEncoder) {
        this.accounts = accounts;
        this.passwordEncoder = passwordEncoder;
    }

    Response jaxrs(Credentials credentials) {
        Account account = accounts.loadByLogin(credentials.login());
        if (account == null) {
            return Response.status(Response.Status.NOT_FOUND).entity("Unknown user").build(); // BUG: AuthenticationEnumeration
        }
        if (!passwordEncoder.matches(credentials.password(), account.getPasswordHash())) {
            return Response.status(Response.Status.UNAUTHORIZED).entity("Invalid password").build();
        }
        return Response.ok().build();
    }

    Account exceptions(String email, String password) {
        Account account = accounts.findByEmail(email)
                .orElseThrow(() -> new UsernameNotFoundException("No account for " + email)); // BUG: AuthenticationEnumeration
        if (!BCrypt.checkpw(password, account.getPasswordHash())) {
            throw new BadCredentialsException("Password mismatch");
        }
        return account;
    }

    Map<String, Object> codes(String mobile, String password) {
        Account account = accounts.selectOne(mobile);
        if (account == null) {
            return Map.of("code", 1001, "msg", "user does not exist"); // BUG: AuthenticationEnumeration
        }
        if (!passwordEncoder.matches(password, account.getPasswordHash())) {
            return Map.of("code", 1002, "msg", "wrong password");
        }
        return Map.of("code", 0);
    }

    ResponseEntity<String> oneAnswer(String mobile, String password) {
        Account account = accounts.selectOne(mobile);
        String hash = account == null ? Account.DUMMY : account.getPasswordHash();
        boolean right = passwordEncoder.matches(password, hash);
        if (account == null || !right) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).body("Invalid credentials"); // OK: AuthenticationEnumeration
        }
        return ResponseEntity.ok("welcome");
    }

    Account early(String name, String password) {
        Account account = accounts.selectOne(name);
        if (account == null) {
            throw new BadCredentialsException("Bad credentials"); // BUG: AuthenticationEnumeration
        }
        if (!passwordEncoder.matches(password, account.getPasswordHash())) {
            throw new BadCredentialsException("Bad credentials");
        }
        return account;
    }

    Account dummyHash(String name, String password) {
        Account account = accounts.selectOne(name);
        if (account == null) {
            passwordEncoder.matches(password, Account.DUMMY);
            throw new BadCredentialsException("Bad credentials"); // OK: AuthenticationEnumeration
        }
        if (!passwordEncoder.matches(password, account.getPasswordHash())) {
            throw new BadCredentialsException("Bad credentials");
        }
        return account;
    }

    boolean shortCircuit(String name, String password) {
        Optional<Account> found = accounts.findByEmail(name);
        return found.isPresent() && passwordEncoder.matches(password, found.get().getPasswordHash()); // BUG: AuthenticationEnumeration
    }

    interface AccountDao {
        Account loadByLogin(String login);

        Account selectOne(String name);

        Optional<Account> findByEmail(String email);
    }

    interface Account {
        String DUMMY = "$2a$10$dXJ3SW6G7P50lGmMkkmwe.20cQQubK3.HZWzG3YB1tlRy.fqvM/BG";

        String getPasswordHash();
    }

    record Credentials(String login, String password) {}
}

class JenkinsRealm {
    private final PasswordEncoder encoder;
    private final Users users;

    JenkinsRealm(PasswordEncoder encoder, Users users) {
        this.encoder = encoder;
        this.users = users;
    }

    UserDetails authenticate(String username, String password) {
        UserDetails u;
        try {
            u = users.loadUserByUsername(username);
        } catch (UsernameNotFoundException e) {
            throw new BadCredentialsException("bad"); // BUG: AuthenticationEnumeration
        }
        if (!encoder.matches(password, u.getPassword())) {
            throw new BadCredentialsException("bad");
        }
        return u;
    }

    UserDetails authenticateFixed(String username, String password) {
        UserDetails u;
        try {
            u = users.loadUserByUsername(username);
        } catch (UsernameNotFoundException e) {
            encoder.matches(password, "$2a$10$ENCODEDINVALIDUSERPASSWORDxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");
            throw new BadCredentialsException("bad"); // OK: AuthenticationEnumeration
        }
        if (!encoder.matches(password, u.getPassword())) {
            throw new BadCredentialsException("bad");
        }
        return u;
    }

    interface Users {
        UserDetails loadUserByUsername(String name);
    }
}

class Providers {
    DaoAuthenticationProvider telling(UserDetailsService service, PasswordEncoder encoder) {
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider();
        provider.setUserDetailsService(service);
        provider.setPasswordEncoder(encoder);
        provider.setHideUserNotFoundExceptions(false); // BUG: AuthenticationEnumeration
        return provider;
    }

    DaoAuthenticationProvider silent(UserDetailsService service, PasswordEncoder encoder) {
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider();
        provider.setUserDetailsService(service);
        provider.setHideUserNotFoundExceptions(true); // OK: AuthenticationEnumeration
        return provider;
    }
}

class CustomProvider implements AuthenticationProvider {
    private UserDetailsService service;
    private PasswordEncoder encoder;

    @Override
    public Authentication authenticate(Authentication authentication) {
        String name = authentication.getName();
        UserDetails user = service.loadUserByUsername(name);
        if (user == null) {
            throw new UsernameNotFoundException("User not found"); // BUG: AuthenticationEnumeration
        }
        if (!encoder.matches(authentication.getCredentials().toString(), user.getPassword())) {
            throw new BadCredentialsException("Wrong password");
        }
        return new UsernamePasswordAuthenticationToken(user, null, user.getAuthorities());
    }

    @Override
    public boolean supports(Class<?> type) {
        return true;
    }
}

class ChangePassword {
    private final PasswordEncoder encoder;
    private final LoginService.AccountDao accounts;

    ChangePassword(PasswordEncoder encoder, LoginService.AccountDao accounts) {
        this.encoder = encoder;
        this.accounts = accounts;
    }

    void change(long currentUserId, String oldPassword, String newPassword) {
        LoginService.Account account = accounts.selectOne(String.valueOf(currentUserId));
        if (account == null) {
            throw new NotFoundException("session is gone");
        }
        if (!encoder.matches(oldPassword, account.getPasswordHash())) {
            throw new IllegalArgumentException("the old password is wrong"); // OK: AuthenticationEnumeration
        }
    }
}

class ServletLogin extends javax.servlet.http.HttpServlet {
    private UserStore store;

    @Override
    protected void doPost(javax.servlet.http.HttpServletRequest req, javax.servlet.http.HttpServletResponse resp) // BUG: MissingRateLimit
            throws java.io.IOException {
        StoredUser user = store.get(req.getParameter("username"));
        if (user == null) {
            req.setAttribute("error", "Username not registered"); // BUG: AuthenticationEnumeration
            resp.sendRedirect("login?e=nouser");
            return;
        }
        if (!BCrypt.checkpw(req.getParameter("password"), user.hash())) {
            resp.sendRedirect("login?e=badpass");
            return;
        }
        resp.sendRedirect("home");
    }

    interface UserStore {
        StoredUser get(String name);
    }

    interface StoredUser {
        String hash();
    }
}
