package eleventh;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.Map;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/** The hash of what was typed beside a column of a table, whatever the variables are called. */
final class Doorkeeper {

    private final MessageDigest hasher;
    private final Connection connection;

    Doorkeeper(MessageDigest hasher, Connection connection) {
        this.hasher = hasher;
        this.connection = connection;
    }

    boolean lets(String who, byte[] password) throws Exception {
        PreparedStatement asked = connection.prepareStatement("select p from people where n = ?");
        asked.setString(1, who);
        ResultSet line = asked.executeQuery();
        if (!line.next()) {
            return false;
        }
        String there = line.getString(1);
        hasher.update(password);
        String here = new String(Hex.encodeHex(hasher.digest())); // BUG: WeakSecretStorage
        return there.equals(here); // BUG: TimingUnsafeComparison
    }

    boolean isSameFile(ResultSet line, byte[] content) throws Exception {
        String here = DigestUtils.sha256Hex(content);
        return line.getString(1).equals(here); // OK: TimingUnsafeComparison
    }
}

/** What a client answers to a challenge, made anew from the password that is kept. */
final class Answers {

    boolean isPasswordRight(Person person, byte[] answer) {
        return Arrays.equals(scrambled(person.getPassword()), answer); // BUG: TimingUnsafeComparison
    }

    private byte[] scrambled(String password) {
        return DigestUtils.sha256(DigestUtils.sha256(password)); // BUG: WeakSecretStorage
    }

    boolean isPageRight(Person person, byte[] answer) {
        return Arrays.equals(page(person.getName()), answer); // OK: TimingUnsafeComparison
    }

    private byte[] page(String name) {
        return DigestUtils.sha256(name);
    }
}

/** A module that was told a name and a password by callbacks, and looks the user up. */
final class Module {

    private Map<String, Person> people;
    private Person person;
    private String name;
    private char[] password;

    boolean login() {
        person = people.get(name);
        return person != null && new String(password).equals(person.getPassword()); // BUG: TimingUnsafeComparison
    }

    boolean isNamed() {
        return name.equals(person.getName()); // OK: TimingUnsafeComparison
    }
}

/** Compares with another of its kind as values do, and with a text as a log-in does. */
final class KeptPassword {

    private final String kept;

    KeptPassword(String kept) {
        this.kept = kept;
    }

    @Override
    public boolean equals(Object other) {
        if (other instanceof KeptPassword same) {
            return kept.equals(same.kept); // OK: TimingUnsafeComparison
        }
        if (other instanceof String) {
            return hashed((String) other).equals(kept); // BUG: TimingUnsafeComparison
        }
        return false;
    }

    private static String hashed(String password) {
        return DigestUtils.sha256Hex(password); // BUG: WeakSecretStorage
    }
}
