package com.acme.db;

import com.zaxxer.hikari.HikariConfig;
import java.io.Console;
import java.sql.Connection;
import java.sql.DriverManager;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Scanner;
import org.apache.log4j.Logger;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.env.Environment;

public class JdbcUrls {
    private static final Logger LOG = Logger.getLogger(JdbcUrls.class);

    Connection open(Environment environment) throws Exception {
        String url = environment.getRequiredProperty("db.url");
        String x = environment.getRequiredProperty("db.password");
        LOG.info(MessageFormat.format("opening {0} with {1}", url, x)); // BUG: SecretLogged
        LOG.info("opening " + url); // OK: SecretLogged
        return DriverManager.getConnection(url, environment.getProperty("db.user"), x);
    }

    void pool(HikariConfig config) {
        LOG.debug("pool of " + config.getUsername()); // OK: SecretLogged
        LOG.debug("pool " + config.getUsername() + "/" + config.getPassword()); // BUG: SecretLogged
    }

    void ask(Console console) {
        char[] answer = console.readPassword("Password: ");
        System.out.println("You typed " + new String(answer)); // BUG: SecretLogged
    }

    void settings(StoreSettings settings) {
        LOG.info("store at " + settings.getEndpoint()); // OK: SecretLogged
        LOG.info(new StringBuilder("store key ").append(settings.getSecretKey()).toString()); // BUG: SecretLogged
        LOG.info("store settings " + settings); // BUG: SecretLogged
    }

    void file(Properties p) {
        String val = p.getProperty("keystore.password", "");
        String report = """
                keystore: %s
                password: %s
                """.formatted(p.getProperty("keystore.path"), val);
        LOG.warn(report); // BUG: SecretLogged
    }

    void messages(String code) {
        LOG.info("validation failed: password.invalid"); // OK: SecretLogged
        LOG.info("error " + Codes.PASSWORD_EXPIRED + " for field " + Codes.PASSWORD_FIELD); // OK: SecretLogged
    }
}

enum Codes {
    PASSWORD_EXPIRED,
    PASSWORD_FIELD,
    TOKEN_REVOKED
}

@ConfigurationProperties("store")
class StoreSettings {
    private String endpoint;
    private String secretKey;

    public String getEndpoint() {
        return endpoint;
    }

    public void setEndpoint(String endpoint) {
        this.endpoint = endpoint;
    }

    public String getSecretKey() {
        return secretKey;
    }

    public void setSecretKey(String secretKey) {
        this.secretKey = secretKey;
    }

    @Override
    public String toString() { // BUG: SecretInToString
        return "StoreSettings{endpoint=" + endpoint + ", secretKey=" + secretKey + "}";
    }
}
