package dev.keywright.runtime.scheme;

import dev.keywright.runtime.digest.Digests;
import dev.keywright.runtime.fields.Bare;
import dev.keywright.runtime.fields.Dictionary;
import dev.keywright.runtime.fields.Element;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Content-Digest (RFC 9530) against a body. */
final class ContentDigest {

    private static final int MOST_CHARACTERS = 2048;
    private static final ThreadLocal<MessageDigest> SHA256 = ThreadLocal.withInitial(Digests::sha256);
    private static final ThreadLocal<MessageDigest> SHA512 = ThreadLocal.withInitial(Digests::sha512);

    private ContentDigest() {}

    /** Whether sha-256 or sha-512 is there and each of them that is there fits. Other algorithms count for nothing. */
    static boolean fits(List<String> lines, byte[] body) {
        Dictionary digests = Dictionary.parse(lines, MOST_CHARACTERS);
        if (digests == null) {
            return false;
        }
        Element sha256 = digests.get("sha-256");
        Element sha512 = digests.get("sha-512");
        return (sha256 != null || sha512 != null)
                && fits(sha256, SHA256.get(), body)
                && fits(sha512, SHA512.get(), body);
    }

    private static boolean fits(@Nullable Element member, MessageDigest algorithm, byte[] body) {
        if (member == null) {
            return true;
        }
        return member instanceof Element.Item item
                && item.value() instanceof Bare.Bytes bytes
                && MessageDigest.isEqual(bytes.value(), algorithm.digest(body));
    }
}
