package dev.keywright.runtime.key;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Times of last use beside a key file, in {@code NAME.used}: a JSON object of instants by key id. Apart from the key file, so
 * that a server that only reads keys never writes them. A file that cannot be read counts as empty: it proves nothing.
 */
final class LastUseFile {

    private static final int LARGEST = 16 << 20;
    private static final JsonFactory JSON = new JsonFactory();

    private final KeyFile keys;

    LastUseFile(KeyFile keys) {
        this.keys = keys;
    }

    private KeyFile file() throws IOException {
        return keys.beside(".used", LARGEST);
    }

    Map<String, Instant> read() {
        Map<String, Instant> times = new HashMap<>();
        try (JsonParser json = JSON.createParser(file().read())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Map.of();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String id = json.currentName();
                if (json.nextToken() != JsonToken.VALUE_STRING) {
                    return Map.of();
                }
                times.put(id, Instant.parse(json.getText()));
            }
            return times;
        } catch (KeyStoreException | IOException | DateTimeException e) {
            return Map.of();
        }
    }

    void write(Map<String, Instant> times) throws KeyStoreException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            for (Map.Entry<String, Instant> time : new TreeMap<>(times).entrySet()) {
                json.writeStringField(time.getKey(), time.getValue().toString());
            }
            json.writeEndObject();
            json.close();
            file().replace(out.toByteArray());
        } catch (IOException e) {
            throw new KeyStoreException(KeyMessages.lastUsesNotWritten(keys.toString()), e);
        }
    }
}
