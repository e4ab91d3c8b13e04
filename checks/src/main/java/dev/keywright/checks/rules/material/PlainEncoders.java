package dev.keywright.checks.rules.material;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.rules.RuleContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A program's own password encoders whose answer is what they were handed: the password itself, whatever it is called there. */
final class PlainEncoders {

    private static final Set<String> ENCODING = Set.of("encode", "encodePassword");
    private static final Set<String> RENDERING = Set.of("toString", "valueOf", "trim", "strip");

    private PlainEncoders() {}

    /** The type of encoder that a class is. */
    static Optional<TypeRef> contract(TypeDecl type) {
        return type.supertypes().stream()
                .filter(parent -> parent.simpleName().endsWith("PasswordEncoder"))
                .findFirst();
    }

    static void check(TypeDecl type, RuleContext context) {
        TypeRef contract =
                context.file().mayMention("PasswordEncoder") ? contract(type).orElse(null) : null;
        if (contract == null) {
            return;
        }
        for (MethodDecl method : type.methods()) {
            if (method.body() == null || !isEncoding(method)) {
                continue;
            }
            for (Expr result : Walk.returned(method)) {
                if (isHandedIn(result, method)) {
                    boolean named = !type.simpleName().isEmpty();
                    context.report(
                            result.span(),
                            Messages.plainEncoder(named ? type.simpleName() : contract.simpleName()),
                            List.of());
                }
            }
        }
    }

    private static boolean isEncoding(MethodDecl method) {
        return ENCODING.contains(method.name()) && !method.parameters().isEmpty();
    }

    /** The first parameter itself, or its text. */
    private static boolean isHandedIn(Expr expr, MethodDecl method) {
        if (expr instanceof Expr.Local local) {
            return local.id() == method.parameters().get(0).id();
        }
        if (expr instanceof Expr.Cast cast) {
            return isHandedIn(cast.operand(), method);
        }
        if (!(expr instanceof Expr.Call call)
                || !RENDERING.contains(call.method().name())) {
            return false;
        }
        Expr text = call.args().size() == 1 ? call.args().get(0) : call.receiver();
        return text != null && isHandedIn(text, method);
    }
}
