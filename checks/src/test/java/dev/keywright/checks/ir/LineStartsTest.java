package dev.keywright.checks.ir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LineStartsTest {

    @Test
    void everyKindOfLineEndIsOne() {
        assertThat(SourceFile.lineStarts("")).containsExactly(0);
        assertThat(SourceFile.lineStarts("a")).containsExactly(0);
        assertThat(SourceFile.lineStarts("a\nb\n\nc")).containsExactly(0, 2, 4, 5);
        assertThat(SourceFile.lineStarts("a\r\nb\r\n")).containsExactly(0, 3, 6);
        assertThat(SourceFile.lineStarts("a\rb\r\rc")).containsExactly(0, 2, 4, 5);
    }

    @Test
    void mixedLineEndsAreCountedApart() {
        assertThat(SourceFile.lineStarts("\n\r\r\nx\n\ry\r")).containsExactly(0, 1, 2, 4, 6, 7, 9);
    }

    @Test
    void moreLinesThanTheLengthLetsExpect() {
        assertThat(SourceFile.lineStarts("\n".repeat(1000))).hasSize(1001);
        assertThat(SourceFile.lineStarts("\r\n".repeat(1000))).hasSize(1001);
    }
}
