package edu.example.apis;

import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.Base64;
import java.util.Hashtable;
import java.util.Properties;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.DESKeySpec;
import javax.crypto.spec.DESedeKeySpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.directory.InitialDirContext;
import javax.net.ssl.KeyManagerFactory;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.kerberos.KerberosKey;
import javax.security.auth.kerberos.KerberosPrincipal;
import javax.security.auth.login.LoginException;
import javax.sql.DataSource;

/** Literals handed to what takes a password or a key; the good ones come from outside. */
public class LiteralSecrets {

    private static final byte[] KEY_BYTES = {11, 22, 33, 44, 55, 66, 77, 88, 12, 23, 34, 45, 56, 67, 78, 89};
    private static final String PHRASE = "correcthorsebattery";
    private static final char[] LETTERS = {'s', 'e', 's', 'a', 'm', 'e'};

    void keyStore(InputStream in) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(in, "changeit".toCharArray()); // BUG: HardcodedSecret
    }

    void keyStoreGood(InputStream in) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(in, System.console().readPassword()); // OK: HardcodedSecret
        store.load(null, null); // OK: HardcodedSecret
    }

    Key entry(KeyStore store) throws Exception {
        return store.getKey("server", "hunter2".toCharArray()); // BUG: HardcodedSecret
    }

    Key entryGood(KeyStore store) throws Exception {
        return store.getKey("server", System.getenv("STORE_PW").toCharArray()); // OK: HardcodedSecret
    }

    void stored(KeyStore store) throws Exception {
        store.store(new FileOutputStream("out.p12"), PHRASE.toCharArray()); // BUG: HardcodedSecret
    }

    void protectedEntry(KeyStore store) throws Exception {
        store.getEntry("server", new KeyStore.PasswordProtection(LETTERS)); // BUG: HardcodedSecret
    }

    void managers(KeyStore store) throws Exception {
        KeyManagerFactory factory = KeyManagerFactory.getInstance("SunX509");
        factory.init(store, "hunter2".toCharArray()); // BUG: HardcodedSecret
    }

    void managersGood(KeyStore store, char[] given) throws Exception {
        KeyManagerFactory factory = KeyManagerFactory.getInstance("SunX509");
        factory.init(store, given); // OK: HardcodedSecret
    }

    void aes() throws Exception {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        SecretKeySpec key = new SecretKeySpec(KEY_BYTES, "AES"); // BUG: HardcodedSecret
        cipher.init(Cipher.ENCRYPT_MODE, key);
    }

    void aesGood(byte[] given) throws Exception {
        SecretKeySpec key = new SecretKeySpec(given, "AES"); // OK: HardcodedSecret
        Cipher.getInstance("AES/GCM/NoPadding").init(Cipher.ENCRYPT_MODE, key);
    }

    void inline() {
        new SecretKeySpec(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}, "AES"); // BUG: HardcodedSecret
    }

    void zeros() {
        byte[] bytes = new byte[16];
        new SecretKeySpec(bytes, "AES"); // BUG: HardcodedSecret
    }

    void filled(java.security.SecureRandom random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        new SecretKeySpec(bytes, "AES"); // OK: HardcodedSecret
    }

    void decoded() {
        byte[] bytes = Base64.getDecoder().decode("c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0");
        new SecretKeySpec(bytes, "HmacSHA256"); // BUG: HardcodedSecret
    }

    void byByte() {
        byte[] bytes = new byte[16];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 7);
        }
        new SecretKeySpec(bytes, "AES"); // BUG: HardcodedSecret
    }

    void repeated() {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) 0x5a);
        new SecretKeySpec(bytes, "AES"); // BUG: HardcodedSecret
    }

    void ranged() {
        byte[] all = PHRASE.getBytes(StandardCharsets.UTF_8);
        new SecretKeySpec(Arrays.copyOfRange(all, 0, 16), "AES"); // BUG: HardcodedSecret
        new SecretKeySpec(all, 0, 16, "AES"); // BUG: HardcodedSecret
    }

    void des() throws Exception {
        new DESKeySpec("8bytes!!".getBytes(StandardCharsets.US_ASCII)); // BUG: HardcodedSecret
        new DESedeKeySpec("8bytes!!8bytes!!8bytes!!".getBytes(StandardCharsets.US_ASCII)); // BUG: HardcodedSecret
    }

    SecretKey derived(byte[] salt) throws Exception {
        PBEKeySpec spec = new PBEKeySpec("monkey".toCharArray(), salt, 310_000, 256); // BUG: HardcodedSecret
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec);
    }

    SecretKey derivedGood(char[] typed, byte[] salt) throws Exception {
        PBEKeySpec spec = new PBEKeySpec(typed, salt, 310_000, 256); // OK: HardcodedSecret
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec);
    }

    void callback(PasswordCallback callback) {
        callback.setPassword("opensesame".toCharArray()); // BUG: HardcodedSecret
    }

    void callbackGood(PasswordCallback callback) {
        callback.setPassword(System.console().readPassword()); // OK: HardcodedSecret
    }

    void authenticator() {
        Authenticator.setDefault(new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication("proxy", "pr0xyPw".toCharArray()); // BUG: HardcodedSecret
            }
        });
    }

    void authenticatorGood() {
        Authenticator.setDefault(new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication("proxy", System.console().readPassword()); // OK: HardcodedSecret
            }
        });
    }

    void directory() throws Exception {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(Context.SECURITY_PRINCIPAL, "cn=admin");
        environment.put(Context.SECURITY_CREDENTIALS, "ldapAdmin"); // BUG: HardcodedSecret
        new InitialDirContext(environment);
    }

    void directoryGood() throws Exception {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(Context.SECURITY_PRINCIPAL, "cn=admin");
        environment.put(Context.SECURITY_CREDENTIALS, System.getenv("LDAP_PW")); // OK: HardcodedSecret
        new InitialDirContext(environment);
    }

    Connection byProperties() throws Exception {
        Properties info = new Properties();
        info.setProperty("user", "root");
        info.setProperty("password", "r00tPass"); // BUG: HardcodedSecret
        return DriverManager.getConnection("jdbc:postgresql://db/shop", info);
    }

    Connection byUrl() throws Exception {
        return DriverManager.getConnection("jdbc:mysql://db/shop?user=root&password=r00tPass"); // BUG: HardcodedSecret
    }

    Connection emptyPassword() throws Exception {
        return DriverManager.getConnection("jdbc:h2:mem:x", "sa", ""); // OK: HardcodedSecret
    }

    Connection pooled(DataSource source) throws Exception {
        return source.getConnection("app", "app-Pass-1"); // BUG: HardcodedSecret
    }

    Connection pooledGood(DataSource source, Properties settings) throws Exception {
        return source.getConnection("app", settings.getProperty("db.password")); // OK: HardcodedSecret
    }

    boolean logIn(String user, String password) {
        if ("letmein99".equals(password)) { // BUG: HardcodedSecret // BUG: TimingUnsafeComparison
            return true;
        }
        return user.equals("admin") && password.compareTo("Adm1nistrator") == 0; // BUG: HardcodedSecret // BUG: TimingUnsafeComparison
    }

    boolean logInArray(char[] password) {
        char[] expected = {'t', 'o', 'p', 's', 'e', 'c'};
        return Arrays.equals(password, expected); // BUG: HardcodedSecret
    }

    boolean logInGood(String password) {
        return !password.equals("") && !"null".equals(password); // OK: HardcodedSecret
    }

    void basic(URL url) throws Exception {
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        String pair = "deploy:dep10yPw";
        String header = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        connection.setRequestProperty("Authorization", header); // BUG: HardcodedSecret
    }

    void bearer(URL url) throws Exception {
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        connection.setRequestProperty("Authorization", "Bearer 9f8e7d6c5b4a39281706f5e4d3c2b1a0"); // BUG: HardcodedSecret
    }

    void bearerGood(URL url, String accessToken) throws Exception {
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + accessToken); // OK: HardcodedSecret
        connection.setRequestProperty("Accept", "application/json"); // OK: HardcodedSecret
    }

    void mailed(Session session) throws Exception {
        Transport transport = session.getTransport("smtp");
        transport.connect("mail.example.org", "robot", "m4ilRobot"); // BUG: HardcodedSecret
    }

    void mac() throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("thisIsTheSharedKeyOfAllOurHooks".getBytes(StandardCharsets.UTF_8), "HmacSHA256")); // BUG: HardcodedSecret
    }

    void salted(char[] password) {
        new PBEKeySpec(password, "NaCl".getBytes(StandardCharsets.UTF_8), 310_000, 256); // BUG: WeakSecretStorage
        new PBEParameterSpec(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, 1000); // OK: HardcodedSecret // BUG: WeakSecretStorage
    }

    void privateKeyText() {
        String pem = "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA3Tz2mr7SZiAMfQyuvBjM9Oi\n-----END RSA PRIVATE KEY-----"; // BUG: HardcodedSecret
        System.setProperty("pem", pem);
    }

    void systemProperties() {
        System.setProperty("javax.net.ssl.keyStorePassword", "changeit"); // BUG: HardcodedSecret
        System.setProperty("javax.net.ssl.trustStore", "trust.jks"); // OK: HardcodedSecret
    }
}
