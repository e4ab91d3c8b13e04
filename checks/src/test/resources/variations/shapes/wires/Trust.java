package wires;

import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

final class Trust {

    private static final boolean STRICT = false;

    enum Mode { CHECK, ANY }

    static class Named implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("no clients here");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) { // BUG: DisabledTlsVerification
            System.out.println("server: " + chain[0].getSubjectX500Principal());
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    static class Wrapping implements X509TrustManager {

        private final X509TrustManager inner;

        Wrapping(X509TrustManager inner) {
            this.inner = inner;
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            inner.checkClientTrusted(chain, type);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException { // OK: DisabledTlsVerification
            inner.checkServerTrusted(chain, type);
            System.out.println("trusted: " + chain[0].getSubjectX500Principal());
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return inner.getAcceptedIssuers();
        }
    }

    static class Lenient implements X509TrustManager {

        private final X509TrustManager inner;

        Lenient(X509TrustManager inner) {
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
                System.out.println("not trusted, going on: " + e.getMessage());
            }
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return inner.getAcceptedIssuers();
        }
    }

    static class ByFlag implements HostnameVerifier {
        @Override
        public boolean verify(String host, SSLSession session) { // BUG: DisabledTlsVerification
            boolean result = false;
            if (!STRICT) {
                result = true;
            }
            return result;
        }
    }

    static class ByList implements HostnameVerifier {
        private final List<String> known = List.of("a.example", "b.example");

        @Override
        public boolean verify(String host, SSLSession session) { // OK: DisabledTlsVerification
            return known.contains(host)
                    && HttpsURLConnection.getDefaultHostnameVerifier().verify(host, session);
        }
    }

    HostnameVerifier verifier(Mode mode) {
        return switch (mode) {
            case CHECK -> HttpsURLConnection.getDefaultHostnameVerifier(); // OK: DisabledTlsVerification
            case ANY -> (host, session) -> true; // BUG: DisabledTlsVerification
        };
    }

    SSLContext own(KeyStore anchors) throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(anchors);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null); // OK: DisabledTlsVerification
        return context;
    }

    Properties mail(boolean internal) {
        Properties properties = new Properties();
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.ssl.checkserveridentity", "true"); // OK: DisabledTlsVerification
        if (internal) {
            properties.put("mail.smtp.ssl.trust", "*"); // BUG: DisabledTlsVerification
        }
        return properties;
    }

    void switchOff() {
        System.setProperty("jdk.internal.httpclient.disableHostnameVerification", "true"); // BUG: DisabledTlsVerification
    }

    void hasty(HttpsURLConnection connection) {
        connection.setHostnameVerifier(new ByList()); // OK: DisabledTlsVerification
    }
}
