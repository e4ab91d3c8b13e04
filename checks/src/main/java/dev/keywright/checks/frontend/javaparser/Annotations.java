package dev.keywright.checks.frontend.javaparser;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Annotations as written. */
final class Annotations {

    private final Unit unit;
    private final Exprs exprs;

    Annotations(Unit unit, Exprs exprs) {
        this.unit = unit;
        this.exprs = exprs;
    }

    List<Annotation> of(NodeList<AnnotationExpr> nodes) {
        if (nodes.isEmpty()) {
            return List.of();
        }
        List<Annotation> annotations = new ArrayList<>(nodes.size());
        for (AnnotationExpr node : nodes) {
            annotations.add(of(node));
        }
        return annotations;
    }

    Annotation of(AnnotationExpr node) {
        Map<String, Expr> values = new LinkedHashMap<>();
        TypeRef type = exprs.frame.types().resolve(TypeRef.unresolved(node.getNameAsString()));
        if (node instanceof SingleMemberAnnotationExpr single) {
            values.put("value", exprs.convert(single.getMemberValue(), attribute(type, "value")));
        } else if (node instanceof NormalAnnotationExpr normal) {
            for (MemberValuePair pair : normal.getPairs()) {
                String name = pair.getNameAsString();
                values.put(name, exprs.convert(pair.getValue(), attribute(type, name)));
            }
        }
        return new Annotation(type, values, unit.span(node));
    }

    private TypeRef attribute(TypeRef annotation, String name) {
        List<Members.Candidate> found = unit.members.methods(annotation, name);
        return found.isEmpty() ? TypeRef.UNKNOWN : found.get(0).info().erasedReturn();
    }
}
