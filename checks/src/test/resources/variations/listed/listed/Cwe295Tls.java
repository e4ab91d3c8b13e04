package listed;

import java.net.URL;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

public class Cwe295Tls {
    static class Lenient implements X509TrustManager {
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException { // BUG: DisabledTlsVerification
            try {
                chain[0].checkValidity();
            } catch (CertificateException e) {
                System.err.println("ignored: " + e);
            }
        }

        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    static class Strict implements X509TrustManager {
        private final X509TrustManager parent;

        Strict(X509TrustManager parent) {
            this.parent = parent;
        }

        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            parent.checkClientTrusted(chain, type);
        }

        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException { // OK: DisabledTlsVerification
            try {
                parent.checkServerTrusted(chain, type);
            } catch (CertificateException e) {
                System.err.println("refused: " + e);
                throw e;
            }
        }

        public X509Certificate[] getAcceptedIssuers() {
            return parent.getAcceptedIssuers();
        }
    }

    void bad1() throws Exception {
        HttpsURLConnection connection = (HttpsURLConnection) new URL("https://api.example.com").openConnection();
        HostnameVerifier verifier = new HostnameVerifier() {
            @Override
            public boolean verify(String host, SSLSession session) { // BUG: DisabledTlsVerification
                boolean result = true;
                return result;
            }
        };
        connection.setHostnameVerifier(verifier);
    }

    void bad2() {
        HttpsURLConnection.setDefaultHostnameVerifier((h, s) -> h.equals(h)); // BUG: DisabledTlsVerification
    }

    void bad3(boolean insecure) {
        System.setProperty("jdk.internal.httpclient.disableHostnameVerification", "true"); // BUG: DisabledTlsVerification
    }

    void bad4(SSLSocketFactory factory) throws Exception {
        try (SSLSocket socket = (SSLSocket) factory.createSocket("mail.example.com", 993)) { // BUG: DisabledTlsVerification
            socket.startHandshake();
            socket.getOutputStream().write("a1 LOGIN".getBytes());
        }
    }

    void good1(SSLSocketFactory factory) throws Exception {
        try (SSLSocket socket = (SSLSocket) factory.createSocket("mail.example.com", 993)) { // OK: DisabledTlsVerification
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
        }
    }

    SSLContext good2(KeyStore store) throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(null, factory.getTrustManagers(), null); // OK: DisabledTlsVerification
        return context;
    }

    void good3() {
        HttpsURLConnection.setDefaultHostnameVerifier((h, s) -> h.endsWith(".internal.example.com") && HttpsURLConnection.getDefaultHostnameVerifier().verify(h, s)); // OK: DisabledTlsVerification
    }
}
