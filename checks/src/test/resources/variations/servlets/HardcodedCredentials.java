package edu.acme.cases;

import java.io.FileInputStream;
import java.net.PasswordAuthentication;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedList;
import java.util.List;
import java.util.Properties;
import java.util.Vector;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.DESKeySpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import javax.naming.Context;
import javax.naming.directory.InitialDirContext;
import javax.security.auth.kerberos.KerberosKey;
import javax.security.auth.kerberos.KerberosPrincipal;

/** Literals that reach a password's or key's place by way of containers, arrays, helpers, switches and dead branches. */
public class HardcodedCredentials {

    private static final boolean STATIC_TRUE = true;
    private static final boolean STATIC_FALSE = false;
    private static final int FIVE = 5;
    private final boolean privateTrue = true;
    private boolean flag = true;

    Connection direct() throws Exception {
        String data = "7e5tc4s3";
        return DriverManager.getConnection("data-url", "root", data); // BUG: HardcodedSecret
    }

    Connection inDeadBranch(Properties properties) throws Exception {
        String data;
        if (STATIC_FALSE) {
            data = "7e5tc4s3";
        } else {
            data = properties.getProperty("db.secret");
        }
        return DriverManager.getConnection("data-url", "root", data);
    }

    Connection inLiveBranch() throws Exception {
        String data;
        if (STATIC_TRUE) {
            data = "7e5tc4s3";
        } else {
            data = null;
        }
        return DriverManager.getConnection("data-url", "root", data); // BUG: HardcodedSecret
    }

    Connection inEitherBranch(Properties properties) throws Exception {
        String data = null;
        if (FIVE == 5) {
            data = "7e5tc4s3";
        }
        Connection connection = null;
        if (privateTrue) {
            connection = DriverManager.getConnection("data-url", "root", data); // BUG: HardcodedSecret
        }
        return connection;
    }

    Connection replaced(Properties properties) throws Exception {
        String data = "7e5tc4s3";
        data = properties.getProperty("db.secret");
        return DriverManager.getConnection("data-url", "root", data);
    }

    Connection neverTurned(Properties properties) throws Exception {
        String data = properties.getProperty("db.secret");
        while (STATIC_FALSE) {
            data = "7e5tc4s3";
            break;
        }
        return DriverManager.getConnection("data-url", "root", data);
    }

    Connection bySwitch() throws Exception {
        String data;
        switch (6) {
            case 6:
                data = "7e5tc4s3";
                break;
            default:
                data = null;
                break;
        }
        return DriverManager.getConnection("data-url", "root", data); // BUG: HardcodedSecret
    }

    Connection byLoop() throws Exception {
        String data;
        while (true) {
            data = "7e5tc4s3";
            break;
        }
        for (int i = 0; i < 1; i++) {
            return DriverManager.getConnection("data-url", "root", data); // BUG: HardcodedSecret
        }
        return null;
    }

    Connection byArray() throws Exception {
        String[] array = new String[5];
        array[2] = "7e5tc4s3";
        return fromArray(array); // BUG: HardcodedSecret
    }

    private Connection fromArray(String[] array) throws Exception {
        String data = array[2];
        return DriverManager.getConnection("data-url", "root", data);
    }

    Connection byVector() throws Exception {
        Vector<String> vector = new Vector<>(5);
        vector.add(0, "harmless");
        vector.add(1, "7e5tc4s3");
        return fromVector(vector); // BUG: HardcodedSecret
    }

    private Connection fromVector(Vector<String> vector) throws Exception {
        String data = vector.remove(1);
        return DriverManager.getConnection("data-url", "root", data);
    }

    Connection byLinkedList() throws Exception {
        LinkedList<String> list = new LinkedList<>();
        list.add(0, "7e5tc4s3");
        list.add(1, "7e5tc4s3");
        return fromList(list); // BUG: HardcodedSecret
    }

    private Connection fromList(LinkedList<String> list) throws Exception {
        String data = list.remove(1);
        return DriverManager.getConnection("data-url", "root", data);
    }

    Connection byMap() throws Exception {
        HashMap<Integer, String> map = new HashMap<>();
        map.put(0, "7e5tc4s3");
        map.put(1, "7e5tc4s3");
        return fromMap(map); // BUG: HardcodedSecret
    }

    private Connection fromMap(HashMap<Integer, String> map) throws Exception {
        String data = map.get(1);
        return DriverManager.getConnection("data-url", "root", data);
    }

    Connection byHolder() throws Exception {
        Holder holder = new Holder();
        holder.one = "7e5tc4s3";
        return fromHolder(holder);
    }

    private Connection fromHolder(Holder holder) throws Exception {
        String data = holder.one;
        return DriverManager.getConnection("data-url", "root", data); // BUG: HardcodedSecret
    }

    Connection byParameter() throws Exception {
        return open("7e5tc4s3"); // BUG: HardcodedSecret
    }

