package dev.keywright.store.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code nodes.Node} in a JVM of its own. */
final class NodeProcess implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("port (\\d+)");

    private final Process process;
    private final Path output;
    private final int port;

    NodeProcess(String... arguments) {
        try {
            output = Files.createTempFile("node", ".log");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx128m",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "nodes.Node"));
            command.addAll(List.of(arguments));
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            port = awaitPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int awaitPort() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        while (System.nanoTime() < end && process.isAlive()) {
            Matcher matcher = PORT.matcher(output());
            if (matcher.find()) {
                return Integer.parseInt(matcher.group(1));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20)); // the node needs the processor more
        }
        throw new IllegalStateException("The node did not start:\n" + output());
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** All that it has printed so far. */
    String output() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        try {
            Files.deleteIfExists(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
