package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.models.Effect;
import dev.keywright.checks.models.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that a call puts together: from its operands, or by the pattern of a format. */
final class Texts {

    private static final Pattern HOLE =
            Pattern.compile("%[-#+ 0,(]*\\d*(?:\\$[-#+ 0,(]*\\d*)?(?:\\.\\d+)?[a-zA-Z%]|\\{\\d*[^}]{0,20}}");

    private final ExprFlow exprs;

    Texts(ExprFlow exprs) {
        this.exprs = exprs;
    }

    Value concat(CallSite site, Effect.Concat concat) {
        List<Piece> parts = new ArrayList<>();
        for (Value part : Operands.values(site, concat.parts(), Value.NONE)) {
            if (parts.isEmpty() && part.isNone() && Operands.receiverIs(concat.parts())) {
                continue;
            }
            parts.add(new Piece(null, part.contents().isEmpty() ? part : part.rendered()));
        }
        Value text = Assembly.of(parts);
        exprs.text(text, site.at(), site.callSpan());
        return text;
    }

    Value format(CallSite site, Effect.Format format) {
        Value pattern = Operands.value(site, format.pattern(), Value.NONE);
        List<Value> args = new ArrayList<>(Operands.values(site, List.of(format.values()), Value.NONE));
        if (format.values().index() == Operand.ALL_ARGUMENTS) {
            args = new ArrayList<>(site.args());
        }
        if (pattern.text() == null && !args.isEmpty() && args.get(0).text() != null) {
            pattern = args.remove(0);
        }
        String text = pattern.text();
        if (args.size() == 1 && args.get(0).contents().containsKey(Value.ELEMENTS)) {
            args.set(0, args.get(0).element());
        }
        if (text == null) {
            Value all = Value.NONE;
            for (Value arg : args) {
                all = all.joinCarried(arg.rendered());
            }
            return all.without(Flag.LITERAL);
        }
        List<Piece> parts = new ArrayList<>();
        Matcher hole = HOLE.matcher(text);
        // "%02x" puts a whole key together, byte by byte.
        boolean sentence = text.indexOf(' ') >= 0;
        int from = 0;
        int next = 0;
        while (hole.find()) {
            parts.add(Piece.of(text.substring(from, hole.start())));
            from = hole.end();
            if (hole.group().equals("%%") || hole.group().equals("%n")) {
                continue;
            }
            Value arg =
                    next < args.size() && !(sentence && isCharacter(site, args, next)) ? args.get(next) : Value.NONE;
            next++;
            parts.add(new Piece(null, arg.contents().isEmpty() ? arg : arg.rendered()));
        }
        parts.add(Piece.of(text.substring(from)));
        Value result = Assembly.of(parts);
        exprs.text(result, site.at(), site.callSpan());
        return result;
    }

    /** {@code format("invalid character: [%x]", (int) c)}: one character of a secret tells nobody the rest. */
    private static boolean isCharacter(CallSite site, List<Value> args, int index) {
        int at = site.argExprs().size() - args.size() + index;
        if (at < 0 || at >= site.argExprs().size()) {
            return false;
        }
        Expr shown = site.argExprs().get(at);
        return ExprFlow.isCharacter(shown instanceof Expr.Cast cast ? cast.operand() : shown);
    }
}
