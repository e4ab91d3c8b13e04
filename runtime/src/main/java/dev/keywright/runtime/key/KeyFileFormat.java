package dev.keywright.runtime.key;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The key file: {@code {"version": 1, "keys": [{"id": …, "digest": …, "owner": …, "scopes": […], "notBefore": …, "expires": …,
 * "revoked": …, "networks": […], "limits": …, "labels": {…}, "foreign": true}]}}, times as ISO-8601 instants. An unknown or
 * repeated member is an error: a misspelt {@code expires} must not make a key that lives for ever.
 */
final class KeyFileFormat {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private KeyFileFormat() {}

    interface Sink {
        void accept(KeyRecord record, boolean foreign);
    }

    static void read(String file, byte[] content, Sink sink) throws KeyStoreException {
        try (JsonParser json = JSON.createParser(content)) {
            try {
                readFile(json, sink);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw broken(file, json, e.getMessage());
            } catch (IOException e) {
                // The parser's own message may quote the file.
                throw broken(file, json, "it is not well-formed JSON");
            }
        } catch (IOException e) {
            throw new KeyStoreException(KeyMessages.brokenFile(file, "it cannot be read"), e);
        }
    }

    private static KeyStoreException broken(String file, JsonParser json, @Nullable String why) {
        JsonLocation at = json.currentLocation();
        return new KeyStoreException(
                KeyMessages.brokenFile(file, why + " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")"));
    }

    private static void readFile(JsonParser json, Sink sink) throws IOException {
        expect(json.nextToken() == JsonToken.START_OBJECT, "it must be a JSON object");
        boolean versioned = false;
        boolean keyed = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            switch (json.currentName()) {
                case "version" -> {
                    expect(
                            json.nextToken() == JsonToken.VALUE_NUMBER_INT && json.getLongValue() == 1,
                            "\"version\" must be 1");
                    versioned = true;
                }
                case "keys" -> {
                    readKeys(json, sink);
                    keyed = true;
                }
                default -> expect(false, "it has a member other than \"version\" and \"keys\"");
            }
        }
        expect(versioned && keyed, "it needs the members \"version\" and \"keys\"");
        expect(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null, "something follows its end");
    }

    private static void readKeys(JsonParser json, Sink sink) throws IOException {
        expect(json.nextToken() == JsonToken.START_ARRAY, "\"keys\" must be an array");
        Set<String> ids = new HashSet<>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            readKey(json, ids, sink);
        }
        expect(json.currentToken() == JsonToken.END_ARRAY, "each of \"keys\" must be an object");
    }

    private static void readKey(JsonParser json, Set<String> ids, Sink sink) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            members.put(
                    name,
                    switch (name) {
                        case "id", "digest", "owner", "limits" -> text(json, name);
                        case "notBefore", "expires", "revoked" -> instant(json, name);
                        case "scopes", "networks" -> texts(json, name);
                        case "labels" -> labels(json);
                        case "foreign" -> flag(json);
                        default -> throw new IllegalArgumentException("a key has a member that is not known");
                    });
        }
        String id = (String) members.getOrDefault("id", "");
        expect(ids.add(id), KeyMessages.duplicateId(id));
        KeyRecord.Builder record = KeyRecord.of(
                id, (String) members.getOrDefault("digest", ""), (String) members.getOrDefault("owner", ""));
        record.scopes(Set.copyOf(list(members.get("scopes"))))
                .networks(list(members.get("networks")))
                .notBefore((Instant) members.get("notBefore"))
                .expires((Instant) members.get("expires"))
                .revoked((Instant) members.get("revoked"))
                .limits((String) members.get("limits"));
        if (members.get("labels") instanceof Map<?, ?> labels) {
            Map<String, String> copy = new LinkedHashMap<>();
            labels.forEach((key, value) -> copy.put((String) key, (String) value));
            record.labels(copy);
        }
        sink.accept(record.build(), Boolean.TRUE.equals(members.get("foreign")));
    }

    private static List<String> list(@Nullable Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof List<?> values) {
            values.forEach(each -> texts.add((String) each));
        }
        return texts;
    }

    private static String text(JsonParser json, String name) throws IOException {
        expect(json.currentToken() == JsonToken.VALUE_STRING, "\"" + name + "\" must be a string");
        return json.getText();
    }

    private static Instant instant(JsonParser json, String name) throws IOException {
        String text = text(json, name);
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"" + name + "\" must be a time as 2026-11-23T00:00:00Z", e);
        }
    }

    private static List<String> texts(JsonParser json, String name) throws IOException {
        expect(json.currentToken() == JsonToken.START_ARRAY, "\"" + name + "\" must be an array of strings");
        List<String> texts = new ArrayList<>();
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            texts.add(json.getText());
        }
        expect(json.currentToken() == JsonToken.END_ARRAY, "\"" + name + "\" must be an array of strings");
        return texts;
    }

    private static Map<String, String> labels(JsonParser json) throws IOException {
        expect(json.currentToken() == JsonToken.START_OBJECT, "\"labels\" must be an object of strings");
        Map<String, String> labels = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            labels.put(name, text(json, "labels"));
        }
        return labels;
    }

    private static Boolean flag(JsonParser json) throws IOException {
        expect(json.currentToken().isBoolean(), "\"foreign\" must be true or false");
        return json.getBooleanValue();
    }

    private static void expect(boolean held, String otherwise) {
        if (!held) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    static byte[] write(Collection<KeyRecord> keys, Collection<KeyRecord> foreign) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("version", 1);
            json.writeArrayFieldStart("keys");
            writeAll(json, keys, false);
            writeAll(json, foreign, true);
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
        out.write('\n');
        return out.toByteArray();
    }

    private static void writeAll(JsonGenerator json, Collection<KeyRecord> records, boolean foreign)
            throws IOException {
        List<KeyRecord> sorted = new ArrayList<>(records);
        sorted.sort(Comparator.comparing(KeyRecord::id));
        for (KeyRecord key : sorted) {
            json.writeStartObject();
            json.writeStringField("id", key.id());
            json.writeStringField("digest", key.digest());
            json.writeStringField("owner", key.owner());
            writeList(json, "scopes", new TreeSet<>(key.scopes()));
            writeTime(json, "notBefore", key.notBefore());
            writeTime(json, "expires", key.expires());
            writeTime(json, "revoked", key.revoked());
            writeList(json, "networks", key.networks());
            if (key.limits() != null) {
                json.writeStringField("limits", key.limits());
            }
            if (!key.labels().isEmpty()) {
                json.writeObjectFieldStart("labels");
                for (Map.Entry<String, String> label : new TreeMap<>(key.labels()).entrySet()) {
                    json.writeStringField(label.getKey(), label.getValue());
                }
                json.writeEndObject();
            }
            if (foreign) {
                json.writeBooleanField("foreign", true);
            }
            json.writeEndObject();
        }
    }

    private static void writeList(JsonGenerator json, String name, Collection<String> values) throws IOException {
        if (!values.isEmpty()) {
            json.writeArrayFieldStart(name);
            for (String value : values) {
                json.writeString(value);
            }
            json.writeEndArray();
        }
    }

    private static void writeTime(JsonGenerator json, String name, @Nullable Instant time) throws IOException {
        if (time != null) {
            json.writeStringField(name, time.toString());
        }
    }
}
