package dev.keywright.cli;

import dev.keywright.runtime.key.KeyEntry;
import dev.keywright.runtime.key.KeyRecord;
import dev.keywright.runtime.key.KeyStanding;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** What the command line says beside its reports. */
final class Messages {

    static final String NO_COMMAND = "Say what to do.";
    static final String NO_BASELINE_FILE =
            "--write-baseline needs a file: say --baseline FILE, or baseline = \"FILE\" in keywright.toml.";
    static final String OUTPUT_LOST = "Standard output could not be written to; what was to stand there is lost.";
    static final String NOT_READABLE = "cannot be read";
    static final String NO_COMPILER =
            "--front-end javac needs a Java runtime with a compiler (jdk.compiler); this one has none.";

    static final String MALFORMED = "Not a key: its form or its checksum is wrong.";
    static final String UNKNOWN_KEY = "The key is not in this store.";
    static final String ASK_KEY = "Key: ";
    static final String ASK_PASSWORD = "Password of the database: ";
    static final String PASSWORD_IN_URL =
            "--jdbc: a password in the URL is seen by every process of the machine; put it into " + JdbcSource.PASSWORD
                    + ".";
    static final String NO_DATABASE = "keys migrate works on a database: say --jdbc URL.";
    static final String STORE_IS_FILE = "--store names a file; for a database say --jdbc URL.";
    static final String NO_KEY_READ = "No key could be read from standard input.";

    private Messages() {}

    /** The class and its place only: a message may hold text of a scanned file. */
    static String internal(Throwable problem) {
        StackTraceElement[] trace = problem.getStackTrace();
        return "Keywright failed with " + problem.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0])
                + ". Please report it.";
    }

    static String seeHelp(String command) {
        return "See " + command + " --help.";
    }

    static String noSuchPath(Path path) {
        return path + ": there is no such file or folder.";
    }

    static String noSuchClassPathEntry(Path path) {
        return "--classpath: " + path + ": there is no such file or folder.";
    }

    static String noJavaFiles(String paths) {
        return paths + ": no Java source files.";
    }

    static String notAJavaFile(Path path) {
        return path + ": is not a Java source file.";
    }

    static String tooLarge(long megabytes) {
        return "is larger than " + megabytes + " MiB and was not analysed";
    }

    static String unreadable(String reason) {
        return "cannot be read: " + reason;
    }

    static String notAnalysed(Path path, String reason) {
        return path + ": " + reason;
    }

    static String scoreOutOfRange(int score) {
        return "--min-score is " + score + "; a score is 0 to 100.";
    }

    static String levelOutOfRange(int level, int lowest, int highest) {
        return "--java is " + level + "; levels from " + lowest + " to " + highest + " are known.";
    }

    static String cannotWrite(Path file, Exception problem) {
        return file + ": cannot be written: " + problem.getClass().getSimpleName() + '.';
    }

    static String baselineWritten(Path file, int findings) {
        return "Wrote " + findings + (findings == 1 ? " finding" : " findings") + " to " + file + '.';
    }

    static String scoreTooLow(int score, int wanted) {
        return "The score is " + score + ", under the " + wanted + " that --min-score asks for.";
    }

    static String unknownRule(String rule, Optional<String> nearest, Collection<String> known) {
        return "There is no rule '" + rule + "'"
                + nearest.map(name -> "; did you mean '" + name + "'?").orElse(".")
                + (known.isEmpty() ? "" : System.lineSeparator() + "Rules: " + String.join(", ", known));
    }

    static String noPage(String rule) {
        return "The rule " + rule + " has no page in this build.";
    }

    static String notAnAge(String text) {
        return "'" + text + "' is no time; write \"90 days\" or \"12 hours\", up to 100 years.";
    }

    static String revoked(String id) {
        return "Revoked " + id + '.';
    }

    static String revoked(int count) {
        return "Revoked " + count + (count == 1 ? " key." : " keys.");
    }

    static String added(String id) {
        return "Added " + id + '.';
    }

    static String noDriver(String kind) {
        return "--jdbc: no driver takes " + kind + ": URLs; name its jar with --driver-path.";
    }

    static String migrated(int found, int version) {
        return found == version
                ? "The tables have version " + version + " already."
                : "The tables have version " + version + " now.";
    }

    static String notShown(String id) {
        return "Key " + id + " was made and could not be shown: standard output takes nothing. Revoke it.";
    }

    static String standing(KeyStanding standing) {
        return switch (standing) {
            case VALID -> "valid";
            case REVOKED -> "revoked";
            case EXPIRED -> "expired";
            case NOT_YET_VALID -> "not yet valid";
        };
    }

    static String made(KeyRecord record) {
        return "Key " + record.id() + " of " + record.owner() + ". It is shown this once and kept nowhere:";
    }

    /** One line of a list. */
    static String key(KeyEntry entry, KeyStanding standing) {
        KeyRecord record = entry.record();
        StringBuilder line = new StringBuilder(record.id()).append("  ").append(standing(standing));
        line.append("  ").append(record.owner());
        line.append("  scopes: ")
                .append(record.scopes().isEmpty() ? "none" : String.join(" ", new TreeSet<>(record.scopes())));
        if (record.expires() != null) {
            line.append("  expires: ").append(record.expires());
        }
        if (!record.networks().isEmpty()) {
            line.append("  from: ").append(String.join(" ", record.networks()));
        }
        if (record.limits() != null) {
            line.append("  limit: ").append(record.limits());
        }
        if (entry.lastUsed() != null) {
            line.append("  last used: ").append(entry.lastUsed());
        }
        if (record.successor() != null) {
            line.append("  rotated to: ").append(record.successor());
        }
        return line.toString().replaceAll("\\p{Cntrl}", "?");
    }
}
