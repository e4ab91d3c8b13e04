package com.tools.http;

import java.net.Socket;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

public final class TrustEverything {
    private static final TrustManager[] ALL = {
        new X509TrustManager() {
            public X509Certificate[] getAcceptedIssuers() {
                return null;
            }

            public void checkClientTrusted(X509Certificate[] certs, String authType) {}

            public void checkServerTrusted(X509Certificate[] certs, String authType) {} // BUG: DisabledTlsVerification
        }
    };

    static void install() throws Exception {
        SSLContext sc = SSLContext.getInstance("TLS");
        sc.init(null, ALL, new SecureRandom());
        HttpsURLConnection.setDefaultSSLSocketFactory(sc.getSocketFactory());
        HostnameVerifier allHostsValid = new HostnameVerifier() {
            @Override
            public boolean verify(String hostname, SSLSession session) { // BUG: DisabledTlsVerification
                return true;
            }
        };
        HttpsURLConnection.setDefaultHostnameVerifier(allHostsValid);
    }

    static class Extended extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {} // BUG: DisabledTlsVerification

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {} // BUG: DisabledTlsVerification

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {} // BUG: DisabledTlsVerification

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    static class ValidityOnly implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException { // BUG: DisabledTlsVerification
            for (X509Certificate cert : chain) {
                cert.checkValidity();
            }
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    static class Delegating implements X509TrustManager {
        private final X509TrustManager standard;
        private final X509TrustManager own;

        Delegating(KeyStore store) throws Exception {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            standard = (X509TrustManager) factory.getTrustManagers()[0];
            factory.init(store);
            own = (X509TrustManager) factory.getTrustManagers()[0];
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            standard.checkClientTrusted(chain, authType);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException { // OK: DisabledTlsVerification
            try {
                standard.checkServerTrusted(chain, authType);
            } catch (CertificateException e) {
                own.checkServerTrusted(chain, authType);
            }
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return standard.getAcceptedIssuers();
        }
    }

    static class Pinned implements HostnameVerifier {
        private final String expected;

        Pinned(String expected) {
            this.expected = expected;
        }

        @Override
        public boolean verify(String hostname, SSLSession session) {
            return expected.equalsIgnoreCase(hostname); // OK: DisabledTlsVerification
        }
    }

    static SSLSocket noName(SSLContext context, String host, int port) throws Exception {
        SSLSocketFactory factory = context.getSocketFactory();
        SSLSocket socket = (SSLSocket) factory.createSocket(host, port);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm(""); // BUG: DisabledTlsVerification
        socket.setSSLParameters(parameters);
        return socket;
    }

    static SSLSocket named(SSLContext context, String host, int port) throws Exception {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(host, port);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS"); // OK: DisabledTlsVerification
        socket.setSSLParameters(parameters);
        return socket;
    }

    static SSLEngine forgotten(SSLContext context, String host, int port) {
        SSLEngine engine = context.createSSLEngine(host, port); // BUG: DisabledTlsVerification
        engine.setUseClientMode(true);
        return engine;
    }

    static SSLEngine remembered(SSLContext context, String host, int port) {
        SSLEngine engine = context.createSSLEngine(host, port); // OK: DisabledTlsVerification
        engine.setUseClientMode(true);
        SSLParameters p = engine.getSSLParameters();
        p.setEndpointIdentificationAlgorithm("HTTPS");
        engine.setSSLParameters(p);
        return engine;
    }
}
