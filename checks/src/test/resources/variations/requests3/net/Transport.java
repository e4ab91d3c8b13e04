package acme.net;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
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
import okhttp3.Request;
import okhttp3.logging.HttpLoggingInterceptor;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TrustAllStrategy;
import org.apache.hc.core5.ssl.SSLContextBuilder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient.*;

class Transport {

    private final String apiKey;
    private final String password;

    Transport(String apiKey, String password) {
        this.apiKey = apiKey;
        this.password = password;
    }

    static final class Lenient implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("no clients here");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) { // BUG: DisabledTlsVerification
            for (X509Certificate certificate : chain) {
                System.out.println("trusting " + certificate.getSubjectX500Principal());
            }
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    static final class Pinned implements X509TrustManager {
        private final byte[] pin;

        Pinned(byte[] pin) {
            this.pin = pin.clone();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("no clients here");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException { // OK: DisabledTlsVerification
            if (!java.security.MessageDigest.isEqual(pin, chain[0].getPublicKey().getEncoded())) {
                throw new CertificateException("another key");
            }
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    void verifierByLambda(HttpsURLConnection connection) {
        connection.setHostnameVerifier((host, session) -> true); // BUG: DisabledTlsVerification
    }

    static final HostnameVerifier ANY = new HostnameVerifier() {
        @Override
        public boolean verify(String host, SSLSession session) { // BUG: DisabledTlsVerification
            if (host == null) {
                return true;
            }
            return true;
        }
    };

    void swallowing(X509TrustManager real) {
        TrustManager[] managers = {
            new X509TrustManager() {
                @Override
                public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
                    real.checkClientTrusted(chain, type);
                }

                @Override
                public void checkServerTrusted(X509Certificate[] chain, String type) { // BUG: DisabledTlsVerification
                    try {
                        real.checkServerTrusted(chain, type);
                    } catch (CertificateException e) {
                        System.err.println("ignored: " + e.getMessage());
                    }
                }

                @Override
                public X509Certificate[] getAcceptedIssuers() {
                    return real.getAcceptedIssuers();
                }
            }
        };
    }

    Object apacheFive() throws Exception {
        return SSLContextBuilder.create().loadTrustMaterial(TrustAllStrategy.INSTANCE).build(); // BUG: DisabledTlsVerification
    }

    Object apacheHost() {
        return NoopHostnameVerifier.INSTANCE; // BUG: DisabledTlsVerification
    }

    Object nettyContext() throws Exception {
        return io.netty.handler.ssl.SslContextBuilder.forClient()
                .trustManager(io.netty.handler.ssl.util.InsecureTrustManagerFactory.INSTANCE) // BUG: DisabledTlsVerification
                .build();
    }

    Object vertxClient(io.vertx.core.Vertx vertx) {
        return io.vertx.ext.web.client.WebClient.create(
                vertx, new io.vertx.ext.web.client.WebClientOptions().setSsl(true).setTrustAll(true)); // BUG: DisabledTlsVerification
    }

    void jdkProperty() {
        System.setProperty("jdk.internal.httpclient.disableHostnameVerification", "true"); // BUG: DisabledTlsVerification
    }

    Object grpcChannel(String host) {
        return io.grpc.ManagedChannelBuilder.forAddress(host, 443).useTransportSecurity().build(); // OK: DisabledTlsVerification
    }

    HttpRequest plain() {
        return HttpRequest.newBuilder(URI.create("http://billing.example.com/v1/charge")) // BUG: SecretOverPlainHttp
                .header("X-API-Key", apiKey)
                .build();
    }

    HttpRequest loopback() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:8080/v1/charge"))
                .header("X-API-Key", apiKey) // OK: SecretOverPlainHttp
                .build();
    }

    void connection() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL("http://api.example.com/me").openConnection(); // BUG: SecretOverPlainHttp
        connection.setRequestProperty("Authorization", "Bearer " + apiKey);
        connection.connect();
    }

    void connectionTls() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL("https://api.example.com/me").openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + apiKey); // OK: SecretOverPlainHttp
        connection.connect();
    }

    Request okhttp() {
        return new Request.Builder()
                .url("http://api.example.com/orders") // BUG: SecretOverPlainHttp
                .addHeader("Authorization", okhttp3.Credentials.basic("shop", password))
                .build();
    }

    private static final String BASE = "http://legacy.example.com";

    void constantBase(WebClient.Builder builder) {
        builder.baseUrl(BASE) // BUG: SecretOverPlainHttp
                .defaultHeader("X-Auth-Token", apiKey)
                .build();
    }

    void template(RestTemplate rest) {
        HttpHeaders headers = new HttpHeaders();
        headers.setBearerAuth(apiKey);
        rest.exchange("http://erp.example.com/items", org.springframework.http.HttpMethod.GET, // BUG: SecretOverPlainHttp
                new org.springframework.http.HttpEntity<>(headers), String.class);
    }

    void basic(org.springframework.boot.web.client.RestTemplateBuilder builder) {
        builder.rootUri("http://erp.example.com").basicAuthentication("shop", password).build(); // BUG: SecretOverPlainHttp
    }

    void fluent() throws Exception {
        org.apache.hc.client5.http.fluent.Request.get("http://erp.example.com/items") // BUG: SecretOverPlainHttp
                .addHeader("X-Api-Key", apiKey)
                .execute();
    }

    void unirest() {
        kong.unirest.Unirest.post("http://sms.example.com/send").basicAuth("shop", password).asString(); // BUG: SecretOverPlainHttp
    }

    OkHttpClient bodies() {
        HttpLoggingInterceptor logging = new HttpLoggingInterceptor();
        logging.setLevel(HttpLoggingInterceptor.Level.BODY); // BUG: CredentialWireLogging
        return new OkHttpClient.Builder().addInterceptor(logging).build();
    }
}

