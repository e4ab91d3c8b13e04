package io.acme.more;

import javax.naming.Context;
import javax.naming.NamingException;
import java.util.Hashtable;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

public class Ldap {
    private static final Logger LOG = LogManager.getLogger(Ldap.class);
    private LdapProperties properties;

    Hashtable<String, Object> environment() {
        Hashtable<String, Object> env = new Hashtable<>();
        env.put(Context.SECURITY_PRINCIPAL, properties.getUserDn());
        env.put(Context.SECURITY_CREDENTIALS, properties.getPassword());
        LOG.debug("LDAP environment {}", env); // BUG: SecretLogged
        return env;
    }

    void bind(String dn, String password) throws NamingException {
        if (!bindInternally(dn, password)) {
            throw new NamingException("bind failed for " + dn + " with " + password); // BUG: SecretInErrorMessage
        }
        LOG.info("bound {}", dn); // OK: SecretLogged
    }
}
