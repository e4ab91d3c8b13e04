package com.tools.http;

import com.mongodb.MongoClientSettings;
import com.rabbitmq.client.ConnectionFactory;
import io.grpc.netty.GrpcSslContexts;
import io.lettuce.core.RedisURI;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.Properties;
import okhttp3.OkHttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.http.conn.ssl.NoopHostnameVerifier;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.conn.ssl.TrustAllStrategy;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.ssl.SSLContextBuilder;
import org.apache.http.ssl.SSLContexts;
import org.apache.http.ssl.TrustStrategy;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.elasticsearch.client.RestClient;

class Clients {
    CloseableHttpClient apache4() throws Exception {
        return HttpClients.custom()
                .setSSLContext(new SSLContextBuilder().loadTrustMaterial(null, TrustAllStrategy.INSTANCE).build()) // BUG: DisabledTlsVerification
                .setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE) // BUG: DisabledTlsVerification
                .build();
    }

    CloseableHttpClient strategy() throws Exception {
        TrustStrategy acceptingTrustStrategy = (chain, authType) -> true; // BUG: DisabledTlsVerification
        SSLConnectionSocketFactory csf = new SSLConnectionSocketFactory(
                SSLContexts.custom().loadTrustMaterial(null, acceptingTrustStrategy).build());
        return HttpClients.custom().setSSLSocketFactory(csf).build();
    }

    CloseableHttpClient apache4Good(java.security.KeyStore store) throws Exception {
        return HttpClients.custom()
                .setSSLContext(new SSLContextBuilder().loadTrustMaterial(store, null).build()) // OK: DisabledTlsVerification
                .build();
    }

    SslContext netty() throws Exception {
        return SslContextBuilder.forClient().trustManager(InsecureTrustManagerFactory.INSTANCE).build(); // BUG: DisabledTlsVerification
    }

    io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder grpc() {
        return GrpcSslContexts.forClient().trustManager(new java.io.File("ca.pem")); // OK: DisabledTlsVerification
    }

    HttpClientOptions vertx() {
        return new HttpClientOptions().setSsl(true).setTrustAll(true).setVerifyHost(false); // BUG: DisabledTlsVerification
    }

    WebClientOptions vertxGood() {
        return new WebClientOptions().setSsl(true).setVerifyHost(true); // OK: DisabledTlsVerification
    }

    OkHttpClient okhttp() {
        return new OkHttpClient.Builder().hostnameVerifier((hostname, session) -> true).build(); // BUG: DisabledTlsVerification
    }

    MongoClientSettings mongo() {
        return MongoClientSettings.builder()
                .applyToSslSettings(ssl -> ssl.enabled(true).invalidHostNameAllowed(true)) // BUG: DisabledTlsVerification
                .build();
    }

    ConnectionFactory rabbit() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.useSslProtocol(); // BUG: DisabledTlsVerification
        return factory;
    }

    ConnectionFactory rabbitGood(javax.net.ssl.SSLContext context) {
        ConnectionFactory factory = new ConnectionFactory();
        factory.useSslProtocol(context); // OK: DisabledTlsVerification
        factory.enableHostnameVerification();
        return factory;
    }

    RedisURI lettuce(String host) {
        return RedisURI.builder().withHost(host).withSsl(true).withVerifyPeer(false).build(); // BUG: DisabledTlsVerification
    }

    Properties kafka() {
        Properties props = new Properties();
        props.put("security.protocol", "SASL_SSL");
        props.put("ssl.endpoint.identification.algorithm", ""); // BUG: DisabledTlsVerification
        return props;
    }

    Properties mail() {
        Properties props = new Properties();
        props.put("mail.smtp.ssl.trust", "*"); // BUG: DisabledTlsVerification
        props.put("mail.smtp.starttls.enable", "true");
        return props;
    }

    SslContextFactory.Client jetty() {
        SslContextFactory.Client ssl = new SslContextFactory.Client();
        ssl.setEndpointIdentificationAlgorithm(null); // BUG: DisabledTlsVerification
        return ssl;
    }

    void elastic(org.elasticsearch.client.RestClientBuilder builder) {
        builder.setHttpClientConfigCallback(b -> b.setSSLHostnameVerifier((host, session) -> true)); // BUG: DisabledTlsVerification
    }

    String jdbc(String host) {
        return "jdbc:sqlserver://" + host + ":1433;encrypt=true;trustServerCertificate=true"; // BUG: DisabledTlsVerification
    }

    void ldap() {
        System.setProperty("com.sun.jndi.ldap.object.disableEndpointIdentification", "true"); // BUG: DisabledTlsVerification
    }

    void jdkClient() {
        System.setProperty("jdk.internal.httpclient.disableHostnameVerification", "true"); // BUG: DisabledTlsVerification
    }
}
