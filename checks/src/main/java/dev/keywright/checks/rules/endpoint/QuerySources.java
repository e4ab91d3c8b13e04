package dev.keywright.checks.rules.endpoint;

import dev.keywright.checks.endpoint.Facts;
import dev.keywright.checks.endpoint.TypeNames;
import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Words;
import dev.keywright.checks.rules.RuleContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where frameworks hand out query parameters: the table {@code query.txt}. */
final class QuerySources {

    static final QuerySources KNOWN = new QuerySources();

    private static final Set<String> MAP_READS = Set.of("get", "getFirst", "first", "getOrDefault");

    /** What a parameter is taken from. */
    enum From {
        QUERY,
        /** The query or a form's body, whichever the request has. */
        MIXED
    }

    private final Map<String, From> annotations = new HashMap<>();
    private final Map<String, From> calls = new HashMap<>();
    private final Map<String, From> maps = new HashMap<>();
    private final Map<String, String> accessors = new HashMap<>();
    private final Words words;

    private QuerySources() {
        for (List<String> fact : Facts.read(QuerySources.class, "query.txt")) {
            From from = fact.get(fact.size() - 1).equals("mixed") ? From.MIXED : From.QUERY;
            switch (fact.get(0)) {
                case "annotation" -> annotations.put(fact.get(1), from);
                case "call" -> calls.put(fact.get(1) + "#" + fact.get(2), from);
                case "via" -> accessors.put(fact.get(1) + "#" + fact.get(2), fact.get(3));
                case "map" -> maps.put(fact.get(1) + "#" + fact.get(2), from);
                default -> throw new IllegalStateException("query.txt: " + fact);
            }
        }
        Set<String> methods = new HashSet<>();
        calls.keySet().forEach(call -> methods.add(call.substring(call.indexOf('#') + 1)));
        maps.keySet().forEach(map -> methods.add(map.substring(map.indexOf('#') + 1)));
        words = Words.of(methods);
    }

    /** The names of the methods that hand out parameters: code without any of them takes none. */
    Words words() {
        return words;
    }

    @Nullable
    From annotation(Annotation annotation, @Nullable SourceFile file) {
        return find(annotations, TypeNames.candidates(annotation.type(), file), "");
    }

    /**
     * What a call takes its named parameter from; null when it takes none.
     *
     * @param kept what a local variable was given where it was declared
     */
    @Nullable
    From call(Expr.Call call, UnaryOperator<Expr> kept, RuleContext context) {
        if (call.args().isEmpty()) {
            return null;
        }
        From direct = find(calls, call, context);
        if (direct == null && readsMap(call) && call.receiver() != null) {
            return kept.apply(call.receiver()) instanceof Expr.Call map ? find(maps, map, context) : null;
        }
        return direct;
    }

    /** Whether a call asks a map of parameters for one of them. */
    static boolean readsMap(Expr.Call call) {
        return MAP_READS.contains(call.method().name()) && !call.args().isEmpty();
    }

    private @Nullable From find(Map<String, From> table, Expr.Call call, RuleContext context) {
        String method = "#" + call.method().name();
        From from = find(table, TypeNames.candidates(call.method().owner(), context.file()), method);
        if (from == null && call.receiver() != null) {
            TypeRef type = call.receiver().type();
            from = find(table, TypeNames.candidates(type, context.file()), method);
            from = from == null ? find(table, context.program().supertypes(type.name()), method) : from;
            String given = from == null ? given(call.receiver(), context) : null;
            return given == null ? from : table.get(given + method);
        }
        return from;
    }

    /** The type that an accessor gives, where the library that declares it is not there: {@code context.request()}. */
    private @Nullable String given(Expr receiver, RuleContext context) {
        if (receiver instanceof Expr.Call accessor && accessor.receiver() != null) {
            String method = "#" + accessor.method().name();
            for (String type : TypeNames.candidates(accessor.receiver().type(), context.file())) {
                String given = accessors.get(type + method);
                if (given != null) {
                    return given;
                }
            }
        }
        return null;
    }

    private static @Nullable From find(Map<String, From> table, Collection<String> types, String member) {
        for (String type : types) {
            From from = table.get(type + member);
            if (from != null) {
                return from;
            }
        }
        return null;
    }
}
