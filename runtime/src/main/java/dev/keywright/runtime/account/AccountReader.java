package dev.keywright.runtime.account;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.keywright.annotations.internal.grammar.AccountPath;
import dev.keywright.runtime.Exchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the account that a body names. Whatever another parser could read otherwise is refused: a member or field that
 * stands twice, or again in another case; another encoding than UTF-8; text after the document.
 */
public final class AccountReader {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(64).build())
            .build();

    private final AccountPath path;

    /** Reads accounts at a path. */
    public AccountReader(AccountPath path) {
        this.path = path;
    }

    /**
     * The account as the body writes it.
     *
     * @return null when the body does not name exactly one
     */
    public @Nullable String read(Exchange exchange, byte[] body) {
        String type = mediaType(exchange.headers("Content-Type"));
        if (type == null) {
            return null;
        }
        try {
            if (path.isPointer()) {
                boolean json = type.equals("application/json") || type.endsWith("+json");
                return json ? inJson(body) : null;
            }
            return type.equals("application/x-www-form-urlencoded")
                    ? FormAccount.find(path.members().get(0), body, exchange.rawQuery())
                    : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** The media type in lower case; null when there is not exactly one, or when it names another charset than UTF-8. */
    private static @Nullable String mediaType(List<String> lines) {
        if (lines.size() != 1) {
            return null;
        }
        String[] parts = lines.get(0).split(";", -1);
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            boolean utf8 = parameter.equals("charset=utf-8") || parameter.equals("charset=\"utf-8\"");
            if (parameter.startsWith("charset") && !utf8) {
                return null;
            }
        }
        return parts[0].strip().toLowerCase(Locale.ROOT);
    }

    private @Nullable String inJson(byte[] body) throws IOException {
        try (JsonParser parser = JSON.createParser(utf8(body))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            String found = null;
            // How many members of the path lead to the object that is being read, when nothing else does.
            int matched = 0;
            while (matched >= 0) {
                JsonToken token = parser.nextToken();
                if (token == JsonToken.END_OBJECT) {
                    matched--;
                    continue;
                }
                String wanted = path.members().get(matched);
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (!name.equals(wanted)) {
                    if (name.equalsIgnoreCase(wanted)) {
                        return null;
                    }
                    parser.skipChildren();
                } else if (matched == path.members().size() - 1) {
                    if (value != JsonToken.VALUE_STRING && value != JsonToken.VALUE_NUMBER_INT) {
                        return null;
                    }
                    found = parser.getText();
                } else if (value == JsonToken.START_OBJECT) {
                    matched++;
                } else {
                    return null;
                }
            }
            return parser.nextToken() == null ? found : null;
        }
    }

    private static String utf8(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }
}
