package dev.keywright.store.redis;

import dev.keywright.runtime.token.TokenRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A token's record as bytes: a version, then each part with its length. */
final class TokenForm {

    private static final int VERSION = 1;
    private static final int MOST = 10_000;

    private TokenForm() {}

    static byte[] write(TokenRecord record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            text(out, record.id());
            text(out, record.kind().name());
            text(out, record.digest());
            text(out, record.family());
            text(out, record.owner());
            out.writeInt(record.scopes().size());
            for (String scope : record.scopes()) {
                text(out, scope);
            }
            out.writeInt(record.labels().size());
            for (Map.Entry<String, String> label : record.labels().entrySet()) {
                text(out, label.getKey());
                text(out, label.getValue());
            }
            out.writeLong(record.issuedMillis());
            out.writeLong(record.expiresMillis());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a record.
     *
     * @throws IOException when the bytes are not one
     */
    static TokenRecord read(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                throw new IOException(Messages.badToken());
            }
            String id = text(in);
            TokenRecord.Kind kind = TokenRecord.Kind.valueOf(text(in));
            String digest = text(in);
            String family = text(in);
            String owner = text(in);
            Set<String> scopes = new HashSet<>();
            for (int left = count(in); left > 0; left--) {
                scopes.add(text(in));
            }
            Map<String, String> labels = new HashMap<>();
            for (int left = count(in); left > 0; left--) {
                labels.put(text(in), text(in));
            }
            return new TokenRecord(id, kind, digest, family, owner, scopes, labels, in.readLong(), in.readLong());
        } catch (IllegalArgumentException e) {
            throw new IOException(Messages.badToken());
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException(Messages.badToken());
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new IOException(Messages.badToken());
        }
        return count;
    }
}
