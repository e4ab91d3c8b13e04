package corpus.transport;

import feign.Feign;
import feign.Logger;
import okhttp3.OkHttpClient;
import okhttp3.logging.HttpLoggingInterceptor;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.filter.CommonsRequestLoggingFilter;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.transport.logging.AdvancedByteBufFormat;

class WireLogging {

    OkHttpClient body() {
        HttpLoggingInterceptor interceptor = new HttpLoggingInterceptor();
        interceptor.setLevel(HttpLoggingInterceptor.Level.BODY); // BUG: CredentialWireLogging
        return new OkHttpClient.Builder().addInterceptor(interceptor).build();
    }

    OkHttpClient headers() {
        HttpLoggingInterceptor interceptor = new HttpLoggingInterceptor();
        interceptor.level(HttpLoggingInterceptor.Level.HEADERS); // BUG: CredentialWireLogging
        return new OkHttpClient.Builder().addInterceptor(interceptor).build();
    }

    OkHttpClient chained() {
        return new OkHttpClient.Builder().addNetworkInterceptor(new HttpLoggingInterceptor().setLevel(HttpLoggingInterceptor.Level.BODY)).build(); // BUG: CredentialWireLogging
    }

    Object feign() {
        return Feign.builder().logLevel(Logger.Level.FULL).target(Object.class, "https://x.example.com"); // BUG: CredentialWireLogging
    }

    Object feignHeaders() {
        return Feign.builder().logLevel(Logger.Level.HEADERS); // BUG: CredentialWireLogging
    }

    @Bean
    Logger.Level level() {
        return Logger.Level.FULL; // BUG: CredentialWireLogging
    }

    Object reactor() {
        return HttpClient.create().wiretap(true); // BUG: CredentialWireLogging
    }

    Object reactorNamed() {
        return new ReactorClientHttpConnector(HttpClient.create().wiretap("http", io.netty.handler.logging.LogLevel.DEBUG, AdvancedByteBufFormat.TEXTUAL)); // BUG: CredentialWireLogging
    }

    Object server() {
        return HttpServer.create().port(8443).wiretap(true); // BUG: CredentialWireLogging
    }

    CommonsRequestLoggingFilter filter() {
        CommonsRequestLoggingFilter filter = new CommonsRequestLoggingFilter();
        filter.setIncludeQueryString(false); // OK: CredentialWireLogging
        filter.setIncludeHeaders(true); // BUG: CredentialWireLogging
        filter.setIncludePayload(true); // BUG: CredentialWireLogging
        return filter;
    }

    OkHttpClient lambda() {
        return new OkHttpClient.Builder().addInterceptor(new HttpLoggingInterceptor(m -> System.out.println(m)).setLevel(HttpLoggingInterceptor.Level.HEADERS)).build(); // BUG: CredentialWireLogging
    }

    OkHttpClient redacted() {
        HttpLoggingInterceptor interceptor = new HttpLoggingInterceptor();
        interceptor.redactHeader("Authorization");
        interceptor.setLevel(HttpLoggingInterceptor.Level.HEADERS); // OK: CredentialWireLogging
        return new OkHttpClient.Builder().addInterceptor(interceptor).build();
    }

    OkHttpClient basic() {
        HttpLoggingInterceptor interceptor = new HttpLoggingInterceptor();
        interceptor.setLevel(HttpLoggingInterceptor.Level.BASIC); // OK: CredentialWireLogging
        return new OkHttpClient.Builder().addInterceptor(interceptor).build();
    }

    OkHttpClient none() {
        return new OkHttpClient.Builder().addInterceptor(new HttpLoggingInterceptor().setLevel(HttpLoggingInterceptor.Level.NONE)).build(); // OK: CredentialWireLogging
    }

    Object feignBasic() {
        return Feign.builder().logLevel(Logger.Level.BASIC); // OK: CredentialWireLogging
    }

    @Bean
    Logger.Level noLevel() {
        return Logger.Level.NONE; // OK: CredentialWireLogging
    }

    Object reactorOff() {
        return HttpClient.create().wiretap(false); // OK: CredentialWireLogging
    }

    CommonsRequestLoggingFilter quiet() {
        CommonsRequestLoggingFilter filter = new CommonsRequestLoggingFilter();
        filter.setIncludeHeaders(false); // OK: CredentialWireLogging
        filter.setIncludePayload(false); // OK: CredentialWireLogging
        filter.setIncludeClientInfo(true); // OK: CredentialWireLogging
        return filter;
    }

    enum Level {
        BODY,
        FULL
    }

    Level own() {
        return Level.FULL; // OK: CredentialWireLogging
    }
}
