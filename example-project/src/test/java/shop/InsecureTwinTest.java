package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shop.demo.TwinCompilation;

class InsecureTwinTest {

    private static TwinCompilation twin;

    @BeforeAll
    static void compile() throws Exception {
        twin = TwinCompilation.run();
    }

    @Test
    void nothingButTheMarkedDefectsIsNamed() {
        assertThat(twin.unexpected()).as(twin.output()).isEmpty();
    }

    @Test
    void everyDefectStopsTheBuildAtItsLine() {
        assertThat(twin.missed()).as(twin.output()).isEmpty();
        assertThat(twin.refusesEveryDefect()).as(twin.output()).isTrue();
    }

    @Test
    void everyRuleOfTheCatalogueIsBrokenOnce() throws Exception {
        assertThat(twin.brokenRules()).isEqualTo(catalogue());
    }

    /** The rules that the processor's jar registers. */
    private static SortedSet<String> catalogue() throws IOException {
        SortedSet<String> rules = new TreeSet<>();
        try (JarFile jar = new JarFile(System.getProperty("keywright.processor"))) {
            JarEntry services = jar.getJarEntry("META-INF/services/dev.keywright.checks.rules.Rule");
            new String(jar.getInputStream(services).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(name -> rules.add(name.substring(name.lastIndexOf('.') + 1)));
        }
        return rules;
    }
}
