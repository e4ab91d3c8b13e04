package logins;

import java.util.Hashtable;
import javax.naming.AuthenticationException;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import javax.naming.ldap.InitialLdapContext;
import javax.naming.ldap.LdapContext;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

public class LdapLogin {

    private static final Logger LOG = LogManager.getLogger();

    DirContext search(String url) throws NamingException {
        Hashtable<String, String> env = new Hashtable<>();
        env.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
        env.put(Context.PROVIDER_URL, url);
        env.put(Context.SECURITY_AUTHENTICATION, "simple"); // OK: HardcodedSecret
        env.put(Context.SECURITY_PRINCIPAL, "cn=search,dc=example,dc=org");
        env.put(Context.SECURITY_CREDENTIALS, "look4people"); // BUG: HardcodedSecret
        return new InitialDirContext(env);
    }

    DirContext bind(String url, String user, String password) throws NamingException {
        Hashtable<String, Object> env = new Hashtable<>();
        env.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
        env.put(Context.PROVIDER_URL, url);
        env.put(Context.SECURITY_PRINCIPAL, "uid=" + user + ",ou=people,dc=example,dc=org");
        env.put(Context.SECURITY_CREDENTIALS, password); // OK: HardcodedSecret
        LOG.debug("binding {}", env.get(Context.SECURITY_PRINCIPAL)); // OK: SecretLogged
        try {
            return new InitialDirContext(env);
        } catch (AuthenticationException e) {
            LOG.warn("bind failed: {}", env.get(Context.SECURITY_CREDENTIALS)); // BUG: SecretLogged
            throw new NamingException("cannot bind " + user + " / " + password); // BUG: SecretInErrorMessage
        }
    }

    void whole(String url, String password) throws NamingException {
        Hashtable<String, Object> env = new Hashtable<>();
        env.put(Context.PROVIDER_URL, url);
        env.put(Context.SECURITY_CREDENTIALS, password);
        LOG.info("environment {}", env); // BUG: SecretLogged
        LdapContext context = new InitialLdapContext(env, null);
        context.close();
    }
}
