package org.acme.kafka.connect;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class ClientCnxn {
    private static final Logger LOG = LoggerFactory.getLogger(ClientCnxn.class);
    private static final String PASSWORD_CONFIG = "ssl.keystore.password";

    private final Properties props = new Properties();

    void configure(String user, String pwd) {
        String jaas = String.format(
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";",
                user, pwd);
        props.put(SaslConfigs.SASL_JAAS_CONFIG, jaas);
        LOG.info("Using JAAS configuration {}", jaas); // BUG: SecretLogged
        LOG.info("Using mechanism {} for {}", props.get(SaslConfigs.SASL_MECHANISM), user); // OK: SecretLogged
    }

    void configureStore(String storePassword) {
        props.setProperty(SslConfigs.SSL_KEYSTORE_PASSWORD_CONFIG, storePassword);
        LOG.debug("Effective properties: {}", props); // BUG: SecretLogged
    }

    void describe() {
        LOG.info("{} is {}", PASSWORD_CONFIG, props.containsKey(PASSWORD_CONFIG) ? "set" : "missing"); // OK: SecretLogged
        LOG.debug("keystore {}", props.getProperty(PASSWORD_CONFIG)); // BUG: SecretLogged
        LOG.debug("protocol {}", props.getProperty(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG)); // OK: SecretLogged
    }

    void original(Map<String, String> originals, String token) {
        Map<String, String> copy = new HashMap<>(originals);
        copy.put("sasl.oauthbearer.token", token);
        String shown = copy.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(", "));
        LOG.info("connect with {}", shown); // BUG: SecretLogged
    }

    void hidden(Map<String, String> originals) {
        Map<String, String> copy = new HashMap<>(originals);
        copy.replaceAll((k, v) -> k.contains("password") ? "[hidden]" : v);
        LOG.info("connect with {}", copy); // OK: SecretLogged
    }
}
