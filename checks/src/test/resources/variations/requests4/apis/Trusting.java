package edu.example.apis;

import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.apache.http.conn.ssl.NoopHostnameVerifier;
import org.apache.http.conn.ssl.TrustAllStrategy;
import org.apache.http.conn.ssl.TrustSelfSignedStrategy;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.ssl.SSLContextBuilder;

/** Trust in everybody, in all its shapes. */
public class Trusting {

    static class Everybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {} // OK: DisabledTlsVerification

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {} // BUG: DisabledTlsVerification

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    static class Swallows implements X509TrustManager {
        private final X509TrustManager inner;

        Swallows(X509TrustManager inner) {
            this.inner = inner;
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            inner.checkClientTrusted(chain, type);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) { // BUG: DisabledTlsVerification
            try {
                inner.checkServerTrusted(chain, type);
            } catch (CertificateException e) {
                System.err.println("not trusted, going on");
            }
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return inner.getAcceptedIssuers();
        }
    }

    static class Delegates implements X509TrustManager {
        private final X509TrustManager inner;

        Delegates(X509TrustManager inner) {
            this.inner = inner;
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            inner.checkClientTrusted(chain, type);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException { // OK: DisabledTlsVerification
            inner.checkServerTrusted(chain, type);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return inner.getAcceptedIssuers();
        }
    }

    static class ExpiryOnly implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("no clients");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException { // BUG: DisabledTlsVerification
            for (X509Certificate certificate : chain) {
                certificate.checkValidity();
            }
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    static class AnyName implements HostnameVerifier {
        @Override
        public boolean verify(String host, SSLSession session) { // BUG: DisabledTlsVerification
            return true;
        }
    }

    static class OneName implements HostnameVerifier {
        @Override
        public boolean verify(String host, SSLSession session) {
            return host.equals(session.getPeerHost()) && HttpsURLConnection.getDefaultHostnameVerifier().verify(host, session); // OK: DisabledTlsVerification
        }
    }

    void lambda() {
        HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> true); // BUG: DisabledTlsVerification
    }

    void lambdaBlock() {
        HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> { // BUG: DisabledTlsVerification
            System.out.println(host);
            return true;
        });
    }

    void byField() {
        HostnameVerifier lenient = (host, session) -> host != null || true; // BUG: DisabledTlsVerification
        HttpsURLConnection.setDefaultHostnameVerifier(lenient);
    }

    void anonymous() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new X509TrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] chain, String type) {}

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String type) {} // BUG: DisabledTlsVerification

            @Override
            public X509Certificate[] getAcceptedIssuers() {
                return null;
            }
        }}, new SecureRandom());
    }

    void defaults() throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), new SecureRandom()); // OK: DisabledTlsVerification
        context.init(null, null, null); // OK: DisabledTlsVerification
    }

    void apache() throws Exception {
        HttpClients.custom().setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE).build(); // BUG: DisabledTlsVerification
        SSLContextBuilder.create().loadTrustMaterial(null, new TrustAllStrategy()).build(); // BUG: DisabledTlsVerification
        SSLContextBuilder.create().loadTrustMaterial((chain, type) -> true).build(); // BUG: DisabledTlsVerification
        SSLContextBuilder.create().loadTrustMaterial(null, new TrustSelfSignedStrategy()).build(); // BUG: DisabledTlsVerification
    }

    static class Extended extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {} // BUG: DisabledTlsVerification

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {} // BUG: DisabledTlsVerification

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {} // BUG: DisabledTlsVerification

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
