package dev.keywright.runtime.account;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Finds a field of a form (application/x-www-form-urlencoded) that stands exactly once in body and query together. */
final class FormAccount {

    private final String field;
    private @Nullable String found;
    private boolean wrong;

    private FormAccount(String field) {
        this.field = field;
    }

    static @Nullable String find(String field, byte[] body, @Nullable String query) throws CharacterCodingException {
        FormAccount search = new FormAccount(field);
        search.body(StandardCharsets.US_ASCII
                .newDecoder()
                .decode(ByteBuffer.wrap(body))
                .toString());
        if (query != null) {
            search.query(query);
        }
        return search.wrong ? null : search.found;
    }

    private void body(String text) {
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (isField(equals < 0 ? pair : pair.substring(0, equals))) {
                wrong |= found != null || equals < 0;
                found = decode(pair.substring(equals + 1));
            }
        }
    }

    /** Servlets hand out fields of the query before those of the body. */
    private void query(String text) {
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            wrong |= isField(equals < 0 ? pair : pair.substring(0, equals));
        }
    }

    private boolean isField(String rawName) {
        String name = decode(rawName);
        if (name == null || !name.equalsIgnoreCase(field)) {
            return false;
        }
        wrong |= !name.equals(field);
        return true;
    }

    /** A broken escape makes the whole form wrong: others may read it otherwise. */
    private @Nullable String decode(String text) {
        byte[] bytes = new byte[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
                int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    wrong = true;
                    return null;
                }
                bytes[length++] = (byte) (high * 16 + low);
                i += 2;
            } else {
                bytes[length++] = (byte) (c == '+' ? ' ' : c);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            wrong = true;
            return null;
        }
    }
}
