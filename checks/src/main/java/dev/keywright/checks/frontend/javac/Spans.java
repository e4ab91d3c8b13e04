package dev.keywright.checks.frontend.javac;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import dev.keywright.checks.ir.Span;
import org.jspecify.annotations.Nullable;

/** Where trees stand in the source text of one file. */
final class Spans {

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final SourceScanner scanner;
    private final @Nullable Anchors anchors;

    Spans(CompilationUnitTree unit, SourcePositions positions, CharSequence text, @Nullable Anchors anchors) {
        this.anchors = anchors;
        this.unit = unit;
        this.positions = positions;
        this.scanner = new SourceScanner(text);
    }

    int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree);
    }

    Span of(Tree tree) {
        return of(tree, -1);
    }

    /** The span of a tree; without ends from the compiler it reaches at least to {@code childEnd}. */
    Span of(Tree tree, int childEnd) {
        int start = start(tree);
        return start < 0 ? Span.NONE : anchored(tree, new Span(start, end(tree, start, childEnd)));
    }

    /** Remembers that a span stands for a tree, when somebody wants to report there. */
    Span anchored(Tree tree, Span span) {
        if (anchors != null) {
            anchors.put(span.start(), tree);
        }
        return span;
    }

    /** As {@link #of(Tree, int)}, for a tree that a bracket closes. */
    Span closed(int start, Tree tree, char close, int childEnd) {
        int from = start < 0 ? start(tree) : start;
        if (from < 0) {
            return Span.NONE;
        }
        int end = (int) positions.getEndPosition(unit, tree);
        return anchored(tree, new Span(from, end >= from ? end : scanner.behind(close, Math.max(from, childEnd))));
    }

    private int end(Tree tree, int start, int childEnd) {
        int end = (int) positions.getEndPosition(unit, tree);
        if (end >= start) {
            return end;
        }
        if (tree instanceof IdentifierTree identifier) {
            return start + identifier.getName().length();
        }
        if (tree instanceof LiteralTree) {
            return scanner.tokenEnd(start);
        }
        if (tree instanceof BlockTree || tree instanceof ClassTree) {
            return scanner.behindBlock(start);
        }
        if (tree instanceof MethodTree method && method.getBody() != null) {
            int body = start(method.getBody());
            return scanner.behindBlock(body < 0 ? start : body);
        }
        return Math.max(start, childEnd);
    }

    /** Where a name stands behind its type, or behind {@code start} when there is none. */
    Span name(Tree declaration, CharSequence name, @Nullable Tree type, int start) {
        int from = start;
        if (type != null) {
            int typeStart = start(type);
            int typeEnd = (int) positions.getEndPosition(unit, type);
            from = Math.max(start, Math.max(typeStart, typeEnd));
        }
        return anchored(declaration, name(name, from));
    }

    private Span name(CharSequence name, int from) {
        int at = scanner.word(name, from);
        return at < 0 ? Span.NONE : new Span(at, at + name.length());
    }

    /** The name at the end of {@code receiver.name}, given where the receiver ends. */
    Span selected(Tree select, CharSequence name, int receiverEnd) {
        int end = (int) positions.getEndPosition(unit, select);
        return anchored(select, end >= name.length() ? new Span(end - name.length(), end) : name(name, receiverEnd));
    }

    /** The offset behind a constructor's name. */
    int behindName(MethodTree tree, CharSequence name) {
        int from = start(tree);
        for (Tree annotation : tree.getModifiers().getAnnotations()) {
            from = Math.max(from, of(annotation).end());
        }
        return name(name, from).end();
    }

    /** Whether an opening parenthesis stands between two offsets, outside comments. */
    boolean hasParenthesis(int from, int to) {
        int behind = scanner.behind('(', from);
        return behind > from && behind <= to;
    }

    /** The offset behind the next such character, outside comments and literals. */
    int behind(char wanted, int from) {
        return scanner.behind(wanted, from);
    }
}
