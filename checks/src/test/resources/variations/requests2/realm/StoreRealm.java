package net.acme.realm;

import java.security.Principal;
import org.apache.catalina.CredentialHandler;

public abstract class StoreRealm {

    abstract String getPassword(String username);

    abstract Principal getPrincipal(String username);

    abstract CredentialHandler getCredentialHandler();

    Principal authenticate(String username, String credentials) {
        String serverCredentials = getPassword(username);
        if (serverCredentials == null) {
            return null; // BUG: AuthenticationEnumeration
        }
        return getCredentialHandler().matches(credentials, serverCredentials) ? getPrincipal(username) : null;
    }

    Principal authenticateEvenly(String username, String credentials) {
        String serverCredentials = getPassword(username);
        if (serverCredentials == null) {
            getCredentialHandler().mutate(credentials);
            return null;
        }
        return getCredentialHandler().matches(credentials, serverCredentials) ? getPrincipal(username) : null;
    }
}
