package dev.keywright.runtime.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One key file and several processes. */
final class FileKeyStoreProcessesTest {

    private static final int PROCESSES = 4;
    private static final int KEYS = 40;

    @TempDir
    private Path directory;

    /** Adds keys until it has added all of its own, or is killed. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] arguments) throws Exception {
            FileKeyStore store = FileKeyStore.open(Path.of(arguments[0]));
            int count = Integer.parseInt(arguments[2]);
            for (int i = 0; i < count; i++) {
                String id = arguments[1] + "-" + i;
                store.put(KeyRecord.of(id, KeyHasher.sha256().digest(id), arguments[1])
                        .build());
                System.out.println(id);
            }
        }
    }

    private Process writer(Path file, String name, int count) throws Exception {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        Writer.class.getName(),
                        file.toString(),
                        name,
                        Integer.toString(count))
                .redirectError(directory.resolve(name + ".err").toFile())
                .redirectOutput(directory.resolve(name + ".out").toFile())
                .start();
    }

    @Test
    void noKeyIsLostWhenSeveralProcessesAddKeysAtOnceAndOneIsKilled() throws Exception {
        Path file = directory.resolve("keys.json");
        FileKeyStore.createEmpty(file);
        AtomicLong nanos = new AtomicLong();
        FileKeyStore reader = FileKeyStore.open(file, nanos::get, Duration.ofMinutes(5));
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(writer(file, "p" + i, KEYS));
        }
        Process killed = writer(file, "killed", 1_000_000);
        int seen = 0;
        while (processes.stream().anyMatch(Process::isAlive)) {
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
            assertThat(reader.health()).isEqualTo(KeyStore.Health.UP);
            assertThat(reader.records().size()).isGreaterThanOrEqualTo(seen);
            seen = reader.records().size();
            if (killed.isAlive() && seen > PROCESSES * KEYS / 2) {
                killed.destroyForcibly();
            }
        }
        killed.destroyForcibly().waitFor();
        for (int i = 0; i < PROCESSES; i++) {
            assertThat(processes.get(i).exitValue()).as(read("p" + i + ".err")).isZero();
        }
        FileKeyStore after = FileKeyStore.open(file);
        for (int i = 0; i < PROCESSES; i++) {
            for (int j = 0; j < KEYS; j++) {
                assertThat(after.findById("p" + i + "-" + j)).isNotNull();
            }
        }
        // What the killed one said it had added is there; what it was at may be, or not.
        for (String id : Files.readAllLines(directory.resolve("killed.out"))) {
            if (id.startsWith("killed-") && !id.equals("killed-")) {
                assertThat(after.findById(id)).as(id).isNotNull();
            }
        }
        after.put(KeyRecord.of("last", KeyHasher.sha256().digest("last"), "x").build());
        assertThat(FileKeyStore.open(file).findById("last")).isNotNull();
    }

    private String read(String name) {
        try {
            return Files.readString(directory.resolve(name), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
