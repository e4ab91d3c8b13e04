package keys;

import java.io.FileInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.DESKeySpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import javax.crypto.spec.SecretKeySpec;

public class MisusedKeys {
    private static final String DEFAULT = "defaultkey";
    private static char[] staticPassword;
    private static char[] copied;
    private final byte[] fixed = "Pass1234".getBytes();

    public void bad1() throws Exception {
        String type = "PKCS12";
        KeyStore store = KeyStore.getInstance(type);
        String phrase = DEFAULT;
        try (InputStream in = new FileInputStream("keys.p12")) {
            store.load(in, phrase.toCharArray()); // BUG: HardcodedSecret
        }
    }

    private void first() {
        staticPassword = DEFAULT.toCharArray();
        copied = staticPassword;
    }

    private void second() throws Exception {
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(new FileInputStream("keys.jks"), copied); // BUG: HardcodedSecret
    }

    public static void main(String[] args) throws Exception {
        MisusedKeys keys = new MisusedKeys();
        keys.first();
        keys.second();
        keys.level1("saltsalt", 20);
    }

    void level1(String salt, int count) throws Exception {
        level2(salt.getBytes(), count);
    }

    private void level2(byte[] salt, int count) throws Exception {
        PBEKeySpec spec = new PBEKeySpec(readPassword(), salt, count, 128); // BUG: WeakSecretStorage
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec);
    }

    private char[] readPassword() {
        return System.console().readPassword();
    }

    public SecretKeySpec bad3() {
        byte[] padded = Arrays.copyOf(fixed, 16);
        return new SecretKeySpec(padded, "AES"); // BUG: HardcodedSecret
    }

    public SecretKeySpec bad4() {
        String key = new String(Base64.getDecoder().decode("c2l4dGVlbi1ieXRlLWtleQ=="), StandardCharsets.UTF_8);
        return new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "AES"); // BUG: HardcodedSecret
    }

    public DESKeySpec bad5(String unused) throws Exception {
        return new DESKeySpec(("12" + "345678").getBytes()); // BUG: HardcodedSecret
    }

    public SecretKey bad6() throws Exception {
        return wrap(new Holder("holder-of-key-16").get()); // BUG: HardcodedSecret
    }

    private SecretKey wrap(byte[] material) {
        return new SecretKeySpec(material, "AES");
    }

    static class Holder {
        private final String value;

        Holder(String value) {
            this.value = value;
        }

        byte[] get() {
            return value.getBytes();
        }
    }

    public byte[] bad7() {
        SecureRandom random = new SecureRandom();
        random = new SecureRandom(new byte[] {1, 2, 3, 4}); // BUG: WeakSecretRandom
        byte[] key = new byte[16];
        random.nextBytes(key);
        return key;
    }

    public byte[] bad8() throws Exception {
        SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
        random.setSeed("seed".getBytes()); // BUG: WeakSecretRandom
        byte[] iv = new byte[16];
        byte[] secretKey = new byte[32];
        random.nextBytes(secretKey);
        return secretKey;
    }

    public PBEKeySpec bad9(char[] password) {
        byte[] salt = {1, 2, 3, 4, 5, 6, 7, 8};
        return new PBEKeySpec(password, salt, 310_000, 256); // BUG: WeakSecretStorage
    }

    public KeyStore.PasswordProtection bad10() {
        return new KeyStore.PasswordProtection("entry-pw-77".toCharArray()); // BUG: HardcodedSecret
    }

    public void good1(char[] password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = new FileInputStream("keys.p12")) {
            store.load(in, password); // OK: HardcodedSecret
        }
    }

    public SecretKeySpec good2(KeyStore store, char[] password) throws Exception {
        return new SecretKeySpec(store.getKey("mac", password).getEncoded(), "HmacSHA256"); // OK: HardcodedSecret
    }

    public byte[] good3() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key); // OK: WeakSecretRandom
        return key;
    }

    public PBEKeySpec good4(char[] password, int given) {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        int count = 210_000;
        return new PBEKeySpec(password, salt, count, 256); // OK: WeakSecretStorage
    }

    public void good5() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null); // OK: HardcodedSecret
    }

    public SecretKeySpec good6() {
        return new SecretKeySpec(Base64.getDecoder().decode(System.getenv("KEY_BASE64")), "AES"); // OK: HardcodedSecret
    }
}
