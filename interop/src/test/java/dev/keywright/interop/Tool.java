package dev.keywright.interop;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A program that the machine may have. */
record Tool(Path program) {

    /** What a run printed, errors included, and how it ended. */
    record Run(int status, String output) {}

    private static final long LONGEST_MINUTES = 3;

    /** The tool, or a skipped test that says which is missing. */
    static Tool orSkip(String name) {
        String path = System.getenv("PATH");
        for (String folder : path == null ? new String[0] : path.split(File.pathSeparator, -1)) {
            for (String suffix : List.of("", ".exe", ".cmd")) {
                Path program = Path.of(folder, name + suffix);
                if (!folder.isEmpty() && Files.isExecutable(program)) {
                    return new Tool(program);
                }
            }
        }
        return Assumptions.abort("'" + name + "' is not on the PATH; what it would have tested is not tested here.");
    }

    Run run(Path folder, Map<String, String> environment, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        Files.createDirectories(folder);
        Path log = Files.createTempFile(folder, "run", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("Still running after " + LONGEST_MINUTES + " minutes: " + command);
        }
        return new Run(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
    }
}
