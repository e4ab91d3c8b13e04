package dev.keywright.checks.fuzz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes trials: the n-th of a seed is always the same, given the same sources. */
final class Trials {

    /** Set by COMPILERS_ONLY of run.sh: every mutant of a program goes through javac or ecj with the processor's jar. */
    private static final boolean COMPILERS_ONLY = Boolean.getBoolean("keywright.fuzz.compilersOnly");

    private static final List<Integer> LEVELS = List.of(0, 0, 0, 8, 11, 17, 17, 21, 25);

    private final long seed;
    private final List<String> sources;
    private final boolean plugin;

    /** @param plugin whether the processor's jar is at hand */
    Trials(long seed, List<String> sources, boolean plugin) {
        this.seed = seed;
        this.sources = sources;
        this.plugin = plugin;
    }

    Trial trial(int number) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L + number);
        Mutator mutator = new Mutator(random, sources);
        int dice = random.nextInt(100);
        if (dice < 6) {
            return settings(random);
        }
        Map<String, String> files = new LinkedHashMap<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            // Two files of one program sometimes, so that calls, fields and classes reach from one into the other.
            String text = i > 0 && random.nextInt(3) == 0 ? files.get(path(0)) : "";
            files.put(path(i), text.isEmpty() ? mutator.mutant() : mutator.mutate(text));
        }
        int level = LEVELS.get(random.nextInt(LEVELS.size()));
        return new Trial(plugin ? hosted(dice) : dice < 70 ? Trial.JAVAPARSER : Trial.JAVAC, files, level);
    }

    /** With the processor's jar at hand, most mutants go through the compilers that host it. */
    private static String hosted(int dice) {
        if (dice < 35 && !COMPILERS_ONLY) {
            return dice < 25 ? Trial.JAVAPARSER : Trial.JAVAC;
        }
        return dice < 80 || !Compilers.hasEcj() ? Trial.PLUGIN : Trial.ECJ;
    }

    private static String path(int index) {
        return "src/main/java/sample/File" + index + ".java";
    }

    private Trial settings(Random random) {
        Map<String, String> files = new LinkedHashMap<>();
        switch (random.nextInt(3)) {
            case 0 -> {
                files.put("keywright.toml", new Mutator(random, SettingsSamples.TOML).mutant());
                files.put(path(0), sources.get(random.nextInt(sources.size())));
                return new Trial(Trial.TOML, files, 0);
            }
            case 1 -> {
                files.put("keywright-baseline.txt", new Mutator(random, SettingsSamples.BASELINES).mutant());
                return new Trial(Trial.BASELINE, files, 0);
            }
            default -> {
                files.put("fuzz.models", new Mutator(random, SettingsSamples.MODELS).mutant());
                return new Trial(Trial.MODELS, files, 0);
            }
        }
    }
}
