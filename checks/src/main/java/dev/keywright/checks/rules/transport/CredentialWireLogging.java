package dev.keywright.checks.rules.transport;

import com.google.auto.service.AutoService;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Statements;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.rules.DeclarationRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Flags HTTP clients and servers that are told to log headers or bodies: every credential on the wire is in the log then. */
@AutoService(Rule.class)
public final class CredentialWireLogging implements DeclarationRule {

    private static final RuleInfo INFO = new RuleInfo(
            "CredentialWireLogging",
            List.of(532),
            Severity.WARNING,
            "Flags HTTP clients and servers that are told to log headers or bodies without redaction.");

    private static final Set<String> REDACTING = Set.of("redactHeader", "setHeaderPredicate", "redactQueryParams");
    private static final Set<String> WIRE_CATEGORIES = Set.of(
            "org.apache.http.wire",
            "org.apache.http.headers",
            "org.apache.hc.client5.http.wire",
            "org.apache.hc.client5.http.headers",
            "httpclient.wire",
            "httpclient.wire.header",
            "httpclient.wire.content",
            "software.amazon.awssdk.request");
    private static final Pattern JDK_CLIENT = Pattern.compile(".*\\b(headers|all|content)\\b.*");
    private static final Pattern DEBUGGED = Pattern.compile("all|.*(plaintext|data|packet).*");
    private static final Set<String> DUMPING =
            Set.of("RequestDumpingHandler", "RequestDumperFilter", "LoggingInInterceptor", "LoggingOutInterceptor");

