package dev.keywright.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** In what the two databases differ. */
enum Dialect {
    POSTGRESQL(
            "INSERT INTO keywright_token_owner (owner) VALUES (?) ON CONFLICT DO NOTHING", " ON CONFLICT DO NOTHING"),
    H2("MERGE INTO keywright_token_owner (owner) KEY (owner) VALUES (?)", "");

    /** Makes sure that an owner has a row. */
    final String ensureOwner;
    /** Ends an insertion so that a duplicate is no error, which would end the transaction, where the database can. */
    final String orNothing;

    Dialect(String ensureOwner, String orNothing) {
        this.ensureOwner = ensureOwner;
        this.orNothing = orNothing;
    }

    /** Null for a database that is not known. */
    static @org.jspecify.annotations.Nullable Dialect of(String product) {
        return switch (product.toLowerCase(Locale.ROOT)) {
            case "postgresql" -> POSTGRESQL;
            case "h2" -> H2;
            default -> null;
        };
    }

    static String product(Connection connection) throws SQLException {
        return String.valueOf(connection.getMetaData().getDatabaseProductName());
    }

    /** Where its migration scripts are; under a name that is no package, so that no module hides them. */
    String script(int version) {
        return "/keywright-migrations/" + name().toLowerCase(Locale.ROOT) + "/V" + version + "__keywright.sql";
    }
}
