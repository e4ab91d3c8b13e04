package dev.keywright.checks.rules.material;

import dev.keywright.checks.flow.Event;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Naming;
import dev.keywright.checks.rules.RuleContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Passwords of key stores that protect nothing. A store that lives in memory alone is made empty, filled and handed to a key
 * manager. The interface asks for a password for each entry, and whoever could use it has the key already.
 */
final class PassingStores {

    private static final Set<String> GUARDING = Set.of("setKeyEntry", "setEntry", "getKey", "getEntry", "load");

    private PassingStores() {}

    /** Whether a literal guards but an entry of such a store. */
    static boolean guards(Event.Sink sink, FlowView flow, RuleContext context) {
        Expr store = sink.inner() == null && sink.at() instanceof Expr.Call call ? store(call) : null;
        if (store == null) {
            return false;
        }
        Slice here = context.slice(flow.method());
        if (isPublic(sink.at(), here)) {
            return true;
        }
        if (store instanceof Expr.Local local && here.calls().stream().anyMatch(call -> isLoad(call, local))) {
            return passes(here, local);
        }
        return !here.calls().stream().anyMatch(PassingStores::isWriting)
                && here.madeFrom(store, part -> {
                    MethodDecl maker =
                            part instanceof Expr.Call call ? context.program().method(call.method()) : null;
                    return maker != null
                            && maker.returnType().simpleName().equals("KeyStore")
                            && passes(context.slice(maker), null);
                });
    }

    /** {@code store.load(openDefaultTrustStore(), "changeit".toCharArray())}: whom to trust is no secret. */
    private static boolean isPublic(Expr at, Slice here) {
        return at instanceof Expr.Call call
                && call.method().name().equals("load")
                && call.args().size() == 2
                && here.madeFrom(call.args().get(0), PassingStores::namesTrust);
    }

    private static boolean namesTrust(Expr expr) {
        String said = expr instanceof Expr.Call call
                ? call.method().name()
                : expr instanceof Expr.Literal literal && literal.value() instanceof String text
                        ? text
                        : Naming.ofRead(expr);
        String plain = said.toLowerCase(Locale.ROOT).replace("_", "");
        return plain.contains("truststore") || plain.contains("cacerts");
    }

    private static @Nullable Expr store(Expr.Call call) {
        String name = call.method().name();
        List<Expr> args = call.args();
        if (name.equals("init") && args.size() == 2) {
            return args.get(0);
        }
        return GUARDING.contains(name) ? call.receiver() : null;
    }

    /** Made empty, read from nowhere and written nowhere. */
    private static boolean passes(Slice slice, Expr.@Nullable Local store) {
        boolean empty = false;
        for (Expr.Call call : slice.calls()) {
            if (isWriting(call)) {
                return false;
            }
            if (isLoad(call, store)) {
                if (!isNull(call.args().get(0))) {
                    return false;
                }
                empty = true;
            }
        }
        return empty;
    }

    private static boolean isLoad(Expr.Call call, Expr.@Nullable Local store) {
        return call.method().name().equals("load")
                && !call.args().isEmpty()
                && call.args().size() <= 2
                && call.receiver() instanceof Expr.Local receiver
                && (store == null || receiver.id() == store.id());
    }

    private static boolean isWriting(Expr.Call call) {
        return call.method().name().equals("store") && !call.args().isEmpty();
    }

    private static boolean isNull(Expr expr) {
        return Expr.Literal.isNull(expr) || expr instanceof Expr.Cast cast && isNull(cast.operand());
    }
}
