package tls;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509TrustManager;

class Peers {

    void reference(HttpsURLConnection c) {
        c.setHostnameVerifier(this::anyHost); // BUG: DisabledTlsVerification
    }

    void checked(HttpsURLConnection c) {
        c.setHostnameVerifier(this::ownHost); // OK: DisabledTlsVerification
    }

    private boolean anyHost(String host, SSLSession session) {
        return true;
    }

    private boolean ownHost(String host, SSLSession session) {
        return "intranet.example.org".equals(host);
    }
}

class Held implements HostnameVerifier {
    @Override
    public boolean verify(String host, SSLSession session) { // BUG: DisabledTlsVerification
        boolean answer = true;
        return answer;
    }
}

class Asked implements HostnameVerifier {
    @Override
    public boolean verify(String host, SSLSession session) { // OK: DisabledTlsVerification
        boolean answer = true;
        if (!host.endsWith(".example.org")) {
            answer = false;
        }
        return answer;
    }
}

class SelfSigned implements X509TrustManager {
    private final X509TrustManager parent;

    SelfSigned(X509TrustManager parent) {
        this.parent = parent;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        parent.checkClientTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException { // BUG: DisabledTlsVerification
        if (chain != null && chain.length == 1) {
            chain[0].checkValidity();
        } else {
            parent.checkServerTrusted(chain, type);
        }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return parent.getAcceptedIssuers();
    }
}

class OneOfOurs implements X509TrustManager {
    private final X509TrustManager parent;
    private final X509TrustManager own;

    OneOfOurs(X509TrustManager parent, X509TrustManager own) {
        this.parent = parent;
        this.own = own;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        parent.checkClientTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException { // OK: DisabledTlsVerification
        if (chain.length == 1) {
            own.checkServerTrusted(chain, type);
        } else {
            parent.checkServerTrusted(chain, type);
        }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return parent.getAcceptedIssuers();
    }
}