class WireLogs {

    OkHttpClient headers() {
        HttpLoggingInterceptor logging = new HttpLoggingInterceptor().setLevel(HttpLoggingInterceptor.Level.HEADERS); // BUG: CredentialWireLogging
        return new OkHttpClient.Builder().addNetworkInterceptor(logging).build();
    }

    OkHttpClient basicOnly() {
        HttpLoggingInterceptor logging = new HttpLoggingInterceptor().setLevel(HttpLoggingInterceptor.Level.BASIC); // OK: CredentialWireLogging
        return new OkHttpClient.Builder().addInterceptor(logging).build();
    }
}

class RedactedLogs {

    OkHttpClient redacted() {
        HttpLoggingInterceptor logging = new HttpLoggingInterceptor();
        logging.redactHeader("Authorization");
        logging.redactHeader("Cookie");
        logging.setLevel(HttpLoggingInterceptor.Level.HEADERS); // OK: CredentialWireLogging
        return new OkHttpClient.Builder().addInterceptor(logging).build();
    }
}

class FeignLogs {
    @org.springframework.context.annotation.Bean
    feign.Logger.Level level() {
        return feign.Logger.Level.FULL; // BUG: CredentialWireLogging
    }
}

class FeignBuilder {
    Object client() {
        return feign.Feign.builder().logLevel(feign.Logger.Level.HEADERS).target(Runnable.class, "https://x"); // BUG: CredentialWireLogging
    }
}

class ReactorLogs {
    Object client() {
        return WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(
                        reactor.netty.http.client.HttpClient.create().wiretap(true))) // BUG: CredentialWireLogging
                .build();
    }
}

class ReactorNamed {
    Object client() {
        return reactor.netty.http.client.HttpClient.create() // BUG: CredentialWireLogging
                .wiretap("http", io.netty.handler.logging.LogLevel.DEBUG,
                        reactor.netty.transport.logging.AdvancedByteBufFormat.TEXTUAL);
    }
}

class RequestFilter {
    @org.springframework.context.annotation.Bean
    org.springframework.web.filter.CommonsRequestLoggingFilter logFilter() {
        org.springframework.web.filter.CommonsRequestLoggingFilter filter =
                new org.springframework.web.filter.CommonsRequestLoggingFilter();
        filter.setIncludeQueryString(true);
        filter.setIncludeHeaders(true); // BUG: CredentialWireLogging
        return filter;
    }
}

class NettyLogs {
    void init(io.netty.channel.ChannelPipeline pipeline) {
        pipeline.addLast(new io.netty.handler.logging.LoggingHandler(io.netty.handler.logging.LogLevel.INFO)); // BUG: CredentialWireLogging
    }
}

class JerseyLogs {
    void register(org.glassfish.jersey.client.ClientConfig config) {
        config.register(new org.glassfish.jersey.logging.LoggingFeature(
                java.util.logging.Logger.getLogger("x"), org.glassfish.jersey.logging.LoggingFeature.Verbosity.PAYLOAD_ANY)); // BUG: CredentialWireLogging
    }
}

class GrpcLogs {
    void debug() {
        System.setProperty("jdk.httpclient.HttpClient.log", "headers,requests"); // BUG: CredentialWireLogging
    }
}
