package org.acme.nifi.ldap;

import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import javax.naming.Context;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

public class NifiSensitive {
    private static final Log logger = LogFactory.getLog(NifiSensitive.class);
    private static final Logger log4j = LogManager.getLogger();
    private static final java.util.logging.Logger jul = java.util.logging.Logger.getLogger("nifi");
    private static final System.Logger platform = System.getLogger("nifi");
    private final Descriptor managerPassword = new Descriptor("Manager Password", true);

    void bind(ConfigContext context) {
        String dn = context.getProperty("Manager DN").getValue();
        String rawSecret = context.getProperty("Manager Password").getValue();
        Hashtable<String, String> env = new Hashtable<>();
        env.put(Context.SECURITY_PRINCIPAL, dn);
        env.put(Context.SECURITY_CREDENTIALS, rawSecret);
        if (logger.isDebugEnabled()) {
            logger.debug("Binding with environment " + env); // BUG: SecretLogged
        }
        log4j.atDebug().withLocation().log("bind {} / {}", dn, rawSecret); // BUG: SecretLogged
        jul.log(Level.FINE, "bind {0} with {1}", new Object[] {dn, rawSecret}); // BUG: SecretLogged
        platform.log(System.Logger.Level.DEBUG, () -> "secret " + rawSecret); // BUG: SecretLogged
        jul.fine(() -> "manager " + dn); // OK: SecretLogged
        logger.info("Manager Password is not set"); // OK: SecretLogged
    }

    void command(List<String> args, String encryptionKey) {
        List<String> cmd = new java.util.ArrayList<>(args);
        cmd.add("--encryption-key");
        cmd.add(encryptionKey);
        System.out.println("Running " + cmd); // BUG: SecretLogged
        ProcessBuilder pb = new ProcessBuilder(cmd);
        pb.environment().put("NIFI_SENSITIVE_KEY", encryptionKey);
    }

    void flagged(String encryptionKey) {
        List<String> cmd = Arrays.asList("encrypt", "--key", encryptionKey);
        System.err.printf("Running %s%n", String.join(" ", cmd)); // BUG: SecretLogged
    }

    void property(Map<Descriptor, String> properties) {
        for (Map.Entry<Descriptor, String> e : properties.entrySet()) {
            String value = e.getKey().sensitive() ? "********" : e.getValue();
            logger.info(e.getKey().name() + "=" + value); // OK: SecretLogged
        }
        logger.trace(Objects.requireNonNull(managerPassword).name()); // OK: SecretLogged
    }
}

record Descriptor(String name, boolean sensitive) {}

interface ConfigContext {
    Value getProperty(String name);

    interface Value {
        String getValue();
    }
}
