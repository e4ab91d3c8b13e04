package dev.keywright.checks.flow;

import dev.keywright.checks.rules.leak.SecretLogged;
import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions that the program itself settles: what stands behind a false one never runs. */
class ConditionsTest {

    private final RuleTester tester = RuleTester.of(SecretLogged.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "false",
                "OFF",
                "!ON",
                "ON && OFF",
                "(7 * 42) - 86 < 200",
                "hidden",
                "never()",
                "OFF || 1 > 2",
                "\"log\".equals(MODE)",
                "MODE.contains(\"log\")",
                "MODE.startsWith(\"lent\")",
                "!MODE.endsWith(\"lent\")",
                "given && OFF",
            })
    void silentBehindWhatIsNeverTrue(String condition) {
        check(condition, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "ON",
                "given",
                "given || OFF",
                "(7 * 42) - 86 > 200",
                "open",
                "changed",
                "may()",
                "unknown()",
                "System.getenv(\"LOG\") != null",
                "\"silent\".equals(MODE)",
                "MODE.contains(\"len\")",
                "MODE.startsWith(System.getenv(\"LOG\"))",
                "Boolean.getBoolean(\"sample.log\")",
            })
    void toldWhereItMayBeTrue(String condition) {
        check(condition, " // BUG: SecretLogged");
    }

    private void check(String condition, String mark) {
        tester.check("""
                package sample;
                import org.slf4j.*;
                public class Sample {
                    private static final Logger log = LoggerFactory.getLogger(Sample.class);
                    private static final boolean ON = true;
                    private static final boolean OFF = false;
                    private static final String MODE = "silent";
                    private boolean hidden = false;
                    private boolean changed = false;
                    public boolean open = false;
                    private static boolean never() { return false; }
                    protected boolean may() { return false; }
                    public void change(boolean to) { changed = to; }
                    void use(boolean given, Vault vault) {
                        if (%s) {
                            log.info(vault.getPassword());%s
                        }
                    }
                }
                """.formatted(condition, mark));
    }
}
