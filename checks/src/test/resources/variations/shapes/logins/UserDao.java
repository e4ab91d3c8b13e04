package logins;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

public interface UserDao {

    User findByName(String name);

    final class User {
        private final String name;
        private final String passwordHash;

        User(String name, String passwordHash) {
            this.name = name;
            this.passwordHash = passwordHash;
        }

        public String getName() {
            return name;
        }

        public String getPasswordHash() {
            return passwordHash;
        }
    }

    static boolean plain(Connection connection, String name, String password) throws SQLException {
        String sql = "SELECT 1 FROM users WHERE name = ? AND password = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            statement.setString(2, password); // BUG: WeakSecretStorage
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    static void save(Connection connection, String name, String passwordHash) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE users SET password_hash = ? WHERE name = ?")) {
            statement.setString(1, passwordHash); // OK: WeakSecretStorage
            statement.setString(2, name);
            statement.executeUpdate();
        }
    }
}
