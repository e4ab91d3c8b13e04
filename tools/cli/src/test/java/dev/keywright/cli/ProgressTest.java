package dev.keywright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class ProgressTest {

    private final StringWriter shown = new StringWriter();
    private long now;

    @Test
    void nothingIsSaidWhenNobodyWatches() {
        run(progress(false));

        assertThat(shown.toString()).isEmpty();
    }

    @Test
    void aPersonSeesFilesFindingsAndTheTimeThatIsLeft() {
        run(progress(true));

        assertThat(shown.toString())
                .contains("Reading 1 of 100 files\r")
                .contains("Checking 50 of 100 files, 3 findings, about 1 s left")
                .endsWith("\r\u001b[K");
    }

    private void run(Progress progress) {
        now = 200;
        progress.reading(1, 100);
        now = 201;
        progress.reading(2, 100); // too soon to be shown
        now = 3_000;
        progress.checking(50, 100, 3);
        progress.end();
        assertThat(shown.toString()).doesNotContain("Reading 2");
    }

    private Progress progress(boolean watched) {
        return new Progress(new PrintWriter(shown), watched, () -> now);
    }
}
