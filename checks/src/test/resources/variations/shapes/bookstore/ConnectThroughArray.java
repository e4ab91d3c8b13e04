package bookstore;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The same connection, opened with a password from several places. */
public class ConnectThroughArray {

    private static final String URL = "jdbc:postgresql://db.internal.example/books";

    public Connection bad() throws SQLException {
        String[] parts = new String[3];
        parts[0] = "reporting";
        parts[1] = "Wint3r-is-c0ming";
        parts[2] = "unused";
        return DriverManager.getConnection(URL, parts[0], parts[1]); // BUG: HardcodedSecret
    }

    public Connection goodSource() throws SQLException {
        String[] parts = new String[3];
        parts[0] = "reporting";
        parts[1] = System.getenv("REPORTING_DB_PASSWORD");
        parts[2] = "unused";
        return DriverManager.getConnection(URL, parts[0], parts[1]); // OK: HardcodedSecret
    }

    public void goodSink() {
        String[] parts = new String[3];
        parts[0] = "reporting";
        parts[1] = "Wint3r-is-c0ming";
        System.out.println(parts[0]); // OK: SecretLogged
    }
}
