package shop.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The shop as a process of its own, on a free port of the loopback interface. Closing it ends the process. */
final class RunningShop implements AutoCloseable {

    private static final String LISTENS = "The shop listens on ";

    private final Process process;
    private final List<String> said = new ArrayList<>();

    private RunningShop(Process process) {
        this.process = process;
    }

    /**
     * Starts the shop and waits until it listens.
     *
     * @throws IOException with what the shop has printed, when it ends instead
     */
    static RunningShop start() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "shop.ShopApplication",
                        "--server.port=0")
                .redirectErrorStream(true)
                .start();
        RunningShop shop = new RunningShop(process);
        BufferedReader reader = process.inputReader();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            shop.said.add(line);
            if (line.startsWith(LISTENS)) {
                shop.drain(reader);
                return shop;
            }
        }
        throw new IOException("The shop did not start:\n" + String.join("\n", shop.said));
    }

    /** Keeps the pipe empty, so that the shop never waits for us. */
    private void drain(BufferedReader reader) {
        Thread drain = new Thread(
                () -> {
                    try {
                        while (reader.readLine() != null) {
                            // nothing to do with it
                        }
                    } catch (IOException | UncheckedIOException e) {
                        // the process is gone, and with it the pipe
                    }
                },
                "shop-output");
        drain.setDaemon(true);
        drain.start();
    }

    URI address() {
        return URI.create(after(LISTENS));
    }

    /** The rest of the line that starts so. */
    String after(String start) {
        Optional<String> line =
                said.stream().filter(one -> one.startsWith(start)).findFirst();
        return line.orElseThrow(() -> new IllegalStateException("The shop did not print: " + start))
                .substring(start.length());
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
