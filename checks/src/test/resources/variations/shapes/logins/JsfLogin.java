package logins;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;

@Named
@RequestScoped
public class JsfLogin {

    private static final Logger log = LoggerFactory.getLogger(JsfLogin.class);
    private static final String DUMMY = "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

    @Inject
    private UserDao users;

    @Inject
    private PasswordEncoder encoder;

    private String name;
    private String password;

    public String login() {
        UserDao.User user = users.findByName(name);
        String hash = user == null ? DUMMY : user.getPasswordHash(); // OK: HardcodedSecret
        boolean same = encoder.matches(password, hash);
        if (user == null || !same) {
            message("Name or password is wrong"); // OK: AuthenticationEnumeration
            return null;
        }
        log.info("{} logged in", name); // OK: SecretLogged
        return "home?faces-redirect=true"; // OK: SecretInUrl
    }

    public String loginBad() {
        UserDao.User user = users.findByName(name);
        if (user == null) {
            message("login.unknownUser");
            return null; // BUG: AuthenticationEnumeration
        }
        if (!encoder.matches(password, user.getPasswordHash())) {
            log.info("bad login for {} with {}", name, password); // BUG: SecretLogged
            message("login.badPassword");
            return null;
        }
        return "home?faces-redirect=true";
    }

    public String loginEarly() {
        UserDao.User user = users.findByName(name);
        if (user == null) {
            return "failed"; // BUG: AuthenticationEnumeration
        }
        if (encoder.matches(password, user.getPasswordHash())) {
            return "home";
        }
        return "failed";
    }

    private void message(String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(text));
    }

    public void setName(String name) {
        this.name = name;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