    private static final Set<String> TALKATIVE = Set.of("DEBUG", "TRACE", "ALL", "FINE", "FINER", "FINEST");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TypeDecl type, RuleContext context) {
        if (!context.file()
                .mayMention(
                        "Level",
                        "wiretap",
                        "IncludeHeaders",
                        "IncludePayload",
                        "RequestDetails",
                        "wire",
                        "headers",
                        "Dump",
                        "Verbosity",
                        "LogActivity",
                        "Interceptor")) {
            return;
        }
        for (MethodDecl method : type.methods()) {
            List<Expr> expressions = new ArrayList<>();
            Walk.expressions(method, expressions::add);
            if (context.file().mayMention("BuildConfig")) {
                expressions.removeAll(whileDebugging(method));
            }
            checkAll(expressions, context);
        }
        List<Expr> initializers = new ArrayList<>();
        type.fields().stream()
                .filter(field -> field.initializer() != null)
                .forEach(field -> Walk.expressions(field.initializer(), initializers::add));
        checkAll(initializers, context);
    }

    /** What stands behind {@code BuildConfig.DEBUG}: a constant of Android's that is false in what is released. */
    private static Set<Expr> whileDebugging(MethodDecl method) {
        Set<Expr> found = Collections.newSetFromMap(new IdentityHashMap<>());
        Statements.everywhere(method.body(), stmt -> {
            if (stmt instanceof Stmt.If test && isDebugBuild(test.condition())) {
                Walk.expressions(test.then(), found::add);
            }
        });
        Walk.expressions(method, expr -> {
            if (expr instanceof Expr.Conditional choice && isDebugBuild(choice.condition())) {
                Walk.expressions(choice.then(), found::add);
            }
        });
        return found;
    }

    private static boolean isDebugBuild(Expr condition) {
        return condition instanceof Expr.Field field
                && field.name().equals("DEBUG")
                && field.owner().simpleName().equals("BuildConfig");
    }

    /** Whoever redacts in the same code is believed to redact the right header. */
    private static void checkAll(List<Expr> expressions, RuleContext context) {
        boolean redacts = expressions.stream()
                .anyMatch(expr -> expr instanceof Expr.Call call
                        && REDACTING.contains(call.method().name()));
        if (!redacts) {
            // A level that is asked for something, or compared with, is not chosen.
            Set<Expr> asked = Collections.newSetFromMap(new IdentityHashMap<>());
            for (Expr expr : expressions) {
                if (expr instanceof Expr.Call call && call.receiver() != null) {
                    asked.add(call.receiver());
                } else if (expr instanceof Expr.Binary compared) {
                    asked.add(compared.left());
                    asked.add(compared.right());
                }
            }
            expressions.stream()
                    .filter(expr -> !asked.contains(expr) || expr instanceof Expr.Call)
                    .forEach(expr -> check(expr, context));
        }
    }

    private static void check(Expr expr, RuleContext context) {
        if (expr instanceof Expr.Call call) {
            checkCall(call, context);
        } else if (expr instanceof Expr.Field field
                && (field.name().equals("FULL") || field.name().equals("HEADERS"))
                && field.owner().name().endsWith("Logger.Level")) {
            report(context, field, "Feign's level " + field.name());
        } else if (expr instanceof Expr.Field field
                && (field.name().equals("PAYLOAD_ANY") || field.name().equals("PAYLOAD_TEXT"))
                && field.owner().simpleName().equals("Verbosity")) {
            report(context, field, "Jersey's verbosity " + field.name());
        } else if (expr instanceof Expr.New made && DUMPING.contains(made.type().simpleName()) && made.body() == null) {
            report(context, made, "'" + made.type().simpleName() + "'");
        }
    }

    private static void checkCall(Expr.Call call, RuleContext context) {
        String name = call.method().name();
        Expr first = call.args().isEmpty() ? null : call.args().get(0);
        if ((name.equals("setLevel") || name.equals("level")) && first instanceof Expr.Field level && isOkHttp(level)) {
            report(context, first, "OkHttp's level " + level.name());
        } else if (name.equals("setLevel") && isTalkative(call)) {
            String category = wireCategory(call);
            if (category != null) {
                report(context, call, "The category '" + category + "'");
            }
        } else if (name.equals("wiretap") && (isTrue(first) || call.args().size() > 1 && !isHandedOn(call))) {
            report(context, call, "'wiretap'");
        } else if (isTrue(first)
                && (name.equals("setIncludeHeaders")
                        || name.equals("setIncludePayload")
                        || name.equals("enableLoggingRequestDetails"))) {
            report(context, call, "'" + name + "'");
        } else if (isTrue(first) && name.equals("setLogActivity")) {
            report(context, call, "'setLogActivity'");
        } else if (name.equals("setProperty")
                && call.args().size() == 2
                && isText(first, "jdk.httpclient.HttpClient.log")
                && call.args().get(1) instanceof Expr.Literal what
                && JDK_CLIENT.matcher(String.valueOf(what.value())).matches()) {
            report(context, call, "The property 'jdk.httpclient.HttpClient.log'");
        } else if (name.equals("setProperty")
                && call.args().size() == 2
                && isText(first, "javax.net.debug")
                && call.args().get(1) instanceof Expr.Literal what
                && DEBUGGED.matcher(String.valueOf(what.value())).matches()) {
            report(context, call, "The property 'javax.net.debug'");
        } else if (call.args().size() == 2
                && first instanceof Expr.Literal category
                && category.value() instanceof String text
                && WIRE_CATEGORIES.stream().anyMatch(text::endsWith)
                && name.equals("setProperty")) {
            report(context, call, "The category '" + text + "'");
        }
    }

    /** {@code getLogger("org.apache.http.wire").setLevel(Level.DEBUG)}. */
    private static boolean isTalkative(Expr.Call call) {
        return call.args().stream()
                .anyMatch(level -> level instanceof Expr.Field field && TALKATIVE.contains(field.name()));
    }

    private static @Nullable String wireCategory(Expr.Call call) {
        String[] found = new String[1];
        Walk.expressions(call, part -> {
            if (part instanceof Expr.Literal literal
                    && literal.value() instanceof String text
                    && WIRE_CATEGORIES.stream().anyMatch(text::endsWith)) {
                found[0] = text;
            }
        });
        return found[0];
    }

    private static boolean isOkHttp(Expr.Field level) {
        return level.owner().name().endsWith("HttpLoggingInterceptor.Level")
                && (level.name().equals("BODY") || level.name().equals("HEADERS"));
    }

    private static boolean isText(@Nullable Expr expr, String text) {
        return expr instanceof Expr.Literal literal && text.equals(literal.value());
    }

    /** {@code client.wiretap(category, level)} in a method that was handed both: whoever calls that one has chosen. */
    private static boolean isHandedOn(Expr.Call call) {
        return call.args().stream().allMatch(Expr.Local.class::isInstance);
    }

    private static boolean isTrue(@Nullable Expr expr) {
        return expr instanceof Expr.Literal literal && Boolean.TRUE.equals(literal.value());
    }

    private static void report(RuleContext context, Expr at, String what) {
        context.report(at.span(), Messages.wireLogging(what), List.of());
    }
}
