package dev.keywright.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code benchmarks/memory/run.sh} shows with ten million of each, in small: a heap of 96 MiB, 100,000 of each. */
final class MemoryBoundedTest {

    @TempDir
    private Path folder;

    private static String run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-cp",
                System.getProperty("java.class.path"),
                Flood.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        System.out.print(output);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    @Test
    void aFloodIsRefusedAndTheNextProcessAdmitsNothingOfThisOne() throws Exception {
        String samples = folder.resolve("samples").toString();
        assertThat(run("memory", "100000", samples))
                .containsPattern("nonces of 64 credentials in .*NONCE_STORE_UNAVAILABLE")
                .containsPattern("while the flood goes on again: \\{SIGNATURE_REPLAYED=\\d+}")
                .contains("All of it held.");
        assertThat(run("restart", "20000", samples))
                .containsPattern("of the earlier process again: \\{SIGNATURE_STALE=\\d+}")
                .contains("All of it held.");
    }

    @Test
    void aFloodIntoRedisIsRefusedAndLostDataAdmitsNothing() throws Exception {
        assertThat(run("redis", "40000", "6mb"))
                .containsPattern("nonces of 64 credentials in .*NONCE_STORE_UNAVAILABLE")
                .containsPattern("after FLUSHALL again: .*SIGNATURE_STALE")
                .containsPattern("after a restart without persistence again: .*SIGNATURE_STALE")
                .contains("All of it held.");
    }
}
