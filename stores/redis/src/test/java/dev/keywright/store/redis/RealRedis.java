package dev.keywright.store.redis;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;

/** A Redis server of its own process, on a free port of loopback, that keeps nothing on disk unless told to. */
final class RealRedis implements AutoCloseable {

    private static final File BINARY = binary();

    private final int port;
    private final Path folder;
    private final List<String> arguments = new ArrayList<>();
    private Process process;

    private RealRedis(int port, Path folder, String... arguments) {
        this.port = port;
        this.folder = folder;
        this.arguments.addAll(List.of(arguments));
    }

    static RealRedis start(String... arguments) {
        try {
            for (int i = 1; ; i++) {
                RealRedis redis = new RealRedis(freePort(), Files.createTempDirectory("redis"), arguments);
                try {
                    redis.startAgain();
                    return redis;
                } catch (IllegalStateException e) {
                    // Somebody else may have taken the port in the meantime; then it ends by itself.
                    if (i == 5 || redis.process.isAlive()) {
                        throw e;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String uri() {
        return "redis://127.0.0.1:" + port;
    }

    /** With more patience than the product has, so that a machine with other work makes no test fail. */
    RedisStore.Builder builder() {
        return RedisStore.at(uri()).timeout(Duration.ofSeconds(5));
    }

    void startAgain() {
        List<String> command = new ArrayList<>(List.of(
                BINARY.getAbsolutePath(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                folder.toString(),
                "--save",
                ""));
        command.addAll(arguments);
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            awaitPong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitPong() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (process.isAlive() && System.nanoTime() < end) {
            if (command("PING").matches("\\+PONG|-NOAUTH.*") && process.isAlive()) {
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        throw new IllegalStateException("Redis did not start; see " + folder);
    }

    /** The first line of the answer to a command, by a connection of its own; empty when there is none. */
    String command(String inline) {
        return line(inline, 1);
    }

    /** As {@link #command}, of an answer that is a text. */
    String bulk(String inline) {
        return line(inline, 2);
    }

    private String line(String inline, int number) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((inline + "\r\n").getBytes(StandardCharsets.US_ASCII));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String line = in.readLine();
            for (int i = 1; i < number; i++) {
                line = in.readLine();
            }
            return line == null ? "" : line;
        } catch (IOException e) {
            return "";
        }
    }

    /** Everything that Redis holds, names and values, as it would dump it. */
    String everything() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            command("CONFIG SET dbfilename all.rdb");
            command("CONFIG SET rdbcompression no");
            command("SAVE");
            return command("KEYS *") + Files.readString(folder.resolve("all.rdb"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as a power cut does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Stops it from doing anything, with its connections open. */
    void freeze() {
        signal("-STOP");
    }

    void thaw() {
        signal("-CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", name, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File binary() {
        try {
            // One for each process: whoever ends deletes what it has unpacked.
            String own = Long.toString(ProcessHandle.current().pid());
            Path folder = Files.createDirectories(Path.of("target", "redis-server", own));
            return ExecutableProvider.newJarResourceProvider(folder.toFile()).get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
