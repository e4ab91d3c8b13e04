package dev.keywright.checks.frontend.javaparser;

import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import dev.keywright.checks.ir.TypeRef;
import org.jspecify.annotations.Nullable;

/** Values and types of literals. A literal that no compiler would accept has no value. */
final class Literals {

    private Literals() {}

    static @Nullable Object value(LiteralExpr literal) {
        try {
            if (literal instanceof TextBlockLiteralExpr block) {
                return block.translateEscapes();
            }
            if (literal instanceof StringLiteralExpr text) {
                String raw = text.getValue();
                return raw.indexOf('\\') < 0 ? raw : text.asString();
            }
            if (literal instanceof IntegerLiteralExpr number) {
                return (int) integer(number.getValue(), 0xFFFF_FFFFL);
            }
            if (literal instanceof LongLiteralExpr number) {
                String text = number.getValue();
                return integer(text.substring(0, text.length() - 1), -1);
            }
            if (literal instanceof CharLiteralExpr character) {
                return character.asChar();
            }
            if (literal instanceof BooleanLiteralExpr bool) {
                return bool.getValue();
            }
            if (literal instanceof DoubleLiteralExpr number) {
                String text = number.getValue().replace("_", "");
                boolean hex = text.startsWith("0x") || text.startsWith("0X");
                char last = text.charAt(text.length() - 1);
                if ((last == 'f' || last == 'F') && !(hex && text.indexOf('p') < 0 && text.indexOf('P') < 0)) {
                    return Float.parseFloat(text);
                }
                return Double.parseDouble(text);
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return null;
        }
        return null;
    }

    private static long integer(String written, long mask) {
        String text = written.replace("_", "");
        if (text.length() > 1 && text.charAt(0) == '0') {
            char second = text.charAt(1);
            if (second == 'x' || second == 'X') {
                return Long.parseUnsignedLong(text.substring(2), 16) & mask;
            }
            if (second == 'b' || second == 'B') {
                return Long.parseUnsignedLong(text.substring(2), 2) & mask;
            }
            return Long.parseUnsignedLong(text, 8) & mask;
        }
        return Long.parseUnsignedLong(text) & mask;
    }

    static TypeRef type(LiteralExpr literal) {
        if (literal instanceof TextBlockLiteralExpr || literal instanceof StringLiteralExpr) {
            return TypeRef.STRING;
        }
        if (literal instanceof IntegerLiteralExpr) {
            return Names.INT;
        }
        if (literal instanceof LongLiteralExpr) {
            return Names.LONG;
        }
        if (literal instanceof CharLiteralExpr) {
            return Names.CHAR;
        }
        if (literal instanceof BooleanLiteralExpr) {
            return Names.BOOLEAN;
        }
        if (literal instanceof DoubleLiteralExpr number) {
            return value(number) instanceof Float ? Names.FLOAT : Names.DOUBLE;
        }
        return Names.NULL;
    }
}
