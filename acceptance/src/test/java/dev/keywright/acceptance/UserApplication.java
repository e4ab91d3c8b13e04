package dev.keywright.acceptance;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The application of a user's project, started as a process of its own on a free loopback port, with one API key. */
final class UserApplication implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);

    private final Process process;
    private final int port;
    private final String key;
    private final HttpClient client = HttpClient.newHttpClient();

    private UserApplication(Process process, int port, String key) {
        this.process = process;
        this.port = port;
        this.key = key;
    }

    static UserApplication start(Path folder) throws IOException, InterruptedException {
        String key = createKey(folder);
        int port = freePort();
        Path log = folder.resolve("application.log");
        Process process = new ProcessBuilder(command(folder, port))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        UserApplication application = new UserApplication(process, port, key);
        application.awaitStart(log);
        return application;
    }

    /** Starts the application and waits for its end; for applications that are expected to refuse. */
    static Run run(Path folder) throws IOException, InterruptedException {
        createKey(folder);
        return Run.of(folder, Map.of(), command(folder, freePort()));
    }

    String key() {
        return key;
    }

    int get(String path, @Nullable String apiKey) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(20));
        if (apiKey != null) {
            request.header("X-API-Key", apiKey);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private void awaitStart(Path log) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(START);
        while (Instant.now().isBefore(end)) {
            if (!process.isAlive()) {
                break;
            }
            if (Files.readString(log).contains("Started Application")) {
                return;
            }
            process.waitFor(200, TimeUnit.MILLISECONDS);
        }
        process.destroyForcibly();
        throw new IOException("The application did not start:\n" + Files.readString(log));
    }

    private static List<String> command(Path folder, int port) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        command.add("target/classes" + File.pathSeparator
                + Files.readString(folder.resolve("classpath.txt")).strip());
        command.add("shop.Application");
        command.add("--server.port=" + port);
        command.add("--server.address=127.0.0.1");
        command.add("--keywright.api-keys.file=keys.json");
        return command;
    }

    /** Makes a key as the README says, with the command-line tool, and gives the key that it printed once. */
    private static String createKey(Path folder) throws IOException, InterruptedException {
        Run run = Run.of(
                folder,
                Map.of(),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Build.root().resolve("tools/cli/target/keywright.jar").toString(),
                        "keys",
                        "create",
                        "--store",
                        "keys.json",
                        "--prefix",
                        "shop",
                        "--owner",
                        "acceptance",
                        "--scope",
                        "orders:read"));
        if (run.status() != 0) {
            throw new IOException("keys create failed:\n" + run.output());
        }
        return run.output()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("shop_"))
                .findFirst()
                .orElseThrow(() -> new IOException("No key in:\n" + run.output()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
