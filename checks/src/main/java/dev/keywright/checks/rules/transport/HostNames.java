package dev.keywright.checks.rules.transport;

import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.Statements;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.rules.RuleContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Clients that compare the certificate with the host's name only when they are told to: JavaMail before Jakarta's, RabbitMQ's
 * with a context of one's own; and a host name verifier whose answer nobody looks at.
 */
final class HostNames {

    /** What turns TLS on in JavaMail; the protocol may stand before it, put together elsewhere. */
    private static final Pattern TLS_ON = Pattern.compile(
            "(mail\\.\\w+)?\\.(ssl\\.enable|starttls\\.(enable|required)|ssl\\.socketfactory(\\.\\w+)?|socketfactory\\.class)"
                    + "|mail\\.(smtps|imaps|pop3s)\\.(host|auth|port)");

    private static final Set<String> PROTOCOLS = Set.of("smtps", "imaps", "pop3s");

    private HostNames() {}

    static void check(MethodDecl method, RuleContext context) {
        SourceFile file = context.file();
        // Jakarta's asks for the name by itself.
        if (file.mayMention("mail.", "smtps", "imaps", "pop3s")
                && file.mayMention("javax")
                && !file.mayMention("jakarta", "heckserveridentity", "heckServerIdentity", "HECKSERVER")) {
            mail(method, context);
        }
        if (file.mayMention("useSslProtocol") && !file.mayMention("enableHostnameVerification")) {
            Walk.expressions(method, expr -> {
                if (expr instanceof Expr.Call call && isRabbit(call)) {
                    context.report(Severity.WARNING, call.span(), Messages.UNNAMED_BROKER, List.of(), null);
                }
            });
        }
        if (file.mayMention("HostnameVerifier")) {
            Statements.everywhere(method.body(), stmt -> {
                if (stmt instanceof Stmt.Expression alone
                        && alone.expr() instanceof Expr.Call call
                        && isVerification(call)) {
                    context.report(
                            call.span(),
                            Messages.tls("Nobody looks at what this host name verifier answers"),
                            List.of());
                }
            });
        }
    }

    /** Told once in a file: one more property mends it. */
    private static void mail(MethodDecl method, RuleContext context) {
        Expr.Call[] first = new Expr.Call[1];
        if (Walk.any(method, part -> part instanceof Expr.Call call && trusts(call))) {
            return; // which hosts are trusted is said there, and told there when it is all of them
        }
        Walk.expressions(method, expr -> {
            if (expr instanceof Expr.Call call
                    && turnsTlsOn(call)
                    && (first[0] == null
                            || call.span().start() < first[0].span().start())) {
                first[0] = call;
            }
        });
        if (first[0] != null) {
            String file = context.file().path();
            context.reportOnce(file, Severity.WARNING, first[0].span(), Messages.UNNAMED_MAIL_HOST, List.of());
        }
    }

    private static boolean trusts(Expr.Call call) {
        return call.args().size() == 2 && ending(call.args().get(0)).endsWith(".ssl.trust");
    }

    private static boolean turnsTlsOn(Expr.Call call) {
        String name = call.method().name();
        if (call.args().size() == 1 && (name.equals("getTransport") || name.equals("getStore"))) {
            return PROTOCOLS.contains(ending(call.args().get(0)));
        }
        boolean puts = name.equals("put") || name.equals("setProperty");
        if (!puts || call.args().size() != 2) {
            return false;
        }
        String key = ending(call.args().get(0)).toLowerCase(Locale.ROOT);
        Expr value = call.args().get(1);
        if (key.equals("mail.transport.protocol") || key.equals("mail.store.protocol")) {
            // A protocol that is chosen elsewhere may be the one with TLS.
            return value instanceof Expr.Literal literal
                    ? String.valueOf(literal.value()).endsWith("s")
                    : !(value instanceof Expr.Field field && field.constant() != null);
        }
        boolean off = value instanceof Expr.Literal literal
                && String.valueOf(literal.value()).equals("false");
        return !off && TLS_ON.matcher(key).matches();
    }

    /** The written end of a text: of {@code prefix + ".ssl.enable"} what stands last. */
    private static String ending(Expr expr) {
        Expr last = expr instanceof Expr.Concat text && !text.parts().isEmpty()
                ? text.parts().get(text.parts().size() - 1)
                : expr;
        Object written = last instanceof Expr.Literal literal
                ? literal.value()
                : last instanceof Expr.Field field ? field.constant() : null;
        return written instanceof String text ? text : "";
    }

    /** With the name of a protocol alone it trusts everybody, which is told otherwise. */
    private static boolean isRabbit(Expr.Call call) {
        return call.method().name().equals("useSslProtocol")
                && !call.args().isEmpty()
                && !call.args().get(0).type().isString()
                && !(call.args().get(0) instanceof Expr.Literal);
    }

    /** The platform's interface answers; others of the name throw. */
    private static boolean isVerification(Expr.Call call) {
        TypeRef type =
                call.receiver() == null ? TypeRef.UNKNOWN : call.receiver().type();
        return call.method().name().equals("verify")
                && call.args().size() == 2
                && type.name().equals("javax.net.ssl.HostnameVerifier");
    }
}
