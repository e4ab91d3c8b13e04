package dev.keywright.checks.rules.material;

import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.ir.Expr;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A generator of {@code SecureRandom.getInstance("SHA1PRNG")} that is given a seed before it has drawn one of its own: the
 * seed is then all there is, and whoever knows it, or gives the same one, draws the same keys. A seed for {@code new
 * SecureRandom()}, or after the first bytes, only adds to what is there.
 */
final class HandSeeding {

    /** Generators of the system, which take a seed as an addition whenever it comes. */
    private static final Set<String> OF_THE_SYSTEM = Set.of("native", "windows", "drbg", "pkcs");

    private static final Set<String> DRAWING =
            Set.of("nextBytes", "nextInt", "nextLong", "nextDouble", "nextBoolean", "ints", "generateSeed");

    private HandSeeding() {}

    /** The call that seeds; null when there is none. */
    static Expr.@Nullable Call in(Slice slice) {
        for (Expr.Call call : slice.calls()) {
            if (call.method().name().equals("setSeed")
                    && call.args().size() == 1
                    && call.receiver() instanceof Expr.Local generator
                    && generator.type().simpleName().equals("SecureRandom")
                    && slice.madeFrom(generator, HandSeeding::isNamedGenerator)
                    && !slice.madeFrom(call.args().get(0), HandSeeding::isStrong)
                    && slice.calls().stream().noneMatch(before -> draws(before, generator, call))) {
                return call;
            }
        }
        return null;
    }

    /** {@code SecureRandom.getInstance("SHA1PRNG")}, or of an algorithm that is not known. */
    private static boolean isNamedGenerator(Expr expr) {
        if (!(expr instanceof Expr.Call call)
                || !call.method().name().equals("getInstance")
                || !call.method().owner().simpleName().equals("SecureRandom")
                || call.args().isEmpty()) {
            return false;
        }
        String algorithm = call.args().get(0) instanceof Expr.Literal literal && literal.value() instanceof String text
                ? text
                : "";
        return OF_THE_SYSTEM.stream()
                .noneMatch(start -> algorithm.toLowerCase(Locale.ROOT).startsWith(start));
    }

    private static boolean isStrong(Expr expr) {
        return expr instanceof Expr.Call call
                && (call.method().name().equals("generateSeed")
                        || call.method().name().equals("getSeed")
                        || call.method().name().equals("nextBytes"));
    }

    private static boolean draws(Expr.Call call, Expr.Local generator, Expr.Call seeding) {
        return DRAWING.contains(call.method().name())
                && call.receiver() instanceof Expr.Local local
                && local.id() == generator.id()
                && call.span().end() <= seeding.span().start();
    }
}
