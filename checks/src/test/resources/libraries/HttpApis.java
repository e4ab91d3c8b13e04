package net.halyard.http;

import feign.Feign;
import feign.Headers;
import feign.Logger;
import feign.Param;
import feign.RequestInterceptor;
import feign.RequestLine;
import feign.RequestTemplate;
import feign.auth.BasicAuthRequestInterceptor;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.logging.Level;
import org.glassfish.jersey.client.authentication.HttpAuthenticationFeature;
import org.glassfish.jersey.logging.LoggingFeature;
import retrofit2.Call;
import retrofit2.http.Field;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;
import retrofit2.http.QueryMap;
import retrofit2.http.Url;

class HttpApis {

    interface Maps {
        @GET("geocode")
        Call<String> geocode(@Query("address") String address, @Query("key") String apiKey); // BUG: SecretInUrl

        @GET("tiles/{id}")
        Call<String> tile(@Path("id") String id, @Header("Authorization") String token);

        @GET
        Call<String> next(@Url String url);

        @FormUrlEncoded
        @POST("oauth/token")
        Call<String> token(@Field("client_id") String id, @Field("client_secret") String clientSecret);

        @GET("me?api_key=live") // the parameter is a placeholder of the documentation
        Call<String> me(@QueryMap java.util.Map<String, String> all);
    }

    interface Bills {
        @RequestLine("GET /bills?api_key={apiKey}")
        String bills(@Param("apiKey") String apiKey); // BUG: SecretInUrl

        @RequestLine("GET /bills/{id}")
        @Headers("Authorization: Bearer {token}")
        String bill(@Param("id") String id, @Param("token") String token);
    }

    private final String apiKey = System.getenv("BILLS_API_KEY");

    void retrofit(Maps maps) {
        maps.next("https://maps.example/next?cursor=9&key=" + apiKey); // BUG: SecretInUrl
        maps.next("https://maps.example/next?cursor=9");
    }

    void feign() {
        Feign.builder().logLevel(Logger.Level.FULL).target(Bills.class, "https://bills.example"); // BUG: CredentialWireLogging
        Feign.builder().logLevel(Logger.Level.BASIC).target(Bills.class, "https://bills.example");
        RequestInterceptor header = template -> template.header("X-Api-Key", apiKey);
        RequestInterceptor query = template -> template.query("api_key", apiKey); // BUG: SecretInUrl
        new BasicAuthRequestInterceptor("svc", "s3rv1ce-Pa55"); // BUG: HardcodedSecret
    }

    void jersey() {
        Client client = ClientBuilder.newBuilder()
                .hostnameVerifier((host, session) -> true) // BUG: DisabledTlsVerification
                .build();
        client.register(HttpAuthenticationFeature.basic("svc", "s3rv1ce-Pa55")); // BUG: HardcodedSecret
        client.register(new LoggingFeature(
                java.util.logging.Logger.getLogger("wire"), Level.INFO, LoggingFeature.Verbosity.PAYLOAD_ANY, 8192)); // BUG: CredentialWireLogging
        WebTarget target = client.target("https://bills.example").path("bills");
        target.queryParam("page", 3).request().get();
        target.queryParam("access_token", apiKey).request().get(); // BUG: SecretInUrl
        target.request().header(HttpHeaders.AUTHORIZATION, "Bearer " + apiKey).get();
        client.target("http://bills.example").request().header("X-Api-Key", apiKey).get(); // BUG: SecretOverPlainHttp
        target.request().post(Entity.form(new Form("api_key", apiKey)));
    }
}
