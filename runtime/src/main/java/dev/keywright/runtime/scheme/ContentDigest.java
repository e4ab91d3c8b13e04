package dev.keywright.runtime.scheme;

import dev.keywright.runtime.digest.Digests;
import dev.keywright.runtime.digest.Reused;
import dev.keywright.runtime.fields.Bare;
import dev.keywright.runtime.fields.Dictionary;
import dev.keywright.runtime.fields.Element;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Content-Digest (RFC 9530) against a body. */
final class ContentDigest {

    private static final int MOST_CHARACTERS = 2048;
    private static final Reused<MessageDigest> SHA256 = new Reused<>(Digests::sha256);
    private static final Reused<MessageDigest> SHA512 = new Reused<>(Digests::sha512);

    private ContentDigest() {}

    /** Whether sha-256 or sha-512 is there and each of them that is there fits. Other algorithms count for nothing. */
    static boolean fits(List<String> lines, byte[] body) {
        Dictionary digests = Dictionary.parse(lines, MOST_CHARACTERS);
        if (digests == null) {
            return false;
        }
        Element sha256 = digests.get("sha-256");
        Element sha512 = digests.get("sha-512");
        return (sha256 != null || sha512 != null) && fits(sha256, SHA256, body) && fits(sha512, SHA512, body);
    }

    private static boolean fits(@Nullable Element member, Reused<MessageDigest> algorithms, byte[] body) {
        if (member == null) {
            return true;
        }
        if (!(member instanceof Element.Item item && item.value() instanceof Bare.Bytes bytes)) {
            return false;
        }
        MessageDigest algorithm = algorithms.take();
        byte[] digest = algorithm.digest(body);
        algorithms.giveBack(algorithm);
        return MessageDigest.isEqual(bytes.value(), digest);
    }
}
