package net.acme.seventh;

import java.security.MessageDigest;
import java.util.Arrays;

/** Methods that are named for looking at passwords, and name nothing else that is one. */
class Coders {

    private final Coder coder = new Coder();

    boolean isPassValid(String kept, String rawPass) {
        return MessageDigest.isEqual(kept.getBytes(), coder.make(rawPass, null).getBytes());
    }

    boolean isPassAllowed(String rawPass, String pattern) {
        return rawPass.equals(pattern);
    }

    boolean checkPassLength(String rawPass, int wanted) {
        String size = String.valueOf(rawPass.length());
        return size.equals("" + wanted);
    }

    boolean isPasswordValid(String encPass, String rawPass, Object salt) {
        String one = "" + encPass;
        String other = coder.make(rawPass, salt);
        return one.equals(other); // BUG: TimingUnsafeComparison
    }

    boolean matchPass(String row, String plain) {
        int from = row.indexOf('}') + 1;
        String made = coder.make(plain, null).substring(from);
        return made.equals(row.substring(from)); // BUG: TimingUnsafeComparison
    }

    static boolean verifyProof(byte[] proof, byte[] storedKey, byte[] text) {
        byte[] clientKey = Bits.xor(Bits.seal(storedKey, text), proof);
        return Arrays.equals(storedKey, Bits.hash(clientKey)); // BUG: TimingUnsafeComparison
    }

    /** A key of a map, and what it is stored under. */
    static boolean verifyPlace(String storedKey, String path) {
        return storedKey.equals(Bits.place(path));
    }
}

/** A hash of one's own: of two texts one is typed and the other kept. */
class Ciphering {

    boolean checkPassword(String provided, String real) {
        if (provided == null || real == null) {
            return provided == real;
        }
        String made = encryptText(provided);
        return real.equalsIgnoreCase(made); // BUG: TimingUnsafeComparison
    }

    boolean checkPasswordLanguage(String provided, java.util.Locale wanted) {
        return encryptText(provided).equals(wanted.toString());
    }

    /** Which algorithm a token is signed with. */
    void sign(String algoJwt) {
        if (!algoJwt.equals(supported())) {
            throw new IllegalArgumentException(algoJwt);
        }
    }

    private String supported() {
        return System.getProperty("algo");
    }

    private String encryptText(String text) {
        return Bits.of(text);
    }
}
