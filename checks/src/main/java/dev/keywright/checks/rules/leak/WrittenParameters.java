package dev.keywright.checks.rules.leak;

import dev.keywright.checks.flow.Event;
import dev.keywright.checks.flow.Flag;
import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.TypeRef;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message of OAuth that is put together and then logged: {@code "access_token=" + ticket.getId()}. What is sent under such a
 * name is the credential, whatever the program calls it.
 */
final class WrittenParameters {

    private static final Pattern NAMED = Pattern.compile(
            "(?:^|[^a-z_])(access_token|refresh_token|id_token|client_secret|oauth_token_secret|client_assertion)[\"']?[=:] ?[\"']?$");

    private static final Pattern COUNTS =
            Pattern.compile("(?i)(is|has).*|.*(mask|redact|hash).*|.*(length|size|fingerprint|expir\\w*|type|name)");

    private WrittenParameters() {}

    /** The parameter whose value a logged text shows; null when there is none. */
    static @Nullable String in(Event.Sink event, Slice slice) {
        if (!(event.at() instanceof Expr.Call log)
                || event.inner() != null
                || event.value().is(Flag.CLEAN)) {
            return null;
        }
        String[] found = new String[1];
        for (Expr argument : log.args()) {
            slice.madeFrom(argument, part -> {
                if (found[0] == null && part instanceof Expr.Concat text) {
                    found[0] = parameter(text.parts());
                }
                return found[0] != null;
            });
        }
        return found[0];
    }

    private static @Nullable String parameter(List<Expr> parts) {
        for (int i = 0; i + 1 < parts.size(); i++) {
            if (parts.get(i) instanceof Expr.Literal literal && literal.value() instanceof String written) {
                Matcher name = NAMED.matcher(written.toLowerCase(Locale.ROOT));
                if (name.find() && isValue(parts.get(i + 1))) {
                    return name.group(1);
                }
            }
        }
        return null;
    }

    /** Read from something, and neither a question nor a number. */
    private static boolean isValue(Expr shown) {
        TypeRef type = shown.type();
        boolean read = shown instanceof Expr.Call call
                && call.receiver() != null
                && call.args().isEmpty();
        return read
                && (type.isString() || type.name().equals("?"))
                && !(shown instanceof Expr.Call call
                        && COUNTS.matcher(call.method().name()).matches());
    }
}
