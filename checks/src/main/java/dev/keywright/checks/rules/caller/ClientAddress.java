package dev.keywright.checks.rules.caller;

import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Naming;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.Statements;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.Variable;
import dev.keywright.checks.ir.Walk;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a value is an address that the caller wrote into a header, also through helpers that return it. */
final class ClientAddress {

    private static final int DEEPEST = 3;
    /** {@code trustedIps}: of proxies only where the peer's own address is looked for among them. */
    private static final Pattern ADDRESSES =
            Pattern.compile("trusted_?(client_?)?(ips?|ip_?(addresses|prefixes|list|ranges)|addresses|hosts)");

    private static final Pattern PEER = Pattern.compile(".*remote_?(addr(ess)?|host|ip|user)");

    /** {@code request.headers().get(…)}, {@code headers.get(…)}, {@code metadata.get(…)}. */
    private static final Pattern HOLDERS = Pattern.compile("(?i).*(headers?|metadata)");

    private static final Set<String> HEADERS = Set.of(
            "x-forwarded-for",
            "x-real-ip",
            "x-client-ip",
            "client-ip",
            "true-client-ip",
            "cf-connecting-ip",
            "x-originating-ip",
            "x-remote-ip",
            "x-remote-addr",
            "x-cluster-client-ip",
            "forwarded",
            "proxy-client-ip",
            "wl-proxy-client-ip",
            "http_x_forwarded_for",
            "http_client_ip");

    private static final Set<String> ASKING =
            Set.of("equals", "contains", "startsWith", "matches", "isLoopbackAddress", "isSiteLocalAddress");

    private final Program program;
    private final Map<Integer, String> injected = new HashMap<>();

    /** For values of one method. */
    ClientAddress(Program program, MethodDecl method) {
        this.program = program;
        for (Variable parameter : method.parameters()) {
            for (Annotation annotation : parameter.annotations()) {
                Expr name = annotation.value("value") != null ? annotation.value("value") : annotation.value("name");
                if (name instanceof Expr.Literal literal
                        && literal.value() instanceof String text
                        && HEADERS.contains(text.toLowerCase(Locale.ROOT))) {
                    injected.put(parameter.id(), text);
                }
            }
        }
    }

    /** Whether any code of a program can read such a header at all. */
    static boolean mayBeIn(Program program) {
        return program.mayMention("orwarded")
                || program.mayMention("ORWARDED")
                || program.mayMention("-IP")
                || program.mayMention("-ip");
    }

    /** The header that a value is made from; null when it is made from none. */
    @Nullable
    String header(Expr value, Slice slice) {
        return header(value, slice, 0);
    }

    private @Nullable String header(Expr value, Slice slice, int depth) {
        String[] found = new String[1];
        slice.madeFrom(value, part -> {
            if (found[0] != null) {
                return true;
            }
            if (depth == 0 && part instanceof Expr.Local local) {
                found[0] = injected.get(local.id());
            } else if (part instanceof Expr.Call call) {
                found[0] = read(call, slice);
                if (found[0] == null && depth < DEEPEST) {
                    found[0] = returned(call, depth);
                }
            }
            return found[0] != null;
        });
        return found[0];
    }

    private @Nullable String read(Expr.Call call, Slice slice) {
        String name = call.method().name().toLowerCase(Locale.ROOT);
        if (name.equals("map") && call.args().size() == 1 && call.receiver() != null) {
            return readsHeaderOfEach(call.args().get(0)) ? named(call.receiver(), slice) : null;
        }
        boolean ofHeaders = (name.equals("get") || name.equals("getvalue") || name.equals("getstring"))
                && HOLDERS.matcher(Naming.ofRead(call.receiver())).matches();
        if (!name.contains("header") && !name.equals("getfirst") && !ofHeaders) {
            return null;
        }
        for (Expr argument : call.args()) {
            String header = named(argument, slice);
            if (header != null) {
                return header;
            }
        }
        return null;
    }

    /** {@code names.map(request::getHeader)}: each of the names is a header that is read. */
    private static boolean readsHeaderOfEach(Expr step) {
        return step instanceof Expr.MethodReference reference
                        && reference.method().name().toLowerCase(Locale.ROOT).contains("header")
                || step instanceof Expr.Lambda lambda
                        && lambda.parameters().size() == 1
                        && Walk.any(
                                lambda.body(),
                                part -> readsHeader(part)
                                        && part instanceof Expr.Call read
                                        && read.args().size() == 1
                                        && read.args().get(0) instanceof Expr.Local local
                                        && local.id()
                                                == lambda.parameters().get(0).id());
    }

