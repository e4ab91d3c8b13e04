package dev.keywright.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Published test vectors; each file names where its values come from. */
final class Vectors {

    private Vectors() {}

    static JsonNode read(String file) {
        try (InputStream stream = Objects.requireNonNull(Vectors.class.getResourceAsStream("/vectors/" + file))) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