    private Connection open(String data) throws Exception {
        return DriverManager.getConnection("data-url", "root", data);
    }

    Connection byReturn() throws Exception {
        String data = source();
        return DriverManager.getConnection("data-url", "root", data); // BUG: HardcodedSecret
    }

    private String source() {
        String data;
        data = "7e5tc4s3";
        return data;
    }

    Connection byOtherClass(Sinks sinks) throws Exception {
        String data = "7e5tc4s3";
        return sinks.open(data); // BUG: HardcodedSecret
    }

    Connection byObject() throws Exception {
        Object object = "7e5tc4s3";
        return DriverManager.getConnection("data-url", "root", (String) object); // BUG: HardcodedSecret
    }

    private String dataByMember;
    private static String dataByStatic;

    Connection byMember() throws Exception {
        dataByMember = "7e5tc4s3";
        return useMember();
    }

    private Connection useMember() throws Exception {
        String data = dataByMember;
        return DriverManager.getConnection("data-url", "root", data); // BUG: HardcodedSecret
    }

    Connection byStaticMember() throws Exception {
        dataByStatic = "7e5tc4s3";
        return DriverManager.getConnection("data-url", "root", dataByStatic); // BUG: HardcodedSecret
    }

    KeyStore keyStore() throws Exception {
        KeyStore store = KeyStore.getInstance("JKS");
        char[] data = "7e5tc4s3".toCharArray();
        store.load(new FileInputStream("keys.jks"), data); // BUG: HardcodedSecret
        return store;
    }

    KeyStore keyStoreByCharacters() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        char[] data = {'s', '3', 'c', 'r', '3', 't'};
        store.load(new FileInputStream("keys.p12"), data); // BUG: HardcodedSecret
        return store;
    }

    KerberosKey kerberos() {
        String data = "7e5tc4s3";
        return new KerberosKey(new KerberosPrincipal("test"), data.toCharArray(), null); // BUG: HardcodedSecret
    }

    PasswordAuthentication proxy() {
        return new PasswordAuthentication("user", "7e5tc4s3".toCharArray()); // BUG: HardcodedSecret
    }

    SecretKeySpec keyOfLiteral() throws Exception {
        String data = "23 ~j;asn!@#/>as";
        return new SecretKeySpec(data.getBytes("UTF-8"), "AES"); // BUG: HardcodedSecret
    }

    SecretKeySpec keyOfBytes() {
        byte[] bytes = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
        return new SecretKeySpec(bytes, "AES"); // BUG: HardcodedSecret
    }

    SecretKey des() throws Exception {
        DESKeySpec spec = new DESKeySpec("8badf00d".getBytes()); // BUG: HardcodedSecret
        return SecretKeyFactory.getInstance("DES").generateSecret(spec);
    }

    PBEKeySpec derived(byte[] salt) {
        return new PBEKeySpec("7e5tc4s3".toCharArray(), salt, 65_536); // BUG: HardcodedSecret
    }

    PBEKeySpec fewRounds(char[] password, byte[] salt) {
        return new PBEKeySpec(password, salt, 20); // BUG: WeakSecretStorage
    }

    PBEKeySpec fewRoundsByVariable(char[] password, byte[] salt) {
        int rounds = 512;
        return new PBEKeySpec(password, salt, rounds); // BUG: WeakSecretStorage
    }

    void directory() throws Exception {
        Hashtable<String, String> env = new Hashtable<>();
        env.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
        env.put(Context.SECURITY_PRINCIPAL, "cn=admin");
        env.put(Context.SECURITY_CREDENTIALS, "7e5tc4s3"); // BUG: HardcodedSecret
        new InitialDirContext(env);
    }

    void directoryByNames() throws Exception {
        Properties env = new Properties();
        env.put("java.naming.security.credentials", "7e5tc4s3"); // BUG: HardcodedSecret
        new InitialDirContext(env);
    }

    Connection byProperties() throws Exception {
        Properties properties = new Properties();
        properties.put("user", "root");
        properties.put("password", "7e5tc4s3"); // BUG: HardcodedSecret
        return DriverManager.getConnection("data-url", properties);
    }

    boolean login(String user, String password) {
        return user.equals("admin") && password.equals("7e5tc4s3"); // BUG: TimingUnsafeComparison // BUG: HardcodedSecret
    }

    List<String> words() {
        List<String> words = new ArrayList<>();
        words.add("7e5tc4s3");
        return words;
    }

    /** Good twins. */
    Connection fromOutside(String data) throws Exception {
        return DriverManager.getConnection("data-url", "root", data);
    }

    Connection fromSystem() throws Exception {
        return DriverManager.getConnection("data-url", "root", System.getenv("DB_SECRET"));
    }

    KeyStore emptyStore() throws Exception {
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        return store;
    }

    static class Holder {
        String one;
    }

    static class Sinks {
        Connection open(String data) throws Exception {
            return DriverManager.getConnection("data-url", "root", data);
        }
    }
}
