package dev.keywright.store.redis;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Every request that was admitted, in a file, since the heap of a flood is small. Written by many threads. */
final class FloodSamples implements AutoCloseable {

    private final Path file;
    private final BufferedWriter writer;
    private final AtomicReference<Map<String, String>> any = new AtomicReference<>();
    private long count;

    FloodSamples(Path file) throws IOException {
        this.file = file;
        this.writer = Files.newBufferedWriter(file);
    }

    synchronized void add(Map<String, String> headers) {
        try {
            writer.write(line(headers));
            writer.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (++count % 1_000 == 1) {
            any.set(headers);
        }
    }

    /** One that was admitted not long ago; null before the first. */
    Map<String, String> any() {
        return any.get();
    }

    synchronized void forEach(Consumer<Map<String, String>> action) throws IOException {
        writer.flush();
        each(file, action);
    }

    static void each(Path file, Consumer<Map<String, String>> action) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                action.accept(headers(line));
            }
        }
    }

    private static String line(Map<String, String> headers) {
        List<String> values = new ArrayList<>();
        headers.forEach((name, value) -> values.add(name + "=" + value));
        return String.join("\t", values);
    }

    private static Map<String, String> headers(String line) {
        Map<String, String> headers = new TreeMap<>();
        for (String pair : line.split("\t")) {
            int equals = pair.indexOf('=');
            headers.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return headers;
    }

    @Override
    public synchronized void close() throws IOException {
        writer.close();
    }
}
