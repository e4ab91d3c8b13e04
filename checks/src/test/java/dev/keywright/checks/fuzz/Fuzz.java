package dev.keywright.checks.fuzz;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Mutates for so many seconds: {@code Fuzz SECONDS SEED OUT [FOLDER…]}. Sources are the Java files under the folders. What
 * crashes, and what is slowest, is written to OUT. Exit status 1 when anything crashed or did not end, 3 when the compiler
 * itself did not: its attribution of some broken sources takes time that doubles with each level.
 */
public final class Fuzz {

    /** A source of a project that is longer is left out: mutants should be many. */
    private static final int LONGEST_SOURCE = 40_000;

    private static final int MOST_SOURCES = 6_000;
    private static final long STACK = 1L << 30;
    /** Of the processor's time, so that a machine with more to do makes no hang of what is only slow. */
    private static final long DEADLINE_NANOS = 120_000_000_000L;

    /** By the clock: what waits for itself takes no time of the processor. */
    private static final long LOCKED_MILLIS = 1_800_000;

    private static final long LOOK_MILLIS = 1_000;
    private static final long REPORT_MILLIS = 300_000;

    private final Path out;
    private final Map<String, Integer> crashes = new TreeMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private boolean inCompiler;
    private long slowestMillis;
    private String slowest = "none";

    private Fuzz(Path out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        long seconds = Long.parseLong(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        Path out = Files.createDirectories(Path.of(arguments[2]));
        List<String> sources = new ArrayList<>();
        for (int i = 3; i < arguments.length; i++) {
            read(Path.of(arguments[i]), sources, seed);
        }
        boolean plugin = !Compilers.processor().isEmpty();
        System.out.printf("seed %d, %d sources, plugin %s, ecj %s%n", seed, sources.size(), plugin, Compilers.hasEcj());
        Fuzz fuzz = new Fuzz(out);
        boolean ended = fuzz.run(seconds, new Trials(seed, sources, plugin));
        System.exit(!fuzz.crashes.isEmpty() || !ended && !fuzz.inCompiler ? 1 : ended ? 0 : 3);
    }

    private static void read(Path folder, List<String> sources, long seed) throws IOException {
        List<Path> found;
        try (Stream<Path> tree = Files.walk(folder)) {
            found = new ArrayList<>(tree.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList());
        }
        Collections.shuffle(found, new Random(seed));
        for (Path file : found.subList(0, Math.min(MOST_SOURCES, found.size()))) {
            if (Files.size(file) <= LONGEST_SOURCE && Files.size(file) > 0) {
                sources.add(Files.readString(file));
            }
        }
    }

    private boolean run(long seconds, Trials trials) throws IOException, InterruptedException {
        long begin = System.currentTimeMillis();
        long reported = begin;
        int number = 0;
        for (; System.currentTimeMillis() - begin < seconds * 1000; number++) {
            if (!one(number, trials.trial(number))) {
                return false;
            }
            if (System.currentTimeMillis() - reported > REPORT_MILLIS) {
                reported = System.currentTimeMillis();
                summary(number + 1, reported - begin);
            }
        }
        summary(number, System.currentTimeMillis() - begin);
        return true;
    }

    /** False when the trial does not end. */
    private boolean one(int number, Trial trial) throws IOException, InterruptedException {
        AtomicReference<List<String>> result = new AtomicReference<>();
        Path folder = Files.createDirectories(out.resolve("work"));
        Thread thread = new Thread(null, () -> result.set(trial.run(folder)), "trial", STACK);
        thread.setDaemon(true);
        long begin = System.nanoTime();
        thread.start();
        long spent = cpuNanos();
        while (thread.isAlive()
                && cpuNanos() - spent < DEADLINE_NANOS
                && System.nanoTime() - begin < LOCKED_MILLIS * 1_000_000) {
            thread.join(LOOK_MILLIS);
        }
        long millis = (System.nanoTime() - begin) / 1_000_000;
        counts.merge(trial.kind(), 1, Integer::sum);
        if (thread.isAlive()) {
            System.out.println("HANG " + trial.kind() + " " + keep("hang-" + number, trial));
            Thread.getAllStackTraces().forEach((other, stack) -> {
                if (other == thread || other.getName().startsWith("keywright")) {
                    inCompiler |= stack.length > 0 && isCompiler(stack[0].getClassName());
                    Stream.of(stack).limit(12).forEach(element -> System.out.println("    at " + element));
                }
            });
            return false;
        }
        if (millis > slowestMillis) {
            slowestMillis = millis;
            slowest = keep("slowest", trial).toString();
        }
        List<String> crashed = result.get();
        if (crashed == null) {
            crashed = List.of("the thread died");
        }
        for (String crash : crashed) {
            if (crashes.merge(crash.replaceAll("'[^']*'", "''").replaceAll("\\S+\\.java: ", ""), 1, Integer::sum)
                    == 1) {
                System.out.println("CRASH " + keep("crash-" + number, trial) + " " + trial.kind() + ": " + crash);
            }
        }
        return true;
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static boolean isCompiler(String type) {
        return type.startsWith("com.sun.tools.javac.") || type.startsWith("org.eclipse.jdt.");
    }

    private Path keep(String name, Trial trial) throws IOException {
        Path folder = Files.createDirectories(out.resolve(name));
        for (Map.Entry<String, String> file : trial.files().entrySet()) {
            Path path = folder.resolve(file.getKey().substring(file.getKey().lastIndexOf('/') + 1));
            Files.write(path, file.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        Files.writeString(folder.resolve("trial.txt"), trial.kind() + " level " + trial.level() + "\n");
        return folder;
    }

    private void summary(int mutants, long millis) {
        System.out.printf(
                "%d mutants in %d s %s; %d kinds of crash; slowest %d ms: %s%n",
                mutants, millis / 1000, counts, crashes.size(), slowestMillis, slowest);
    }
}
