package dev.keywright.runtime.key;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The key file: {@code {"version": 1, "keys": [{"id": …, "digest": …, "owner": …, "scopes": […], "notBefore": …, "expires": …,
 * "revoked": …, "networks": […], "limits": …, "labels": {…}, "created": …, "successor": …, "foreign": true}]}}, times as ISO-8601
 * instants. An unknown or repeated member is an error: a misspelt {@code expires} must not make a key that lives for ever. An
 * id or a digest that stands there twice is one too.
 */
final class KeyFileFormat {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxStringLength(4_096)
                    .maxNameLength(1_024)
                    .maxNumberLength(20)
                    .build())
            .build();

    private KeyFileFormat() {}

    /** The records by id. */
    static Map<String, KeyRecord> read(String file, byte[] content) throws KeyStoreException {
        try (JsonParser json = JSON.createParser(content)) {
            try {
                return readFile(json);
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

    private static Map<String, KeyRecord> readFile(JsonParser json) throws IOException {
        expect(json.nextToken() == JsonToken.START_OBJECT, "it must be a JSON object");
        boolean versioned = false;
        Map<String, KeyRecord> keys = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            switch (json.currentName()) {
                case "version" -> {
                    expect(
                            json.nextToken() == JsonToken.VALUE_NUMBER_INT && json.getLongValue() == 1,
                            "\"version\" must be 1");
                    versioned = true;
                }
                case "keys" -> {
                    keys = readKeys(json);
                }
                default -> expect(false, "it has a member other than \"version\" and \"keys\"");
            }
        }
        if (!versioned || keys == null) {
            throw new IllegalArgumentException("it needs the members \"version\" and \"keys\"");
        }
        expect(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null, "something follows its end");
        return keys;
    }

    private static Map<String, KeyRecord> readKeys(JsonParser json) throws IOException {
        expect(json.nextToken() == JsonToken.START_ARRAY, "\"keys\" must be an array");
        Map<String, KeyRecord> byId = new HashMap<>();
        Map<String, String> idsByDigest = new HashMap<>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            KeyRecord key = readKey(json);
            expect(byId.size() < FileKeyStore.MOST_KEYS, KeyMessages.tooMany(FileKeyStore.MOST_KEYS));
            expect(byId.put(key.id(), key) == null, KeyMessages.duplicateId(key.id()));
            String twin = idsByDigest.put(key.digest(), key.id());
            if (twin != null) {
                throw new IllegalArgumentException(KeyMessages.duplicateDigest(key.id(), twin));
            }
        }
        expect(json.currentToken() == JsonToken.END_ARRAY, "each of \"keys\" must be an object");
        return byId;
    }

    private static KeyRecord readKey(JsonParser json) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            members.put(
                    name,
                    switch (name) {
                        case "id", "digest", "owner", "limits", "successor" -> text(json, name);
                        case "notBefore", "expires", "revoked", "created" -> instant(json, name);
                        case "scopes", "networks" -> texts(json, name);
                        case "labels" -> labels(json);
                        case "foreign" -> flag(json);
                        default -> throw new IllegalArgumentException("a key has a member that is not known");
                    });
        }
        KeyRecord.Builder record = KeyRecord.of(
                (String) members.getOrDefault("id", ""), (String) members.getOrDefault("digest", ""), (String)
                        members.getOrDefault("owner", ""));
        record.scopes(Set.copyOf(list(members.get("scopes"))))
                .networks(list(members.get("networks")))
                .notBefore((Instant) members.get("notBefore"))
                .expires((Instant) members.get("expires"))
                .revoked((Instant) members.get("revoked"))
                .limits((String) members.get("limits"))
                .created((Instant) members.get("created"))
                .successor((String) members.get("successor"))
                .foreign(Boolean.TRUE.equals(members.get("foreign")));
        if (members.get("labels") instanceof Map<?, ?> labels) {
            Map<String, String> copy = new LinkedHashMap<>();
            labels.forEach((key, value) -> copy.put((String) key, (String) value));
            record.labels(copy);
        }
        return record.build();
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

    /** A file of these records, in the order of their ids. */
    static byte[] write(Collection<KeyRecord> keys) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("version", 1);
            json.writeArrayFieldStart("keys");
            writeAll(json, keys);
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
        out.write('\n');
        return out.toByteArray();
    }

    private static void writeAll(JsonGenerator json, Collection<KeyRecord> records) throws IOException {
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
            writeTime(json, "created", key.created());
            if (key.successor() != null) {
                json.writeStringField("successor", key.successor());
            }
            if (key.foreign()) {
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
