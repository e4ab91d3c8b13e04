package dev.keywright.checks.rules.transport;

import dev.keywright.checks.ir.Expr;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the common clients offer to turn verification off. Each method answers with a sentence's start, or "". */
final class InsecureSwitches {

    /** Type and constant, as {@code Type.CONSTANT}. */
    private static final Set<String> CONSTANTS = Set.of(
            "InsecureTrustManagerFactory.INSTANCE",
            "NoopHostnameVerifier.INSTANCE",
            "TrustAllStrategy.INSTANCE",
            "TrustSelfSignedStrategy.INSTANCE",
            "SSLConnectionSocketFactory.ALLOW_ALL_HOSTNAME_VERIFIER",
            "SSLSocketFactory.ALLOW_ALL_HOSTNAME_VERIFIER");

    private static final Set<String> TYPES = Set.of(
            "NoopHostnameVerifier",
            "AllowAllHostnameVerifier",
            "TrustAllStrategy",
            "TrustSelfSignedStrategy",
            "InsecureTrustManagerFactory");

    /** Methods that turn verification off when their only argument is true. */
    private static final Set<String> OFF_WHEN_TRUE = Set.of(
            "setTrustAll",
            "trustAll",
            "setUseInsecureTrustManager",
            "setDisableHttpsEndpointIdentificationAlgorithm",
            "setAcceptAllCertificates",
            "setTrustAllCertificates",
            "invalidHostNameAllowed",
            "sslInvalidHostNameAllowed",
            "setInsecure",
            "allowInsecureConnection",
            "allowTlsInsecureConnection",
            "setAllowTlsInsecureConnection",
            "setTlsAllowInsecureConnection",
            "tlsAllowInsecureConnection",
            "setTrustServerCertificate",
            "setAllowInsecureTlsConnections",
            "ignoreCertificateErrors",
            "setIgnoreCertificateErrors",
            "ignoreSslErrors",
            "insecureSkipTlsVerify",
            "withTrustCerts",
            "setTrustCerts",
            "setUseInsecureSSL");

    /** Methods that turn verification off when their only argument is false. */
    private static final Set<String> OFF_WHEN_FALSE = Set.of(
            "setVerifyHost",
            "verifyHost",
            "verifySsl",
            "setSSLCheckServerIdentity",
            "setHostnameVerification",
            "setVerifySsl",
            "verifyingSsl",
            "setVerifyingSsl",
            "withVerifyPeer",
            "setVerifyPeer",
            "verifyPeer",
            "setSslVerify",
            "sslVerification",
            "setSSLVerificationEnabled",
            "setEndpointIdentificationEnabled",
            "enableTlsHostnameVerification",
            "setHostnameVerificationEnabled",
            "setCheckHostname",
            "setValidateCertificate",
            "setVerifyCertificate",
            "validateSslCertificates",
            "setValidateTLSCertificates");

    /** Properties and the value that turns verification off; in lower case. */
    private static final Map<String, String> PROPERTIES = Map.ofEntries(
            Map.entry("jdk.internal.httpclient.disablehostnameverification", "true"),
            Map.entry("com.sun.jndi.ldap.object.disableendpointidentification", "true"),
            Map.entry("com.sun.net.ssl.checkrevocation", "never"),
            Map.entry("mail.smtp.ssl.trust", "*"),
            Map.entry("mail.smtps.ssl.trust", "*"),
            Map.entry("mail.imap.ssl.trust", "*"),
            Map.entry("mail.imaps.ssl.trust", "*"),
            Map.entry("mail.pop3s.ssl.trust", "*"),
            Map.entry("mail.smtp.ssl.checkserveridentity", "false"),
            Map.entry("mail.smtps.ssl.checkserveridentity", "false"),
            Map.entry("mail.imaps.ssl.checkserveridentity", "false"),
            Map.entry("ssl.endpoint.identification.algorithm", ""),
            Map.entry("ssl_endpoint_identification_algorithm_config", ""),
            Map.entry("maven.wagon.http.ssl.insecure", "true"),
            Map.entry("maven.wagon.http.ssl.allowall", "true"),
            Map.entry("trustservercertificate", "true"),
            Map.entry("verifyservercertificate", "false"),
            Map.entry("sslfactory", "org.postgresql.ssl.nonvalidatingfactory"));

    /** Parts of a connection's text that turn verification off. */
    private static final Pattern CONNECTION = Pattern.compile(
            "(?i).*\\b(trustServerCertificate\\s*=\\s*true|verifyServerCertificate\\s*=\\s*false"
                    + "|sslfactory\\s*=\\s*org\\.postgresql\\.ssl\\.NonValidatingFactory"
                    + "|tlsAllowInvalidCertificates\\s*=\\s*true|tlsAllowInvalidHostnames\\s*=\\s*true"
                    + "|tlsInsecure\\s*=\\s*true|sslInvalidHostNameAllowed\\s*=\\s*true)\\b.*",
            Pattern.DOTALL);

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
        if (name.equals("useSslProtocol") && isRabbit(call) && trustsEverything(call)) {
            return "'useSslProtocol' without a context of your own trusts every server";
        }
        return name.equals("setProperty") || name.equals("put") || name.equals("addDataSourceProperty")
                ? property(call)
                : "";
    }

    private static boolean isRabbit(Expr.Call call) {
        return call.method().owner().simpleName().equals("ConnectionFactory")
                || (call.receiver() != null
                        && call.receiver().type().simpleName().equals("ConnectionFactory"));
    }

    /** RabbitMQ's client takes its TrustEverythingTrustManager when it is given no context and no trust manager. */
    private static boolean trustsEverything(Expr.Call call) {
        return call.args().isEmpty()
                || (call.args().size() == 1 && call.args().get(0).type().isString());
    }

    /** A connection's text that says that the server's certificate is not to be checked. */
    static String text(Expr expr) {
        return expr instanceof Expr.Literal literal
                        && literal.value() instanceof String text
                        && text.length() > 10
                        && CONNECTION.matcher(text).matches()
                ? "This connection"
                : "";
    }

    private static String property(Expr.Call call) {
        if (call.args().size() != 2
                || !(call.args().get(0) instanceof Expr.Literal || call.args().get(0) instanceof Expr.Field)
                || !(call.args().get(1) instanceof Expr.Literal value)) {
            return "";
        }
        String key = key(call.args().get(0));
        return String.valueOf(value.value())
                        .toLowerCase(Locale.ROOT)
                        .equals(PROPERTIES.get(key.toLowerCase(Locale.ROOT)))
                ? "The property '" + key + "' turns the server's verification off"
                : "";
    }

    private static String key(Expr expr) {
        Object constant = expr instanceof Expr.Literal literal
                ? literal.value()
                : expr instanceof Expr.Field field && field.constant() != null
                        ? field.constant()
                        : expr instanceof Expr.Field named ? named.name() : "";
        return String.valueOf(constant);
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
