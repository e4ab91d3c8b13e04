package dev.keywright.checks.flow;

import dev.keywright.checks.models.Effect;
import dev.keywright.checks.models.Operand;
import dev.keywright.checks.models.SinkKind;
import java.util.List;
import java.util.Set;

/** What a call shows to somebody, or compares: told to the rules as events. */
final class CallSinks {

    private static final Set<String> ANSWERING =
            Set.of("print", "println", "printf", "format", "write", "append", "writeBytes", "writeUTF");

    private final MethodFlow flow;
    private final ExprFlow exprs;

    CallSinks(MethodFlow flow, ExprFlow exprs) {
        this.flow = flow;
        this.exprs = exprs;
    }

    void sinks(CallSite site, Effect.Sink sink) {
        for (Operand operand : sink.operands()) {
            int from = operand.index() == Operand.ALL_ARGUMENTS ? 0 : operand.index();
            int to = operand.index() == Operand.ALL_ARGUMENTS || operand.rest()
                    ? site.args().size()
                    : from + 1;
            for (int i = Math.max(from, 0); i < Math.min(to, site.args().size()); i++) {
                sink(sink.kind(), site, site.args().get(i), i);
            }
        }
    }

    void sink(SinkKind kind, CallSite site, Value value, int argument) {
        if (kind == SinkKind.LOG
                && (site.receiver().is(Flag.ANSWER) || site.receiver().is(Flag.WIRE))) {
            return;
        }
        Value given = value;
        if (given.fn() != null) {
            given = exprs.apply(given, List.of(), site);
        }
        boolean text = kind == SinkKind.LOG || kind == SinkKind.ERROR;
        Value shown = text && given.constant() == null && given.pieces().isEmpty()
                ? flow.engine
                        .rendering()
                        .rendered(given, site.argExprs().get(argument).type())
                : given;
        if (shown.speaks()) {
            flow.record(new Event.Sink(
                    kind, shown, site.method(), argument, site.at(), site.argSpan(argument), flow.file(), null));
        }
    }

    /** What is printed where an answer is written. */
    void answered(CallSite site) {
        if (site.receiver().is(Flag.ANSWER) && ANSWERING.contains(site.method().name())) {
            for (int i = 0; i < site.args().size(); i++) {
                sink(SinkKind.RESPONSE, site, site.args().get(i), i);
            }
        }
    }

    void compare(CallSite site, Effect.Compare compare) {
        if (flow.isSearchedToInsert(site.at())) {
            return;
        }
        for (Value right : Operands.values(site, List.of(compare.right()), Value.NONE)) {
            Value left = Operands.value(site, compare.left(), Value.NONE);
            String name = site.method().name();
            Event.How how = compare.constantTime()
                    ? Event.How.CONSTANT_TIME
                    : compare.left().element()
                            ? Event.How.SEARCH
                            : name.startsWith("startsWith") || name.equals("endsWith") || name.equals("matches")
                                    ? Event.How.PART
                                    : Event.How.CALL;
            exprs.comparisons()
                    .record(
                            how,
                            name,
                            left,
                            right,
                            Operands.expr(site, compare.left()),
                            Operands.expr(site, compare.right()),
                            site.at(),
                            site.callSpan());
        }
    }
}
