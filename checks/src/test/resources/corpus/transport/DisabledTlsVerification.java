package corpus.transport;

import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.apache.http.conn.ssl.NoopHostnameVerifier;
import org.apache.http.conn.ssl.TrustAllStrategy;
import org.apache.http.ssl.SSLContextBuilder;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.vertx.core.http.HttpClientOptions;

class TrustAll implements X509TrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {} // OK: DisabledTlsVerification

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {} // BUG: DisabledTlsVerification

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}

class TrustLogged implements X509TrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("no clients");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) { // BUG: DisabledTlsVerification
        System.out.println(chain.length);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return null;
    }
}

class TrustSwallowing implements X509TrustManager {

    private X509TrustManager inner;

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        inner.checkClientTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) { // BUG: DisabledTlsVerification
        try {
            inner.checkServerTrusted(chain, authType);
        } catch (CertificateException e) {
            System.out.println("ignored");
        }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return inner.getAcceptedIssuers();
    }
}

class TrustDelegating implements X509TrustManager {

    private X509TrustManager inner;

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        inner.checkClientTrusted(chain, authType); // OK: DisabledTlsVerification
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException { // OK: DisabledTlsVerification
        inner.checkServerTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return inner.getAcceptedIssuers();
    }
}

class TrustPinned implements X509TrustManager {

    private String pin;

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException { // OK: DisabledTlsVerification
        if (!chain[0].getSerialNumber().toString().equals(pin)) {
            throw new CertificateException("not the pinned one");
        }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}

class TlsSwitches {

    void lambda() {
        HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> true); // BUG: DisabledTlsVerification
    }

    void anonymous(HttpsURLConnection c) {
        c.setHostnameVerifier(new HostnameVerifier() {
            @Override
            public boolean verify(String hostname, SSLSession session) { // BUG: DisabledTlsVerification
                return true;
            }
        });
    }

    OkHttpClient okhttp() {
        return new OkHttpClient.Builder().hostnameVerifier((h, s) -> true).build(); // BUG: DisabledTlsVerification
    }

    Object apacheHost() {
        return org.apache.http.impl.client.HttpClients.custom().setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE).build(); // BUG: DisabledTlsVerification
    }

    Object apacheTrust() throws Exception {
        return SSLContextBuilder.create().loadTrustMaterial(TrustAllStrategy.INSTANCE).build(); // BUG: DisabledTlsVerification
    }

    Object apacheLambda() throws Exception {
        return SSLContextBuilder.create().loadTrustMaterial(null, (chain, type) -> true).build(); // BUG: DisabledTlsVerification
    }

    Object netty() throws Exception {
        return SslContextBuilder.forClient().trustManager(InsecureTrustManagerFactory.INSTANCE).build(); // BUG: DisabledTlsVerification
    }

    Object vertx() {
        return new HttpClientOptions().setSsl(true).setTrustAll(true); // BUG: DisabledTlsVerification
    }

    Object vertxHost() {
        return new HttpClientOptions().setSsl(true).setVerifyHost(false); // BUG: DisabledTlsVerification
    }

    void jdkProperty() {
        System.setProperty("jdk.internal.httpclient.disableHostnameVerification", "true"); // BUG: DisabledTlsVerification
    }

    SSLContext context() throws Exception {
        TrustManager[] all = {
            new X509ExtendedTrustManager() {
                @Override
                public void checkClientTrusted(X509Certificate[] c, String a) {}

                @Override
                public void checkServerTrusted(X509Certificate[] c, String a) {} // BUG: DisabledTlsVerification

                @Override
                public void checkClientTrusted(X509Certificate[] c, String a, java.net.Socket s) {}

                @Override
                public void checkServerTrusted(X509Certificate[] c, String a, java.net.Socket s) {} // BUG: DisabledTlsVerification

                @Override
                public void checkClientTrusted(X509Certificate[] c, String a, SSLEngine e) {}

                @Override
                public void checkServerTrusted(X509Certificate[] c, String a, SSLEngine e) {} // BUG: DisabledTlsVerification

                @Override
                public X509Certificate[] getAcceptedIssuers() {
                    return null;
                }
            }
        };
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, all, new SecureRandom()); // OK: DisabledTlsVerification
        return context;
    }

    SSLContext standard() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, null, null); // OK: DisabledTlsVerification
        return context;
    }

    OkHttpClient verified(HostnameVerifier verifier) {
        return new OkHttpClient.Builder().hostnameVerifier(verifier).build(); // OK: DisabledTlsVerification
    }

    void checkedHost(HttpsURLConnection c) {
        c.setHostnameVerifier((host, session) -> host.equals(session.getPeerHost())); // OK: DisabledTlsVerification
    }

    Object vertxGood() {
        return new HttpClientOptions().setSsl(true).setTrustAll(false).setVerifyHost(true); // OK: DisabledTlsVerification
    }

    boolean verify(String name, Object session) {
        return true; // OK: DisabledTlsVerification
    }

    java.util.function.BiPredicate<String, String> always() {
        return (a, b) -> true; // OK: DisabledTlsVerification
    }
}
