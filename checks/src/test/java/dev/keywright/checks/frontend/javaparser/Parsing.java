package dev.keywright.checks.frontend.javaparser;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.TypeDecl;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parses texts and finds things in what comes out. */
final class Parsing {

    final Program program;
    final List<String> unreadable = java.util.Collections.synchronizedList(new ArrayList<>());
    final List<String> syntaxErrors = java.util.Collections.synchronizedList(new ArrayList<>());

    private Parsing(Map<String, String> sources, int level) {
        ParseListener listener = new ParseListener() {
            @Override
            public void unreadable(String path, String reason) {
                unreadable.add(path + ": " + reason);
            }

            @Override
            public void syntaxError(String path, int line, String message) {
                syntaxErrors.add(path + ":" + line + ": " + message);
            }
        };
        program = JavaParserFrontEnd.builder()
                .languageLevel(level)
                .listener(listener)
                .build()
                .parse(sources);
    }

    static Parsing of(String source) {
        return of(Map.of("A.java", source));
    }

    static Parsing of(Map<String, String> sources) {
        return new Parsing(new LinkedHashMap<>(sources), 0);
    }

    /** The only statement-expression {@code body} of a method of class A, in a file with these imports. */
    static Parsing ofBody(String imports, String body) {
        return of(imports + "\nclass A { String text; void f(String p, int n) throws Exception { " + body + " } }");
    }

    TypeDecl type(String name) {
        TypeDecl type = program.type(name);
        if (type == null) {
            throw new AssertionError("no type " + name + " among "
                    + program.types().stream().map(TypeDecl::name).toList());
        }
        return type;
    }

    List<Expr.Call> calls(String method) {
        return all(Expr.Call.class).stream()
                .filter(call -> call.method().name().equals(method))
                .toList();
    }

    Expr.Call call(String method) {
        List<Expr.Call> calls = calls(method);
        if (calls.size() != 1) {
            throw new AssertionError(calls.size() + " calls of " + method);
        }
        return calls.get(0);
    }

    String source(Expr expr) {
        return program.files()
                .get(0)
                .text()
                .subSequence(expr.span().start(), expr.span().end())
                .toString();
    }

    /** Every node of a kind, without recursion. */
    <T> List<T> all(Class<T> kind) {
        List<T> found = new ArrayList<>();
        Deque<Object> open = new ArrayDeque<>();
        program.files().forEach(file -> open.addAll(file.types()));
        while (!open.isEmpty()) {
            Object node = open.removeFirst();
            if (kind.isInstance(node)) {
                found.add(kind.cast(node));
            }
            List<Object> children = new ArrayList<>();
            if (node instanceof Collection<?> list) {
                children.addAll(list);
            } else if (node instanceof Map<?, ?> map) {
                children.addAll(map.values());
            } else if (node instanceof Record) {
                for (RecordComponent component : node.getClass().getRecordComponents()) {
                    try {
                        Object value = component.getAccessor().invoke(node);
                        if (value instanceof Record || value instanceof Collection<?> || value instanceof Map<?, ?>) {
                            children.add(value);
                        }
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
            for (int i = children.size() - 1; i >= 0; i--) {
                open.addFirst(children.get(i));
            }
        }
        return found;
    }
}
