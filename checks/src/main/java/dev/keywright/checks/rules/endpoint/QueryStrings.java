package dev.keywright.checks.rules.endpoint;

import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.ir.Words;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A query that is taken apart by hand: {@code request.getQueryString().split("&")}, into a map or pair by pair. */
final class QueryStrings {

    /** What gives a query as one text: a file without these takes none apart. */
    static final Words WORDS = Words.of(Set.of("getQueryString", "getQuery", "getRawQuery"));

    private static final Set<String> READS = Set.of("get", "getFirst", "getOrDefault");
    private static final Set<String> COMPARES = Set.of("equals", "equalsIgnoreCase", "startsWith");

    private static final Pattern OTHERS = Pattern.compile(".*(Header|Cookie|Attribute|Session).*");

    private QueryStrings() {}

    /** The text that says which parameter is looked for; null where a call looks for none. */
    static @Nullable Expr asked(Expr.Call call, Slice slice, Program program) {
        String name = call.method().name();
        if (call.receiver() == null || call.args().isEmpty()) {
            return null;
        }
        Expr argument = call.args().get(0);
        if (READS.contains(name) && !(call.receiver() instanceof Expr.This)) {
            return isOfQuery(call.receiver(), slice, program) ? argument : null;
        }
        if (COMPARES.contains(name)) {
            boolean yoda = call.receiver() instanceof Expr.Literal;
            return isOfQuery(yoda ? argument : call.receiver(), slice, program)
                    ? yoda ? call.receiver() : argument
                    : null;
        }
        return null;
    }

    private static boolean isOfQuery(Expr value, Slice slice, Program program) {
        return !Walk.any(value, QueryStrings::isOther)
                && slice.madeFrom(
                        value, part -> isQuery(part) || part instanceof Expr.Call call && splits(call, program));
    }

    /** What a request holds beside its query, though the query may have been put there too. */
    private static boolean isOther(Expr part) {
        return part instanceof Expr.Call call
                && OTHERS.matcher(call.method().name()).matches();
    }

    /** Of a request that came in: a client's own address has a query, too. */
    private static boolean isQuery(Expr part) {
        return part instanceof Expr.Call call
                && (call.method().name().equals("getQueryString")
                        || call.method().name().endsWith("Query")
                                && call.receiver() instanceof Expr.Call address
                                && address.method().name().equals("getRequestURI"));
    }

    private static boolean splits(Expr.Call call, Program program) {
        MethodDecl helper = call.args().size() == 1 ? program.method(call.method()) : null;
        return helper != null
                && helper.body() != null
                && helper.returnType().simpleName().endsWith("Map")
                && Walk.any(helper, QueryStrings::isQuery);
    }
}
