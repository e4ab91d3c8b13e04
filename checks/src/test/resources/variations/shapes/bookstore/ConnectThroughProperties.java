package bookstore;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

public class ConnectThroughProperties {

    private static final Logger LOGGER = Logger.getLogger(ConnectThroughProperties.class.getName());

    private Connection bad() throws SQLException {
        Properties info = new Properties();
        info.setProperty("user", "inventory");
        info.setProperty("password", "b00ks-4-all!"); // BUG: HardcodedSecret
        info.setProperty("ssl", "true");
        return DriverManager.getConnection("jdbc:postgresql://db.internal.example/stock", info);
    }

    private Connection goodSource() throws SQLException, IOException {
        Properties info = new Properties();
        try (InputStream in = ConnectThroughProperties.class.getResourceAsStream("/stock-db.properties")) {
            info.load(in);
        }
        info.setProperty("user", "inventory");
        info.setProperty("password", info.getProperty("stock.db.password")); // OK: HardcodedSecret
        return DriverManager.getConnection("jdbc:postgresql://db.internal.example/stock", info);
    }

    private void badReport() throws IOException {
        Properties info = new Properties();
        try (InputStream in = ConnectThroughProperties.class.getResourceAsStream("/stock-db.properties")) {
            info.load(in);
        }
        String secret = info.getProperty("stock.db.password");
        LOGGER.log(Level.INFO, "connecting with {0}", secret); // BUG: SecretLogged
    }

    private void goodReport() throws IOException {
        Properties info = new Properties();
        try (InputStream in = ConnectThroughProperties.class.getResourceAsStream("/stock-db.properties")) {
            info.load(in);
        }
        String host = info.getProperty("stock.db.host");
        LOGGER.log(Level.INFO, "connecting to {0}", host); // OK: SecretLogged
    }

    private String badDefault(Properties info) {
        return info.getProperty("stock.db.password", "inventory"); // BUG: DefaultSecretFallback
    }

    private String goodDefault(Properties info) {
        String password = info.getProperty("stock.db.password"); // OK: DefaultSecretFallback
        if (password == null) {
            throw new IllegalStateException("stock.db.password is not set");
        }
        return password;
    }

    public static void main(String[] args) throws Exception {
        ConnectThroughProperties test = new ConnectThroughProperties();
        test.bad().close();
        test.goodSource().close();
        test.badReport();
        test.goodReport();
        test.badDefault(new Properties());
        test.goodDefault(new Properties());
    }
}
