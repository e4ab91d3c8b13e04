package net.acme.seal;

/** A decoder of the project's own, whose loops nobody follows. */
final class OwnCodec {

    private OwnCodec() {}

    static byte[] decode(String text) {
        byte[] out = new byte[text.length() / 2];
        for (int i = 0; i < out.length; i++) {
            int high = Character.digit(text.charAt(2 * i), 16);
            int low = Character.digit(text.charAt(2 * i + 1), 16);
            out[i] = (byte) (high << 4 | low);
        }
        return out;
    }
}
