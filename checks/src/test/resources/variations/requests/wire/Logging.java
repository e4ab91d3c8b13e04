package com.shop.config;

import com.google.api.client.http.HttpRequest;
import feign.Logger;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.logging.LogLevel;
import io.netty.handler.logging.LoggingHandler;
import io.undertow.server.handlers.RequestDumpingHandler;
import okhttp3.OkHttpClient;
import okhttp3.logging.HttpLoggingInterceptor;
import org.glassfish.jersey.client.ClientConfig;
import org.glassfish.jersey.logging.LoggingFeature;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.codec.ClientCodecConfigurer;
import org.springframework.web.filter.CommonsRequestLoggingFilter;
import org.springframework.web.reactive.function.client.ExchangeStrategies;
import reactor.netty.http.client.HttpClient;
import reactor.netty.transport.logging.AdvancedByteBufFormat;

@Configuration
class Logging {
    OkHttpClient okBody() {
        HttpLoggingInterceptor logging = new HttpLoggingInterceptor();
        logging.setLevel(HttpLoggingInterceptor.Level.BODY); // BUG: CredentialWireLogging
        return new OkHttpClient.Builder().addInterceptor(logging).build();
    }

    @Bean
    Logger.Level feignLevel() {
        return Logger.Level.FULL; // BUG: CredentialWireLogging
    }

    HttpClient reactor() {
        return HttpClient.create().wiretap(true); // BUG: CredentialWireLogging
    }

    HttpClient reactorFormat() {
        return HttpClient.create().wiretap("http", io.netty.handler.logging.LogLevel.INFO, AdvancedByteBufFormat.TEXTUAL); // BUG: CredentialWireLogging
    }

    HttpClient reactorQuiet() {
        return HttpClient.create().wiretap(false); // OK: CredentialWireLogging
    }

    @Bean
    CommonsRequestLoggingFilter requests() {
        CommonsRequestLoggingFilter filter = new CommonsRequestLoggingFilter();
        filter.setIncludeQueryString(true);
        filter.setIncludePayload(true); // BUG: CredentialWireLogging
        filter.setIncludeHeaders(true); // BUG: CredentialWireLogging
        return filter;
    }

    ExchangeStrategies details() {
        return ExchangeStrategies.builder()
                .codecs(c -> c.defaultCodecs().enableLoggingRequestDetails(true)) // BUG: CredentialWireLogging
                .build();
    }

    ClientConfig jersey(java.util.logging.Logger log) {
        return new ClientConfig()
                .register(new LoggingFeature(log, java.util.logging.Level.INFO, LoggingFeature.Verbosity.PAYLOAD_ANY, 8192)); // BUG: CredentialWireLogging
    }

    void wireSystemProperty() {
        System.setProperty("org.apache.commons.logging.simplelog.log.org.apache.http.wire", "DEBUG"); // BUG: CredentialWireLogging
        System.setProperty("jdk.httpclient.HttpClient.log", "headers,requests"); // BUG: CredentialWireLogging
        System.setProperty("jdk.tls.client.protocols", "TLSv1.3"); // OK: CredentialWireLogging
    }

    RequestDumpingHandler undertow(io.undertow.server.HttpHandler next) {
        return new RequestDumpingHandler(next); // BUG: CredentialWireLogging
    }
}

@Configuration
class QuietLogging {
    OkHttpClient basic() {
        HttpLoggingInterceptor logging = new HttpLoggingInterceptor();
        logging.setLevel(HttpLoggingInterceptor.Level.BASIC); // OK: CredentialWireLogging
        return new OkHttpClient.Builder().addInterceptor(logging).build();
    }

    OkHttpClient redacted() {
        HttpLoggingInterceptor logging = new HttpLoggingInterceptor();
        logging.redactHeader("Authorization");
        logging.redactHeader("Cookie");
        logging.setLevel(HttpLoggingInterceptor.Level.HEADERS); // OK: CredentialWireLogging
        return new OkHttpClient.Builder().addInterceptor(logging).build();
    }

    @Bean
    Logger.Level feignLevel() {
        return Logger.Level.BASIC; // OK: CredentialWireLogging
    }

    @Bean
    CommonsRequestLoggingFilter requests() {
        CommonsRequestLoggingFilter filter = new CommonsRequestLoggingFilter();
        filter.setIncludeQueryString(false);
        filter.setIncludeHeaders(false); // OK: CredentialWireLogging
        return filter;
    }
}

class HeadersLogging {
    OkHttpClient headers() {
        return new OkHttpClient.Builder()
                .addNetworkInterceptor(new HttpLoggingInterceptor().setLevel(HttpLoggingInterceptor.Level.HEADERS)) // BUG: CredentialWireLogging
                .build();
    }
}
