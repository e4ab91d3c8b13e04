package dev.keywright.checks.frontend.javaparser;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.ComponentPatternExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Pattern;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Patterns and the cases of switches. */
final class Patterns {

    private final Unit unit;
    private final Exprs exprs;

    Patterns(Unit unit, Exprs exprs) {
        this.unit = unit;
        this.exprs = exprs;
    }

    /** @param matched the type of what is matched, for a pattern that does not say */
    Pattern convert(ComponentPatternExpr node, TypeRef matched) {
        if (node instanceof TypePatternExpr pattern) {
            TypeRef written = TypeSyntax.of(pattern.getType());
            TypeRef type = written.equals(TypeSyntax.INFERRED)
                    ? matched
                    : exprs.frame.types().resolve(written);
            String name = pattern.getNameAsString();
            Variable variable =
                    name.equals("_") ? null : exprs.stmts.locals.bind(name, type, pattern, pattern.getName());
            return new Pattern.Type(type, variable);
        }
        if (node instanceof RecordPatternExpr pattern) {
            TypeRef type = exprs.type(pattern.getType());
            List<Pattern> components = new ArrayList<>();
            List<TypeRef> componentTypes =
                    componentTypes(type, pattern.getPatternList().size());
            for (int i = 0; i < pattern.getPatternList().size(); i++) {
                components.add(convert(pattern.getPatternList().get(i), componentTypes.get(i)));
            }
            return new Pattern.Record(type, components);
        }
        return new Pattern.Any();
    }

    private List<TypeRef> componentTypes(TypeRef record, int count) {
        for (Members.Candidate constructor : unit.members.constructors(record)) {
            if (constructor.info().parameters().size() == count) {
                List<TypeRef> types = new ArrayList<>(count);
                for (int i = 0; i < count; i++) {
                    TypeRef type = constructor.parameter(i);
                    types.add(TypeVars.isVar(type) ? constructor.info().erased().get(i) : TypeVars.close(type));
                }
                return types;
            }
        }
        return java.util.Collections.nCopies(count, TypeRef.UNKNOWN);
    }

    /** @param yields where the values go; null for a statement */
    List<Stmt.Case> cases(NodeList<SwitchEntry> entries, TypeRef selector, @Nullable Yields yields) {
        List<Stmt.Case> cases = new ArrayList<>(entries.size());
        TypeScope types = exprs.frame.types();
        exprs.frame.push();
        for (SwitchEntry entry : entries) {
            exprs.frame.push();
            cases.add(convert(entry, selector, yields));
            if (entry.getType() == SwitchEntry.Type.STATEMENT_GROUP) {
                exprs.frame.popInto();
            } else {
                exprs.frame.pop();
            }
        }
        exprs.frame.pop();
        exprs.frame.types(types);
        return cases;
    }

    private Stmt.Case convert(SwitchEntry entry, TypeRef selector, @Nullable Yields yields) {
        List<Pattern> labels = new ArrayList<>(entry.getLabels().size());
        for (Expression label : entry.getLabels()) {
            labels.add(label(label, selector));
        }
        if (labels.isEmpty() || entry.isDefault()) {
            labels.add(new Pattern.Any());
        }
        Expr guard =
                entry.getGuard().map(written -> exprs.convert(written, null)).orElse(null);
        boolean arrow = entry.getType() != SwitchEntry.Type.STATEMENT_GROUP;
        if (yields != null
                && entry.getType() == SwitchEntry.Type.EXPRESSION
                && entry.getStatements().size() == 1
                && entry.getStatement(0) instanceof ExpressionStmt result) {
            Expr value = exprs.convert(result.getExpression(), yields.expected());
            yields.add(value);
            List<Stmt> body = List.of(new Stmt.Yield(value, value.span()));
            return new Stmt.Case(labels, guard, body, true, unit.span(entry));
        }
        List<Stmt> body = exprs.stmts.caseBody(entry.getStatements(), yields);
        return new Stmt.Case(labels, guard, body, arrow, unit.span(entry));
    }

    private Pattern label(Expression label, TypeRef selector) {
        if (label instanceof ComponentPatternExpr pattern) {
            return convert(pattern, selector);
        }
        if (label instanceof NameExpr name) {
            Members.FoundField constant = unit.members.field(selector, name.getNameAsString());
            if (constant != null && constant.info().isStatic()) {
                return new Pattern.Constant(new Expr.Field(
                        null,
                        TypeRef.of(constant.info().owner()),
                        name.getNameAsString(),
                        true,
                        constant.info().constant(),
                        true,
                        constant.type(),
                        unit.span(name)));
            }
        }
        return new Pattern.Constant(exprs.convert(label, selector));
    }

    /** What a for-each over a type gives. */
    TypeRef elementType(TypeRef iterable) {
        if (iterable.dims() > 0) {
            return iterable.element();
        }
        TypeRef seen = unit.hierarchy.as(iterable, "java.lang.Iterable");
        return seen == null || seen.args().isEmpty()
                ? TypeRef.UNKNOWN
                : seen.args().get(0);
    }
}
