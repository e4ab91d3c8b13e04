package dev.keywright.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Runs a scan in a Java process with options that suit it. A jar cannot carry options of its own, and those of a server cost
 * a scan, which is over in seconds, half of its time and memory: compiling for speed that is never earned back, and a heap
 * sized by the machine. Starting twice costs some 40 ms.
 */
final class Relaunch {

    /** What lives through one collection, a syntax tree, lives till its file is done: it is copied once, and not over and over. */
    private static final List<String> OPTIONS = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xms192m",
            "-Xmn64m",
            "-XX:MaxTenuringThreshold=0",
            "-XX:SurvivorRatio=20",
            "-Xshare:auto");

    private static final String MARK = "keywright.relaunched";

    private Relaunch() {}

    /** The status of the new process; empty when this one had better do the work itself. */
    static OptionalInt run(String[] args) {
        if (args.length == 0 || !List.of("scan", "endpoints").contains(args[0]) || Boolean.getBoolean(MARK)) {
            return OptionalInt.empty();
        }
        Optional<List<String>> command = command(args);
        return command.isEmpty() ? OptionalInt.empty() : start(command.get());
    }

    private static OptionalInt start(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return OptionalInt.of(process.waitFor());
        } catch (IOException e) {
            return OptionalInt.empty(); // where no process may be started, this one does it
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.of(ExitStatus.INCOMPLETE);
        }
    }

    /** Empty when this is not plain {@code java -jar}: options that the user gave are the user's decision. */
    private static Optional<List<String>> command(String[] args) {
        Optional<String[]> own = ProcessHandle.current().info().arguments();
        if (own.isEmpty() || own.get().length == 0 || !own.get()[0].equals("-jar") || hasOptionsInEnvironment()) {
            return Optional.empty();
        }
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Optional<Path> jar = jar();
        if (jar.isEmpty() || !Files.isExecutable(java)) {
            return Optional.empty();
        }
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(OPTIONS);
        command.add("-D" + MARK + "=true");
        command.addAll(List.of("-cp", jar.get().toString(), Main.class.getName()));
        command.addAll(List.of(args));
        return Optional.of(command);
    }

    private static boolean hasOptionsInEnvironment() {
        return System.getenv("JAVA_TOOL_OPTIONS") != null
                || System.getenv("JDK_JAVA_OPTIONS") != null
                || System.getenv("_JAVA_OPTIONS") != null;
    }

    private static Optional<Path> jar() {
        try {
            Path source = Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isRegularFile(source) ? Optional.of(source) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
