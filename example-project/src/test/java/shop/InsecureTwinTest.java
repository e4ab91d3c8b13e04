package shop;

import static org.assertj.core.api.Assertions.assertThat;

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
}
