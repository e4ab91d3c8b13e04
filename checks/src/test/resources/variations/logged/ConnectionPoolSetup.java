package io.acme.db;

import com.zaxxer.hikari.HikariConfig;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.log4j.MDC;

public class ConnectionPoolSetup {
    private static final Log logger = LogFactory.getLog(ConnectionPoolSetup.class);
    private final DbSettings settings;

    ConnectionPoolSetup(DbSettings settings) {
        this.settings = settings;
    }

    HikariConfig build() {
        String pwd = settings.getDbPassword();
        HikariConfig config = new HikariConfig();
        config.setPassword(pwd);
        StringBuilder sb = new StringBuilder("pool:");
        sb.append(" user=").append(settings.getUser());
        sb.append(" pwd=").append(pwd);
        logger.info(sb.toString()); // BUG: SecretLogged
        logger.info(String.format("pool for %s, password %s", settings.getUser(), mask(pwd))); // OK: SecretLogged
        MDC.put("dbPassword", pwd); // BUG: SecretLogged
        return config;
    }

    private static String mask(String s) {
        return s == null ? "" : "****";
    }
}
