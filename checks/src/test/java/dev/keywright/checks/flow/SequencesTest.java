package dev.keywright.checks.flow;

import dev.keywright.checks.rules.leak.SecretLogged;
import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists whose elements are known in their order, and when they no longer are. */
class SequencesTest {

    private final RuleTester tester = RuleTester.of(SecretLogged.class);

    /** The list is {@code parts}: first the user, then the password, which is not asked for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "log.info(parts.get(0));",
                "log.info(parts.remove(0));",
                "parts.set(1, user); log.info(parts.get(1));",
                "parts.remove(1); parts.add(user); log.info(parts.get(1));",
                "parts.add(0, user); log.info(parts.get(1));",
                "parts.add(user); log.info(parts.get(2));",
                "parts.clear(); parts.add(user); log.info(parts.get(0));",
                "log.info(parts.size() + parts.get(0));",
                "use(parts.indexOf(user), parts.get(at)); log.info(parts.get(0));",
            })
    void silentOnAnElementThatIsNotTheSecret(String use) {
        check(use);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "log.info(parts.get(1));",
                "log.info(parts.remove(1));",
                "parts.remove(0); log.info(parts.get(0));",
                "parts.set(0, user); log.info(parts.get(1));",
                "parts.add(0, user); log.info(parts.get(2));",
                "log.info(\"{}\", parts);",
                "for (String part : parts) log.info(part);",
            })
    void theSecretIsToldWhereverItStands(String use) {
        check(use + " // BUG: SecretLogged");
    }

    /** Where the order is lost any element may be the secret. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Collections.reverse(parts); log.info(parts.get(0));",
                "java.util.Collections.swap(parts, 0, 1); log.info(parts.get(0));",
                "parts.sort(null); log.info(parts.get(0));",
                "log.info(parts.get(at));",
                "parts.remove(at); log.info(parts.get(0));",
                "if (at > 0) parts.remove(0); log.info(parts.get(0));",
                "while (at-- > 0) parts.remove(0); log.info(parts.get(0));",
                "Runnable later = () -> parts.remove(0); later.run(); log.info(parts.get(0));",
                "turn(parts); log.info(parts.get(0));",
                "List<String> other = parts; other.remove(0); log.info(parts.get(0));",
                "this.held = parts; held.remove(0); log.info(parts.get(0));",
                "this.held = parts; take(); log.info(parts.get(0));",
                "Map<String, List<String>> all = new HashMap<>(); all.put(user, parts); all.get(user).remove(0); log.info(parts.get(0));",
                "Iterator<String> all = parts.iterator(); all.next(); all.remove(); log.info(parts.get(0));",
            })
    void anElementOfAListWhoseOrderIsLostMayBeTheSecret(String use) {
        check(use + " // BUG: SecretLogged");
    }

    private void check(String use) {
        tester.check("""
                package sample;
                import java.util.*;
                import org.slf4j.*;
                class Sample {
                    private static final Logger log = LoggerFactory.getLogger(Sample.class);
                    void use(String user, Vault vault, int at) {
                        List<String> parts = new ArrayList<>();
                        parts.add(user);
                        parts.add(vault.getPassword());
                        %s
                    }
                    private static void use(int index, String part) {}
                    private List<String> held;
                    private void take() { held.remove(0); }
                    private static void turn(List<String> list) {
                        Collections.reverse(list);
                    }
                }
                """.formatted(use));
    }
}
