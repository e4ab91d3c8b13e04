package dev.keywright.checks.rules.caller;

import com.google.auto.service.AutoService;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.ir.BinaryOp;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Naming;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.rules.DeclarationRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Flags an address that the caller writes himself ({@code X-Forwarded-For} and its kin, read without asking whether the peer
 * is a trusted proxy) when it opens a door or is what a limit counts by.
 */
@AutoService(Rule.class)
public final class SpoofableClientAddress implements DeclarationRule {

    private static final RuleInfo INFO = new RuleInfo(
            "SpoofableClientAddress",
            List.of(348),
            Severity.ERROR,
            "Flags a client address taken from a header of the caller's that opens a door or is what a limit counts by.");

    private static final Set<String> COMPARISONS =
            Set.of("equals", "equalsIgnoreCase", "startsWith", "matches", "contains", "isInRange", "isLoopback");
    private static final Pattern LISTS = Pattern.compile(
            ".*(allow|white|black|block|ban|deny|trust|internal|admin|permit).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHOSEN = Pattern.compile(
            "(allowed|white_?listed|admin|trusted|internal|permitted|office)_?(ip|ip_?address|address)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LIMITS = Pattern.compile(
            ".*(limit|bucket|attempt|throttl|quota|fail(ed|ure)|lockout|tries|counter|hits|(request|call|count|login)s?_?(per|by|from)).*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AUDITS =
            Pattern.compile("audit.*|.*Audit(Log|Logger|Service|Trail|or)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOORS = Pattern.compile(
            "(is|in|on|check|contains|matches)_?(Ip)?(Allowed?|Whitelist(ed)?|Allow_?list(ed)?|Black_?list(ed)?|Blocked|Banned|Internal|Intranet|Local(host)?|Loopback|Private|Permitted|Admin)(Ip|Address|Host|Network|Client)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AUTHENTICATES =
            Pattern.compile("(handle|do|attempt|get)?(Authenticat|Identi|Principal|authenticat|identi).*");
    private static final Pattern IDENTITY = Pattern.compile("(\\w*(Principal|Identity|Subject))|Id");
    private static final Set<String> STATES = Set.of(
            "get",
            "computeIfAbsent",
            "compute",
            "merge",
            "put",
            "containsKey",
            "getOrDefault",
            "increment",
            "getIfPresent",
            "getUnchecked",
            "asMap",
            "tryConsume",
            "tryAcquire",
            "isBlocked",
            "resolveBucket",
            "isAllowed",
            "allowRequest");

    /** {@code "rate_limit:register:" + ip}: what a shared store is asked for says what it counts. */
    private static final Pattern COUNTERS = Pattern.compile(
            ".*(rate[-_:. ]?limit|throttl|(login|auth|verify|otp)[-_:. ]?(attempt|fail|limit|count|lock)|lockout|attempts[-_:.]|req(uest)?[-_:. ]?count).*",
            Pattern.CASE_INSENSITIVE);

    private static final Set<BinaryOp> BOUNDS = Set.of(BinaryOp.GREATER, BinaryOp.GREATER_EQUAL);
    private static final Set<String> COUNTING = Set.of("incrementAndGet", "getAndIncrement", "addAndGet");
    private static final Set<String> ENTRIES = Set.of("get", "getOrDefault", "computeIfAbsent", "merge", "compute");
    private static final Pattern LIMITER = Pattern.compile(
            "(check|apply|enforce|is|within|over|exceeds)?_?(rate_?limit|throttl).*", Pattern.CASE_INSENSITIVE);
    private static final Set<String> STORED = Set.of(
            "get",
            "set",
            "setIfAbsent",
            "increment",
            "incr",
            "incrBy",
            "hasKey",
            "exists",
            "zCard",
            "zCount",
            "zcard",
            "removeRangeByScore",
            "add",
            "getAtomicLong",
            "getRateLimiter",
            "getBucket",
            "resolve",
            "tryAcquire");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TypeDecl type, RuleContext context) {
        if (!ClientAddress.mayBeIn(context.program())) {
            return;
        }
        for (MethodDecl method : type.methods()) {
            if (method.body() == null || ClientAddress.asksForTrust(method)) {
                continue;
            }
            Slice slice = context.slice(method);
            ClientAddress addresses = new ClientAddress(context.program(), method);
            if (AUTHENTICATES.matcher(method.name()).matches()) {
                checkIdentity(slice, addresses, context);
            }
            for (Expr.Call call : slice.calls()) {
                check(call, method, slice, addresses, context);
            }
            checkCounters(slice, addresses, context);
            checkCounts(slice, addresses, context);
            if (resolvesKey(type, method)) {
                String header = addresses.readAnywhere(slice);
                if (header != null) {
                    context.report(Severity.WARNING, method.nameSpan(), counted(header), List.of(), null);
                }
            }
        }
    }

    /** Spring Cloud Gateway's {@code KeyResolver}: what it answers is what the gateway's limiter counts by. */
    private static boolean resolvesKey(TypeDecl type, MethodDecl method) {
        return method.returnType().simpleName().equals("KeyResolver")
                || method.name().equals("resolve")
                        && type.supertypes().stream()
                                .anyMatch(parent -> parent.simpleName().equals("KeyResolver"));
    }

    /** A counter in a shared store whose name has the address in it, told where it is first asked for. */
    private static void checkCounters(Slice slice, ClientAddress addresses, RuleContext context) {
        for (Expr.Call call : slice.calls()) {
            if (STORED.contains(call.method().name())
                    && !call.args().isEmpty()
                    && !countsBy(call)
                    && slice.madeFrom(call.args().get(0), SpoofableClientAddress::namesCounter)) {
                String header = addresses.header(call.args().get(0), slice);
                if (header != null) {
                    context.report(Severity.WARNING, call.args().get(0).span(), counted(header), List.of(), null);
                    return;
                }
            }
        }
    }

    /** {@code calls.merge(address, 1, Integer::sum) > 10}: a map that counts, whatever it is called, and a bound. */
    private static void checkCounts(Slice slice, ClientAddress addresses, RuleContext context) {
        for (Expr expr : slice.expressions()) {
            if (expr instanceof Expr.Binary bound && BOUNDS.contains(bound.op())) {
                Expr.Call entry = counted(bound.left());
                if (entry != null && !countsBy(entry)) {
                    Expr key = entry.args().get(0);
                    String header = addresses.header(key, slice);
                    if (header != null) {
                        context.report(Severity.WARNING, key.span(), counted(header), List.of(), null);
                    }
                }
            }
        }
    }

    /** The look-up of what is counted on in the same breath. */
    private static Expr.@Nullable Call counted(Expr expr) {
        Expr.Call call = expr instanceof Expr.Call made ? made : null;
        if (call != null && COUNTING.contains(call.method().name())) {
            call = call.receiver() instanceof Expr.Call entry ? entry : null;
        } else if (call != null && !call.method().name().equals("merge")) {
            return null;
        }
        return call != null
                        && ENTRIES.contains(call.method().name())
                        && call.args().size() >= 2
                ? call
                : null;
    }

    private static boolean namesCounter(Expr expr) {
        Object value = expr instanceof Expr.Literal literal
                ? literal.value()
                : expr instanceof Expr.Field field ? field.constant() : null;
        return value instanceof String text && COUNTERS.matcher(text).matches();
    }

    private static String counted(String header) {
        return Messages.spoofable(header, "is what the limit counts by, so that a new one is a new limit");
    }

    /** {@code new Id("ip", address)} in a method that says who the caller is: the address is all the proof there was. */
    private static void checkIdentity(Slice slice, ClientAddress addresses, RuleContext context) {
        for (Expr expr : slice.expressions()) {
            if (expr instanceof Expr.New creation
                    && IDENTITY.matcher(creation.type().simpleName()).matches()) {
                for (Expr argument : creation.args()) {
                    String header = addresses.header(argument, slice);
                    if (header != null) {
                        context.report(argument.span(), Messages.spoofable(header, "is who the caller is"), List.of());
                    }
                }
            }
        }
    }

    private static void check(
            Expr.Call call, MethodDecl method, Slice slice, ClientAddress addresses, RuleContext context) {
        String name = call.method().name();
        if ((COMPARISONS.contains(name) || DOORS.matcher(name).matches()) && opensDoor(call, slice, context)) {
            String header = header(call, slice, addresses);
            if (header != null) {
                context.report(call.span(), Messages.spoofable(header, "opens a door here"), List.of());
            }
        } else if (audits(call)) {
            String header = call.args().isEmpty() ? null : header(call, slice, addresses);
            if (header != null) {
                String message = Messages.spoofable(header, "goes into the audit as if it were known");
                context.report(Severity.WARNING, call.span(), message, List.of(), null);
            }
        } else if (!call.args().isEmpty() && (countsBy(call) || isEntryOfLimiter(call, method))) {
            String header = addresses.header(call.args().get(0), slice);
            if (header != null) {
                context.report(Severity.WARNING, call.args().get(0).span(), counted(header), List.of(), null);
            }
        }
    }

    private static @Nullable String header(Expr.Call call, Slice slice, ClientAddress addresses) {
        for (Expr argument : call.args()) {
            String header = addresses.header(argument, slice);
            if (header != null) {
                return header;
            }
        }
        return call.receiver() == null ? null : addresses.header(call.receiver(), slice);
    }

    /** A comparison with a written address, or a look into a list of those that may. */
    private static boolean opensDoor(Expr.Call call, Slice slice, RuleContext context) {
        if (DOORS.matcher(call.method().name()).matches()) {
            return true;
        }
        if (call.method().name().equals("contains")) {
            Expr list = call.receiver();
            return LISTS.matcher(Naming.ofPlace(list)).matches()
                    || list != null
                            && slice.madeFrom(list, part -> isAddressText(part) || isAddressList(part, context));
        }
        return isAddressText(call.receiver())
                || call.args().stream().anyMatch(SpoofableClientAddress::isAddressText)
                || call.method().name().startsWith("equals")
                        && (isChosen(call.receiver())
                                || call.args().stream().anyMatch(SpoofableClientAddress::isChosen));
    }

    /** {@code adminIp.equals(address)}: one address that may, by what its place is called. */
    private static boolean isChosen(@Nullable Expr expr) {
        return CHOSEN.matcher(Naming.ofPlace(expr)).matches();
    }

    /** {@code OFFICE = Set.of("10.1.2.3")}: a constant of the program that lists written addresses. */
    private static boolean isAddressList(Expr expr, RuleContext context) {
        FieldDecl list = expr instanceof Expr.Field field
                ? context.program().field(field.owner().name(), field.name())
                : null;
        return list != null
                && list.isFinal()
                && list.initializer() != null
                && Walk.any(list.initializer(), SpoofableClientAddress::isAddressText);
    }

    private static boolean isAddressText(@Nullable Expr expr) {
        Object value = expr instanceof Expr.Literal literal
                ? literal.value()
                : expr instanceof Expr.Field field ? field.constant() : null;
        return value instanceof String text
                && text.matches(
                        "(\\d{1,3}\\.){1,3}.*|localhost|::1|0:0:0:0:0:0:0:1|fe80.*|\\^?\\(?(10|127|192|172)\\\\?\\..*");
    }

    private static boolean audits(Expr.Call call) {
        return AUDITS.matcher(Naming.ofPlace(call.receiver())).matches()
                || AUDITS.matcher(call.method().name()).matches();
    }

    /** {@code history.get(address)} in {@code RateLimit.rateLimit}: the method says what the map is for. */
    private static boolean isEntryOfLimiter(Expr.Call call, MethodDecl method) {
        return ENTRIES.contains(call.method().name())
                && !Naming.ofPlace(call.receiver()).isEmpty()
                && LIMITER.matcher(method.name()).matches();
    }

    private static boolean countsBy(Expr.Call call) {
        String method = call.method().name();
        return (STATES.contains(method)
                        && LIMITS.matcher(Naming.ofPlace(call.receiver())).matches())
                || (LIMITS.matcher(method).matches() && !method.startsWith("set") && !method.startsWith("new"));
    }
}
