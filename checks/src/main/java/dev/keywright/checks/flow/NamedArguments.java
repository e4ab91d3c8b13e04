package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Variable;
import dev.keywright.checks.models.Operand;
import dev.keywright.checks.models.SecretNames;
import java.util.List;
import java.util.Set;

/** Arguments that a call gives a name: {@code setPassword(value)}, {@code put("password", value)}. */
final class NamedArguments {

    private static final Set<String> PUTTING = Set.of(
            "put",
            "set",
            "setProperty",
            "add",
            "addProperty",
            "withProperty",
            "putString",
            "property",
            "option",
            "config",
            "param",
            "addParameter",
            "setParameter",
            "field",
            "data");

    /** {@code session.setAttribute("csrfToken", value)}. */
    private static final String ATTRIBUTE = "setAttribute";

    private static final TypeRef TEXT = TypeRef.of("java.lang.String");

    /** {@code generateSecret(spec)} makes one: what it is given has another name. */
    private static final Set<String> MAKING =
            Set.of("generate", "create", "make", "get", "load", "derive", "decode", "parse", "find", "compute", "new");

    private static final Set<String> GIVING = Set.of("put", "set", "add", "with", "default", "define");

    private static final Set<String> THINGS = Set.of(
            "property", "header", "headers", "option", "param", "parameter", "config", "setting", "field", "entry");

    private static final Set<String> ENTRY_METHODS = Set.of("of", "entry");
    private static final Set<String> MAPS = Set.of("Map", "ImmutableMap", "ImmutableSortedMap");

    private static final Set<String> PAIRS =
            Set.of("Cookie", "NewCookie", "DefaultCookie", "BasicClientCookie", "BasicHeader", "BasicNameValuePair");

    private final MethodFlow flow;

    NamedArguments(MethodFlow flow) {
        this.flow = flow;
    }

    /** {@code setPassword(value)}, {@code withApiKey(value)}, a builder's {@code password(value)}. */
    void setter(CallSite site) {
        String name = site.method().name();
        if (site.args().size() == 1 && !MAKING.contains(SecretNames.first(name))) {
            for (String verb : List.of("set", "with", "add")) {
                if (name.startsWith(verb) && name.length() > verb.length()) {
                    name = name.substring(verb.length());
                }
            }
            flow.named(
                    name,
                    site.argExprs().get(0).type(),
                    site.args().get(0),
                    site.argExprs().get(0));
        } else if (site.args().size() == 2 && (isPutting(name) || name.equals(ATTRIBUTE))) {
            String key = Operands.constantText(site, new Operand(0, false, false));
            Value value = site.args().get(1);
            boolean drawn = name.equals(ATTRIBUTE) && value.is(Flag.WEAK_RANDOM);
            if (key != null && (drawn || value.constant() != null && isPutting(name))) {
                // Whatever its type was before, an attribute is asked for as an object.
                TypeRef type = drawn ? TEXT : site.argExprs().get(1).type();
                flow.named(
                        PropertyKeys.lastSegments(key),
                        type,
                        value,
                        site.argExprs().get(1));
            }
        }
    }

    /** {@code addDataSourceProperty}, {@code defaultHeader}: what a thing with a name is given by. */
    private static boolean isPutting(String name) {
        if (PUTTING.contains(name)) {
            return true;
        }
        List<String> words = SecretNames.split(name);
        return words.size() > 1 && GIVING.contains(words.get(0)) && THINGS.contains(words.get(words.size() - 1));
    }

    /** {@code Map.of("client_secret", value, …)}: each second argument is named by the one before it. */
    void entries(CallSite site) {
        if (!ENTRY_METHODS.contains(site.method().name())
                || !MAPS.contains(site.method().owner().simpleName())
                || site.args().size() % 2 != 0) {
            return;
        }
        for (int i = 0; i + 1 < site.args().size(); i += 2) {
            String key = Operands.constantText(site, new Operand(i, false, false));
            if (key != null && site.args().get(i + 1).constant() != null) {
                flow.named(
                        PropertyKeys.lastSegments(key),
                        site.argExprs().get(i + 1).type(),
                        site.args().get(i + 1),
                        site.argExprs().get(i + 1));
            }
        }
    }

    /** {@code login("root", value)}: what the program's own method calls the literal that it is given. */
    void parameters(CallSite site, MethodDecl method) {
        for (int i = 0; i < Math.min(site.args().size(), method.parameters().size()); i++) {
            Variable parameter = method.parameters().get(i);
            Expr given = site.argExprs().get(i);
            if (isWritten(given)) {
                flow.named(parameter.name(), parameter.varType(), site.args().get(i), given);
            }
        }
    }

    /** A text that stands there, also as characters or bytes. */
    private static boolean isWritten(Expr expr) {
        Expr text = expr instanceof Expr.Call call
                        && (call.method().name().equals("toCharArray")
                                || call.method().name().equals("getBytes"))
                ? call.receiver()
                : expr;
        return text instanceof Expr.Literal literal && literal.value() instanceof String;
    }

    /** {@code new Cookie("token", value)}: what the first argument says of the second. */
    void pair(CallSite site) {
        if (site.args().size() >= 2 && PAIRS.contains(site.receiverType().simpleName())) {
            String name = Operands.constantText(site, new Operand(0, false, false));
            if (name != null) {
                flow.named(
                        name,
                        site.argExprs().get(1).type(),
                        site.args().get(1),
                        site.argExprs().get(1));
            }
        }
    }
}
