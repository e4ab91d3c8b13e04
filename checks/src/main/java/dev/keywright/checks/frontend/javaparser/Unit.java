package dev.keywright.checks.frontend.javaparser;

import com.github.javaparser.ast.Node;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the converters of one file share. Used by one thread. */
final class Unit {

    final FileNames names;
    final Hierarchy hierarchy;
    final Members members;
    final Overloads overloads;
    final Spans spans;
    final Collector collector;

    /** Local and anonymous classes, which no other declaration holds. */
    final List<TypeDecl> unlisted = new ArrayList<>();

    private final Map<String, Integer> numbers = new HashMap<>();
    private boolean incomplete;

    Unit(FileNames names, Hierarchy hierarchy, Spans spans, Collector collector) {
        this.names = names;
        this.hierarchy = hierarchy;
        this.members = new Members(hierarchy);
        this.overloads = new Overloads(hierarchy, members);
        this.spans = spans;
        this.collector = collector;
    }

    Span span(Node node) {
        return spans.of(node);
    }

    /** The name of a local or anonymous class, as the compiler would form it. */
    String localName(TypeRef enclosing, String simple) {
        String packageName = names.packageName();
        int start = packageName.isEmpty() ? 0 : packageName.length() + 1;
        String flat =
                enclosing.name().substring(0, Math.min(start, enclosing.name().length()))
                        + enclosing
                                .name()
                                .substring(Math.min(start, enclosing.name().length()))
                                .replace('.', '$');
        return flat + '$' + numbers.merge(flat + '$' + simple, 1, Integer::sum) + simple;
    }

    @Nullable
    ClassInfo find(TypeRef type) {
        return type.resolved() && type.dims() == 0 ? hierarchy.classes().find(type.name()) : null;
    }

    void markIncomplete() {
        incomplete = true;
    }

    boolean incomplete() {
        return incomplete;
    }
}
