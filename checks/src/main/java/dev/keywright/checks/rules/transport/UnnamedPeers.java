package dev.keywright.checks.rules.transport;

import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.rules.RuleContext;
import java.util.List;
import java.util.Set;

/**
 * TLS connections made by hand whose peer nobody asks for its name: a bare {@code SSLSocket} or {@code SSLEngine} checks the
 * certificate's chain and not the host, unless it is told to. A file that speaks of host names anywhere is believed to ask.
 */
final class UnnamedPeers {

    private static final Set<String> USES = Set.of("startHandshake", "getOutputStream", "getInputStream", "getSession");

    private UnnamedPeers() {}

    static boolean mayBeIn(SourceFile file) {
        return (file.mayMention("SSLSocketFactory", "createSSLEngine", "SSLSocket")
                        || file.mayMention("SSLContext") && file.mayMention("getSocketFactory")
                        || isNettyClient(file))
                && !file.mayMention(
                        "ndpointIdentification",
                        "ostnameVerif",
                        "HostNameVerif",
                        "verifyHost",
                        "getPeerCertificates",
                        "SSLServerSocket",
                        "TrustEngine",
                        "CertificatePinn");
    }

    /** Netty before 4.2 asks for no name; who makes the context for a client in the same file hands its handlers nothing more. */
    private static boolean isNettyClient(SourceFile file) {
        return file.mayMention("SslContext")
                && file.mayMention("forClient")
                && file.mayMention("newHandler", "newEngine");
    }

    static void check(TypeDecl type, MethodDecl method, RuleContext context) {
        if (isFactory(type)) {
            return;
        }
        Slice slice = context.slice(method);
        for (Expr.Call call : slice.calls()) {
            boolean engine = call.method().name().equals("createSSLEngine")
                    && (call.args().size() == 2 || call.args().isEmpty())
                    && slice.calls().stream().anyMatch(other -> isClientMode(other, call, slice));
            boolean socket = call.method().name().equals("createSocket")
                    && (call.args().size() >= 2 || call.args().isEmpty())
                    && isSslFactory(call, slice)
                    && slice.calls().stream().anyMatch(other -> isUse(other, call, slice));
            if (engine || socket || isNettyHandler(call, slice, context.file())) {
                context.report(Severity.WARNING, call.span(), Messages.UNNAMED_PEER, List.of(), null);
            }
        }
    }

    /** {@code sslContext.newHandler(allocator, host, port)} of a context that was made for a client. */
    private static boolean isNettyHandler(Expr.Call call, Slice slice, SourceFile file) {
        boolean makes = call.method().name().equals("newHandler")
                || call.method().name().equals("newEngine");
        if (!makes || call.receiver() == null || call.args().isEmpty() || !isNettyClient(file)) {
            return false;
        }
        return call.receiver().type().simpleName().equals("SslContext")
                && slice.calls().stream()
                        .noneMatch(other -> other.method().name().equals("forServer"));
    }

    /** A factory hands its sockets to a client that asks for the name. */
    private static boolean isFactory(TypeDecl type) {
        return type.supertypes().stream().map(TypeRef::simpleName).anyMatch(name -> name.endsWith("SocketFactory"));
    }

    private static boolean isClientMode(Expr.Call call, Expr.Call made, Slice slice) {
        return call.method().name().equals("setUseClientMode")
                && call.args().size() == 1
                && call.args().get(0) instanceof Expr.Literal literal
                && Boolean.TRUE.equals(literal.value())
                && call.receiver() != null
                && slice.madeFrom(call.receiver(), part -> part == made);
    }

    private static boolean isSslFactory(Expr.Call call, Slice slice) {
        return call.receiver() != null
                && (isSsl(call.receiver().type())
                        || slice.madeFrom(
                                call.receiver(),
                                part -> part instanceof Expr.Call made
                                        && (made.method().name().equals("getSocketFactory")
                                                || (made.method().name().equals("getDefault")
                                                        && isSsl(made.method().owner())))));
    }

    private static boolean isSsl(TypeRef type) {
        return type.simpleName().equals("SSLSocketFactory");
    }

    private static boolean isUse(Expr.Call call, Expr.Call made, Slice slice) {
        boolean used = made.args().isEmpty()
                ? call.method().name().equals("connect")
                : USES.contains(call.method().name());
        return used
                && call.receiver() != null
                && (slice.madeFrom(call.receiver(), part -> part == made)
                        || call.span().start() > made.span().end() && isKeptIn(plain(call.receiver()), made, slice));
    }

    /** {@code this.socket = factory.createSocket(host, port)}, and the field is used behind it. */
    private static boolean isKeptIn(Expr used, Expr.Call made, Slice slice) {
        return used instanceof Expr.Field field
                && slice.expressions().stream()
                        .anyMatch(part -> part instanceof Expr.Assign assign
                                && assign.target() instanceof Expr.Field kept
                                && kept.name().equals(field.name())
                                && plain(assign.value()) == made);
    }

    private static Expr plain(Expr expr) {
        return expr instanceof Expr.Cast cast ? plain(cast.operand()) : expr;
    }
}
