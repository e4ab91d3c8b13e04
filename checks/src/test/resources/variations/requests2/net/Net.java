package io.tool.net;

import java.net.HttpURLConnection;
import java.net.URL;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509TrustManager;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.SSLConnectionSocketFactoryBuilder;
import org.apache.hc.client5.http.ssl.TrustAllStrategy;
import org.apache.hc.core5.ssl.SSLContexts;

class Net {
    Object hc5() throws Exception {
        return SSLConnectionSocketFactoryBuilder.create()
                .setSslContext(SSLContexts.custom().loadTrustMaterial(TrustAllStrategy.INSTANCE).build()) // BUG: DisabledTlsVerification
                .setHostnameVerifier(NoopHostnameVerifier.INSTANCE) // BUG: DisabledTlsVerification
                .build();
    }

    void trustIf(HttpsURLConnection con, boolean insecure) {
        if (insecure) {
            con.setHostnameVerifier((name, session) -> true); // BUG: DisabledTlsVerification
        }
    }

    static final class LogOnly implements X509TrustManager {
        private static final org.slf4j.Logger LOG = org.slf4j.LoggerFactory.getLogger(LogOnly.class);

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException { // BUG: DisabledTlsVerification
            LOG.debug("server certificate {}", chain[0].getSubjectX500Principal());
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[] {};
        }
    }

    static final class SuffixVerifier implements HostnameVerifier {
        @Override
        public boolean verify(String host, SSLSession session) {
            return host.endsWith(".corp.example.com"); // OK: DisabledTlsVerification
        }
    }

    void basic(String user, String password) throws Exception {
        HttpURLConnection con = (HttpURLConnection) new URL("http://reports.example.com/daily").openConnection(); // BUG: SecretOverPlainHttp
        con.setRequestProperty("Authorization", "Basic " + java.util.Base64.getEncoder().encodeToString((user + ":" + password).getBytes()));
        con.connect();
    }

    HttpGet get5(String apiToken) {
        HttpGet get = new HttpGet("http://reports.example.com/daily"); // BUG: SecretOverPlainHttp
        get.addHeader("Authorization", "Bearer " + apiToken);
        return get;
    }

    HttpGet get5s(String apiToken) {
        HttpGet get = new HttpGet("https://reports.example.com/daily"); // OK: SecretOverPlainHttp
        get.addHeader("Authorization", "Bearer " + apiToken);
        return get;
    }

    okhttp3.OkHttpClient logging(boolean debug) {
        okhttp3.logging.HttpLoggingInterceptor i = new okhttp3.logging.HttpLoggingInterceptor(System.out::println);
        i.level(okhttp3.logging.HttpLoggingInterceptor.Level.BODY); // BUG: CredentialWireLogging
        return new okhttp3.OkHttpClient.Builder().addInterceptor(i).build();
    }

    okhttp3.OkHttpClient quiet() {
        okhttp3.logging.HttpLoggingInterceptor i = new okhttp3.logging.HttpLoggingInterceptor(System.out::println);
        i.level(okhttp3.logging.HttpLoggingInterceptor.Level.NONE); // OK: CredentialWireLogging
        return new okhttp3.OkHttpClient.Builder().addInterceptor(i).build();
    }
}
