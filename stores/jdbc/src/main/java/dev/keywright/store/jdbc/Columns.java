package dev.keywright.store.jdbc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How sets, labels and times stand in columns. */
final class Columns {

    private static final JsonFactory JSON = new JsonFactory();

    private Columns() {}

    /** Words with spaces between: neither scopes nor networks hold any. */
    static String words(Collection<String> words) {
        return String.join(" ", words);
    }

    static String sortedWords(Collection<String> words) {
        return words(new TreeSet<>(words));
    }

    static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    /** A JSON object of strings. */
    static String labels(Map<String, String> labels) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, String> label : new TreeMap<>(labels).entrySet()) {
                json.writeStringField(label.getKey(), label.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
        return text.toString();
    }

    /**
     * The labels in such an object.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Map<String, String> labels(String text) {
        if (text.equals("{}")) {
            return Map.of();
        }
        Map<String, String> labels = new HashMap<>();
        try (JsonParser json = JSON.createParser(text)) {
            boolean good = json.nextToken() == JsonToken.START_OBJECT;
            while (good && json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                good = json.nextToken() == JsonToken.VALUE_STRING && labels.put(name, json.getText()) == null;
            }
            if (good && json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null) {
                return labels;
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("labels", e);
        }
        throw new IllegalArgumentException("labels");
    }

    static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static void setTime(PreparedStatement statement, int index, @Nullable Instant time) throws SQLException {
        if (time == null) {
            statement.setNull(index, Types.TIMESTAMP_WITH_TIMEZONE);
        } else {
            statement.setObject(index, OffsetDateTime.ofInstant(time, ZoneOffset.UTC));
        }
    }
}
