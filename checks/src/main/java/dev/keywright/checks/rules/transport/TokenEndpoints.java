package dev.keywright.checks.rules.transport;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Statements;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.models.SecretNames;
import dev.keywright.checks.rules.RuleContext;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The address that hands tokens out, by its name: whatever is sent there is a credential, and so is what it answers. */
final class TokenEndpoints {

    private static final Set<String> ADDRESSES = Set.of("url", "uri", "endpoint", "address");

    private TokenEndpoints() {}

    static void check(TypeDecl type, Predicate<Expr> isPlain, RuleContext context) {
        for (FieldDecl field : type.fields()) {
            if (field.initializer() != null && isNamed(field.name()) && isPlain.test(field.initializer())) {
                context.report(field.initializer().span(), Messages.plainHttp(Messages.TOKEN), List.of());
            }
        }
        for (MethodDecl method : type.methods()) {
            if (method.body() != null && isNamed(method.name())) {
                Statements.each(method.body(), stmt -> {
                    if (stmt instanceof Stmt.Return answer
                            && answer.value() instanceof Expr.Literal literal
                            && isPlain.test(literal)) {
                        context.report(literal.span(), Messages.plainHttp(Messages.TOKEN), List.of());
                    }
                });
            }
        }
    }

    /** {@code ACCESS_TOKEN_URL}, {@code getAccessTokenEndpoint}; {@code TOKEN_TYPE_URI} names a kind of token. */
    private static boolean isNamed(String name) {
        List<String> words = SecretNames.split(name);
        int last = words.size() - 1;
        return last > 0
                && ADDRESSES.contains(words.get(last))
                && words.get(last - 1).equals("token");
    }
}
