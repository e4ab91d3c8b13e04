package logins;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;

public class JaasLogin implements LoginModule {

    private CallbackHandler handler;
    private Map<String, ?> options;

    @Override
    public void initialize(Subject subject, CallbackHandler callbackHandler, Map<String, ?> state, Map<String, ?> opts) {
        this.handler = callbackHandler;
        this.options = opts;
    }

    @Override
    public boolean login() throws LoginException {
        NameCallback name = new NameCallback("name: ");
        PasswordCallback password = new PasswordCallback("password: ", false);
        try {
            handler.handle(new Callback[] {name, password});
        } catch (IOException | UnsupportedCallbackException e) {
            throw new LoginException(e.getMessage()); // OK: SecretInErrorMessage
        }
        String typed = new String(password.getPassword());
        String configured = (String) options.get("password");
        if (!configured.equals(typed)) { // BUG: TimingUnsafeComparison
            throw new FailedLoginException("'" + typed + "' is not the password"); // BUG: SecretInErrorMessage
        }
        return true;
    }

    boolean careful(char[] typed, byte[] configured) {
        return MessageDigest.isEqual(new String(typed).getBytes(), configured); // OK: TimingUnsafeComparison
    }

    @Override
    public boolean commit() {
        return true;
    }

    @Override
    public boolean abort() {
        return true;
    }

    @Override
    public boolean logout() {
        return true;
    }
}
