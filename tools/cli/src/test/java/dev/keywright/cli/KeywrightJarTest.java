package dev.keywright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
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
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-jar");
        command.add(Objects.requireNonNull(System.getProperty("keywright.jar"), "run by the package phase"));
        command.addAll(List.of(arguments));
        Path outFile = folder.resolve("out");
        Path errFile = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(outFile.toFile())
                .redirectError(errFile.toFile());
        builder.environment().put("LC_ALL", "C"); // ASCII is the platform's charset then
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        Process process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        out = Files.readString(outFile, StandardCharsets.UTF_8);
        err = Files.readString(errFile, StandardCharsets.UTF_8);
        return process.exitValue();
    }
}
