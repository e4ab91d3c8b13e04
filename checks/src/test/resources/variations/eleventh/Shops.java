package eleventh;

import java.util.Random;
import java.util.StringTokenizer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keys that helpers are handed, whatever they call them. */
class Stamps {

    private static byte[] stamp(String text, String key) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(), "HmacSHA256"));
        return mac.doFinal(text.getBytes());
    }

    byte[] configured(String text) throws Exception {
        return stamp(text, System.getenv("STAMP_KEY"));
    }

    byte[] handedOn(String text, String given) throws Exception {
        return stamp(text, given);
    }

    byte[] placeholder(String text) throws Exception {
        return stamp(text, "your-key-here");
    }

    byte[] written(String text) throws Exception {
        return stamp(text, "shopkey"); // BUG: HardcodedSecret
    }

    byte[] named(String text) throws Exception {
        String apiSecret = "pV7-kk20-Zz1"; // BUG: HardcodedSecret
        return stamp(text, apiSecret);
    }
}

class Gateway {
    static String gw_HashSecret = "QKX7M2LZ0TR4WPB9VH6DYEFJ3NSUGCA8"; // BUG: HardcodedSecret
    static String hashedSecret = "QKX7M2LZ0TR4WPB9VH6DYEFJ3NSUGCA8";
    static String gw_SecretHash = "QKX7M2LZ0TR4WPB9VH6DYEFJ3NSUGCA8";
}

/** Doors that a written account opens. */
class Doors {

    boolean typeOfGrant(String user, String grant) {
        return "robot".equals(user) && "password".equals(grant);
    }

    boolean noPasswordTwice(String username, String password) {
        if ("guest".equals(username) && "guest".equals(password)) {
            throw new IllegalArgumentException("choose another");
        }
        return true;
    }

    boolean kept(String username, String password, java.util.Map<String, byte[]> hashes) {
        return "admin".equals(username) && java.security.MessageDigest.isEqual(hashes.get(username), password.getBytes());
    }

    boolean written(String pair) {
        StringTokenizer parts = new StringTokenizer(pair, ":");
        String username = parts.nextToken();
        String password = parts.nextToken();
        return "operator".equals(username) && "operator".equals(password); // BUG: HardcodedSecret
    }
}

/** What a method that sends a code draws. */
class Texts {

    private final java.util.Map<String, String> sent = new java.util.HashMap<>();

    String errorCode(int kind) {
        String code = String.valueOf(new Random().nextInt(9000));
        return kind + code;
    }

    void sendPostcard(String to) {
        String code = String.valueOf(new Random().nextInt(9000));
        sent.put(to, code);
    }

    void sendVerificationCode(String phone) {
        String code = String.valueOf(100000 + new Random().nextInt(900000)); // BUG: WeakSecretRandom
        sent.put(phone, code);
    }
}
