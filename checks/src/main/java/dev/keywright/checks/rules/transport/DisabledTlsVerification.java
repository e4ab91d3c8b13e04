package dev.keywright.checks.rules.transport;

import com.google.auto.service.AutoService;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.Statements;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Variable;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.ir.Words;
import dev.keywright.checks.rules.DeclarationRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Flags trust managers, trust strategies and host name verifiers that can refuse nobody, and the switches of HTTP clients
 * that turn verification off: whoever sits on the way then reads every credential that is sent.
 */
@AutoService(Rule.class)
public final class DisabledTlsVerification implements DeclarationRule {

    private static final RuleInfo INFO = new RuleInfo(
            "DisabledTlsVerification",
            List.of(295),
            Severity.ERROR,
            "Flags trust managers and host name verifiers that accept everybody, and clients told to skip verification.");

    /** Every way of switching the check off says one of these itself. */
    private static final Words ABOUT_TLS = Words.holding(
            "rust",
            "ostname",
            "erif",
            "ndpoint",
            "ssl",
            "Ssl",
            "SSL",
            "HTTPS",
            "Insecure",
            "insecure",
            "smtps",
            "imaps",
            "starttls",
            "mail.transport.protocol");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TypeDecl type, RuleContext context) {
        if (!context.file().mayMention(ABOUT_TLS)) {
            return;
        }
        Set<Expr> platformChecks = Collections.newSetFromMap(new IdentityHashMap<>());
        boolean told = false;
        for (MethodDecl method : type.methods()) {
            if (context.file().mayMention(ABOUT_TLS, method.span())) {
                // Its overloads are one manager that trusts everybody: an error once.
                told |= checkVerdict(type, method, told, context);
                Walk.expressions(method, expr -> noteBuiltIn(expr, platformChecks));
                Walk.expressions(method, expr -> {
                    if (!platformChecks.contains(expr)) {
                        checkUse(type, expr, context);
                    }
                });
            }
            if (method.body() != null) {
                if (UnnamedPeers.mayBeIn(context.file())) {
                    UnnamedPeers.check(type, method, context);
                }
                HostNames.check(method, context);
            }
        }
        for (FieldDecl field : type.fields()) {
            if (field.initializer() != null) {
                Walk.expressions(field.initializer(), expr -> checkUse(type, expr, context));
            }
        }
    }

    /** {@code policy == BUILTIN ? accept : verify}: where the platform itself verifies, a second look is not missed. */
    private static void noteBuiltIn(Expr expr, Set<Expr> platformChecks) {
        if (expr instanceof Expr.Conditional choice && mentionsPolicy(choice.condition())) {
            platformChecks.add(choice.then());
            platformChecks.add(choice.otherwise());
        }
    }

    private static boolean mentionsPolicy(Expr condition) {
        return Walk.any(
                condition,
                part -> part instanceof Expr.Field field
                        && field.type().simpleName().equals("HostnameVerificationPolicy"));
    }

    private static boolean checkVerdict(TypeDecl type, MethodDecl method, boolean again, RuleContext context) {
        Stmt.Block body = method.body();
        if (body == null) {
            return false;
        }
        if (method.name().equals("checkServerTrusted")
                && inherits(type, "X509TrustManager", context.program())
                && !Acceptance.mayRefuse(body)) {
            report(type, context, method, again, "This trust manager accepts every server certificate");
        } else if (method.name().equals("verify")
                && method.parameters().size() == 2
                && inherits(type, "HostnameVerifier", context.program())
                && Acceptance.alwaysTrue(body)) {
            report(type, context, method, again, "This host name verifier accepts every host");
        } else if (method.name().equals("isTrusted")
                && inherits(type, "TrustStrategy", context.program())
                && Acceptance.alwaysTrue(body)) {
            report(type, context, method, again, "This trust strategy accepts every server certificate");
        } else if (method.name().equals("onReceivedSslError")
                && method.parameters().size() == 3
                && proceeds(body, method.parameters().get(1))) {
            report(type, context, method, again, "This web view goes on with every server certificate");
        } else {
            return false;
        }
        return true;
    }

    /** {@code handler.proceed()} as a step of its own: nobody is asked, and no error is told from another. */
    private static boolean proceeds(Stmt.Block body, Variable handler) {
        for (Stmt step : body.statements()) {
            if (step instanceof Stmt.Expression expression
                    && expression.expr() instanceof Expr.Call call
                    && call.method().name().equals("proceed")
                    && call.receiver() instanceof Expr.Local local
                    && local.id() == handler.id()) {
                return true;
            }
            if (Walk.any(step, Expr.Lambda.class::isInstance)
                    || Statements.endsMethod(step)
                    || step instanceof Stmt.If) {
                return false;
            }
        }
        return false;
    }

    /** A verifier that makes its own only instance is told of once, where it accepts everybody. */
    private static void checkUse(TypeDecl type, Expr expr, RuleContext context) {
        if (expr instanceof Expr.Lambda lambda) {
            checkLambda(type, lambda, context);
        } else if (expr instanceof Expr.MethodReference reference) {
            checkReference(type, reference, context);
        } else if (expr instanceof Expr.Field field) {
            report(type, context, expr, InsecureSwitches.constant(field));
        } else if (expr instanceof Expr.Literal) {
            String what = InsecureSwitches.text(expr);
            if (!what.isEmpty()) {
                report(type, context, expr, what + " accepts every server certificate");
            }
        } else if (expr instanceof Expr.New made && !made.type().simpleName().equals(type.simpleName())) {
            report(type, context, expr, InsecureSwitches.made(made));
        } else if (expr instanceof Expr.Call call) {
            for (Expr argument : call.args()) {
                if (argument instanceof Expr.MethodReference reference
                        && reference.type().simpleName().equals("?")
                        && InsecureSwitches.takesVerifier(call)
                        && acceptsAll(reference, context)) {
                    report(type, context, reference, "This verifier accepts everybody");
                }
                if (argument instanceof Expr.Lambda lambda
                        && lambda.type().simpleName().equals("?")
                        && InsecureSwitches.takesVerifier(call)
                        && Acceptance.alwaysTrue(lambda.body())) {
                    report(type, context, lambda, "This verifier accepts everybody");
                }
            }
            report(type, context, expr, InsecureSwitches.call(call));
        }
    }

    /** {@code setHostnameVerifier(this::anyHost)}: a method of the program's own that says yes to all. */
    private static void checkReference(TypeDecl type, Expr.MethodReference reference, RuleContext context) {
        String wanted = reference.type().simpleName();
        if ((wanted.equals("HostnameVerifier") || wanted.equals("TrustStrategy")) && acceptsAll(reference, context)) {
            report(type, context, reference, "This verifier accepts everybody");
        }
    }

    private static boolean acceptsAll(Expr.MethodReference reference, RuleContext context) {
        MethodDecl method = context.program().method(reference.method());
        return method != null && method.body() != null && Acceptance.alwaysTrue(method.body());
    }

    private static void checkLambda(TypeDecl type, Expr.Lambda lambda, RuleContext context) {
        String wanted = lambda.type().simpleName();
        if ((wanted.equals("HostnameVerifier") || wanted.equals("TrustStrategy"))
                && Acceptance.alwaysTrue(lambda.body())) {
            report(
                    type,
                    context,
                    lambda,
                    wanted.equals("HostnameVerifier")
                            ? "This host name verifier accepts every host"
                            : "This trust strategy accepts every server certificate");
        }
    }

    /** Also for a supertype that only its simple name is known of. */
    private static boolean inherits(TypeDecl type, String simpleName, Program program) {
        return type.supertypes().stream().anyMatch(parent -> is(parent, simpleName))
                || program.supertypes(type.name()).stream().map(TypeRef::of).anyMatch(parent -> is(parent, simpleName));
    }

    private static boolean is(TypeRef type, String simpleName) {
        String name = type.simpleName();
        return name.equals(simpleName) || name.equals(simpleName.replace("X509", "X509Extended"));
    }

    private static void report(TypeDecl type, RuleContext context, MethodDecl method, boolean again, String what) {
        boolean askedFor = new OptIn(context.program()).isAskedFor(type);
        report(context, method.nameSpan(), what, askedFor, again);
    }

    private static void report(TypeDecl type, RuleContext context, Expr expr, String what) {
        if (!what.isEmpty()) {
            report(context, expr.span(), what, new OptIn(context.program()).isAskedFor(type, expr), false);
        }
    }

    /** What somebody has to ask for by a switch is said, and stops nothing. */
    private static void report(RuleContext context, Span span, String what, boolean askedFor, boolean again) {
        context.report(
                askedFor || again ? Severity.WARNING : Severity.ERROR,
                span,
                askedFor ? Messages.tlsSwitch(what) : Messages.tls(what),
                List.of(),
                null);
    }
}
