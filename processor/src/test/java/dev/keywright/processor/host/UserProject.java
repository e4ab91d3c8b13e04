package dev.keywright.processor.host;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A folder with sources that real compilers compile in processes of their own. */
public final class UserProject {

    /** What a compiler said, and how it ended. */
    public record Run(int status, String output) {}

    private final Path folder;

    public UserProject(Path folder) {
        this.folder = folder;
    }

    public UserProject write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    public Path classFile(String name) {
        return folder.resolve("out").resolve(name + ".class");
    }

    public Run javac(Path jdk, List<String> options, String... sources) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(jdk.resolve("bin/javac").toString(), "-d", "out"));
        command.addAll(options);
        command.addAll(List.of(sources));
        return run(command);
    }

    /** ecj's batch compiler, run by {@code launcher}: a java command, with options. */
    public Run ecj(List<String> launcher, String classPath, String processorPath, String... sources)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(launcher);
        command.addAll(List.of(
                "-jar",
                jar("/ecj-").toString(),
                "-17",
                "-d",
                "out",
                "-cp",
                classPath,
                "-processorpath",
                processorPath));
        command.addAll(List.of(sources));
        return run(command);
    }

    public Run run(List<String> command) throws IOException, InterruptedException {
        Path output = folder.resolve("compiler-output.txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("the compiler hangs: " + command);
        }
        return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    /** The processor with what it needs, as a processor path. */
    public static String processorPath() {
        return entries(
                "/processor/target/classes",
                "keywright-checks",
                "/checks/",
                "keywright-annotations",
                "/annotations/",
                "javapoet",
                "javaparser-core",
                "tomlj",
                "antlr4-runtime");
    }

    /** Keywright's annotations and runtime, as a class path. */
    public static String classPath() {
        return entries("keywright-annotations", "/annotations/", "keywright-runtime", "/runtime/");
    }

    /** The folder that the processor's own classes stand in. */
    public static String hostClasses() {
        return entries("/processor/target/classes");
    }

    /** Copies the processor's classes, without the services that they offer. */
    public static Path copyClasses(Path target) throws IOException {
        Path source = Path.of(hostClasses());
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                Path copy = target.resolve(source.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return target;
    }

    /** The classes of these tests. */
    public static String testClasses() {
        return entries("/processor/target/test-classes");
    }

    public static Path jar(String name) {
        return Path.of(entries(name));
    }

    private static String entries(String... wanted) {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> found = Stream.of(all.split(File.pathSeparator))
                .filter(entry -> Stream.of(wanted).anyMatch(entry.replace('\\', '/')::contains))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalStateException("not on the class path: " + List.of(wanted));
        }
        return String.join(File.pathSeparator, found);
    }
}
