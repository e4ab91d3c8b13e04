package dev.keywright.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The connections of one command: a driver of the jar, or one that the user names. */
final class JdbcSource implements DataSource, AutoCloseable {

    static final String USER = "KEYWRIGHT_JDBC_USER";
    static final String PASSWORD = "KEYWRIGHT_JDBC_PASSWORD";

    /** In a query, a list of settings, or before the host. */
    private static final Pattern HOLDS_PASSWORD =
            Pattern.compile("(?i)([?&;:](ssl)?(password|passwd|pwd|passphrase)\\s*=)|(//[^/@]*:[^/@]*@)");

    private final Driver driver;
    private final String url;
    private final Properties login;
    private final @Nullable URLClassLoader loader;

    private JdbcSource(Driver driver, String url, Properties login, @Nullable URLClassLoader loader) {
        this.driver = driver;
        this.url = url;
        this.login = login;
        this.loader = loader;
    }

    /** Finds the driver and the password; connects to nothing yet. */
    static JdbcSource of(String url, List<Path> jars) throws UsageException {
        if (HOLDS_PASSWORD.matcher(url).find()) {
            throw new UsageException(Messages.PASSWORD_IN_URL);
        }
        URLClassLoader loader = jars.isEmpty() ? null : loader(jars);
        ClassLoader where = loader == null ? JdbcSource.class.getClassLoader() : loader;
        for (Driver driver : ServiceLoader.load(Driver.class, where)) {
            if (accepts(driver, url)) {
                return new JdbcSource(driver, url, login(), loader);
            }
        }
        throw new UsageException(Messages.noDriver(url.replaceFirst("^(jdbc:[a-z0-9]{0,20}):.*", "$1")));
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException e) {
            return false;
        }
    }

    private static URLClassLoader loader(List<Path> jars) throws UsageException {
        URL[] urls = new URL[jars.size()];
        for (int i = 0; i < urls.length; i++) {
            Path jar = jars.get(i);
            if (!Files.isReadable(jar)) {
                throw new UsageException(Messages.notAnalysed(jar, Messages.NOT_READABLE));
            }
            try {
                urls[i] = jar.toUri().toURL();
            } catch (MalformedURLException e) {
                throw new UsageException(Messages.notAnalysed(jar, Messages.NOT_READABLE));
            }
        }
        return new URLClassLoader(urls, JdbcSource.class.getClassLoader());
    }

    private static Properties login() {
        Properties login = new Properties();
        String user = System.getenv(USER);
        if (user != null) {
            login.setProperty("user", user);
        }
        String password = System.getenv(PASSWORD);
        Console console = password == null && Terminal.isInteractive() ? System.console() : null;
        if (console != null) {
            char[] typed = console.readPassword(Messages.ASK_PASSWORD);
            password = typed == null ? "" : new String(typed);
        }
        if (password != null) {
            login.setProperty("password", password);
        }
        return login;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = driver.connect(url, login);
        if (connection == null) {
            throw new SQLException("The driver does not take this URL.", "08001");
        }
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // Drivers that log say too much.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // The driver's own.
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }

    /** Without what the URL may hold. */
    @Override
    public String toString() {
        return "JdbcSource";
    }

    @Override
    public void close() {
        if (loader != null) {
            try {
                loader.close();
            } catch (IOException e) {
                return; // the process ends anyway
            }
        }
    }
}
