package dev.keywright.checks.frontend.javac;

import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Trees by the offset that the compiler puts its caret under, or as near to it as can be. The compiler reports at trees only,
 * and points at a tree's operator or name, not at its start.
 */
public final class Anchors {

    private record Anchor(Tree tree, int rank) {}

    private final TreeMap<Integer, Anchor> anchors = new TreeMap<>();

    Anchors() {}

    void put(int offset, Tree tree) {
        if (offset >= 0) {
            anchors.merge(offset, new Anchor(tree, rank(tree)), (a, b) -> b.rank() < a.rank() ? b : a);
        }
    }

    /** The tree to report at for a finding that starts at an offset: the one there, else the nearest before it. */
    public @Nullable Tree at(int offset) {
        Map.Entry<Integer, Anchor> found = anchors.floorEntry(offset);
        return found == null ? null : found.getValue().tree();
    }

    /** Zero for trees whose caret stands under their first character. */
    private static int rank(Tree tree) {
        return switch (tree.getKind()) {
            case IDENTIFIER, NEW_CLASS, NEW_ARRAY, TYPE_CAST, ANNOTATION, SWITCH_EXPRESSION -> 0;
            case STRING_LITERAL, INT_LITERAL, LONG_LITERAL, CHAR_LITERAL, NULL_LITERAL -> 0;
            case BOOLEAN_LITERAL, DOUBLE_LITERAL, FLOAT_LITERAL -> 0;
            case LOGICAL_COMPLEMENT, UNARY_MINUS, UNARY_PLUS, BITWISE_COMPLEMENT -> 0;
            case RETURN, IF, THROW, TRY, SWITCH, WHILE_LOOP, FOR_LOOP, BLOCK -> 0;
            case METHOD, VARIABLE -> 1;
            case MEMBER_SELECT, CLASS, INTERFACE, ENUM, RECORD -> 2;
            default -> tree instanceof UnaryTree ? 3 : 4;
        };
    }
}
