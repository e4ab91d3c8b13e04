package dev.keywright.checks.frontend.javaparser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.fuzz.Mutator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Sources in every shape of the language, changed at random from a fixed seed: the front end may not crash.
 * {@code -Dkeywright.mutations=N} makes more of them; the seed counts on, so that a longer run tries what a shorter one did not.
 */
class MutationTest {

    @Test
    void noMutantCrashesTheFrontEnd() {
        int mutants = Integer.getInteger("keywright.mutations", 400);
        for (int seed = 0; seed < mutants; seed += 50) {
            Map<String, String> batch = new LinkedHashMap<>();
            for (int i = seed; i < Math.min(mutants, seed + 50); i++) {
                batch.put("M" + i + ".java", new Mutator(new Random(i), Samples.all()).mutant());
            }
            Parsing parsed = Parsing.of(batch);
            assertThat(parsed.unreadable).as("seeds from %d", seed).isEmpty();
            assertThat(parsed.program.files()).hasSize(batch.size());
        }
    }
}
