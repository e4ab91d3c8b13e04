package wires;

import io.netty.handler.logging.LogLevel;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import okhttp3.OkHttpClient;
import okhttp3.logging.HttpLoggingInterceptor;
import org.glassfish.jersey.client.ClientConfig;
import org.glassfish.jersey.logging.LoggingFeature;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.filter.CommonsRequestLoggingFilter;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.transport.logging.AdvancedByteBufFormat;

final class Wires {

    private final boolean debug;

    Wires(boolean debug) {
        this.debug = debug;
    }

    OkHttpClient chosenBad() {
        HttpLoggingInterceptor interceptor = new HttpLoggingInterceptor();
        HttpLoggingInterceptor.Level level =
                debug ? HttpLoggingInterceptor.Level.BODY : HttpLoggingInterceptor.Level.HEADERS;
        interceptor.setLevel(level); // BUG: CredentialWireLogging
        return new OkHttpClient.Builder().addInterceptor(interceptor).build();
    }

    OkHttpClient basic() {
        HttpLoggingInterceptor interceptor = new HttpLoggingInterceptor();
        interceptor.setLevel(HttpLoggingInterceptor.Level.BASIC); // OK: CredentialWireLogging
        return new OkHttpClient.Builder().addInterceptor(interceptor).build();
    }

    OkHttpClient redacted() {
        HttpLoggingInterceptor interceptor = new HttpLoggingInterceptor();
        interceptor.redactHeader("Authorization");
        interceptor.redactHeader("Cookie");
        interceptor.setLevel(HttpLoggingInterceptor.Level.HEADERS); // OK: CredentialWireLogging
        return new OkHttpClient.Builder().addNetworkInterceptor(interceptor).build();
    }

    CommonsRequestLoggingFilter filter() {
        CommonsRequestLoggingFilter filter = new CommonsRequestLoggingFilter();
        filter.setIncludeQueryString(false);
        filter.setIncludeHeaders(true); // BUG: CredentialWireLogging
        filter.setMaxPayloadLength(1000);
        return filter;
    }

    CommonsRequestLoggingFilter filterGood() {
        CommonsRequestLoggingFilter filter = new CommonsRequestLoggingFilter();
        filter.setIncludeHeaders(true); // OK: CredentialWireLogging
        filter.setHeaderPredicate(name -> !name.equalsIgnoreCase("authorization") && !name.equalsIgnoreCase("cookie"));
        return filter;
    }

    WebClient tap() {
        HttpClient client = HttpClient.create() // BUG: CredentialWireLogging
                .wiretap("client", LogLevel.DEBUG, AdvancedByteBufFormat.TEXTUAL);
        return WebClient.builder().clientConnector(new ReactorClientHttpConnector(client)).build();
    }

    WebClient noTap() {
        HttpClient client = HttpClient.create().wiretap(false); // OK: CredentialWireLogging
        return WebClient.builder().clientConnector(new ReactorClientHttpConnector(client)).build();
    }

    ClientConfig jersey() {
        Logger logger = Logger.getLogger("jersey");
        logger.addHandler(new ConsoleHandler());
        ClientConfig config = new ClientConfig();
        config.register(new LoggingFeature(logger, Level.INFO, LoggingFeature.Verbosity.PAYLOAD_ANY, 8192)); // BUG: CredentialWireLogging
        return config;
    }

    void jdk() {
        System.setProperty("jdk.httpclient.HttpClient.log", "headers,requests"); // BUG: CredentialWireLogging
    }

    void jdkGood() {
        System.setProperty("jdk.httpclient.HttpClient.log", "errors"); // OK: CredentialWireLogging
    }
}
