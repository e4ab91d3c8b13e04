package dev.keywright.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.keywright.cli.KeyStoreOptions.Format;
import dev.keywright.runtime.key.KeyEntry;
import dev.keywright.runtime.key.KeyRecord;
import dev.keywright.runtime.key.KeyStanding;
import dev.keywright.runtime.key.NewApiKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Answers of {@code keys}, for people or for programs. No digest is in them. */
final class KeyOutput {

    private static final JsonFactory JSON = new JsonFactory();

    private final Format format;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Instant now = Instant.now();

    KeyOutput(Format format, PrintWriter out, PrintWriter err) {
        this.format = format;
        this.out = out;
        this.err = err;
    }

    /** The key alone on standard output, so that a script can take it; the rest is for a person. */
    int made(NewApiKey made) {
        if (format == Format.JSON) {
            print(json -> {
                json.writeStringField("key", made.key());
                json.writeFieldName("record");
                write(json, new KeyEntry(made.record(), null));
                KeyRecord replaced = made.replaced();
                if (replaced != null) {
                    json.writeFieldName("replaced");
                    write(json, new KeyEntry(replaced, null));
                }
            });
        } else {
            err.println(Messages.made(made.record()));
            err.flush();
            out.println(made.key());
        }
        if (out.checkError()) {
            err.println(Messages.notShown(made.record().id()));
            return ExitStatus.INCOMPLETE;
        }
        return ExitStatus.NOTHING_TO_STOP_FOR;
    }

    int changed(KeyRecord record, String sentence) {
        if (format == Format.JSON) {
            print(json -> {
                json.writeFieldName("record");
                write(json, new KeyEntry(record, null));
            });
        } else {
            out.println(sentence);
        }
        return ExitStatus.NOTHING_TO_STOP_FOR;
    }

    int count(String name, int count, String sentence) {
        if (format == Format.JSON) {
            print(json -> json.writeNumberField(name, count));
        } else {
            out.println(sentence);
        }
        return ExitStatus.NOTHING_TO_STOP_FOR;
    }

    int list(List<KeyEntry> entries) {
        if (format == Format.JSON) {
            print(json -> {
                json.writeArrayFieldStart("keys");
                for (KeyEntry entry : entries) {
                    write(json, entry);
                }
                json.writeEndArray();
            });
        } else {
            entries.forEach(
                    entry -> out.println(Messages.key(entry, entry.record().standing(now))));
        }
        return ExitStatus.NOTHING_TO_STOP_FOR;
    }

    int checked(@Nullable KeyEntry found, boolean wellFormed) {
        KeyStanding standing = found == null ? null : found.record().standing(now);
        if (format == Format.JSON) {
            print(json -> {
                json.writeBooleanField("valid", standing == KeyStanding.VALID);
                json.writeStringField(
                        "standing", standing != null ? name(standing) : wellFormed ? "unknown" : "malformed");
                if (found != null) {
                    json.writeFieldName("record");
                    write(json, found);
                }
            });
        } else if (found == null || standing == null) {
            out.println(wellFormed ? Messages.UNKNOWN_KEY : Messages.MALFORMED);
        } else {
            out.println(Messages.key(found, standing));
        }
        return standing == KeyStanding.VALID ? ExitStatus.NOTHING_TO_STOP_FOR : ExitStatus.FINDINGS;
    }

    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    private void print(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            content.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // writing to memory cannot fail
        }
        out.println(text);
    }

    private static String name(KeyStanding standing) {
        return Messages.standing(standing).replace(' ', '-');
    }

    private void write(JsonGenerator json, KeyEntry entry) throws IOException {
        KeyRecord record = entry.record();
        json.writeStartObject();
        json.writeStringField("id", record.id());
        json.writeStringField("owner", record.owner());
        json.writeStringField("standing", name(record.standing(now)));
        json.writeArrayFieldStart("scopes");
        for (String scope : new TreeSet<>(record.scopes())) {
            json.writeString(scope);
        }
        json.writeEndArray();
        time(json, "created", record.created());
        time(json, "notBefore", record.notBefore());
        time(json, "expires", record.expires());
        time(json, "revoked", record.revoked());
        time(json, "lastUsed", entry.lastUsed());
        json.writeArrayFieldStart("networks");
        for (String network : record.networks()) {
            json.writeString(network);
        }
        json.writeEndArray();
        text(json, "limits", record.limits());
        json.writeObjectFieldStart("labels");
        for (Map.Entry<String, String> label : new TreeMap<>(record.labels()).entrySet()) {
            json.writeStringField(label.getKey(), label.getValue());
        }
        json.writeEndObject();
        json.writeBooleanField("foreign", record.foreign());
        text(json, "successor", record.successor());
        json.writeEndObject();
    }

    private static void time(JsonGenerator json, String name, @Nullable Instant time) throws IOException {
        text(json, name, time == null ? null : time.toString());
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }
}
