package dev.keywright.checks.rules.endpoint;

import dev.keywright.checks.endpoint.Endpoint;
import dev.keywright.checks.endpoint.Words;
import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.Variable;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.SecretNames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the callers of an endpoint hand in: parameters, the fields of a body, and parameters that its code asks for by name. */
final class Inputs {

    private static final Set<String> ASKING = Set.of(
            "getParameter",
            "getParameterValues",
            "formParam",
            "formParamMap",
            "getFormAttribute",
            "queryParam",
            "param",
            "get",
            "getFirst",
            "getOrDefault",
            "getString",
            "path",
            "getHeader",
            "header");
    private static final int LONGEST_PHRASE = 3;

    private final Program program;
    private final SecretNames names;

    Inputs(Program program, SecretNames names) {
        this.program = program;
        this.names = names;
    }

    /** The names of everything that is handed in, split into phrases of neighbouring words; {@code password} for each password. */
    Set<String> phrases(Endpoint endpoint) {
        Set<String> phrases = new LinkedHashSet<>();
        names(endpoint).forEach(name -> addPhrases(phrases, name));
        return phrases;
    }

    private Set<String> names(Endpoint endpoint) {
        Set<String> found = new LinkedHashSet<>();
        for (Variable parameter : endpoint.method().parameters()) {
            found.add(parameter.name());
            for (Annotation annotation : parameter.annotations()) {
                annotation.values().values().forEach(value -> addLiteral(found, value));
            }
            TypeDecl body = program.type(parameter.varType().name());
            if (body != null) {
                found.add(body.simpleName());
                addFields(found, body);
                program.supertypes(body.name()).forEach(name -> {
                    TypeDecl parent = program.type(name);
                    if (parent != null) {
                        addFields(found, parent);
                    }
                });
            } else if (!parameter.varType().name().startsWith("java")) {
                found.add(parameter.varType().simpleName());
            }
        }
        Walk.expressions(endpoint.method(), expr -> {
            if (expr instanceof Expr.Call call
                    && ASKING.contains(call.method().name())
                    && !call.args().isEmpty()) {
                addLiteral(found, call.args().get(0));
            }
        });
        return found;
    }

    private static void addFields(Set<String> found, TypeDecl body) {
        for (FieldDecl field : body.fields()) {
            if (!field.isStatic()) {
                found.add(field.name());
            }
        }
    }

    private static void addLiteral(Set<String> found, Expr value) {
        if (value instanceof Expr.Literal literal && literal.value() instanceof String text) {
            found.add(text);
        } else if (value instanceof Expr.Field field && field.constant() instanceof String text) {
            found.add(text);
        }
    }

    private void addPhrases(Set<String> phrases, String name) {
        if (names.classify(name)
                .filter(verdict -> verdict.strong() && verdict.kind() == Kind.PASSWORD)
                .isPresent()) {
            phrases.add("password");
        }
        List<String> words = Words.of(name);
        for (int start = 0; start < words.size(); start++) {
            for (int end = start + 1; end <= Math.min(words.size(), start + LONGEST_PHRASE); end++) {
                phrases.add(String.join(" ", words.subList(start, end)));
            }
        }
    }
}
