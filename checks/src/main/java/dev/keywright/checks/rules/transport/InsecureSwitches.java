package dev.keywright.checks.rules.transport;

import dev.keywright.checks.ir.Expr;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the common clients offer to turn verification off. Each method answers with a sentence's start, or "". */
final class InsecureSwitches {

    /** Type and constant, as {@code Type.CONSTANT}. */
    private static final Set<String> CONSTANTS = Set.of(
            "InsecureTrustManagerFactory.INSTANCE",
            "NoopHostnameVerifier.INSTANCE",
            "TrustAllStrategy.INSTANCE",
            "SSLConnectionSocketFactory.ALLOW_ALL_HOSTNAME_VERIFIER",
            "SSLSocketFactory.ALLOW_ALL_HOSTNAME_VERIFIER");

    private static final Set<String> TYPES = Set.of(
            "NoopHostnameVerifier", "AllowAllHostnameVerifier", "TrustAllStrategy", "InsecureTrustManagerFactory");

    /** Methods that turn verification off when their only argument is true. */
    private static final Set<String> OFF_WHEN_TRUE = Set.of(
            "setTrustAll",
            "trustAll",
            "setUseInsecureTrustManager",
            "setDisableHttpsEndpointIdentificationAlgorithm",
            "setAcceptAllCertificates",
            "setTrustAllCertificates");

    /** Methods that turn verification off when their only argument is false. */
    private static final Set<String> OFF_WHEN_FALSE = Set.of(
            "setVerifyHost", "verifySsl", "setSSLCheckServerIdentity", "setHostnameVerification", "setVerifySsl");

    private static final Map<String, String> PROPERTIES = Map.of(
            "jdk.internal.httpclient.disablehostnameverification", "true",
            "com.sun.jndi.ldap.object.disableendpointidentification", "true",
            "mail.smtp.ssl.trust", "*",
            "mail.smtps.ssl.trust", "*",
            "mail.imap.ssl.trust", "*");

    private InsecureSwitches() {}

    static String constant(Expr.Field field) {
        String name = field.owner().simpleName() + "." + field.name();
        return CONSTANTS.contains(name) ? "'" + name + "' accepts everybody" : "";
    }

    static String made(Expr.New made) {
        String name = made.type().simpleName();
        if (TYPES.contains(name) && made.body() == null) {
            return "'new " + name + "()' accepts everybody";
        }
        if (made.type().name().endsWith("SslContextFactory.Client")
                && made.args().size() == 1
                && isLiteral(made.args().get(0), true)) {
            return "A client made with trustAll accepts every server certificate";
        }
        return "";
    }

    static String call(Expr.Call call) {
        String name = call.method().name();
        if (call.args().size() == 1) {
            Expr argument = call.args().get(0);
            if ((OFF_WHEN_TRUE.contains(name) && isLiteral(argument, true))
                    || (OFF_WHEN_FALSE.contains(name) && isLiteral(argument, false))) {
                return "'" + name + "' turns the server's verification off";
            }
            if (name.equals("setEndpointIdentificationAlgorithm") && isNothing(argument)) {
                return "Without an endpoint identification algorithm any host's certificate is accepted for any other";
            }
        }
        if (call.args().isEmpty() && (name.equals("relaxedHTTPSValidation") || name.equals("disableSslVerification"))) {
            return "'" + name + "' turns the server's verification off";
        }
        return name.equals("setProperty") || name.equals("put") ? property(call) : "";
    }

    private static String property(Expr.Call call) {
        if (call.args().size() == 2
                && call.args().get(0) instanceof Expr.Literal key
                && key.value() instanceof String keyText
                && call.args().get(1) instanceof Expr.Literal value
                && String.valueOf(value.value()).equals(PROPERTIES.get(keyText.toLowerCase(Locale.ROOT)))) {
            return "The property '" + keyText + "' turns the server's verification off";
        }
        return "";
    }

    /** Whether a lambda given to this call decides about a host or a certificate, when the lambda's type is unknown. */
    static boolean takesVerifier(Expr.Call call) {
        String name = call.method().name().toLowerCase(Locale.ROOT);
        return name.contains("hostnameverifier") || name.equals("loadtrustmaterial");
    }

    private static boolean isLiteral(Expr expr, boolean value) {
        return expr instanceof Expr.Literal literal && Boolean.valueOf(value).equals(literal.value());
    }

    private static boolean isNothing(Expr expr) {
        Object value = expr instanceof Expr.Literal literal ? literal.value() : expr;
        return value == null || "".equals(value);
    }
}
