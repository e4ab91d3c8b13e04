package tenth;

import java.security.KeyStore;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import javax.crypto.spec.SecretKeySpec;

class MadeHere {

    interface Material {
        byte[] bytes();
    }

    static final class Fixed implements Material {
        @Override
        public byte[] bytes() {
            return "k3yF0rEverybody!".getBytes();
        }
    }

    static final class Vault implements Material {
        @Override
        public byte[] bytes() {
            return System.getenv("APP_KEY").getBytes();
        }
    }

    SecretKeySpec fixed() {
        Material material = new Fixed();
        return new SecretKeySpec(material.bytes(), "AES"); // BUG: HardcodedSecret
    }

    SecretKeySpec kept() {
        Material material = new Vault();
        return new SecretKeySpec(material.bytes(), "AES");
    }

    SecretKeySpec atOnce() {
        return new SecretKeySpec(new Vault().bytes(), "AES");
    }

    SecretKeySpec either(boolean test) {
        Material material = new Vault();
        if (test) {
            material = new Fixed();
        }
        return new SecretKeySpec(material.bytes(), "AES"); // BUG: HardcodedSecret
    }

    KeyStore.ProtectionParameter number() {
        return new KeyStore.PasswordProtection(String.valueOf(847215).toCharArray()); // BUG: HardcodedSecret
    }

    Mac replaced(byte[] key) throws Exception {
        String algorithm = "hmacsha256";
        algorithm = algorithm.replace("256", "1");
        return Mac.getInstance(algorithm); // BUG: WeakMac
    }

    Mac mended(byte[] key) throws Exception {
        return Mac.getInstance("HmacMD5".replace("MD5", "SHA256"));
    }

    Mac cut(byte[] key) throws Exception {
        return Mac.getInstance("HmacMD5, once".substring(0, 7)); // BUG: WeakMac
    }

    Mac cutWell(byte[] key) throws Exception {
        return Mac.getInstance("HmacSHA512/HmacMD5".substring(0, 10));
    }

    byte[] shortened(Mac mac, byte[] body) {
        byte[] tag = new byte[4];
        System.arraycopy(mac.doFinal(body), 0, tag, 0, 4); // BUG: WeakMac
        return tag;
    }

    byte[] halved(Mac mac, byte[] body) {
        byte[] tag = new byte[16];
        System.arraycopy(mac.doFinal(body), 0, tag, 0, 16);
        return tag;
    }

    byte[] oneTime(Mac mac, byte[] body) {
        byte[] hash = mac.doFinal(body);
        byte[] number = new byte[4];
        System.arraycopy(hash, hash[hash.length - 1] & 0xf, number, 0, 4);
        return number;
    }

    void rounds(byte[] salt, char[] password) {
        new PBEParameterSpec(salt, 20); // BUG: WeakSecretStorage
        new PBEParameterSpec(salt, 310_000);
    }
}

class Policy {

    void check(String password) {
        if (password.equals("password1") || password.equals("12345678")) {
            throw new IllegalArgumentException("too common");
        }
    }

    boolean isAllowed(String password) {
        if (password.length() > 8 && password.equalsIgnoreCase("letmein99")) {
            return false;
        }
        return true;
    }

    boolean opens(String password) {
        if (password.equals("letmein99")) { // BUG: TimingUnsafeComparison // BUG: HardcodedSecret
            return true;
        }
        return false;
    }

    void opensElse(String password) {
        if (!password.equals("letmein99")) { // BUG: TimingUnsafeComparison // BUG: HardcodedSecret
            throw new SecurityException("no");
        }
    }
}
