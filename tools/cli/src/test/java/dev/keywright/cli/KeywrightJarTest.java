package dev.keywright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar, run as a user runs it. */
final class KeywrightJarTest {

    @TempDir
    private Path folder;

    private String out = "";
    private String err = "";

    @Test
    void itScansToSarifInUtf8WhateverThePlatformsCharset() throws Exception {
        Files.writeString(folder.resolve("Bestellung.java"), """
                import org.springframework.web.bind.annotation.*;
                import dev.keywright.annotations.PublicEndpoint;
                @RestController class Bestellung {
                    @PostMapping("/größe") String größe(String a) { return a; }
                    @PublicEndpoint(reason = "x") @PostMapping("/x") String x(String a) { return a; }
                }
                """);

        assertThat(java("scan", "--format", "sarif", ".")).isEqualTo(1);
        JsonNode run = new ObjectMapper().readTree(out).at("/runs/0");
        assertThat(run.at("/results/0/message/text").asText()).contains("/größe");
        assertThat(run.at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("Bestellung.java");
        assertThat(run.at("/tool/driver/version").asText()).isNotEqualTo("development");
        assertThat(run.at("/tool/driver/rules").size()).isGreaterThan(3);
        assertThat(err).isEmpty();
    }

    @Test
    void aUsageErrorEndsWithTwo() throws Exception {
        assertThat(java("scan", "--nonsense", ".")).isEqualTo(2);
        assertThat(err).contains("--nonsense");
        assertThat(out).isEmpty();
    }

    @Test
    void theRulesPagesAndTheConfigurationReaderAreInside() throws Exception {
        assertThat(java("explain", "UnprotectedEndpoint")).isZero();
        assertThat(out).contains("UnprotectedEndpoint");
        Files.writeString(folder.resolve("A.java"), "class A {}");
        Files.writeString(folder.resolve("keywright.toml"), "nonsense = 1\n");
        assertThat(java("scan", ".")).isEqualTo(2);
        assertThat(err).contains("keywright.toml:1:1: unknown key 'nonsense'");
    }

    private int java(String... arguments) throws IOException, InterruptedException {
        JarRun run = JarRun.in(folder, folder, List.of(arguments));
        out = run.out();
        err = run.err();
        return run.status();
    }
}
