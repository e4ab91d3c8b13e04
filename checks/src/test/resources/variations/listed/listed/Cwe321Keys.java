package listed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

public class Cwe321Keys {
    private static final byte[] RAW = {1, 9, 9, 4, 1, 2, 0, 5, 7, 7, 3, 1, 8, 2, 6, 4};

    interface Source {
        String value();
    }

    static class Fixed implements Source {
        public String value() {
            return "sixteen-byte-key";
        }
    }

    Cipher bad1() throws Exception {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(RAW, "AES")); // BUG: HardcodedSecret
        return cipher;
    }

    SecretKeySpec bad2() {
        Source source = new Fixed();
        return new SecretKeySpec(source.value().getBytes(), "AES"); // BUG: HardcodedSecret
    }

    SecretKeySpec bad3() {
        Map<Integer, String> map = new HashMap<>();
        map.put(2, "another-16-bytes");
        return new SecretKeySpec(map.get(2).getBytes(StandardCharsets.UTF_8), "AES"); // BUG: HardcodedSecret
    }

    SecretKeySpec bad4() {
        Supplier<byte[]> supplier = () -> "lambda-made-key-".getBytes();
        return new SecretKeySpec(supplier.get(), "AES"); // BUG: HardcodedSecret
    }

    SecretKeySpec bad5() {
        byte[] key = new byte[16];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (i * 3);
        }
        return new SecretKeySpec(key, "AES"); // BUG: HardcodedSecret
    }

    PBEKeySpec bad6(byte[] salt) {
        char[] phrase = "long passphrase in the code".toCharArray();
        return new PBEKeySpec(phrase, salt, 600_000); // BUG: HardcodedSecret
    }

    Mac bad7() throws Exception {
        String part = "web";
        part += "hook";
        part = part.concat("-key-2019-AbC");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(part.getBytes(), "HmacSHA256")); // BUG: HardcodedSecret
        return mac;
    }

    SecretKeySpec bad8() {
        List<String> list = new ArrayList<>();
        list.add("list-of-keys-000");
        String found = null;
        for (String s : list) {
            found = s;
        }
        return new SecretKeySpec(found.getBytes(), "AES"); // BUG: HardcodedSecret
    }

    SecretKey good1() throws Exception {
        KeyGenerator generator = KeyGenerator.getInstance("AES");
        generator.init(256);
        return generator.generateKey(); // OK: HardcodedSecret
    }

    SecretKeySpec good2() {
        Map<Integer, String> map = new HashMap<>();
        map.put(1, "label");
        map.put(2, System.getenv("AES_KEY"));
        return new SecretKeySpec(map.get(2).getBytes(StandardCharsets.UTF_8), "AES"); // OK: HardcodedSecret
    }

    SecretKeySpec good3(java.nio.file.Path path) throws Exception {
        return new SecretKeySpec(java.nio.file.Files.readAllBytes(path), "AES"); // OK: HardcodedSecret
    }

    SecretKeySpec good4() {
        byte[] key = new byte[32];
        new java.security.SecureRandom().nextBytes(key);
        return new SecretKeySpec(key, "AES"); // OK: HardcodedSecret
    }
}
