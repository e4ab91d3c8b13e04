package dev.keywright.store.jdbc;

import java.sql.SQLException;

/** Every sentence that this module shows. None repeats a value that was sent to the database, or what a driver says: drivers quote. */
final class Messages {

    private Messages() {}

    static String busy() {
        return "The key database is not asked, since too many questions to it are open.";
    }

    static String resting() {
        return "The key database is not asked, since it did not answer a moment ago.";
    }

    /** With the SQLSTATE alone, and what its class stands for. */
    static String failed(SQLException problem) {
        String state = state(problem);
        String what = switch (state.substring(0, 2)) {
            case "08" -> "cannot be reached";
            case "28" -> "refuses the user or the password";
            case "3D" -> "is not there";
            case "42" -> "lacks a table, a column or a right";
            case "53", "57", "58" -> "is shutting down, overloaded or slow";
            default -> "does not answer as it should";
        };
        return "The key database " + what + " (SQLSTATE " + state + ").";
    }

    private static String state(SQLException problem) {
        String state = problem.getSQLState();
        return state != null && state.matches("[0-9A-Z]{5}") ? state : "unknown";
    }

    static String badRow(String id) {
        return "The key database holds a record that is none: '" + cut(id) + "'.";
    }

    static String unknownProduct(String product) {
        return "The key database is a " + cut(product) + "; PostgreSQL and H2 are known.";
    }

    static String noSchema() {
        return "The key database has no Keywright tables; run the migration scripts, or JdbcSchema.migrate, or keys migrate.";
    }

    static String oldSchema(int found, int needed) {
        return "Keywright's tables in the key database have version " + found + ", and this version of Keywright needs "
                + needed + "; run the migration scripts.";
    }

    static String newSchema(int found, int known) {
        return "Keywright's tables in the key database have version " + found
                + ", and this version of Keywright knows them up to " + known
                + "; it will not guess. Take a newer version.";
    }

    static String interrupted() {
        return "Waiting for the tables of the key database was interrupted.";
    }

    static String missingScript(String name) {
        return "The migration script " + name + " is not in this jar.";
    }

    static String badSetting(String what) {
        return what + " is out of range.";
    }

    static String duplicate(String id) {
        return "There is a key with the id '" + cut(id) + "', or with its digest, already.";
    }

    static String unknownId(String id) {
        return "There is no key '" + cut(id) + "'.";
    }

    static String knownToken() {
        return "A token with this id is kept already.";
    }

    static String notCleaned(String why) {
        return "Expired tokens stay in the database for now: " + why;
    }

    static String notOneFamily() {
        return "Tokens that are kept together are of one owner and one family.";
    }

    private static String cut(String id) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < Math.min(id.length(), 32); i++) {
            char c = id.charAt(i);
            safe.append(c >= ' ' && c < 127 ? c : '?');
        }
        return safe.toString();
    }
}
