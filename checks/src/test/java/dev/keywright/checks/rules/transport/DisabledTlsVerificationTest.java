package dev.keywright.checks.rules.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.api.Test;

class DisabledTlsVerificationTest {

    private static final String IMPORTS = """
            import java.security.cert.*;
            import javax.net.ssl.*;
            import org.apache.http.conn.ssl.NoopHostnameVerifier;
            import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
            """;

    private final RuleTester tester = RuleTester.of(DisabledTlsVerification.class);

    @Test
    void aTrustManagerIsOneErrorHoweverManyOverloadsItHas() {
        var findings = tester.check("""
                package sample;
                import java.net.Socket;
                import java.security.cert.X509Certificate;
                import javax.net.ssl.*;
                class TrustAll extends X509ExtendedTrustManager {
                    public void checkClientTrusted(X509Certificate[] chain, String type) {}
                    public void checkServerTrusted(X509Certificate[] chain, String type) {} // BUG: DisabledTlsVerification
                    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}
                    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {} // BUG: DisabledTlsVerification
                    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}
                    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {} // BUG: DisabledTlsVerification
                    public X509Certificate[] getAcceptedIssuers() { return new X509Certificate[0]; }
                }
                """);
        assertThat(findings)
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR, Severity.WARNING, Severity.WARNING);
    }

    @Test
    void warnsOnlyOfWhatASwitchHasToAskFor() {
        var findings = tester.check("""
                package sample;
                import java.security.cert.X509Certificate;
                import javax.net.ssl.*;
                class Client {
                    static class TrustAll implements X509TrustManager {
                        public void checkClientTrusted(X509Certificate[] chain, String type) {}
                        public void checkServerTrusted(X509Certificate[] chain, String type) {} // BUG: DisabledTlsVerification
                        public X509Certificate[] getAcceptedIssuers() { return new X509Certificate[0]; }
                    }
                    interface Options { boolean isTrustAllCertificates(); boolean getStrict(); }
                    private static TrustManager[] trusting() { return new TrustManager[] {new TrustAll()}; }
                    SSLContext context(Options options) throws Exception {
                        SSLContext context = SSLContext.getInstance("TLS");
                        context.init(null, options.isTrustAllCertificates() ? trusting() : null, null);
                        return context;
                    }
                    void verify(HttpsURLConnection connection, Options options) {
                        if (options.getStrict()) {
                            return;
                        }
                        connection.setHostnameVerifier((host, session) -> true); // BUG: DisabledTlsVerification
                    }
                }
                """);
        assertThat(findings).extracting(Finding::severity).containsOnly(Severity.WARNING);
    }

    @Test
    void errsOnWhatHangsOnAnythingElse() {
        var findings = tester.check("""
                package sample;
                import java.security.cert.X509Certificate;
                import javax.net.ssl.*;
                class Client {
                    static class TrustAll implements X509TrustManager {
                        public void checkClientTrusted(X509Certificate[] chain, String type) {}
                        public void checkServerTrusted(X509Certificate[] chain, String type) {} // BUG: DisabledTlsVerification
                        public X509Certificate[] getAcceptedIssuers() { return new X509Certificate[0]; }
                    }
                    private SSLContext trusting;
                    SSLContext context(boolean verify) throws Exception {
                        if (trusting == null) {
                            trusting = SSLContext.getInstance("TLS");
                            trusting.init(null, new TrustManager[] {new TrustAll()}, null);
                        }
                        return verify ? SSLContext.getDefault() : trusting;
                    }
                    void open(HttpsURLConnection connection, String url) {
                        if (!"Kubernetes".equalsIgnoreCase(url)) {
                            throw new IllegalArgumentException("elsewhere");
                        }
                        if (url.startsWith("https:")) {
                            connection.setHostnameVerifier((host, session) -> true); // BUG: DisabledTlsVerification
                        }
                    }
                }
                """);
        assertThat(findings).extracting(Finding::severity).containsOnly(Severity.ERROR);
    }

    @Test
    void verificationThatCanRefuseIsSilent() {
        tester.check("package sample;\n" + IMPORTS + """
                class Pinned implements X509TrustManager {
                    X509TrustManager next;
                    public void checkClientTrusted(X509Certificate[] chain, String type) {}
                    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
                        next.checkServerTrusted(chain, type);
                    }
                    public X509Certificate[] getAcceptedIssuers() { return new X509Certificate[0]; }
                }
                class Strict implements X509TrustManager {
                    public void checkClientTrusted(X509Certificate[] chain, String type) {}
                    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
                        if (!"CN=partner".equals(chain[0].getSubjectX500Principal().getName())) {
                            throw new CertificateException("not the partner");
                        }
                    }
                    public X509Certificate[] getAcceptedIssuers() { return new X509Certificate[0]; }
                }
                """, "package sample;\n" + IMPORTS + """
                class Hosts {
                    HostnameVerifier one = (host, session) -> host.equals("partner.example");
                    Object other(SSLParameters parameters) {
                        parameters.setEndpointIdentificationAlgorithm("HTTPS");
                        System.setProperty("com.sun.jndi.ldap.object.disableEndpointIdentification", "false");
                        return parameters;
                    }
                    boolean verify(String host, String text) {
                        return true;
                    }
                }
                """);
    }

    @Test
    void managersThatAcceptEverybodyAreFlagged() {
        tester.checkMembers(IMPORTS, """
                TrustManager[] all = new TrustManager[] {new X509TrustManager() {
                    public void checkClientTrusted(X509Certificate[] chain, String type) {}
                    public void checkServerTrusted(X509Certificate[] chain, String type) {} // BUG: DisabledTlsVerification
                    public X509Certificate[] getAcceptedIssuers() { return null; }
                }};
                static class Swallows extends X509ExtendedTrustManager {
                    X509TrustManager next;
                    java.util.logging.Logger log;
                    public void checkServerTrusted(X509Certificate[] chain, String type) { // BUG: DisabledTlsVerification
                        try {
                            next.checkServerTrusted(chain, type);
                        } catch (CertificateException e) {
                            log.fine("never mind");
                        }
                    }
                    public void checkClientTrusted(X509Certificate[] chain, String type) {}
                    public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket)
                            throws CertificateException { next.checkServerTrusted(chain, type); }
                    public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}
                    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                            throws CertificateException { next.checkServerTrusted(chain, type); }
                    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}
                    public X509Certificate[] getAcceptedIssuers() { return null; }
                }
                """);
    }

    @Test
    void verifiersThatAcceptEveryHostAreFlagged() {
        tester.checkMembers(IMPORTS, """
                void set() {
                    HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> true); // BUG: DisabledTlsVerification
                    HttpsURLConnection.setDefaultHostnameVerifier(new HostnameVerifier() {
                        public boolean verify(String host, SSLSession session) { // BUG: DisabledTlsVerification
                            return true;
                        }
                    });
                }
                """);
    }

    @Test
    void constantsAndSwitchesAreFlagged() {
        tester.checkMembers(IMPORTS, """
                Object verifier = NoopHostnameVerifier.INSTANCE; // BUG: DisabledTlsVerification
                Object factory() {
                    return InsecureTrustManagerFactory.INSTANCE; // BUG: DisabledTlsVerification
                }
                void switches(io.vertx.core.http.HttpClientOptions options, SSLParameters parameters) {
                    options.setTrustAll(true); // BUG: DisabledTlsVerification
                    options.setVerifyHost(false); // BUG: DisabledTlsVerification
                    options.setVerifyHost(true);
                    parameters.setEndpointIdentificationAlgorithm(null); // BUG: DisabledTlsVerification
                    System.setProperty("jdk.internal.httpclient.disableHostnameVerification", "true"); // BUG: DisabledTlsVerification
                }
                """);
    }

    @Test
    void managersThatAskNothingOfTheCertificateAreFlagged() {
        tester.checkMembers(IMPORTS, """
                static class Dates implements X509TrustManager {
                    public void checkClientTrusted(X509Certificate[] chain, String type) {}
                    public void checkServerTrusted(X509Certificate[] chain, String type) // BUG: DisabledTlsVerification
                            throws CertificateException {
                        if (chain == null || chain.length == 0) {
                            throw new IllegalArgumentException("no chain");
                        }
                        chain[0].checkValidity();
                    }
                    public X509Certificate[] getAcceptedIssuers() { return new X509Certificate[0]; }
                }
                """);
    }

    @Test
    void socketsThatNobodyAsksForTheirNameAreFlagged() {
        tester.checkMembers("import javax.net.ssl.*;\n", """
                void open(SSLContext context, String host) throws Exception {
                    SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(host, 443); // BUG: DisabledTlsVerification
                    socket.startHandshake();
                }
                SSLEngine engine(SSLContext context, String host) {
                    SSLEngine engine = context.createSSLEngine(host, 443); // BUG: DisabledTlsVerification
                    engine.setUseClientMode(true);
                    return engine;
                }
                SSLEngine server(SSLContext context) {
                    SSLEngine engine = context.createSSLEngine();
                    engine.setUseClientMode(false);
                    return engine;
                }
                """);
        tester.checkMembers("import javax.net.ssl.*;\n", """
                SSLEngine engine(SSLContext context, String host) {
                    SSLEngine engine = context.createSSLEngine(host, 443);
                    engine.setUseClientMode(true);
                    SSLParameters parameters = engine.getSSLParameters();
                    parameters.setEndpointIdentificationAlgorithm("HTTPS");
                    engine.setSSLParameters(parameters);
                    return engine;
                }
                """);
    }

    @Test
    void connectionsAndPropertiesThatSwitchItOffAreFlagged() {
        tester.checkMembers(IMPORTS, """
                String url = "jdbc:sqlserver://db:1433;encrypt=true;trustServerCertificate=true"; // BUG: DisabledTlsVerification
                String good = "jdbc:sqlserver://db:1433;encrypt=true;trustServerCertificate=false";
                void kafka(java.util.Properties properties) {
                    properties.put("ssl.endpoint.identification.algorithm", ""); // BUG: DisabledTlsVerification
                    properties.put("ssl.endpoint.identification.algorithm", "https");
                }
                """);
    }

    /** A choice that comes from configuration is not known when compiling. */
    @Test
    void knownLimits() {
        tester.checkMembers(IMPORTS, """
                void configured(io.vertx.core.http.HttpClientOptions options, boolean insecure) {
                    options.setTrustAll(insecure);
                }
                """);
    }

    @Test
    void tellsOfAVerifierOnce() {
        tester.check("package sample;\n" + """
                import javax.net.ssl.*;
                class NoopHostnameVerifier implements HostnameVerifier {
                    static final NoopHostnameVerifier INSTANCE = new NoopHostnameVerifier();
                    public boolean verify(String host, SSLSession session) { // BUG: DisabledTlsVerification
                        return true;
                    }
                }
                """);
    }

    @Test
    void silentWhereTheHostIsAskedFor() {
        tester.check("""
                package sample;
                import java.util.Properties;
                import javax.mail.Session;
                class Mailer {
                    Session open(Properties settings) {
                        settings.put("mail.smtp.starttls.enable", "true");
                        settings.put("mail.smtp.ssl.checkserveridentity", "true");
                        return Session.getInstance(settings);
                    }
                }
                """, """
                package sample;
                import java.util.Properties;
                import javax.mail.Session;
                class Plain {
                    Session open(Properties settings) {
                        settings.put("mail.smtp.host", "localhost");
                        settings.put("mail.smtp.ssl.enable", "false");
                        return Session.getInstance(settings);
                    }
                }
                """, """
                package sample;
                import com.rabbitmq.client.ConnectionFactory;
                class Broker {
                    void open(ConnectionFactory factory, javax.net.ssl.SSLContext context) {
                        factory.useSslProtocol(context);
                        factory.enableHostnameVerification();
                    }
                }
                """, """
                package sample;
                import javax.net.ssl.*;
                class Asked {
                    void check(HostnameVerifier verifier, String host, SSLSession session) throws Exception {
                        if (!verifier.verify(host, session)) throw new SSLPeerUnverifiedException(host);
                    }
                }
                """);
    }

    @Test
    void flagsClientsThatNeverAskForTheHost() {
        tester.check("""
                package sample;
                import java.util.Properties;
                import javax.mail.Session;
                class Mailer {
                    Session open(String protocol, Properties settings) {
                        settings.put("mail." + protocol + ".host", "mx");
                        settings.setProperty("mail." + protocol + ".ssl.enable", "true"); // BUG: DisabledTlsVerification
                        settings.setProperty("mail." + protocol + ".starttls.enable", "true");
                        return Session.getInstance(settings);
                    }
                }
                """, """
                package sample;
                import com.rabbitmq.client.ConnectionFactory;
                class Broker {
                    void open(ConnectionFactory factory, javax.net.ssl.SSLContext context) {
                        factory.useSslProtocol(context); // BUG: DisabledTlsVerification
                    }
                }
                """, """
                package sample;
                import javax.net.ssl.*;
                class Heedless {
                    private HostnameVerifier verifier;
                    void connected(String host, SSLSocket socket) {
                        verifier.verify(host, socket.getSession()); // BUG: DisabledTlsVerification
                    }
                }
                """, """
                package sample;
                import java.net.Socket;
                import javax.net.ssl.*;
                class Wrapping {
                    private Socket socket;
                    private SSLSocketFactory factory;
                    void wrap(String host, int port) throws Exception {
                        socket = factory.createSocket(socket, host, port, true); // BUG: DisabledTlsVerification
                        ((SSLSocket) socket).startHandshake();
                    }
                    SSLEngine engine(SSLContext context) {
                        SSLEngine engine = context.createSSLEngine(); // BUG: DisabledTlsVerification
                        engine.setUseClientMode(true);
                        return engine;
                    }
                }
                """);
    }

    @Test
    void flagsATransportThatIsOpenedWithTls() {
        tester.check("""
                package sample;
                import javax.mail.*;
                class Sender {
                    private static final String PROTOCOL = "smtps";
                    void send(Session session) throws Exception {
                        try (Transport transport = session.getTransport(PROTOCOL)) { // BUG: DisabledTlsVerification
                            transport.connect();
                        }
                    }
                }
                """);
    }

    @Test
    void aWebViewThatGoesOnWithoutAskingIsFlagged() {
        tester.check("""
                package sample;
                import android.net.http.SslError;
                import android.webkit.*;
                class Asking extends WebViewClient {
                    public void onReceivedSslError(WebView view, SslErrorHandler handler, SslError error) {
                        new Dialog(view).setPositiveButton((d, w) -> handler.proceed()).setNegativeButton((d, w) -> handler.cancel()).show();
                    }
                }
                class Pinned extends WebViewClient {
                    public void onReceivedSslError(WebView view, SslErrorHandler handler, SslError error) {
                        if (!isOurs(error.getCertificate())) {
                            handler.cancel();
                            return;
                        }
                        handler.proceed();
                    }
                }
                class Cancelling extends WebViewClient {
                    public void onReceivedSslError(WebView view, SslErrorHandler handler, SslError error) {
                        handler.cancel();
                    }
                }
                class Payments {
                    void onPayment(WebView view, PaymentHandler handler, SslError error) {
                        handler.proceed();
                    }
                }
                class Open extends WebViewClient {
                    public void onReceivedSslError(WebView view, SslErrorHandler handler, SslError error) { // BUG: DisabledTlsVerification
                        Log.w("web", "certificate: " + error);
                        handler.proceed();
                    }
                }
                """);
    }
}
