package dev.keywright.checks.flow;

import dev.keywright.checks.ir.TypeRef;
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
        } else if (site.args().size() == 2 && (PUTTING.contains(name) || name.equals(ATTRIBUTE))) {
            String key = Operands.constantText(site, new Operand(0, false, false));
            Value value = site.args().get(1);
            boolean drawn = name.equals(ATTRIBUTE) && value.is(Flag.WEAK_RANDOM);
            if (key != null && (drawn || value.constant() != null && PUTTING.contains(name))) {
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
