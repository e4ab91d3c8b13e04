package dev.keywright.checks.frontend.javaparser;

import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Position;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Variable;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two front ends' programs of the same sources, compared node by node. The first is the one that is right: javac's. */
final class IrComparison {

    /** @param what the way to the component that differs, as {@code Call.method.owner} */
    record Difference(String file, Position position, String what, String expected, String actual) {
        @Override
        public String toString() {
            return file + ":" + position.line() + ":" + position.column() + " " + what + ": " + expected + " / "
                    + actual;
        }
    }

    private final List<Difference> differences = new ArrayList<>();
    private int nodes;
    private SourceFile file;
    private Span at = Span.NONE;
    private Map<Integer, Integer> ids = new HashMap<>();

    private IrComparison(SourceFile file) {
        this.file = file;
    }

    static Result compare(Program expected, Program actual) {
        Map<String, SourceFile> byPath = new HashMap<>();
        actual.files().forEach(each -> byPath.put(each.path(), each));
        List<Difference> all = new ArrayList<>();
        int nodes = 0;
        for (SourceFile each : expected.files()) {
            IrComparison comparison = new IrComparison(each);
            comparison.values("file", each, byPath.get(each.path()));
            all.addAll(comparison.differences);
            nodes += comparison.nodes;
        }
        return new Result(all, nodes);
    }

    record Result(List<Difference> differences, int nodes) {}

    private void values(String what, @Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            if (a != b) {
                report(what, a, b);
            }
        } else if (a instanceof TypeRef x && b instanceof TypeRef y) {
            types(what, x, y);
        } else if (a instanceof Set<?>) {
            if (!a.equals(b)) {
                report(what, a, b);
            }
        } else if (a instanceof Collection<?> x && b instanceof Collection<?> y) {
            lists(what, visible(x), visible(y));
        } else if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
            if (!x.keySet().equals(y.keySet())) {
                report(what, x.keySet(), y.keySet());
            } else {
                x.forEach((key, value) -> values(what + "." + key, value, y.get(key)));
            }
        } else if (a.getClass() != b.getClass()) {
            report(what + " kind", a, b);
        } else if (a instanceof Record && !(a instanceof Span)) {
            records(what, a, b);
        } else if (a instanceof String x && b instanceof String y) {
            if (!normalized(x).equals(normalized(y))) {
                report(what, a, b);
            }
        } else if (!(a instanceof int[]) && !a.equals(b)) {
            report(what, a, b);
        }
    }

    private void types(String what, TypeRef a, TypeRef b) {
        if (!normalized(a.name()).equals(normalized(b.name()))
                || a.dims() != b.dims()
                || a.resolved() != b.resolved()) {
            report(what, a, b);
        } else if (!a.args().equals(b.args())) {
            report(what + " args", a, b);
        }
    }

    /** Annotations that only the JDK's own code can see say nothing to anyone. */
    private static Collection<?> visible(Collection<?> values) {
        return values.stream()
                .filter(each -> !(each instanceof Annotation annotation
                        && annotation.type().name().startsWith("jdk.internal.")))
                .toList();
    }

    private void lists(String what, Collection<?> a, Collection<?> b) {
        if (a.size() != b.size()) {
            report(what + " size", a, b);
            return;
        }
        Iterator<?> others = b.iterator();
        for (Object each : a) {
            values(what, each, others.next());
        }
    }

    private void records(String what, Object a, Object b) {
        nodes++;
        Span outer = at;
        Span own = spanOf(a);
        if (own != null && own.known()) {
            at = own;
        }
        boolean method = a instanceof MethodDecl;
        Map<Integer, Integer> outerIds = ids;
        if (method) {
            ids = new HashMap<>(ids);
        }
        String name = a instanceof Expr || a instanceof Stmt || a instanceof MethodDecl || a instanceof Annotation
                ? a.getClass().getSimpleName()
                : what + "." + a.getClass().getSimpleName();
        for (RecordComponent component : a.getClass().getRecordComponents()) {
            Object left = get(component, a);
            Object right = get(component, b);
            if (component.getName().equals("text") || component.getName().equals("path")) {
                continue;
            }
            if (component.getName().equals("id") && (a instanceof Variable || a instanceof Expr.Local)) {
                Integer known = ids.putIfAbsent((Integer) left, (Integer) right);
                if (known != null && !known.equals(right) && a instanceof Expr.Local) {
                    report(name + ".id", left, right);
                } else if (a instanceof Variable) {
                    ids.put((Integer) left, (Integer) right);
                }
                continue;
            }
            values(name + "." + component.getName(), left, right);
        }
        ids = outerIds;
        at = outer;
    }

    private static @Nullable Span spanOf(Object node) {
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            if (component.getName().equals("span")) {
                return (Span) get(component, node);
            }
        }
        return null;
    }

    private static Object get(RecordComponent component, Object node) {
        try {
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String normalized(String name) {
        return name.indexOf('$') < 0 ? name : name.replaceAll("\\$\\d+", "\\$");
    }

    private void report(String what, @Nullable Object expected, @Nullable Object actual) {
        differences.add(new Difference(file.path(), file.position(at.start()), what, show(expected), show(actual)));
    }

    private String show(@Nullable Object value) {
        if (value instanceof Span span) {
            String text = span.known() && file.text().length() >= span.end()
                    ? file.text().subSequence(span.start(), span.end()).toString()
                    : "";
            String shown = text.length() > 60 ? text.substring(0, 30) + "…" + text.substring(text.length() - 25) : text;
            return "[" + span.start() + "," + span.end() + ") " + shown.replaceAll("\\s+", " ");
        }
        String text = Objects.toString(value);
        return text.length() > 240 ? text.substring(0, 240) + "…" : text;
    }
}
