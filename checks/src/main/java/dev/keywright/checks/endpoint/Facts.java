package dev.keywright.checks.endpoint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the tables beside classes: one fact a line, words apart by blanks, {@code #} starts a comment. */
public final class Facts {

    private Facts() {}

    /** The facts of a table that stands beside a class, each as its words. */
    public static List<List<String>> read(Class<?> beside, String table) {
        try (InputStream stream = beside.getResourceAsStream(table)) {
            if (stream == null) {
                throw new IllegalStateException("The table " + table + " is not beside " + beside);
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\\s+")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