    /** The header of an address that a text, a key or one of a list is called. */
    private @Nullable String named(Expr expr, Slice slice) {
        String[] header = new String[1];
        slice.madeFrom(expr, part -> {
            header[0] = listed(part);
            return header[0] != null;
        });
        return header[0];
    }

    /** Also for {@code FORWARDED = Metadata.Key.of("x-forwarded-for", …)} and a constant array or list of such names. */
    private @Nullable String listed(Expr part) {
        if (part instanceof Expr.Literal literal) {
            return header(literal.value());
        }
        if (!(part instanceof Expr.Field field)) {
            return null;
        }
        FieldDecl constant =
                field.constant() == null ? program.field(field.owner().name(), field.name()) : null;
        if (constant == null || !constant.isFinal() || constant.initializer() == null) {
            return header(field.constant());
        }
        String[] found = new String[1];
        Walk.any(constant.initializer(), each -> {
            found[0] = each instanceof Expr.Literal literal ? header(literal.value()) : null;
            return found[0] != null;
        });
        return found[0];
    }

    private static @Nullable String header(@Nullable Object constant) {
        return constant instanceof String text && HEADERS.contains(text.toLowerCase(Locale.ROOT)) ? text : null;
    }

    /** The header that a method reads anywhere, for one whose answer is what a limit counts by. */
    @Nullable
    String readAnywhere(Slice slice) {
        for (Expr.Call call : slice.calls()) {
            String header = read(call, slice);
            if (header != null) {
                return header;
            }
        }
        return null;
    }

    private @Nullable String returned(Expr.Call call, int depth) {
        MethodDecl helper = program.method(call.method());
        if (helper == null || helper.body() == null || !helper.returnType().isString() || asksForTrust(helper)) {
            return null;
        }
        Slice inner = new Slice(helper);
        String[] header = new String[1];
        Statements.each(helper.body(), stmt -> {
            if (header[0] == null && stmt instanceof Stmt.Return returned && returned.value() != null) {
                header[0] = header(returned.value(), inner, depth + 1);
            }
        });
        return header[0];
    }

    /** Whether a method speaks of trust or proxies: then it is believed to know whom it asks. */
    static boolean asksForTrust(MethodDecl method) {
        boolean[] asks = new boolean[1];
        boolean[] peer = new boolean[1];
        boolean[] listed = new boolean[1];
        Walk.expressions(method, expr -> {
            String name = Naming.ofRead(expr);
            String lower = name.toLowerCase(Locale.ROOT);
            boolean configured = expr instanceof Expr.Call && name.equals("getBoolean");
            boolean trust = lower.contains("trust")
                    && !(!(expr instanceof Expr.Call)
                            && ADDRESSES.matcher(lower).matches());
            peer[0] |= expr instanceof Expr.Call && PEER.matcher(lower).matches();
            listed[0] |= lower.contains("trust");
            if (configured || trust || lower.contains("proxy") || lower.contains("proxies")) {
                asks[0] = true;
            }
        });
        return asks[0] || listed[0] && peer[0] || asksForPeer(method);
    }

    /** {@code if (!request.getRemoteAddr().equals("10.0.0.1"))}: the header counts only where the proxy itself asks. */
    private static boolean asksForPeer(MethodDecl method) {
        if (method.body() == null || !Walk.any(method, ClientAddress::isPeer)) {
            return false;
        }
        Slice slice = new Slice(method);
        boolean[] asks = new boolean[1];
        Statements.everywhere(
                method.body(),
                stmt -> asks[0] |= stmt instanceof Stmt.If test
                        && Walk.any(
                                test.condition(),
                                part -> part instanceof Expr.Call call
                                        && ASKING.contains(call.method().name())
                                        && slice.madeFrom(call, ClientAddress::isPeer)
                                        && !slice.madeFrom(call, read -> readsHeader(read) && !follows(read, test))));
        return asks[0];
    }

    /** {@code if (proxies.contains(address)) address = request.getHeader(…)}: what is read there was not asked about. */
    private static boolean follows(Expr read, Stmt.If test) {
        return !(test.condition() instanceof Expr.Unary)
                && read.span().start() >= test.then().span().start()
                && read.span().end() <= test.then().span().end();
    }

    private static boolean isPeer(Expr expr) {
        return expr instanceof Expr.Call call && call.method().name().startsWith("getRemoteA");
    }

    private static boolean readsHeader(Expr expr) {
        return expr instanceof Expr.Call call
                && call.method().name().toLowerCase(Locale.ROOT).contains("header");
    }
}
